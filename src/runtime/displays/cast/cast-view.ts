import type { Millis } from '../../call/call.ts';
import type { HomeAssistant } from '../../home-assistant/home-assistant.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Readable, Store } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import { until } from '../../platform/until.ts';
import type { Codec } from '../codecs.ts';
import type { DisplayFailure, DisplaySession, DisplayState } from '../displays.ts';
import type { LinkChannel } from './channel.ts';
import { helperChannel } from './helper-channel.ts';
import { notificationChannel } from './notification-channel.ts';
import { twice } from '../twice.ts';
import type { DisplayId, DisplayView, TvView } from '../view.ts';
import {
  type Before,
  isInUse,
  isLeftByUs,
  putBack,
  showsHomeAssistant,
  showView,
  stateBefore,
  volumeOf,
} from './media-player.ts';
import { importSecret, kindOf, newSecret } from './seal.ts';
import { type CastCall, CastSender, type CastState } from './sender.ts';
import type { CastTracks } from './sending-peer.ts';

export type LastTry = (display: DisplayId) => Promise<DisplayView['last'] | undefined>;

export interface CastViewOptions {
  readonly home: Pick<HomeAssistant, 'states' | 'connected' | 'user' | 'callService' | 'subscribeOnce'>;
  readonly entityId: string;
  readonly view: TvView;
  /** The `_link` helper of the station; null: there is none, and a notification takes its place. */
  readonly linkEntityId: string | null;
  readonly tracks: Readable<CastTracks>;
  readonly call: Readable<CastCall>;
  /** Somebody said that what it plays now may stop. */
  readonly mayInterrupt: boolean;
  /** What came of the last try of a display on this device. */
  readonly lastTry: LastTry;
  readonly random: (count: number) => Uint8Array;
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  /** Of this display session: closing it tells the TV, and puts the media player back. */
  readonly scope: Scope;
}

const AGAIN_AFTER: Millis = 5_000;
/** How long a media player must say that our page is not there, before anything was heard of the page. */
const OFF_FOR: Millis = 2_500;
/** How long a TV may take to say that it has begun, from when Home Assistant has taken it. */
const LAUNCHED_WITHIN: Millis = 3_000;
/** How long Home Assistant may take to say that it has ended. */
const GONE_WITHIN: Millis = 1_500;

/** Shows a call on a TV: our card in a view of Home Assistant's cast receiver, media over a connection of its own. */
export function openCastView(options: CastViewOptions): DisplaySession {
  return new CastView(options);
}

class CastView implements DisplaySession {
  readonly state = new Store<DisplayState>({ state: 'starting' });
  readonly volume: Store<number | null>;
  readonly #options: CastViewOptions;
  /** Whether our page has been what the TV shows. */
  #launched = false;
  /** What is to be done once it is. */
  #begun: () => void = () => {};
  /** The media player says that our page is not what it shows; while the page itself speaks, that is not believed. */
  #isSaidToBeOff = false;
  #cancelOff: (() => void) | null = null;
  #sender: CastSender | null = null;
  /** What it is to be put back to; null: nothing was done to it yet. */
  #before: Before | null = null;
  /** Whether Home Assistant took it that our page is to be shown, and when it did; null: it was not asked yet. */
  #asked: Promise<Millis | null> | null = null;

  constructor(options: CastViewOptions) {
    this.#options = options;
    const { home, entityId, scope, platform } = options;
    this.volume = new Store(volumeOf(this.#entity));
    scope.add(home.states.subscribe(() => this.#look()));
    scope.add(() => this.#cancelOff?.());
    this.#start().catch((error: unknown) => {
      if (scope.closed) return;
      platform.log.log('warn', `a call could not be shown on ${entityId}`, error);
      this.#fail('refused');
    });
  }

  get codecs(): readonly Codec[] | null {
    return this.#sender?.codecs ?? null;
  }

  async setVolume(volume: number): Promise<void> {
    const { home, entityId } = this.#options;
    // One that was off did not say how loud it was: what it has been since is how it was.
    this.#before &&= { volume: this.#before.volume ?? this.volume.value };
    await home.callService('media_player', 'volume_set', { volume_level: volume }, entityId);
  }

  get #entity() {
    const { home, entityId } = this.#options;
    return home.states.value[entityId];
  }

  async #start(): Promise<void> {
    const { home, entityId, view, tracks, call, mayInterrupt, lastTry, random, platform, scope } = this.#options;
    const entity = this.#entity;
    if (!entity) return this.#fail('no_entity');
    if (!mayInterrupt && isInUse(entity) && !isLeftByUs(entity, await lastTry(entityId))) return this.#fail('in_use');
    const secret = newSecret(random);
    const key = await importSecret(secret);
    const helper = this.#helper();
    const channel = helper ?? (await notificationChannel(home, key, platform.clock, scope));
    if (scope.closed) return;
    if (channel.text.value === null) return this.#fail('no_channel');
    this.#before = stateBefore(entity);
    scope.add(() => this.#putBack(channel));
    // What another session has left there is not for this one.
    if (channel.text.value !== '') await channel.write('');
    if (scope.closed) return;
    const sender = new CastSender({ channel, secret: key, tracks, call, platform, scope });
    this.#sender = sender;
    scope.add(sender.state.subscribe((state) => this.#follow(state)));
    const invitation = helper ? secret : `${secret}~n`;
    const show = (): Promise<void> => showView(home, entityId, view, invitation);
    // What was asked for while a TV starts is kept by Home Assistant, and of several calls the oldest is shown last.
    const again = (): void => {
      if (!this.#launched || this.#isSaidToBeOff) return;
      if (sender.state.value.state === 'waiting') show().catch(() => {});
    };
    this.#begun = () => scope.add(platform.clock.after(AGAIN_AFTER, again));
    if (this.#launched) this.#begun();
    const asking = show();
    this.#asked = asking.then(
      () => platform.clock.now(),
      () => null,
    );
    await asking;
  }

  /** null: there is none (any more). */
  #helper(): LinkChannel | null {
    const { home, linkEntityId, platform, scope } = this.#options;
    if (linkEntityId === null) return null;
    const channel = helperChannel(home, linkEntityId, platform.clock, scope);
    return channel.text.value === null ? null : channel;
  }

  async #putBack(channel: LinkChannel): Promise<void> {
    const { home, entityId, platform } = this.#options;
    const before = this.#before;
    if (!before) return;
    const askedAt = this.#launched ? null : await this.#asked;
    const left = askedAt === null ? 0 : LAUNCHED_WITHIN - (platform.clock.now() - askedAt);
    // Home Assistant says that it was done before the TV has begun to do it.
    if (left > 0) await this.#shows(true, left);
    await twice(() => putBack(home, entityId, before), platform.clock);
    // What comes next there would take what is left of ours for somebody else's.
    await this.#shows(false, GONE_WITHIN);
    // A page that was late has said that it is there, to nobody.
    const { value } = channel.text;
    if (value !== null && kindOf(value)) await channel.write('').catch(() => {});
  }

  /** Resolves when Home Assistant's page is there, or is not, as Home Assistant says; or after a while. */
  async #shows(wanted: boolean, limit: Millis): Promise<void> {
    const { home, platform } = this.#options;
    const { clock } = platform;
    await until(home.states, () => showsHomeAssistant(this.#entity) === wanted, { clock, limit });
  }

  #follow(state: CastState): void {
    if (this.state.value.state === 'failed') return;
    if (state.state === 'failed') this.#fail(state.reason);
    else if (state.state === 'lost' && this.#isSaidToBeOff) this.#fail('switched_off');
    else if (state.state === 'showing' || state.state === 'lost') this.state.set(state);
  }

  #look(): void {
    const entity = this.#entity;
    this.volume.set(volumeOf(entity));
    // While Home Assistant starts again there is no entity, or one that knows nothing: the call on the TV goes on.
    if (!entity || entity.state === 'unavailable') return;
    this.#isSaidToBeOff = this.#launched && !showsHomeAssistant(entity);
    if (!this.#launched && showsHomeAssistant(entity)) {
      this.#launched = true;
      this.#sender?.launched();
      this.#begun();
    }
    if (!this.#isSaidToBeOff) {
      this.#cancelOff?.();
      this.#cancelOff = null;
      return;
    }
    if (this.state.value.state === 'lost') return this.#fail('switched_off');
    // What played before may be told once more while our page begins; while the page speaks, it is not believed at all.
    this.#cancelOff ??= this.#options.platform.clock.after(OFF_FOR, () => {
      if (this.state.value.state !== 'showing') this.#fail('switched_off');
    });
  }

  #fail(reason: DisplayFailure): void {
    if (this.state.value.state !== 'failed') this.state.set({ state: 'failed', reason });
  }
}
