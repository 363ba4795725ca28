import type { Platform } from '../../src/runtime/platform/platform.ts';
import type {
  Account,
  AccountStatus,
  Contact,
  ContactRequest,
  FormValues,
  Provider,
  ProviderSession,
  Secrets,
  SignInError,
  SignInStep,
} from '../../src/runtime/providers/provider.ts';

export interface Stored {
  readonly account: Account;
  readonly secrets: Secrets;
}

export interface Seen {
  readonly status: AccountStatus;
  readonly contacts: readonly Contact[];
  readonly requests: readonly ContactRequest[];
  /** What the session has asked to be stored last; null if nothing. */
  readonly saved: Stored | null;
  /** Every status since it was opened. */
  readonly states: readonly string[];
  /** Timers of ours that wait. */
  readonly timers: number;
  readonly log: string;
}

/** A file of its own on the test's server, bundled from the sources as the card's build does it. */
const address: string = '/provider.js';
const loadProvider = (): Promise<Provider> => import(address) as Promise<Provider>;

/** One Matrix provider in a page, without runtime and card: what the tests drive from outside. */
class Device {
  readonly #timers = new Set<number>();
  readonly #log: string[] = [];
  #session: ProviderSession | null = null;
  #saved: Stored | null = null;
  #states: string[] = [];
  /** What the person was asked to do elsewhere. */
  step: SignInStep | null = null;
  #signingIn = new AbortController();

  async signIn(values: FormValues, previous: Account | null): Promise<Stored | { readonly problem: string }> {
    const provider = await loadProvider();
    const { signal } = (this.#signingIn = new AbortController());
    this.step = null;
    return provider
      .signIn(values, { platform: this.#platform(), previous, signal, onStep: (step) => void (this.step = step) })
      .catch((error: unknown) => ({ problem: (error as SignInError).problem }));
  }

  giveUp(): void {
    this.#signingIn.abort();
  }

  async open({ account, secrets }: Stored): Promise<void> {
    const provider = await loadProvider();
    this.#saved = null;
    this.#session = await provider.open(account, secrets, {
      platform: this.#platform(),
      invited: () => {},
      emit: () => {},
      save: async (changed, sealed) => void (this.#saved = { account: changed, secrets: sealed }),
    });
    this.#states = [this.#session.status.value.state];
    this.#session.status.subscribe(({ state }) => this.#states.push(state));
  }

  get session(): ProviderSession {
    if (!this.#session) throw new Error('no session is open');
    return this.#session;
  }

  /** '' if verified, else the problem. */
  async verify(recoveryKey: string): Promise<string> {
    try {
      await this.session.verify?.(recoveryKey);
      return '';
    } catch (error) {
      return (error as { problem?: string }).problem ?? String(error);
    }
  }

  seen(): Seen {
    const { status, contacts, requests } = this.session;
    return {
      status: status.value,
      contacts: contacts.value,
      requests: requests.value,
      saved: this.#saved,
      states: this.#states,
      timers: this.#timers.size,
      log: this.#log.join('\n'),
    };
  }

  #platform(): Platform {
    const log = {
      log: (...line: readonly unknown[]) => void this.#log.push(line.map(String).join(' ')),
      child: () => log,
    };
    return {
      log,
      random: Math.random,
      id: () => crypto.randomUUID().replaceAll('-', ''),
      clock: {
        now: Date.now,
        after: (delay, task) => {
          const timer = window.setTimeout(() => {
            this.#timers.delete(timer);
            task();
          }, delay);
          this.#timers.add(timer);
          return () => {
            this.#timers.delete(timer);
            clearTimeout(timer);
          };
        },
      },
    };
  }
}

declare global {
  interface Window {
    device: Device;
  }
}

window.device = new Device();
