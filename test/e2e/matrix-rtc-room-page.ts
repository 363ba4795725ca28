import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { waitFor } from '../../demo/wait.ts';
import { mediaEncryptionWorker } from '../../scripts/build/media-encryption-worker.ts';
import { root } from '../../scripts/paths.ts';
import type { Held, Seen } from './matrix-rtc-room-entry.ts';

/** Pages for rooms, and the rooms' own files at another origin, bundled as the card's build does it. */
export interface RoomSite {
  /** With everything at one origin. */
  readonly url: string;
  /** A page whose rooms come from another origin, as on a TV. */
  readonly elsewhere: string;
  close(): void;
}

export async function serveRooms(): Promise<RoomSite> {
  const files = await bundle();
  const servers = [await serve(files), await serve(files)] as const;
  const [own, other] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    url: `${own}/?library=${own}/load.js`,
    elsewhere: `${other}/?library=${own}/load.js`,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function serve(files: ReadonlyMap<string, string | Uint8Array>): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1).split('?')[0] ?? '';
    const file = name === '' ? '<script type="module" src="/entry.js"></script>' : files.get(name);
    if (file === undefined) return response.writeHead(404).end();
    const contentType = name === '' ? 'text/html' : 'text/javascript';
    return response.writeHead(200, { 'content-type': contentType, 'access-control-allow-origin': '*' }).end(file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

async function bundle(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const build = await rollup({
    input: {
      entry: join(root, 'test/e2e/matrix-rtc-room-entry.ts'),
      load: join(root, 'src/runtime/providers/matrix/matrix-rtc/room/load.ts'),
      scope: join(root, 'src/runtime/platform/scope.ts'),
    },
    preserveEntrySignatures: 'strict',
    onwarn: () => {},
    plugins: [
      mediaEncryptionWorker(),
      nodeResolve({ browser: true, preferBuiltins: false, extensions: ['.ts', '.mjs', '.js'] }),
      commonjs(),
      esbuild({ target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
    ],
  });
  try {
    const names = { entryFileNames: '[name].js', assetFileNames: '[name]-[hash][extname]' };
    const { output } = await build.generate({ format: 'es', ...names });
    return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
  } finally {
    await build.close();
  }
}

/** Counts what a page opens and gives back. Runs in the page, before anything else. */
function count(): void {
  const held = { timers: new Set(), intervals: new Set(), sockets: new Set<WebSocket>() };
  const made = {
    // Held weakly: what is counted is not to be kept by that.
    connections: [] as WeakRef<RTCPeerConnection>[],
    workers: 0,
    contexts: [] as WeakRef<AudioContext>[],
    tracks: [] as WeakRef<MediaStreamTrack>[],
    listeners: [] as ReadonlySet<string>[],
  };
  const weak = <T extends WeakKey>(all: readonly T[]): WeakRef<T>[] => all.map((one) => new WeakRef(one));
  const alive = <T extends WeakKey>(all: readonly WeakRef<T>[]): T[] => all.flatMap((one) => one.deref() ?? []);
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.setTimeout = ((task: (...values: unknown[]) => void, delay?: number, ...args: unknown[]) => {
    const timer = setTimeout(() => {
      held.timers.delete(timer);
      task(...args);
    }, delay);
    held.timers.add(timer);
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    held.timers.delete(timer);
    clearTimeout(timer);
  };
  window.setInterval = ((task: () => void, delay?: number) => {
    const timer = setInterval(task, delay);
    held.intervals.add(timer);
    return timer;
  }) as typeof window.setInterval;
  window.clearInterval = (timer) => {
    held.intervals.delete(timer);
    clearInterval(timer);
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.connections.push(new WeakRef(this));
    }
  };
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      held.sockets.add(this);
      this.addEventListener('close', () => held.sockets.delete(this));
    }
  };
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      made.workers += 1;
    }
    override terminate(): void {
      made.workers -= 1;
      super.terminate();
    }
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      made.contexts.push(new WeakRef(this));
    }
    override createMediaStreamDestination(): MediaStreamAudioDestinationNode {
      const destination = super.createMediaStreamDestination();
      made.tracks.push(...weak(destination.stream.getTracks()));
      return destination;
    }
  };
  const capture = HTMLCanvasElement.prototype.captureStream;
  HTMLCanvasElement.prototype.captureStream = function captureStream(rate?: number) {
    const stream = rate === undefined ? capture.call(this) : capture.call(this, rate);
    made.tracks.push(...weak(stream.getTracks()));
    return stream;
  };
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function cloned() {
    const track = clone.call(this);
    made.tracks.push(new WeakRef(track));
    return track;
  };
  for (const target of [window, document, navigator.mediaDevices]) {
    const { addEventListener, removeEventListener } = target;
    const kept = new Set<string>();
    made.listeners.push(kept);
    const ids = new WeakMap<WeakKey, number>();
    let last = 0;
    const name = (type: string, listener: unknown): string => {
      if (!ids.has(listener as WeakKey)) ids.set(listener as WeakKey, ++last);
      return `${type} ${ids.get(listener as WeakKey)}`;
    };
    target.addEventListener = function add(this: EventTarget, ...args: Parameters<EventTarget['addEventListener']>) {
      kept.add(name(args[0], args[1]));
      const [, , options] = args;
      const signal = typeof options === 'object' ? options.signal : undefined;
      signal?.addEventListener('abort', () => target.removeEventListener(args[0], args[1] as never));
      return addEventListener.apply(target, args as never);
    } as never;
    target.removeEventListener = function remove(...args: Parameters<EventTarget['removeEventListener']>) {
      kept.delete(name(args[0], args[1]));
      return removeEventListener.apply(target, args as never);
    } as never;
  }
  window.held = () => ({
    timers: held.timers.size,
    intervals: held.intervals.size,
    sockets: held.sockets.size,
    connections: alive(made.connections).filter(({ signalingState }) => signalingState !== 'closed').length,
    workers: made.workers,
    contexts: alive(made.contexts).filter(({ state }) => state !== 'closed').length,
    tracks: alive(made.tracks).filter(({ readyState }) => readyState === 'live').length,
    listeners: made.listeners.reduce((sum, { size }) => sum + size, 0),
  });
}

export interface Entry {
  readonly url: string;
  readonly token: string;
  readonly encrypted: boolean;
}

/** A browser of somebody with rooms. */
export class Guest {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #library: string;
  readonly errors: string[] = [];

  private constructor(context: BrowserContext, page: Page, library: string) {
    this.context = context;
    this.page = page;
    this.#library = library;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open(browser: Browser, url: string): Promise<Guest> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(count);
    await page.goto(url);
    await page.waitForFunction(() => 'rooms' in window);
    return new Guest(context, page, new URL(url).searchParams.get('library') ?? '');
  }

  open(room: string, entry: Entry): Promise<void> {
    return this.page.evaluate(([room, library, entry]) => window.rooms.open(room, library, entry), [
      room,
      this.#library,
      entry,
    ] as const);
  }

  admit(room: string, identities: readonly string[]): Promise<void> {
    return this.page.evaluate(([room, identities]) => window.rooms.room(room).admit(identities), [
      room,
      identities,
    ] as const);
  }

  publish(room: string): Promise<void> {
    return this.page.evaluate((room) => window.rooms.room(room).publish({ audio: true, video: true }), room);
  }

  send(room: string, what: { colour: string; audioMuted?: boolean; videoMuted?: boolean }): Promise<void> {
    return this.page.evaluate(([room, what]) => window.rooms.send(room, what), [room, what] as const);
  }

  setKey(room: string, identity: string, index: number, key: Uint8Array): Promise<string> {
    return this.page.evaluate(([room, ...key]) => window.rooms.setKey(room, ...key), [
      room,
      identity,
      index,
      [...key],
    ] as const);
  }

  seen(room: string): Promise<Seen> {
    return this.page.evaluate((room) => window.rooms.seen(room), room);
  }

  stats(room: string): ReturnType<Window['rooms']['stats']> {
    return this.page.evaluate((room) => window.rooms.stats(room), room);
  }

  colour(room: string, identity: string): Promise<readonly number[] | null> {
    return this.page.evaluate(([room, identity]) => window.rooms.colour(room, identity), [room, identity] as const);
  }

  tracks(colour: string): Promise<readonly { readonly state: string; readonly enabled: boolean }[]> {
    return this.page.evaluate((colour) => window.rooms.tracks(colour), colour);
  }

  /** After the rubbish was collected: some of LiveKit's listeners go with their room. */
  held(): Promise<Held> {
    return this.page.evaluate(() => {
      (globalThis as unknown as { gc(): void }).gc();
      return new Promise((later) => requestAnimationFrame(() => later(window.held())));
    });
  }

  async close(room: string): Promise<void> {
    await this.page.evaluate((room) => window.rooms.close(room), room);
  }

  /** Waits until what is seen is as wanted; fails with what was seen last. */
  async until(room: string, what: string, wanted: (seen: Seen) => boolean): Promise<Seen> {
    let seen = await this.seen(room);
    await waitFor(what, async () => wanted((seen = await this.seen(room))), { timeout: 15_000, interval: 50 }).catch(
      () => assert.fail(`${what} did not happen: ${JSON.stringify(seen)}`),
    );
    return seen;
  }
}
