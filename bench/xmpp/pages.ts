import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { flags } from '../../test/e2e/support/flags.ts';

/** Chromium with the bench's pages, all in one browser, so that both meet the same. */
export class Pages {
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(): Promise<Pages> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [...flags, '--disable-features=WebRtcHideLocalIpsWithMdns'],
    });
    return new Pages(server, browser);
  }

  /** A page that runs `<entry>.ts` of this folder, bundled with its packages as they are. */
  async open(entry: string): Promise<Page> {
    const program = await bundle(entry);
    this.#server.on('request', (request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path === `/${entry}.js`) response.writeHead(200, { 'content-type': 'text/javascript' }).end(program);
      if (path !== `/${entry}`) return;
      const body = `<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="/${entry}.js"></script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    });
    const page = await (await this.#browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${entry}`);
    await page.waitForFunction(() => 'bench' in window);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${entry}.ts`)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return outputFiles[0]!.contents;
}
