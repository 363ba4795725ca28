/**
 * Builds `dist`. With `--verify` it writes nothing and fails unless the sources give exactly the bytes that lie there.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rollup, type OutputBundle, type OutputOptions, type RollupOptions } from 'rollup';
import config from './build/rollup.ts';
import { dist, root } from './paths.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Bundles in memory; `dist` stays as it is until everything succeeded. */
export async function bundle(options: RollupOptions): Promise<Files> {
  const build = await rollup(options);
  try {
    const { output } = await build.generate(options.output as OutputOptions);
    assertFacadeIsAlone(output);
    return new Map(
      output.map((file) => [file.fileName, Buffer.from(file.type === 'chunk' ? file.code : file.source)] as const),
    );
  } finally {
    await build.close();
  }
}

/**
 * HACS loads the facade with a query in its address. A chunk that imported it would do so without, and evaluate the
 * card a second time.
 */
function assertFacadeIsAlone(output: readonly OutputBundle[string][]): void {
  const chunks = output.filter((file) => file.type === 'chunk');
  const entries = chunks.filter(({ isEntry }) => isEntry);
  for (const { fileName } of entries) {
    const importers = chunks.filter((chunk) => [...chunk.imports, ...chunk.dynamicImports].includes(fileName));
    if (importers.length > 0) {
      throw new Error(
        `${importers.map((chunk) => chunk.fileName).join(', ')} would import ${fileName}: move what is shared out of it`,
      );
    }
  }
  for (const { fileName } of output) {
    if (fileName.includes('/')) throw new Error(`${fileName}: HACS takes flat files only`);
  }
}

export function replaceFolder(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
}

function readFolder(folder: string): Files {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const));
}

function differences(left: Files, right: Files): string[] {
  const names = [...new Set([...left.keys(), ...right.keys()])].toSorted();
  return names.filter((name) => {
    const bytes = right.get(name);
    return bytes === undefined || !Buffer.from(left.get(name) ?? []).equals(bytes);
  });
}

async function main(): Promise<void> {
  const files = await bundle(config);
  const folder = relative(root, dist);
  if (process.argv.includes('--verify')) {
    const differing = differences(readFolder(dist), files);
    if (differing.length > 0) {
      console.error(`${folder} is not what the sources give: ${differing.join(', ')}`);
      process.exitCode = 1;
    }
  } else {
    replaceFolder(dist, files);
    console.log(`${folder}: ${files.size} files`);
  }
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    // Rollup's errors carry the whole list of watched files; the sentence says enough.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
