import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { cryptoWasm } from '../../scripts/build/crypto-wasm.ts';
import { stubs } from '../../scripts/build/stubs.ts';
import { root } from '../../scripts/paths.ts';
import type { Seen } from './matrix-session-entry.ts';

/** The provider, bundled as the card's build does it, on a server of its own. */
export interface ProviderSite {
  readonly url: string;
  /** How the crypto wasm is answered from now on. */
  wasm: 'good' | 'wrong type' | 'missing';
  close(): void;
}

/** Of all files of a run, which have the same sources. */
let bundled: ReturnType<typeof bundle> | undefined;

export async function serveProvider(): Promise<ProviderSite> {
  const files = await (bundled ??= bundle());
  const site = { wasm: 'good' as ProviderSite['wasm'] };
  const server = createServer(({ url = '/', method }, response) => {
    const name = url.slice(1).split('?')[0] ?? '';
    const file = name === '' ? '<script type="module" src="/entry.js"></script>' : files.get(name);
    const isWasm = name.endsWith('.wasm');
    if (file === undefined || (isWasm && site.wasm === 'missing')) return response.writeHead(404).end();
    const types = { wasm: 'application/wasm', js: 'text/javascript', '': 'text/html' };
    const type = types[(name.split('.').at(-1) ?? '') as keyof typeof types];
    const contentType = isWasm && site.wasm === 'wrong type' ? 'application/octet-stream' : type;
    response.writeHead(200, { 'content-type': contentType });
    return response.end(method === 'HEAD' ? undefined : file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return Object.assign(site, {
    url,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

async function bundle(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const build = await rollup({
    input: {
      entry: join(root, 'test/e2e/matrix-session-entry.ts'),
      provider: join(root, 'src/runtime/providers/matrix/index.ts'),
    },
    preserveEntrySignatures: 'strict',
    onwarn: () => {},
    plugins: [
      stubs(),
      cryptoWasm(),
      nodeResolve({ browser: true, preferBuiltins: false, extensions: ['.ts', '.mjs', '.js', '.json'] }),
      commonjs(),
      json(),
      esbuild({
        target: 'es2022',
        tsconfig: join(root, 'tsconfig.json'),
        define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      }),
    ],
  });
  try {
    const { output } = await build.generate({ format: 'es', entryFileNames: '[name].js' });
    return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
  } finally {
    await build.close();
  }
}

/** A tablet without a card: the provider alone in a browser with a storage of its own. */
export class Tablet {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests since it was opened. */
  requests: string[] = [];
  readonly #site: ProviderSite;

  private constructor(context: BrowserContext, page: Page, site: ProviderSite) {
    this.context = context;
    this.page = page;
    this.#site = site;
    page.on('request', (request) => this.requests.push(request.url()));
  }

  static async open(browser: Browser, site: ProviderSite): Promise<Tablet> {
    const context = await browser.newContext();
    const tablet = new Tablet(context, await context.newPage(), site);
    await tablet.reload();
    return tablet;
  }

  async reload(): Promise<void> {
    await this.page.goto(this.#site.url);
    await this.page.waitForFunction(() => 'device' in window);
  }

  seen(): Promise<Seen> {
    return this.page.evaluate(() => window.device.seen());
  }

  /** Waits until what is seen is as wanted; fails with what was seen last. */
  async until(what: string, wanted: (seen: Seen) => boolean): Promise<Seen> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const seen = await this.seen();
      if (wanted(seen)) return seen;
      if (Date.now() > deadline)
        assert.fail(`${what} did not happen: ${JSON.stringify({ ...seen, saved: undefined })}`);
      await pause(50);
    }
  }

  online(): Promise<Seen> {
    return this.until('online', ({ status }) => status.state === 'online');
  }

  databases(): Promise<readonly string[]> {
    return this.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  }
}
