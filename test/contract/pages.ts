import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type Page, chromium } from 'playwright-core';
import { unusedFeatures } from '../../demo/services/chromium.ts';
import { mediaEncryptionWorkerFile } from '../../scripts/build/media-encryption-worker.ts';

const root = resolve(import.meta.dirname, '../..');
const wasm = join(root, 'node_modules/@matrix-org/matrix-sdk-crypto-wasm/pkg/matrix_sdk_crypto_wasm_bg.wasm');

const BESIDE: Readonly<Record<string, string>> = {
  'virtual:crypto-wasm-url': '/crypto.wasm',
  'virtual:media-encryption-worker-url': '/media-encryption-worker.js',
};

/** Programs by entry, the same for all files of a run. */
const programs = new Map<string, Promise<Uint8Array>>();

/** Pages of the contract in a Chromium of their own, each from a bundled entry of this folder. */
export class Pages {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #origin: string;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
    this.#origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Pages> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        // So that the peer's SDK finds devices to ask for.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
        '--allow-loopback-in-peer-connection',
        `--disable-features=${['WebRtcHideLocalIpsWithMdns', ...unusedFeatures].join(',')}`,
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding',
        '--disable-background-timer-throttling',
      ],
    });
    const pages = new Pages(server, browser);
    server.on('request', (request, response) => {
      const path = new URL(request.url ?? '/', pages.#origin).pathname;
      void pages.#serve(path).then(
        ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
        () => response.writeHead(404).end(),
      );
    });
    return pages;
  }

  /** For pages of other kinds. */
  get browser(): Browser {
    return this.#browser;
  }

  /** A page of its own storage, running `<entry>.ts`. */
  async open(entry: string): Promise<Page> {
    const context = await this.#browser.newContext();
    const page = await context.newPage();
    await page.goto(`${this.#origin}/${entry}`);
    await page.waitForFunction(() => 'kiosk' in globalThis || 'person' in globalThis);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(path: string): Promise<{ readonly type: string; readonly body: string | Uint8Array }> {
    if (path === '/crypto.wasm') return { type: 'application/wasm', body: readFileSync(wasm) };
    if (path === '/media-encryption-worker.js')
      return { type: 'text/javascript', body: readFileSync(mediaEncryptionWorkerFile) };
    if (path.endsWith('.js')) return { type: 'text/javascript', body: await program(path.slice(1, -'.js'.length)) };
    const body = `<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="${path}.js"></script>`;
    return { type: 'text/html', body };
  }
}

function program(entry: string): Promise<Uint8Array> {
  const known = programs.get(entry);
  if (known) return known;
  const made = bundle(entry);
  programs.set(entry, made);
  return made;
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${entry}.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', 'import.meta.url': 'location.href' },
    plugins: [
      {
        name: 'files beside the program',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'beside' }));
          onLoad({ filter: /./, namespace: 'beside' }, ({ path }) => ({
            contents: `export default new URL('${BESIDE[path]}', location.origin).href;`,
          }));
        },
      },
    ],
  });
  return outputFiles[0]!.contents;
}
