import { createServer, type Socket } from 'node:net';
import { ports } from '../ports.ts';
import type { Context, Service } from '../processes.ts';

/** A fifth of a second of what a door's loudspeaker said. */
export interface Heard {
  /** When it was heard, in ms since 1970. */
  readonly at: number;
  /** Root mean square of the samples, 0 to 32767. */
  readonly loudness: number;
}

/** The loudspeaker of the demo's door, which writes down what is said. */
export interface Loudspeaker extends Service {
  /** Oldest first, a fifth of a second each; the last ten minutes. */
  readonly heard: readonly Heard[];
  /** How many talk through it now. */
  readonly talkers: number;
}

/** A fifth of a second of 8 kHz. */
const PIECE = 1_600;
const KEPT = 3_000;

/** The address of it for go2rtc. */
export const loudspeakerUrl = `doorbird://door:bell@127.0.0.1:${ports.doorSpeaker}`;

/**
 * Speaks as a DoorBird does: `POST …/audio-transmit.cgi`, then µ-law of 8 kHz until the connection is closed.
 * (A program that reads from its input can serve one watcher only, and go2rtc's own pictures would take that place.)
 */
export async function startLoudspeaker({ onCrash }: Context): Promise<Loudspeaker> {
  const heard: Heard[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let head = '';
    let piece: number[] = [];
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      let body = bytes;
      if (!head.includes('\r\n\r\n')) {
        head += bytes.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        body = Buffer.from(head.slice(end + 4), 'latin1');
        head = head.slice(0, end + 4);
      }
      for (const byte of body) {
        piece.push(sample(byte));
        if (piece.length < PIECE) continue;
        heard.push({ at: Date.now(), loudness: loudnessOf(piece) });
        if (heard.length > KEPT) heard.shift();
        piece = [];
      }
    });
  });
  server.on('error', onCrash);
  await new Promise<void>((resolve) => server.listen(ports.doorSpeaker, '127.0.0.1', resolve));
  return {
    name: 'loudspeaker',
    heard,
    get talkers() {
      return open.size;
    },
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** G.711 µ-law to linear. */
function sample(byte: number): number {
  const bits = ~byte & 0xff;
  const value = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return bits & 128 ? -value : value;
}

const loudnessOf = (samples: readonly number[]): number =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
