/**
 * Serves packages to the unit tests as browsers can load them.
 *
 * Some packages are CommonJS, and matrix-js-sdk alone is more than two hundred files. So every package module that
 * our sources and unit tests name is bundled once by esbuild, with shared code in shared chunks (one copy of each
 * package per page), with the same stand-ins as the build. The result is kept until the names or versions change.
 */
import type { TestRunnerPlugin } from '@web/test-runner';
import { build, type Plugin as BundlePlugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cryptoWasmFile, cryptoWasmPackage, cryptoWasmUrlModule, withWasmUrl } from '../build/crypto-wasm.ts';
import { mediaEncryptionWorkerFile, mediaEncryptionWorkerModule } from '../build/media-encryption-worker.ts';
import { stubFor } from '../build/stubs.ts';
import { prebundled, root } from '../paths.ts';
import { importsOf, typescriptFiles } from '../source-imports.ts';

function urlOf(file: string): string {
  return `new URL("/${relative(root, file).replaceAll('\\', '/')}", location.origin).href`;
}

const wasmUrl = urlOf(cryptoWasmFile);

const standIns: BundlePlugin = {
  name: 'stand-ins',
  setup({ onResolve, onLoad, resolve }) {
    onResolve(
      { filter: /unhomoglyph|webrtc\/|sliding-sync-sdk|MSC3089TreeSpace|^stanza$|^\.\.?\// },
      async (wanted) => {
        const { importer, resolveDir, kind } = wanted;
        if (wanted.pluginData === standIns) return undefined;
        if (wanted.path.startsWith('.') && !/\/node_modules\/(stanza|matrix-js-sdk)\//.test(importer)) return undefined;
        const { path } = await resolve(wanted.path, { importer, resolveDir, kind, pluginData: standIns });
        const stub = stubFor(path);
        return stub === undefined ? undefined : { path: stub };
      },
    );
    onLoad({ filter: new RegExp(`${cryptoWasmPackage}/index\\.mjs$`) }, ({ path }) => ({
      contents: withWasmUrl(readFileSync(path, 'utf8'), wasmUrl),
    }));
  },
};

function namedPackages(): string[] {
  const files = [...typescriptFiles('src'), ...typescriptFiles('test/unit')];
  const specifiers = files.flatMap((file) => importsOf(file).filter(({ typeOnly }) => !typeOnly));
  return [
    ...new Set(specifiers.map(({ specifier }) => specifier).filter((name) => /^(@?[a-z])[^:]*$/i.test(name))),
  ].toSorted();
}

function fileNameOf(specifier: string): string {
  return specifier.replaceAll(/[^a-z0-9]+/gi, '-');
}

async function bundlePackages(specifiers: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(specifiers));
  for (const file of ['package-lock.json', 'scripts/unit/packages.ts', 'scripts/build/stubs.ts']) {
    hash.update(readFileSync(join(root, file)));
  }
  const folder = join(prebundled, hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await build({
    entryPoints: specifiers.map((specifier) => ({ in: specifier, out: fileNameOf(specifier) })),
    absWorkingDir: root,
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    plugins: [standIns],
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run finished the same folder meanwhile.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

export function packages(): TestRunnerPlugin {
  /** Modules that the build makes: each exports the address of a file. */
  const addresses = new Map([
    ['/__call-assist__/crypto-wasm-url.js', wasmUrl],
    ['/__call-assist__/media-encryption-worker-url.js', urlOf(mediaEncryptionWorkerFile)],
  ]);
  const [wasmPath = '', workerPath = ''] = addresses.keys();
  const served = new Map<string, string>([
    [cryptoWasmUrlModule, wasmPath],
    [mediaEncryptionWorkerModule, workerPath],
  ]);
  return {
    name: 'packages',
    async serverStart() {
      const specifiers = namedPackages();
      const folder = relative(root, await bundlePackages(specifiers)).replaceAll('\\', '/');
      for (const specifier of specifiers) served.set(specifier, `/${folder}/${fileNameOf(specifier)}.js`);
    },
    resolveImport({ source }) {
      return served.get(source);
    },
    serve({ path }) {
      const address = addresses.get(path);
      return address === undefined ? undefined : { body: `export default ${address};`, type: 'js' };
    },
  };
}
