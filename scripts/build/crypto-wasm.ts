/**
 * The Matrix crypto wasm as a flat, content-hashed file beside the chunks.
 *
 * The package looks for it under `./pkg/` next to its own module, but HACS flattens folders. Both ways to its address
 * lead to the emitted file: the package's own default, and `virtual:crypto-wasm-url` for who loads it by hand.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin, PluginContext } from 'rollup';
import { root } from '../paths.ts';

export const cryptoWasmUrlModule = 'virtual:crypto-wasm-url';
export const cryptoWasmPackage = '@matrix-org/matrix-sdk-crypto-wasm';
export const cryptoWasmFile = join(root, 'node_modules', cryptoWasmPackage, 'pkg', 'matrix_sdk_crypto_wasm_bg.wasm');

const defaultUrl = 'new URL("./pkg/matrix_sdk_crypto_wasm_bg.wasm", import.meta.url)';

/** The code of the package's entry module, with the default address replaced by an expression of ours. */
export function withWasmUrl(code: string, expression: string): string {
  if (!code.includes(defaultUrl)) throw new Error(`${cryptoWasmPackage} no longer reads its wasm from ${defaultUrl}`);
  return code.replace(defaultUrl, () => expression);
}

export function cryptoWasm(): Plugin {
  const virtualId = `\0${cryptoWasmUrlModule}`;
  let emitted: string | undefined;

  /** Emits the file on first use, so that a build without Matrix has none. */
  function fileUrl(context: PluginContext): string {
    emitted ??= context.emitFile({
      type: 'asset',
      name: basename(cryptoWasmFile),
      source: readFileSync(cryptoWasmFile),
    });
    return `import.meta.ROLLUP_FILE_URL_${emitted}`;
  }

  return {
    name: 'crypto-wasm',
    buildStart() {
      emitted = undefined;
    },
    resolveId(source) {
      return source === cryptoWasmUrlModule ? virtualId : null;
    },
    load(id) {
      return id === virtualId ? `export default ${fileUrl(this)};` : null;
    },
    transform(code, id) {
      return id.endsWith(`${cryptoWasmPackage}/index.mjs`)
        ? { code: withWasmUrl(code, fileUrl(this)), map: null }
        : null;
    },
  };
}
