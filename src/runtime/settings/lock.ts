import type { Millis } from '../call/call.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import { StorageError, type Storage } from '../storage/storage.ts';
import type { DeviceSettings } from './device-settings.ts';

/** The lock of the settings, for screens. */
export interface LockView {
  readonly kind: DeviceSettings['lock'];
  readonly locked: boolean;
  /** After wrong PINs: when the next may be tried. null: now. */
  readonly retryAt: Millis | null;
}

/** Something was refused because the device is locked, or the lock did not open. */
export class LockedError extends Error {
  readonly problem: 'locked' | 'wrong_pin' | 'too_many_tries' | 'not_admin';
  /** For wrong PINs: when the next may be tried. */
  readonly retryAt: Millis | null;

  constructor(problem: LockedError['problem'], retryAt: Millis | null = null) {
    super(`locked: ${problem}`);
    this.name = 'LockedError';
    this.problem = problem;
    this.retryAt = retryAt;
  }
}

/** How long the settings stay open. */
const OPEN_FOR = 5 * 60_000;
/** Wrong PINs that cost nothing; each one after them doubles the wait. */
const FREE_TRIES = 3;
const FIRST_WAIT: Millis = 5_000;
const LONGEST_WAIT = 15 * 60_000;
/** OWASP's figure for PBKDF2-HMAC-SHA256; a PIN has few digits, so each guess is to cost something. */
const ITERATIONS = 600_000;

interface StoredPin {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: ArrayBuffer;
  readonly iterations: number;
  /** An administrator was signed in here when it was chosen, or nobody could tell: then one is no way around it. */
  readonly byAdmin?: boolean;
}
interface Tries {
  readonly wrong: number;
  readonly retryAt: Millis;
}

const NO_TRIES: Tries = { wrong: 0, retryAt: 0 };

export interface LockOptions {
  readonly platform: Platform;
  readonly storage: Storage['settings'];
  readonly kind: DeviceSettings['lock'];
  /** Whether this browser's user is an administrator of Home Assistant. */
  readonly isAdmin: () => Promise<boolean>;
}

/** What keeps a guest at the tablet out of its settings. It is no protection against who can read the browser's files. */
export class Lock {
  readonly #view: Store<LockView>;
  readonly #options: LockOptions;
  #pin: StoredPin | null;
  #tries: Tries;
  /** Tries are counted one after the other, however fast they come. */
  #turn: Promise<unknown> = Promise.resolve();
  #cancelClose = (): void => {};

  private constructor(options: LockOptions, pin: StoredPin | null, tries: Tries) {
    this.#options = options;
    this.#pin = pin;
    this.#tries = tries;
    this.#view = new Store(this.#make(options.kind, options.kind !== 'none'));
  }

  /** @throws StorageError */
  static async open(options: LockOptions): Promise<Lock> {
    const pin = await options.storage.get('pin', isStoredPin);
    const tries = await options.storage.get('pin-tries', isTries);
    const lock = new Lock(options, pin, tries ?? NO_TRIES);
    if (options.kind === 'admin') void lock.#askAdmin();
    return lock;
  }

  /** When storage cannot be read. */
  static closed(options: LockOptions): Lock {
    return new Lock(options, null, NO_TRIES);
  }

  get view(): Readable<LockView> {
    return this.#view;
  }

  get hasPin(): boolean {
    return this.#pin !== null;
  }

  /** @throws LockedError `locked` */
  require(): void {
    if (this.#view.value.locked) throw new LockedError('locked');
  }

  /**
   * @param pin null: it was forgotten, and an administrator of Home Assistant is here instead. Where one is always
   *   signed in, every guest would be one: who was here when the PIN was chosen does not count.
   * @throws LockedError @throws StorageError
   */
  unlock(pin: string | null): Promise<void> {
    const result = this.#turn.then(() => this.#unlock(pin));
    this.#turn = result.catch(() => {});
    return result;
  }

  /** At once, whatever time is left. */
  close(): void {
    this.#cancelClose();
    const { kind } = this.#view.value;
    this.#view.set(this.#make(kind, kind !== 'none'));
  }

  /** The settings name another lock. It is open for as long as after an unlock: who chose it is there. */
  use(kind: DeviceSettings['lock']): void {
    if (kind === this.#view.value.kind) return;
    this.#view.set(this.#make(kind, false));
    this.#closeLater();
  }

  /** @throws StorageError `unavailable` on a page without a secure context */
  async setPin(pin: string): Promise<void> {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const byAdmin = this.#options.isAdmin().catch(() => true);
    const hash = await derive(pin, salt, ITERATIONS);
    const stored = { salt, hash, iterations: ITERATIONS, byAdmin: await byAdmin };
    await this.#options.storage.put('pin', stored);
    this.#pin = stored;
    await this.#count(NO_TRIES);
  }

  dispose(): void {
    this.#cancelClose();
  }

  async #unlock(pin: string | null): Promise<void> {
    const { kind } = this.#view.value;
    if (kind === 'admin') {
      if (!(await this.#askAdmin())) throw new LockedError('not_admin');
      return;
    }
    if (kind === 'none') return;
    if (pin === null) {
      if (this.#pin?.byAdmin !== false || !(await this.#askAdmin())) throw new LockedError('not_admin');
      return this.#open();
    }
    const retryAt = this.#retryAt();
    if (retryAt !== null) throw new LockedError('too_many_tries', retryAt);
    if (!(await this.#isRight(pin))) {
      await this.#count(this.#oneMore());
      this.#view.set(this.#make(kind, this.#view.value.locked));
      throw new LockedError('wrong_pin', this.#retryAt());
    }
    await this.#open();
  }

  async #open(): Promise<void> {
    await this.#count(NO_TRIES);
    this.#view.set(this.#make('pin', false));
    this.#closeLater();
  }

  async #isRight(pin: string): Promise<boolean> {
    // A lock whose PIN was lost opens for nobody but who clears the browser's data.
    if (!this.#pin) return false;
    return isSame(await derive(pin, this.#pin.salt, this.#pin.iterations), this.#pin.hash);
  }

  #oneMore(): Tries {
    const wrong = this.#tries.wrong + 1;
    const beyond = wrong - FREE_TRIES;
    const wait = beyond < 0 ? 0 : Math.min(FIRST_WAIT * 2 ** beyond, LONGEST_WAIT);
    return { wrong, retryAt: wait > 0 ? this.#options.platform.clock.now() + wait : 0 };
  }

  /** Counted before it is told: reloading the page gives no free tries. */
  async #count(tries: Tries): Promise<void> {
    this.#tries = tries;
    await this.#options.storage.put('pin-tries', tries);
  }

  #retryAt(): Millis | null {
    const now = this.#options.platform.clock.now();
    const { retryAt } = this.#tries;
    // A clock that was set back must not lock for years.
    return retryAt > now && retryAt <= now + LONGEST_WAIT ? retryAt : null;
  }

  async #askAdmin(): Promise<boolean> {
    const isAdmin = await this.#options.isAdmin().catch((error: unknown) => {
      this.#options.platform.log.log('warn', 'Home Assistant does not say who is signed in', error);
      return false;
    });
    if (this.#view.value.kind === 'admin') this.#view.set(this.#make('admin', !isAdmin));
    return isAdmin;
  }

  #closeLater(): void {
    this.#cancelClose();
    // An administrator's browser stays one.
    if (this.#view.value.kind === 'pin') {
      this.#cancelClose = this.#options.platform.clock.after(OPEN_FOR, () => this.close());
    }
  }

  #make(kind: DeviceSettings['lock'], locked: boolean): LockView {
    return { kind, locked, retryAt: kind === 'pin' ? this.#retryAt() : null };
  }
}

/** 4 to 12 digits. */
export function isPin(pin: unknown): pin is string {
  return typeof pin === 'string' && /^\d{4,12}$/.test(pin);
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<ArrayBuffer> {
  // Missing on pages without a secure context, whatever the DOM's types say.
  const subtle = (globalThis.crypto as { readonly subtle?: SubtleCrypto }).subtle;
  if (!subtle) throw new StorageError('unavailable', { cause: new Error('a PIN needs a secure page (HTTPS)') });
  const key = await subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256);
}

function isSame(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(one), new Uint8Array(other)];
  return (
    left.length === right.length && left.reduce((differ, byte, index) => differ | (byte ^ (right[index] ?? 0)), 0) === 0
  );
}

function isStoredPin(value: unknown): value is StoredPin {
  if (typeof value !== 'object' || value === null) return false;
  const { salt, hash, iterations } = value as Partial<StoredPin>;
  return salt instanceof Uint8Array && hash instanceof ArrayBuffer && typeof iterations === 'number' && iterations > 0;
}

function isTries(value: unknown): value is Tries {
  if (typeof value !== 'object' || value === null) return false;
  const { wrong, retryAt } = value as Partial<Tries>;
  return Number.isInteger(wrong) && (wrong as number) >= 0 && typeof retryAt === 'number';
}
