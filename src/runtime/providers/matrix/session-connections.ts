import type { Millis } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import { describeError } from './client-log.ts';
import type { Connection } from './session-connection.ts';

const RETRY_FIRST: Millis = 2_000;
const RETRY_MOST: Millis = 300_000;
/**
 * After so many failures to start encryption the account works without. Not sooner: a sync without encryption
 * takes the keys that others have sent, and calls encrypted with them would never ring.
 */
const PLAIN_AFTER = 3;

export interface ConnectionsOptions {
  readonly platform: Platform;
  /** Whether the account needs encryption by now. */
  needsEncryption(): boolean;
  /** @throws if encryption fails */
  create(cryptoKey: string | null): Promise<Connection>;
  /** The key of the crypto store; made where there is none. */
  cryptoKey(): Promise<string>;
  accessToken(): string;
  /** Closed, or ended by the server: nothing is to be begun any more. */
  isOver(): boolean;
  /** Encryption could not be started once more. */
  failed(): void;
  /** What the present connection knew of the server holds no longer. */
  renewing(): void;
}

/**
 * The connections of a session, one after the other: the present one is replaced when encryption is needed for the first
 * time, or the account's options have changed, and never while a call hangs on it.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  #present: Connection | null = null;
  /** Set where a connection with encryption waits for the running call to end. */
  #successor: Connection | null = null;
  /** What runs to get another connection. */
  #upgrading: Promise<void> | null = null;
  #failures = 0;
  /** The present connection is not as the settings want it. */
  #outdated = false;
  #cancelRetry = (): void => {};

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** null: there is none now. */
  get present(): Connection | null {
    return this.#present;
  }

  /** Whether the account is as well encrypted as it has to be. `failed`: it is tried again. */
  get encryption(): 'ready' | 'awaited' | 'failed' {
    if (!this.#options.needsEncryption() || this.#present?.encrypted) return 'ready';
    return this.#failures > 0 ? 'failed' : 'awaited';
  }

  async open(): Promise<void> {
    if (!this.#options.needsEncryption()) return this.#install(await this.#options.create(null));
    const connection = await this.#encrypted();
    if (connection) return this.#install(connection);
    this.#present = await this.#options.create(null);
    this.#upgrade(RETRY_FIRST);
  }

  /** Gets a connection with encryption. @param after what has to be done before */
  encrypt(after: Promise<void>): void {
    this.#upgrade(RETRY_FIRST, after);
  }

  /** Resolves when what runs to get another connection has come to something, or to nothing. */
  async settled(): Promise<void> {
    await this.#upgrading;
  }

  /** The present connection is not as the settings want it: begins anew, at once where no call runs. */
  outdate(): void {
    this.#outdated = true;
    this.replace();
  }

  /** Puts the connection that waits in place once no call hangs on the present one. */
  replace(): void {
    const successor = this.#successor;
    if ((this.#present?.calls.live ?? 0) > 0) return;
    if (this.#outdated && !this.#upgrading) return this.#renew();
    if (!successor) return;
    this.#successor = null;
    const old = this.#present;
    this.#install(successor);
    void old?.close();
  }

  /** The server has ended the session: nothing that is still to be said would be heard. */
  drop(): void {
    void this.#present?.drop();
    void this.#successor?.drop();
  }

  stopTrying(): void {
    this.#cancelRetry();
  }

  async close(): Promise<void> {
    await Promise.all([this.#present?.close(), this.#successor?.close(), this.#upgrading]);
  }

  #install(connection: Connection): void {
    // It may have waited while the token was renewed.
    connection.client.setAccessToken(this.#options.accessToken());
    this.#present = connection;
    connection.start();
  }

  /** Gets a connection with encryption and puts it in place; tries until it succeeds or the session is over. */
  #upgrade(wait: number, after: Promise<void> = Promise.resolve()): void {
    this.#upgrading = after
      .then(() => (this.#options.isOver() ? null : this.#encrypted()))
      .then(async (connection) => {
        this.#upgrading = null;
        if (this.#options.isOver()) return connection?.close();
        if (!connection) return this.#upgradeFailed(wait);
        this.#failures = 0;
        this.#successor = connection;
        return this.replace();
      });
  }

  #upgradeFailed(wait: number): void {
    const { clock, random } = this.#options.platform;
    this.#failures++;
    if (this.#failures >= PLAIN_AFTER) this.#present?.start();
    this.#options.failed();
    this.#cancelRetry = clock.after(wait * (0.75 + random() / 2), () => this.#upgrade(Math.min(wait * 2, RETRY_MOST)));
  }

  /** The store of encryption is of one connection at a time: the next begins when the last is closed. */
  #renew(): void {
    this.#outdated = false;
    this.#options.renewing();
    const [present, successor] = [this.#present, this.#successor];
    this.#present = this.#successor = null;
    this.#upgrading = Promise.all([present?.close(), successor?.close()]).then(async () => {
      this.#upgrading = null;
      if (!this.#options.isOver()) await this.open();
    });
  }

  /** null: encryption does not work now. */
  async #encrypted(): Promise<Connection | null> {
    const { create, cryptoKey, platform } = this.#options;
    try {
      return await create(await cryptoKey());
    } catch (error) {
      platform.log.log('warn', 'encryption could not be started, trying again later', describeError(error));
      return null;
    }
  }
}
