/**
 * The worker's file: one classic script without a hash in its name, since its address is what the browser knows it by.
 * Its version is the name of the app's chunk, whose hash covers everything that the card loads: the worker changes when
 * anything else does, and a page finds its own version in its own address.
 */
import { join } from 'node:path';
import { rollup, type OutputBundle, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { root } from '../paths.ts';

const app = join(root, 'src/card/app.ts');
const entry = join(root, 'src/runtime/worker/call-assist-worker.ts');

export function worker(fileName: string): Plugin {
  return {
    name: 'worker',
    async generateBundle(_options, bundle) {
      const source = await build(versionOf(bundle));
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function versionOf(bundle: OutputBundle): string {
  const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.moduleIds.includes(app));
  if (!chunk) throw new Error('the app is in no chunk, so the worker has no version');
  return chunk.fileName;
}

async function build(version: string): Promise<string> {
  const minified = esbuild({
    target: 'es2022',
    tsconfig: join(root, 'tsconfig.json'),
    minify: true,
    define: { CALL_ASSIST_VERSION: JSON.stringify(version) },
  });
  const bundled = await rollup({ input: entry, plugins: [minified] });
  try {
    const { output } = await bundled.generate({ format: 'iife' });
    return output[0].code;
  } finally {
    await bundled.close();
  }
}
