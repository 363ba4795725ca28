import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TcpProxyOptions {
  /** On 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** The port of 127.0.0.1 that connections go on to. */
  readonly target: number;
}

/** A network that a test can break, between a client and a server on this machine. */
export interface TcpProxy {
  readonly port: number;
  /** How many connections go through it now. */
  readonly connections: number;
  /** Resets every connection, towards both ends. New ones are let through. */
  cut(): void;
  /**
   * For so many milliseconds nothing passes in either direction, and nobody is told: connections stay open, new ones
   * are accepted and stay silent. Resolves when that is over; what was sent meanwhile arrives then, as TCP would
   * send it again.
   */
  hold(milliseconds: number): Promise<void>;
  /** Resets what is open and stops listening. */
  close(): Promise<void>;
}

export async function startTcpProxy({ port, target }: TcpProxyOptions): Promise<TcpProxy> {
  const links = new Set<Link>();
  const closed = new AbortController();
  let holds = 0;
  const server = createServer((client) => {
    const link = new Link(client, target, () => links.delete(link));
    links.add(link);
    if (holds === 0) link.flow();
  });
  const cut = () => {
    for (const link of links) link.reset();
  };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return links.size;
    },
    cut,
    async hold(milliseconds) {
      holds += 1;
      for (const link of links) link.stand();
      await sleep(milliseconds, undefined, { signal: closed.signal }).catch(() => {}); // closed: it is over
      holds -= 1;
      if (holds > 0) return;
      for (const link of links) link.flow();
    },
    async close() {
      closed.abort();
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One client's connection and ours to the server, which is made when something may flow for the first time. */
class Link {
  readonly #client: Socket;
  readonly #target: number;
  readonly #onClosed: () => void;
  #server: Socket | undefined;

  constructor(client: Socket, target: number, onClosed: () => void) {
    this.#client = client;
    this.#target = target;
    this.#onClosed = onClosed;
    this.#watch(client);
  }

  flow(): void {
    if (this.#client.destroyed) return;
    if (!this.#server) {
      this.#server = connect({ host: '127.0.0.1', port: this.#target });
      this.#watch(this.#server);
    }
    this.#client.pipe(this.#server);
    this.#server.pipe(this.#client);
  }

  /** Not read from, a socket tells its other end nothing, also not that this end has gone. */
  stand(): void {
    if (!this.#server) return;
    this.#client.unpipe(this.#server);
    this.#server.unpipe(this.#client);
  }

  reset(): void {
    this.#client.resetAndDestroy();
    this.#server?.resetAndDestroy();
  }

  /** Where one end breaks, the other hears of it in the same way; an orderly end is passed on by the pipe. */
  #watch(socket: Socket): void {
    socket.on('error', () => this.reset());
    socket.on('close', () => {
      if (this.#client.destroyed && (this.#server?.destroyed ?? true)) this.#onClosed();
    });
  }
}
