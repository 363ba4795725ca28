import { fromBase64 as decode, toBase64 } from '../../platform/base64.ts';

/** A text between our two pages is none, or is not what it should be. */
export class LinkError extends Error {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem, detail = '') {
    super(detail === '' ? `link: ${problem}` : `link: ${problem}: ${detail}`);
    this.name = 'LinkError';
    this.problem = problem;
  }
}

/**
 * `malformed`: no text of ours. `version`: of another version of the card. `forged`: not by who knows the secret, of another
 * display session, or said before. `too_long`: does not fit a helper. `unsupported`: holds what cannot be told.
 */
export type LinkProblem = 'malformed' | 'version' | 'forged' | 'too_long' | 'unsupported';

/** RFC 4648, section 5, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws LinkError `malformed` */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new LinkError('malformed', 'base64url');
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}

/** @throws LinkError `malformed` */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return decode(text);
  } catch {
    throw new LinkError('malformed', 'base64');
  }
}

/** Reads bytes from the front. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws LinkError `malformed` where there are fewer */
  take(count: number): Uint8Array {
    if (count > this.left) throw new LinkError('malformed', 'too short');
    return this.#bytes.subarray(this.#at, (this.#at += count));
  }

  byte(): number {
    const [byte = 0] = this.take(1);
    return byte;
  }

  /** Two halves of a byte, the higher one first. */
  nibbles(): readonly [number, number] {
    const byte = this.byte();
    return [byte >> 4, byte & 15];
  }
}
