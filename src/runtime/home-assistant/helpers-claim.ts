import type { Millis } from '../call/call.ts';
import { Store } from '../platform/readable.ts';
import type { BindingMemory } from './helpers-memory.ts';
import type { HelpersOptions } from './helpers-options.ts';
import type { EntityState } from './home-assistant.ts';

/** docs/architecture.md: the timer runs for 5 minutes; when it ends, the tablet is gone. */
const ALIVE_EVERY: Millis = 120_000;
/** Starts of ours that are remembered: one that was overtaken may still be seen. */
const KEPT = 8;
/** The timer's own times are whole seconds: two starts in one look like one. */
const START_AGAIN: Millis = 1_000;

/** `looking`: not known yet. `taken`: another kiosk keeps the station's timer running. */
export type ClaimState = 'looking' | 'ours' | 'taken';

/**
 * Which kiosk a station belongs to: the one that keeps its timer running. Home Assistant notes with each start whose
 * command it was, so that two kiosks with one station see each other. The one that finds the timer running by somebody
 * else stays out until it ends or a person takes the station over; of two that begin at once, the one whose start
 * Home Assistant took last stays. Without the timer there is nothing to tell them apart by, and the station is ours.
 */
export class StationClaim {
  readonly state = new Store<ClaimState>('looking');
  readonly #options: Pick<HelpersOptions, 'homeAssistant' | 'platform' | 'scope'>;
  readonly #timer: () => EntityState | undefined;
  readonly #memory: BindingMemory;
  /** Ids of the contexts of our own starts. */
  readonly #own: string[] = [];
  #starting = false;
  #loaded = false;
  /** Of the next start. */
  #cancel: (() => void) | null = null;
  #notBefore: Millis = -Infinity;

  /** @param timer the station's timer as it is now; undefined: there is none */
  constructor(options: HelpersOptions, memory: BindingMemory, timer: () => EntityState | undefined) {
    this.#options = options;
    this.#memory = memory;
    this.#timer = timer;
    options.scope.add(() => this.#stop());
    void memory.loaded.then(({ claim }) => {
      if (claim !== null) this.#own.push(claim);
      this.#loaded = true;
      this.look();
    });
  }

  /** The timer may have changed. */
  look(): void {
    const { homeAssistant, platform, scope } = this.#options;
    if (!this.#loaded || this.#starting || scope.closed || !homeAssistant.connected.value) return;
    const timer = this.#timer();
    if (!timer) return this.#settle('ours');
    const holder = holderOf(timer, this.#own);
    if (holder === 'somebody') return this.#settle('taken');
    const isNew = holder === 'nobody' || this.state.value === 'looking';
    if (isNew && platform.clock.now() >= this.#notBefore) void this.#start(timer.entity_id);
    else this.#settle('ours');
  }

  /** A person wants the station here. */
  take(): void {
    const timer = this.#timer();
    if (timer && this.state.value === 'taken') void this.#start(timer.entity_id);
  }

  #settle(state: ClaimState): void {
    if (state === 'ours') this.#cancel ??= this.#options.platform.clock.after(ALIVE_EVERY, () => this.#again());
    else this.#stop();
    this.state.set(state);
  }

  #again(): void {
    this.#cancel = null;
    const timer = this.#timer();
    if (timer && this.#options.homeAssistant.connected.value) void this.#start(timer.entity_id);
    else this.#settle(this.state.value);
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #start(entityId: string): Promise<void> {
    const { homeAssistant, platform, scope } = this.#options;
    if (this.#starting) return;
    this.#starting = true;
    this.#notBefore = platform.clock.now() + START_AGAIN;
    try {
      const { context } = await homeAssistant.request<{ readonly context: { readonly id: string } }>({
        type: 'call_service',
        domain: 'timer',
        service: 'start',
        target: { entity_id: entityId },
      });
      this.#own.push(context.id);
      this.#own.splice(0, this.#own.length - KEPT);
      this.#memory.remember({ claim: context.id });
      this.#starting = false;
      this.#judge();
    } catch (error) {
      this.#starting = false;
      platform.log.log('debug', 'the alive timer was not started', error);
      // Calls and helpers do not wait for it; it is tried again with the next start.
      if (!scope.closed) this.#settle(this.state.value === 'taken' ? 'taken' : 'ours');
    }
  }

  /** After a start: states come before results, so the timer says by now whose start counts. */
  #judge(): void {
    const timer = this.#timer();
    if (this.#options.scope.closed) return;
    this.#settle(timer && holderOf(timer, this.#own) === 'somebody' ? 'taken' : 'ours');
  }
}

/** What Home Assistant restored after its restart, and what an automation started, is nobody's. */
function holderOf({ state, context }: EntityState, own: readonly string[]): 'us' | 'somebody' | 'nobody' {
  if (state !== 'active' || context.user_id === null) return 'nobody';
  return own.includes(context.id) ? 'us' : 'somebody';
}
