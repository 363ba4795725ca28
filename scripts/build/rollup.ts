/**
 * One tiny facade, `call-assist-card.js`, and content-hashed chunks flat beside it: HACS serves a single folder, and
 * the facade's address carries a query of HACS's, so no chunk may import it (it would be evaluated twice).
 */
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { basename, dirname, join } from 'node:path';
import type { RollupOptions } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { cryptoWasm } from './crypto-wasm.ts';
import { manifest } from './manifest.ts';
import { mediaEncryptionWorker } from './media-encryption-worker.ts';
import { thirdPartyNotices } from './notices.ts';
import { stubs } from './stubs.ts';
import { worker } from './worker.ts';
import { dist, root } from '../paths.ts';

/** A folder's `index.ts` gives its chunk the folder's name. */
function folderOfIndex(moduleIds: readonly string[]): string {
  const index = moduleIds.findLast((id) => id.startsWith(join(root, 'src')) && basename(id) === 'index.ts');
  return index === undefined ? '[name]' : basename(dirname(index));
}

const options: RollupOptions = {
  input: { 'call-assist-card': join(root, 'src/card/call-assist-card.ts') },
  preserveEntrySignatures: 'strict',
  output: {
    dir: dist,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, moduleIds }) => `${name === 'index' ? folderOfIndex(moduleIds) : '[name]'}-[hash].js`,
    assetFileNames: '[name]-[hash][extname]',
    generatedCode: 'es2015',
  },
  plugins: [
    stubs(),
    cryptoWasm(),
    mediaEncryptionWorker(),
    nodeResolve({ browser: true, preferBuiltins: false, extensions: ['.ts', '.mjs', '.js', '.json'] }),
    commonjs(),
    json(),
    esbuild({
      target: 'es2022',
      tsconfig: join(root, 'tsconfig.json'),
      minify: true,
      legalComments: 'none',
      charset: 'utf8',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    }),
    thirdPartyNotices('THIRD-PARTY-NOTICES.txt'),
    worker('call-assist-worker.js'),
    manifest(),
  ],
  onwarn(warning, warn) {
    // Packages read `this` at the top of modules that were compiled for scripts; it is meant to be undefined there.
    if (warning.code === 'THIS_IS_UNDEFINED' && warning.id?.includes('/node_modules/')) return;
    if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('/node_modules/'))) return;
    warn(warning);
  },
};

export default options;
