import type { Millis } from '../call/call.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import { pause, within } from '../platform/wait.ts';
import type { Codec } from './codecs.ts';
import type { DisplayFailure, DisplaySession } from './displays.ts';
import { AT_HOME, type Ladder, type LadderEvent, step } from './ladder.ts';
import type { Rung, RungOpening, RungWay } from './rung.ts';
import type { DisplayId } from './view.ts';

/** What came of one try. */
export interface Tried {
  readonly display: DisplayId;
  readonly way: RungWay;
  readonly result: 'shown' | DisplayFailure;
  /** Of the first picture that was shown; null: none was. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What the display says that it decodes; null: it did not say. */
  readonly codecs: readonly Codec[] | null;
}

export interface ClimbOptions extends Pick<RungOpening, 'tracks' | 'call' | 'sound'> {
  /** Best first; asked for at each step. */
  readonly rungs: () => readonly Rung[];
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  readonly onTried: (tried: Tried) => void;
  /** Of the call: with it the display is put back as it was. */
  readonly scope: Scope;
}

/** How long a rung may take to say whether it can. */
const CAN_WITHIN: Millis = 3_000;
/** How long the next rung waits for the one before to have put the display back. */
const CLOSE_WITHIN: Millis = 2_000;
/** The same for who changes their mind: what is put back too late would end what was begun since. */
const PUT_BACK_WITHIN: Millis = 5_000;

/**
 * Goes up and down the ladder for one call: opens what the pure part wants, tells it what comes of that, and closes what
 * is not wanted any more. One session at a time, since all of a station share one link.
 */
export class Climb {
  readonly ladder: Readable<Ladder>;
  /** What is open now; null: nothing. */
  readonly session: Readable<DisplaySession | null>;
  readonly #ladder = new Store<Ladder>(AT_HOME);
  readonly #session = new Store<DisplaySession | null>(null);
  readonly #options: ClimbOptions;
  #open: { readonly attempt: number; readonly scope: Scope } | null = null;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: ClimbOptions) {
    this.#options = options;
    this.ladder = this.#ladder;
    this.session = this.#session;
    options.scope.add(() => this.want(AT_HOME.wanted, false));
  }

  /** Another display from now on; `this_device` brings the call back. */
  want(display: DisplayId, mayInterrupt: boolean): void {
    this.#step({ type: 'want', display, mayInterrupt });
  }

  dismiss(): void {
    this.#step({ type: 'dismiss' });
  }

  /** The way that is tried, or stands. */
  get way(): RungWay | null {
    return this.#rung?.way ?? null;
  }

  get #rung(): Rung | undefined {
    const { rung } = this.#ladder.value;
    return rung === null ? undefined : this.#options.rungs()[rung];
  }

  #step(event: LadderEvent): void {
    const before = this.#ladder.value;
    const next = step(before, event, this.#options.rungs().length);
    if (next === before) return;
    this.#ladder.set(next);
    if (next.attempt !== before.attempt) this.#turn = this.#turn.then(() => this.#follow());
  }

  async #follow(): Promise<void> {
    const { platform, scope } = this.#options;
    const { attempt, rung: place } = this.#ladder.value;
    if (this.#open?.attempt === attempt) return;
    await this.#close(place === null || place === 0 ? PUT_BACK_WITHIN : CLOSE_WITHIN);
    const rung = this.#rung;
    if (attempt !== this.#ladder.value.attempt || !rung || scope.closed) return;
    const own = scope.child();
    this.#open = { attempt, scope: own };
    // What is being asked must not keep another wish waiting.
    this.#begin(rung, attempt, own).catch((error: unknown) => {
      if (own.closed) return;
      platform.log.log('warn', `a display could not be asked for ${rung.way}`, error);
      this.#step({ type: 'cannot', attempt, reason: 'refused' });
    });
  }

  async #begin(rung: Rung, attempt: number, scope: Scope): Promise<void> {
    const { platform, tracks, call, sound, onTried } = this.#options;
    const { wanted: display, mayInterrupt } = this.#ladder.value;
    const expired = (): Error => new Error('it does not say whether it can');
    const { clock } = platform;
    const capability = await within(rung.can(display), { clock, limit: CAN_WITHIN, signal: scope.signal, expired });
    if (scope.closed) return;
    if (!capability.can) return this.#step({ type: 'cannot', attempt, reason: capability.why });
    const session = rung.open({ display, mayInterrupt, tracks, call, sound, scope });
    this.#session.set(session);
    scope.add(() => this.#session.set(null));
    const { way } = rung;
    let shown = false;
    const look = (): void => {
      const { codecs = null } = session;
      const state = session.state.value;
      if (state.state === 'showing' && !shown) {
        shown = true;
        const { width, height } = state;
        onTried({ display, way, result: 'shown', size: { width, height }, codecs });
      }
      if (state.state === 'failed') {
        platform.log.log('info', `a call is not on ${display} by ${way}: ${state.reason}`);
        if (!shown) onTried({ display, way, result: state.reason, size: null, codecs });
      }
      this.#step({ type: 'state', attempt, state });
    };
    scope.add(session.state.subscribe(look));
    look();
  }

  /** What takes too long to be put back goes on by itself. */
  async #close(limit: Millis): Promise<void> {
    const { clock } = this.#options.platform;
    const closing = this.#open?.scope.close();
    this.#open = null;
    if (!closing) return;
    const closed = new AbortController();
    void closing.then(() => closed.abort());
    await pause(clock, limit, closed.signal);
  }
}
