import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { Server } from 'node:net';
import { Writable } from 'node:stream';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { CastDevice } from './cast-device.ts';
import { encodeFrame, FrameReader, type CastMessage } from './cast-message.ts';

/** Milliseconds between two heartbeats of ours, and without any of theirs after which a sender is gone. */
const BEAT = 5_000;
const SILENCE = 15_000;
/**
 * Milliseconds until something we say is under way, as over a wireless network. Home Assistant's client answers from
 * another thread than it asks from, without a lock: an answer that comes before its question has returned from TLS breaks
 * the connection.
 */
const LATENCY = 100;
const PING = { namespace: 'urn:x-cast:com.google.cast.tp.heartbeat', payload: '{"type":"PING"}' };

export interface CastServerOptions {
  readonly host: string;
  readonly infoPort: number;
  readonly castPort: number;
  readonly name: string;
  readonly uuid: string;
  readonly tls: { readonly key: Buffer; readonly cert: Buffer };
  readonly device: CastDevice;
  /** What else the device serves over HTTP. */
  readonly serve: RequestListener;
}

/** The network side of a cast device: who it is, by HTTP, and its control, by CAST v2 over TLS. */
export class CastServer {
  readonly #options: CastServerOptions;
  readonly #senders = new Set<TLSSocket>();
  #servers: readonly Server[] = [];

  constructor(options: CastServerOptions) {
    this.#options = options;
  }

  /** @throws if another device has the address */
  async listen(): Promise<void> {
    const { host, infoPort, castPort, tls, serve } = this.#options;
    const info = createHttpServer((request, response) => {
      if (!request.url?.startsWith('/setup/eureka_info')) return serve(request, response);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.#describe()));
    });
    const cast = createTlsServer(tls, (socket) => this.#accept(socket));
    this.#servers = [info, cast];
    try {
      await Promise.all([listen(info, host, infoPort), listen(cast, host, castPort)]);
    } catch (error) {
      await this.close();
      throw new Error(`the virtual TV cannot be at ${host}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** As when somebody pulls the plug: connections break, nobody is told. */
  async close(): Promise<void> {
    const closing = this.#servers.map(
      (server) => new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve())),
    );
    for (const server of this.#servers)
      if ('closeAllConnections' in server) (server as HttpServer).closeAllConnections();
    for (const socket of this.#senders) socket.destroy();
    this.#servers = [];
    await Promise.all(closing);
  }

  #describe(): object {
    const { name, uuid } = this.#options;
    const capabilities = { display_supported: true, multizone_supported: false };
    const device = { name, ssdp_udn: uuid, manufacturer: 'Google Inc.', model_name: 'Chromecast', capabilities };
    return { name, ssdp_udn: uuid, device_info: device };
  }

  #accept(socket: TLSSocket): void {
    socket.setNoDelay();
    const reader = new FrameReader();
    const out = recordEach(socket);
    const send = (message: CastMessage) =>
      void setTimeout(() => socket.writable && out.write(encodeFrame(message)), LATENCY);
    const remote = this.#options.device.connect(send);
    const beat = setInterval(() => send({ source: 'receiver-0', destination: '*', ...PING }), BEAT);
    const silence = setTimeout(() => socket.destroy(), SILENCE);
    this.#senders.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearInterval(beat);
      clearTimeout(silence);
      this.#senders.delete(socket);
      remote.close();
    });
    socket.on('data', (bytes: Buffer) => {
      silence.refresh();
      try {
        for (const message of reader.push(bytes)) remote.receive(message);
      } catch {
        socket.destroy(); // it does not speak CAST v2
      }
    });
  }
}

/**
 * Writes each message in a TLS record of its own, as devices do: what waits is not joined. Home Assistant's client looks
 * at the socket, not at what TLS has already taken from it, and finds a second message in a record only when the next
 * record comes. A few of those, and its answers and heartbeats are late by so many of ours that it hangs up.
 */
function recordEach(socket: TLSSocket): Writable {
  return new Writable({ write: (frame: Buffer, _encoding, done) => void socket.write(frame, () => done()) });
}

type HttpServer = ReturnType<typeof createHttpServer>;

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
