import type { Millis } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import { Store } from '../../platform/readable.ts';
import { Scope } from '../../platform/scope.ts';
import type { Codec } from '../codecs.ts';
import { LinkError } from './bytes.ts';
import type { LinkChannel } from './channel.ts';
import { SAYS_EVERY, type ToKiosk, type ToTv, type TvCall, type TvRing } from './control.ts';
import { ReceivingPeer, type TvMedia } from './receiving-peer.ts';
import { packReady } from './ready.ts';
import { type LinkSecret, kindOf, open, seal } from './seal.ts';

/** What the TV shows. */
export type TvState =
  /** For the kiosk to offer the call. */
  | { readonly state: 'waiting' }
  | { readonly state: 'showing'; readonly call: TvCall | TvRing; readonly media: TvMedia }
  /** The kiosk has been silent for a while; the last picture stays. */
  | { readonly state: 'lost'; readonly call: TvCall | TvRing; readonly media: TvMedia }
  | { readonly state: 'over'; readonly reason: TvEnd };

/** `ended`: the kiosk says so. `kiosk_gone`: it did not come back. `not_invited`: nobody offers a call to this page. */
export type TvEnd = 'ended' | 'kiosk_gone' | 'not_invited' | 'other_version';

export interface CastReceiverOptions {
  readonly channel: LinkChannel;
  readonly secret: LinkSecret;
  /** What this browser decodes. */
  readonly codecs: readonly Codec[];
  /** What the page shows now, for the kiosk. */
  readonly playing: () => Omit<ToKiosk, 'type'>;
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  readonly random: (count: number) => Uint8Array;
  readonly scope: Scope;
}

interface Connection {
  readonly peer: ReceivingPeer;
  readonly scope: Scope;
}

/** The kiosk answers within a second; a helper that was not there yet, or was overwritten, is written again. */
const AGAIN_AFTER: Millis = 3_000;
const LOST_AFTER: Millis = 3_000;
/** A page that stood still runs its timers before it hears what has come meanwhile: that is waited for. */
const HEARS_WITHIN: Millis = 300;
const GONE_AFTER: Millis = 15_000;
/** How often a page says what it shows within its first second. */
const EARLY = 5;

/**
 * The TV's end of a display session: says that it is there, takes what the kiosk offers, and says so again whenever the
 * kiosk has fallen silent. Only receives. Without the secret of the session nobody talks to it.
 */
export class CastReceiver {
  readonly state = new Store<TvState>({ state: 'waiting' });
  readonly #options: CastReceiverOptions;
  /** The seal of what was said last: only an answer to that is taken. */
  #said: Uint8Array | null = null;
  #peer: Connection | null = null;
  /** For the first offer: what can be made before is not waited for then. Later ones are for another network, maybe. */
  #spare: Connection | null;
  #call: TvCall | TvRing | null = null;
  #turn: Promise<void> = Promise.resolve();
  #cancels = new Map<'again' | 'lost' | 'gone' | 'say', () => void>();

  constructor(options: CastReceiverOptions) {
    this.#options = options;
    const { channel, codecs, scope } = options;
    this.#spare = codecs.length > 0 ? this.#prepare() : null;
    scope.add(() => this.#over('ended'));
    scope.add(channel.text.subscribe((text) => this.#hear(text)));
    this.#after('gone', GONE_AFTER, () => void this.#over('not_invited'));
    this.#next(() => this.#ready());
  }

  async #ready(): Promise<void> {
    const { channel, secret, codecs, random, platform } = this.#options;
    this.#after('again', AGAIN_AFTER, () => this.#next(() => this.#ready()));
    const { text, seal: said } = await seal('ready', packReady({ codecs }, random), secret);
    this.#said = said;
    // Right after a restart of Home Assistant there is no helper yet: it is said again.
    await channel
      .write(text)
      .catch((error: unknown) => platform.log.log('info', 'the helper takes nothing yet', error));
  }

  #hear(text: string | null): void {
    if (text === null || kindOf(text) !== 'offer') return;
    this.#next(() => this.#take(text));
  }

  async #take(text: string): Promise<void> {
    const { channel, secret, scope } = this.#options;
    if (!this.#said) return;
    const offer = await open(text, secret, this.#said);
    this.#said = null;
    this.#cancel('again');
    await this.#peer?.scope.close();
    this.#peer = this.#spare ?? this.#prepare();
    this.#spare = null;
    const { peer, scope: own } = this.#peer;
    const { text: answer } = await seal('answer', await peer.answer(offer.body), secret, offer.seal);
    if (scope.closed) return own.close();
    await channel.write(answer, text);
    this.#quiet();
    this.#report();
  }

  #prepare(): Connection {
    const { platform } = this.#options;
    const scope = new Scope((error) => platform.log.log('error', 'releasing the connection to the kiosk', error));
    const peer = new ReceivingPeer({
      clock: platform.clock,
      scope,
      heard: (message) => this.#heard(message),
      misunderstood: (error) => platform.log.log('warn', 'the connection to the kiosk', error),
      changed: () => this.#show(),
    });
    return { peer, scope };
  }

  #heard(message: ToTv): void {
    if (message.type === 'bye') return void this.#over('ended');
    this.#call = message;
    this.#quiet();
    this.#show();
  }

  /** It has been heard just now. */
  #quiet(): void {
    this.#cancel('gone');
    const silent = (): void => {
      this.#after('gone', GONE_AFTER - LOST_AFTER, () => void this.#over('kiosk_gone'));
      if (this.#peer && this.#call) this.state.set({ state: 'lost', call: this.#call, media: this.#peer.peer.media });
      this.#next(() => this.#ready());
    };
    this.#after('lost', LOST_AFTER - HEARS_WITHIN, () => this.#after('lost', HEARS_WITHIN, silent));
  }

  #show(): void {
    const { value } = this.state;
    if (!this.#peer || value.state === 'over' || !this.#call) return;
    this.state.set({ state: 'showing', call: this.#call, media: this.#peer.peer.media });
  }

  /** @param early how many more are said sooner: the call is seen on the kiosk until it hears of pictures here */
  #report(early = EARLY): void {
    this.#after('say', early > 0 ? SAYS_EVERY / EARLY : SAYS_EVERY, () => {
      const playing = this.#options.playing();
      this.#peer?.peer.say({ type: 'playing', ...playing });
      this.#report(playing.frames > 0 ? 0 : Math.max(0, early - 1));
    });
  }

  async #over(reason: TvEnd): Promise<void> {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
    if (this.state.value.state !== 'over') this.state.set({ state: 'over', reason });
    const [peer, spare] = [this.#peer, this.#spare];
    [this.#peer, this.#spare] = [null, null];
    await Promise.all([peer?.scope.close(), spare?.scope.close()]);
  }

  /** One after the other; what is refused changes nothing. */
  #next(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(async () => {
      const { scope, platform } = this.#options;
      if (scope.closed || this.state.value.state === 'over') return;
      try {
        await work();
      } catch (error) {
        if (scope.closed) return;
        platform.log.log('warn', 'a text of the kiosk was refused', error instanceof Error ? error.message : '');
        if (error instanceof LinkError && error.problem === 'version') await this.#over('other_version');
      }
    });
  }

  #after(name: 'again' | 'lost' | 'gone' | 'say', limit: Millis, task: () => void): void {
    this.#cancel(name);
    this.#cancels.set(name, this.#options.platform.clock.after(limit, task));
  }

  #cancel(name: 'again' | 'lost' | 'gone' | 'say'): void {
    this.#cancels.get(name)?.();
    this.#cancels.delete(name);
  }
}
