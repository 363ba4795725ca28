import { ByteReader, LinkError } from './bytes.ts';
import type { Description } from './description.ts';

/** What the TV's page says when it is there. */
export interface Ready {
  /** What it decodes, the best first: never empty. */
  readonly codecs: readonly Description['codec'][];
}

const VERSION = 1;
const NONCE = 9;
const H264 = 1;
const VP8 = 2;

/** @param random bytes that make each of them another: who repeats an old one is found out */
export function packReady({ codecs }: Ready, random: (count: number) => Uint8Array): Uint8Array<ArrayBuffer> {
  const flags = (codecs.includes('H264') ? H264 : 0) | (codecs.includes('VP8') ? VP8 : 0);
  return Uint8Array.from([(VERSION << 4) | flags, ...random(NONCE)]);
}

/** @throws LinkError `version`, `malformed` */
export function readReady(bytes: Uint8Array): Ready {
  const reader = new ByteReader(bytes);
  const [version, flags] = reader.nibbles();
  if (version !== VERSION) throw new LinkError('version', String(version));
  if (reader.left !== NONCE || (flags & (H264 | VP8)) === 0) throw new LinkError('malformed', 'ready');
  // A TV has a chip for H.264, and seldom one for VP8.
  return { codecs: [...(flags & H264 ? (['H264'] as const) : []), ...(flags & VP8 ? (['VP8'] as const) : [])] };
}
