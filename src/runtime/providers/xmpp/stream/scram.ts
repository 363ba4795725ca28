import { toBase64 } from '../../../platform/base64.ts';
import { bytesOf, fromBase64 } from './bytes.ts';
import { StreamError } from './problems.ts';
import { preparePassword } from './sasl-prepare.ts';

export type ScramHash = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** What a password and a salt come to (RFC 5802, 3): enough to prove the password without it. */
interface ScramKeys {
  readonly client: Uint8Array<ArrayBuffer>;
  readonly server: Uint8Array<ArrayBuffer>;
}

/** Keys of earlier sign-ins, by hash, salt and iteration count. Kept in memory only. */
export type ScramCache = Map<string, ScramKeys>;

const BITS: Readonly<Record<ScramHash, number>> = { 'SHA-1': 160, 'SHA-256': 256, 'SHA-512': 512 };
/** Some ten seconds on a slow tablet; real servers ask for 4,096 to 600,000. */
const MOST_ITERATIONS = 10_000_000;
/** No channel binding: a browser tells nothing of its TLS. */
const GS2 = 'n,,';

export interface ScramOptions {
  readonly hash: ScramHash;
  readonly username: string;
  readonly password: string;
  /** Printable ASCII without comma. */
  readonly nonce: string;
  readonly cache: ScramCache;
}

/** One exchange of SCRAM (RFC 5802, RFC 7677). The derivation runs in WebCrypto, off the main thread. */
export class Scram {
  readonly #options: ScramOptions;
  readonly #firstBare: string;
  #serverSignature: string | null = null;
  #verified = false;

  constructor(options: ScramOptions) {
    this.#options = options;
    const username = options.username.replaceAll('=', '=3D').replaceAll(',', '=2C');
    this.#firstBare = `n=${username},r=${options.nonce}`;
  }

  first(): string {
    return GS2 + this.#firstBare;
  }

  /** @throws StreamError `malformed` or `impostor` */
  async respond(challenge: string): Promise<string> {
    const values = attributesOf(challenge);
    // Some servers prove themselves in one more challenge instead of with the success.
    if (this.#serverSignature !== null) {
      this.#verify(values);
      return '';
    }
    const { r: nonce = '', s: salt = '', i = '' } = values;
    const iterations = Number(i);
    const valid = /^[1-9]\d*$/.test(i) && iterations <= MOST_ITERATIONS && salt !== '' && values['m'] === undefined;
    const { hash, nonce: own } = this.#options;
    if (!valid || !nonce.startsWith(own) || nonce === own) throw new StreamError('malformed', 'SCRAM');
    const keys = await this.#keys(salt, iterations);
    const withoutProof = `c=${btoa(GS2)},r=${nonce}`;
    const message = bytesOf(`${this.#firstBare},${challenge},${withoutProof}`);
    const stored = new Uint8Array(await crypto.subtle.digest(hash, keys.client));
    const signature = await hmac(hash, stored, message);
    this.#serverSignature = toBase64(await hmac(hash, keys.server, message));
    const proof = keys.client.map((byte, at) => byte ^ (signature[at] ?? 0));
    return `${withoutProof},p=${toBase64(proof)}`;
  }

  /** @param data what came with the success; null: nothing. @throws StreamError `impostor` */
  succeed(data: string | null): void {
    if (data !== null && data !== '') this.#verify(attributesOf(data));
    if (!this.#verified) throw new StreamError('impostor');
  }

  #verify(values: Readonly<Record<string, string>>): void {
    if (this.#serverSignature === null || values['v'] !== this.#serverSignature) throw new StreamError('impostor');
    this.#verified = true;
  }

  async #keys(salt: string, iterations: number): Promise<ScramKeys> {
    const { hash, password, cache } = this.#options;
    const id = `${hash} ${iterations} ${salt}`;
    const known = cache.get(id);
    if (known) return known;
    const prepared = bytesOf(preparePassword(password));
    const key = await crypto.subtle.importKey('raw', prepared, 'PBKDF2', false, ['deriveBits']);
    const derivation = { name: 'PBKDF2', hash, salt: fromBase64(salt), iterations };
    const salted = new Uint8Array(await crypto.subtle.deriveBits(derivation, key, BITS[hash]));
    const keys = {
      client: await hmac(hash, salted, bytesOf('Client Key')),
      server: await hmac(hash, salted, bytesOf('Server Key')),
    };
    // One entry: a server with a fresh salt for each sign-in would fill it.
    cache.clear();
    cache.set(id, keys);
    return keys;
  }
}

async function hmac(
  hash: ScramHash,
  key: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

function attributesOf(message: string): Readonly<Record<string, string>> {
  return Object.fromEntries(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
}
