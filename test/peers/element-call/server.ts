import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/** Element Call as it is published, and a page that is its host. */
export interface ElementCallPages {
  readonly url: string;
  /** To be run in every frame of a page before its own program. */
  readonly mediaScript: string;
  close(): Promise<void>;
}

const published = fileURLToPath(new URL('dist', import.meta.resolve('@element-hq/element-call-embedded/package.json')));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const page = '<!doctype html><meta charset="utf-8"><title>Host</title><script type="module" src="/page.js"></script>';

/** Bundles the host and serves it beside Element Call, at a free port. */
export async function serveElementCall(): Promise<ElementCallPages> {
  const [program, mediaScript] = await Promise.all([
    bundle({ entryPoints: [join(import.meta.dirname, 'page.ts')], format: 'esm' }),
    bundle({ entryPoints: [join(import.meta.dirname, 'media.ts')], format: 'iife' }),
  ]);
  const wasm = new URL('pkg/matrix_sdk_crypto_wasm_bg.wasm', import.meta.resolve('@matrix-org/matrix-sdk-crypto-wasm'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const reply = (type: string, body: string | Uint8Array) =>
      void response.writeHead(200, { 'content-type': type }).end(body);
    if (pathname === '/') return reply('text/html; charset=utf-8', page);
    if (pathname === '/page.js') return reply('text/javascript', program);
    if (pathname === '/crypto.wasm') return reply('application/wasm', readFileSync(wasm));
    const file = join(published, normalize(pathname.replace(/^\/element-call/, '')));
    if (!pathname.startsWith('/element-call/') || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    mediaScript,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    target: 'es2022',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}
