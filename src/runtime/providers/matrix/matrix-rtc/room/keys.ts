import { BaseKeyProvider } from 'livekit-client';
import { RtcKeyRefused } from './room.ts';

const SHORTEST = 16;
const LONGEST = 32;
const INDICES = 256;

/** As Element Call has them; what is derived from a key depends on none of these. */
const OPTIONS = { ratchetWindowSize: 10, keyringSize: INDICES };

/** @throws RtcKeyRefused */
export function checkKey(index: number, { length }: Uint8Array): void {
  if (length < SHORTEST || length > LONGEST) {
    throw new RtcKeyRefused('length', `a key of ${length} bytes, not ${SHORTEST} to ${LONGEST}`);
  }
  if (!Number.isInteger(index) || index < 0 || index >= INDICES) {
    throw new RtcKeyRefused('index', `a key with the index ${index}, not 0 to ${INDICES - 1}`);
  }
}

/** The media keys of a room, by participant and index, as LiveKit's worker takes them. */
export class RoomKeys extends BaseKeyProvider {
  readonly #own: () => string;
  /** Index of the key that came last, by identity. */
  readonly #newest = new Map<string, number>();
  readonly #known = new Set<string>();
  #queue: Promise<void> = Promise.resolve();

  /** @param own our identity at the SFU; empty until it is known */
  constructor(own: () => string) {
    super(OPTIONS);
    this.#own = own;
  }

  /** One after the other, so that the last that was given is the last that counts. */
  async put(identity: string, index: number, key: Uint8Array): Promise<void> {
    checkKey(index, key);
    const material = crypto.subtle.importKey('raw', new Uint8Array(key), 'HKDF', false, ['deriveBits', 'deriveKey']);
    const done = Promise.all([material, this.#queue]).then(([imported]) => {
      this.#newest.set(identity, index);
      this.#known.add(name(identity, index));
      this.onSetEncryptionKey(imported, identity, index);
    });
    this.#queue = done.catch(() => {});
    await done;
  }

  /** Whether there is any key of theirs, or the one of this index. */
  has(identity: string, index?: number): boolean {
    return index === undefined ? this.#newest.has(identity) : this.#known.has(name(identity, index));
  }

  /**
   * When a connection begins, LiveKit gives all keys to its worker again, and says that those of this index are to be
   * sent with. By itself it would be the index of whoever's key came last (2.23.0).
   */
  override getLatestManuallySetKeyIndex(): number {
    return this.#newest.get(this.#own()) ?? 0;
  }
}

function name(identity: string, index: number): string {
  return `${index} ${identity}`;
}
