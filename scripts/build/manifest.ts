/** What the build says of its chunks, for the size budget and for checks. Lies in the cache, not in `dist`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OutputAsset, Plugin } from 'rollup';
import { buildManifest, root } from '../paths.ts';

export interface ManifestChunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  /** The modules in it that some `import()` names, as paths from the root; none in chunks that are only shared. */
  readonly onDemand: readonly string[];
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly bytes: number;
  readonly gzip: number;
}

export type Manifest = Readonly<Record<string, ManifestChunk>>;

function fromRoot(id: string): string {
  return relative(root, id).replaceAll('\\', '/');
}

function alone({ fileName, source }: OutputAsset): ManifestChunk {
  const bytes = Buffer.from(source);
  return {
    fileName,
    isEntry: false,
    onDemand: [],
    imports: [],
    dynamicImports: [],
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
  };
}

export function manifest(): Plugin {
  return {
    name: 'manifest',
    generateBundle(_options, bundle) {
      const chunks: Record<string, ManifestChunk> = {};
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') {
          // A script that nothing imports: the worker.
          if (output.fileName.endsWith('.js')) chunks[output.fileName] = alone(output);
          continue;
        }
        chunks[output.fileName] = {
          fileName: output.fileName,
          isEntry: output.isEntry,
          onDemand: output.moduleIds
            .filter((id) => (this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0)
            .map(fromRoot),
          imports: output.imports,
          dynamicImports: output.dynamicImports,
          bytes: Buffer.byteLength(output.code),
          gzip: gzipSync(output.code, { level: 9 }).length,
        };
      }
      mkdirSync(dirname(buildManifest), { recursive: true });
      writeFileSync(buildManifest, JSON.stringify(chunks, null, 2));
    },
  };
}

/** @throws when nothing was built yet. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(buildManifest, 'utf8')) as Manifest;
}
