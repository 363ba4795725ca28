import { CODECS, type Codec } from '../codecs.ts';
import { ByteReader, LinkError } from './bytes.ts';

/** What the TV's page says when it is there. */
export interface Ready {
  /** What its browser decodes; empty: no video calls. */
  readonly codecs: readonly Codec[];
}

const VERSION = 2;
const NONCE = 9;

/**
 * `[version, 0] [a bit for each codec] nonce`
 * @param random bytes that make each of them another: who repeats an old one is found out
 */
export function packReady({ codecs }: Ready, random: (count: number) => Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = CODECS.reduce((sum, codec, bit) => sum | (codecs.includes(codec) ? 1 << bit : 0), 0);
  return Uint8Array.from([VERSION << 4, bits, ...random(NONCE)]);
}

/** @throws LinkError `version`, `malformed` */
export function readReady(bytes: Uint8Array): Ready {
  const reader = new ByteReader(bytes);
  const [version] = reader.nibbles();
  if (version !== VERSION) throw new LinkError('version', String(version));
  const [bits = 0] = reader.take(1);
  if (reader.left !== NONCE) throw new LinkError('malformed', 'ready');
  return { codecs: CODECS.filter((_, bit) => bits & (1 << bit)) };
}
