import { LinkError, fromBase64Url, toBase64Url } from './bytes.ts';

/** What a text is: the TV's page is ready, an offer, its answer. */
export type LinkKind = 'ready' | 'offer' | 'answer';

/** What is in a text, once its seal has been found good. */
export interface Opened {
  readonly kind: LinkKind;
  readonly body: Uint8Array;
  /** What an answer to it is bound to. */
  readonly seal: Uint8Array;
}

export interface Sealed {
  readonly text: string;
  readonly seal: Uint8Array;
}

/** The longest state of Home Assistant, and so the longest value of an input_text. */
const MAX_LENGTH = 255;
const SEAL = 12;
const SECRET = 16;
const LETTERS: Readonly<Record<LinkKind, string>> = { ready: 'R', offer: 'O', answer: 'A' };
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as LinkKind]));

export type LinkSecret = CryptoKey;

/** A new secret as it stands in the address of the TV's view: 22 characters. */
export function newSecret(random: (count: number) => Uint8Array): string {
  return toBase64Url(random(SECRET));
}

/** @throws LinkError `malformed` */
export async function importSecret(text: string): Promise<LinkSecret> {
  const bytes = fromBase64Url(text);
  if (bytes.length !== SECRET) throw new LinkError('malformed', 'secret');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/**
 * A text for a helper: a letter, then base64url of the body and the first 12 bytes of HMAC-SHA256 (RFC 2104) over letter,
 * `chain` and body. Everybody in the house can read it, now and in Home Assistant's history; only who has the secret can
 * have written it, and only as the answer to what `chain` is the seal of.
 * @param chain empty: it answers nothing
 * @throws LinkError `too_long`
 */
export async function seal(
  kind: LinkKind,
  body: Uint8Array,
  secret: LinkSecret,
  chain: Uint8Array = new Uint8Array(),
): Promise<Sealed> {
  const ours = await sealOf(kind, body, secret, chain);
  const text = LETTERS[kind] + toBase64Url(Uint8Array.from([...body, ...ours]));
  if (text.length > MAX_LENGTH) throw new LinkError('too_long', String(text.length));
  return { text, seal: ours };
}

/** What a text says it is, before anybody knows whether that is true; null: it is none of ours. */
export function kindOf(text: string): LinkKind | null {
  return text.length > MAX_LENGTH ? null : (KINDS.get(text.charAt(0)) ?? null);
}

/** @param chain the seal of what it must answer @throws LinkError `malformed`, `forged` */
export async function open(text: string, secret: LinkSecret, chain: Uint8Array = new Uint8Array()): Promise<Opened> {
  const kind = kindOf(text);
  const bytes = fromBase64Url(text.slice(1));
  if (!kind || bytes.length < SEAL) throw new LinkError('malformed');
  const [body, theirs] = [bytes.subarray(0, -SEAL), bytes.subarray(-SEAL)];
  if (!isSame(theirs, await sealOf(kind, body, secret, chain))) throw new LinkError('forged');
  return { kind, body, seal: theirs };
}

async function sealOf(kind: LinkKind, body: Uint8Array, secret: LinkSecret, chain: Uint8Array): Promise<Uint8Array> {
  const signed = Uint8Array.from([LETTERS[kind].charCodeAt(0), chain.length, ...chain, ...body]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, signed)).subarray(0, SEAL);
}

/** In the same time wherever they differ. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let different = one.length ^ other.length;
  for (const [index, byte] of one.entries()) different |= byte ^ (other[index] ?? 0);
  return different === 0;
}
