import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { homeserverUrl } from '../matrix/configuration.ts';
import type { Accounts } from '../matrix/people.ts';
import { ports } from '../ports.ts';
import type { Service } from '../processes.ts';

export const personPageUrl = `http://127.0.0.1:${ports.personPage}/`;

const folder = join(import.meta.dirname, '../person');

/**
 * Serves the page of the other person: a plain Matrix client with a camera of its own, to try a call alone and
 * for tests. Bundled when it starts, kept in memory.
 */
export async function startPersonPage(accounts: Accounts): Promise<Service> {
  const program = await bundle();
  const wasm = readFileSync(cryptoWasm());
  const people = JSON.stringify({ baseUrl: homeserverUrl, ...accounts });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', personPageUrl);
    switch (pathname) {
      case '/':
        return reply(response, 'text/html; charset=utf-8', readFileSync(join(folder, 'index.html')));
      case '/person.js':
        return reply(response, 'text/javascript', program);
      case '/crypto.wasm':
        return reply(response, 'application/wasm', wasm);
      case '/people.json':
        return reply(response, 'application/json', people);
      default:
        response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ports.personPage, '127.0.0.1', resolve);
  });
  return {
    name: 'person page',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]!.contents;
}

function cryptoWasm(): string {
  const entry = createRequire(import.meta.url).resolve('@matrix-org/matrix-sdk-crypto-wasm');
  return join(dirname(entry), 'pkg/matrix_sdk_crypto_wasm_bg.wasm');
}
