import type { Clock, Platform } from '../../../platform/platform.ts';
import { Store } from '../../../platform/readable.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { AccountStatus } from '../../provider.ts';
import { findWebSocket, isSecure } from './address.ts';
import { backoff } from './backoff.ts';
import { type Connected, Connection, type ConnectionEvents, type ConnectionOptions } from './connection.ts';
import { StreamError, type StreamProblem } from './problems.ts';
import type { Credentials } from './sasl.ts';
import type { ScramCache } from './scram.ts';

/** From nothing to a working stream. */
const ATTEMPT = 10_000;
/** After so long without a frame a sign of life is asked for … */
const IDLE = 60_000;
/** … and must come within this. */
const PATIENCE = 10_000;

/** Who signs in where. */
export interface StreamAccount {
  /** Bare. */
  readonly jid: string;
  readonly resource: string;
  /** Null: the server tells (XEP-0156). */
  readonly websocket: string | null;
  readonly credentials: Credentials;
}

export interface KeeperOptions extends StreamAccount {
  readonly platform: Platform;
  readonly scope: Scope;
  readonly fetch?: typeof globalThis.fetch;
  readonly openSocket?: ConnectionOptions['openSocket'];
}

export interface KeeperEvents extends Pick<ConnectionEvents, 'received' | 'acknowledged'> {
  readonly begun: (connected: Connected) => void;
  readonly lost: () => void;
}

/** Opens one connection. @throws StreamError */
export async function connect(
  options: KeeperOptions & Pick<ConnectionOptions, 'session' | 'cache'>,
  events: ConnectionEvents,
  signal: AbortSignal,
): Promise<Connected> {
  const { platform, jid } = options;
  const domain = jid.slice(jid.indexOf('@') + 1);
  const { clock } = platform;
  const url = options.websocket ?? (await findWebSocket({ ...options, domain, clock, signal }));
  if (!isSecure(url)) throw new StreamError('not-secure');
  const nonce = (): string => platform.id();
  return Connection.open({ ...options, url, domain, clock, nonce, timeout: ATTEMPT }, events, signal);
}

/**
 * Keeps a stream up as long as its scope lives: connects, notices a dead socket, connects again. It gives up only where
 * a person has to act, that is when the server refuses the credentials.
 */
export class Keeper {
  readonly status = new Store<AccountStatus>({ state: 'connecting' });
  readonly #options: KeeperOptions;
  readonly #events: KeeperEvents;
  readonly #cache: ScramCache = new Map();
  #connection: Connection | null = null;
  /** The last one, whose session the next goes on with. */
  #last: Connection | null = null;
  #connecting = false;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  #cancelProbe = (): void => {};

  constructor(options: KeeperOptions, events: KeeperEvents) {
    this.#options = options;
    this.#events = events;
    const { scope } = options;
    scope.add(() => this.#close());
    // The browser's word for being offline is tried, not believed: the server may be in the house.
    addEventListener('online', () => this.#wake(), { signal: scope.signal });
    addEventListener('offline', () => this.#wake(), { signal: scope.signal });
    document.addEventListener('visibilitychange', () => document.hidden || this.#wake(), { signal: scope.signal });
    void this.#attempt();
  }

  /** Null while there is none. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** Something was sent that the server acknowledges: it has to be heard soon. */
  expectAnswer(): void {
    if (this.#connection?.managed) this.#expectAlive();
  }

  /** Ends the stream and its session; a page that stays after all gets another. */
  leave(): void {
    this.#connection?.close();
  }

  async #attempt(): Promise<void> {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    if (this.#connecting || this.#connection || this.#options.scope.signal.aborted) return;
    this.#connecting = true;
    const { signal } = this.#options.scope;
    const events: ConnectionEvents = {
      received: this.#events.received,
      acknowledged: this.#events.acknowledged,
      alive: () => this.#alive(),
      ended: (error) => this.#lost(error),
    };
    try {
      const session = this.#last?.session ?? null;
      const connected = await connect({ ...this.#options, session, cache: this.#cache }, events, signal);
      this.#connecting = false;
      this.#begun(connected);
    } catch (error) {
      this.#connecting = false;
      this.#failed(error instanceof StreamError ? error : new StreamError('refused', null, { cause: error }));
    }
  }

  #begun(connected: Connected): void {
    this.#connection = connected.connection;
    this.#last = connected.connection;
    this.#failures = 0;
    this.#alive();
    this.#events.begun(connected);
    this.#setStatus({ state: 'online' });
  }

  /** An attempt failed. */
  #failed({ problem, message }: StreamError): void {
    const { scope, platform } = this.#options;
    if (scope.signal.aborted) return;
    platform.log.log(this.#failures === 0 ? 'info' : 'debug', 'no XMPP stream', message);
    this.#failures++;
    this.#setStatus(statusOf(problem));
    if (problem !== 'wrong-password') this.#retry(problem);
  }

  /** A stream that worked is gone. Its first replacement may make it so quickly that nobody needs to know. */
  #lost({ problem, message }: StreamError): void {
    const { scope, platform } = this.#options;
    this.#connection = null;
    if (problem === 'closed') this.#last = null;
    this.#cancelProbe();
    if (scope.signal.aborted) return;
    platform.log.log('info', 'the XMPP stream was lost', message);
    this.#events.lost();
    if (problem === 'conflict' || problem === 'busy') this.#setStatus(statusOf(problem));
    this.#retry(problem);
  }

  #retry(problem: StreamProblem): void {
    const { clock, random } = this.#options.platform;
    this.#cancelRetry = clock.after(backoff(problem, this.#failures, random()), () => void this.#attempt());
  }

  /** The network or the page came back: no more waiting, and a socket that is there may be dead. */
  #wake(): void {
    if (this.#connection) this.#probe();
    else if (this.#cancelRetry && !this.#isPatient) void this.#attempt();
  }

  get #isPatient(): boolean {
    const status = this.status.value;
    return status.state === 'degraded' && status.reason === 'rate_limited';
  }

  #alive(): void {
    if (!this.#connection) return;
    this.#cancelProbe();
    this.#cancelProbe = this.#clock.after(IDLE, () => this.#probe());
  }

  #probe(): void {
    this.#connection?.requestSign();
    this.#expectAlive();
  }

  #expectAlive(): void {
    this.#cancelProbe();
    const connection = this.#connection;
    this.#cancelProbe = this.#clock.after(PATIENCE, () => connection?.drop(new StreamError('timeout')));
  }

  get #clock(): Clock {
    return this.#options.platform.clock;
  }

  #setStatus(status: AccountStatus): void {
    const present = this.status.value;
    const same = present.state === status.state && 'reason' in present === 'reason' in status;
    if (same && (!('reason' in status) || ('reason' in present && present.reason === status.reason))) return;
    this.status.set(status);
  }

  #close(): void {
    this.#cancelRetry?.();
    this.#cancelProbe();
    this.#connection?.close();
    this.#connection = null;
  }
}

function statusOf(problem: StreamProblem): AccountStatus {
  switch (problem) {
    case 'wrong-password':
      return { state: 'signed-out', reason: 'revoked' };
    case 'busy':
    case 'conflict':
      return { state: 'degraded', reason: 'rate_limited' };
    case 'unreachable':
    case 'timeout':
    case 'lost':
    case 'closed':
      return { state: 'degraded', reason: 'network' };
    case 'no-address':
    case 'not-secure':
    case 'not-offered':
    case 'no-webcrypto':
    case 'impostor':
    case 'malformed':
    case 'refused':
      return { state: 'degraded', reason: 'server' };
    default:
      return problem satisfies never;
  }
}
