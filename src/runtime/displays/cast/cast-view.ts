import type { HomeAssistant } from '../../home-assistant/home-assistant.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Readable, Store } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import type { DisplayFailure, DisplaySession, DisplayState } from '../displays.ts';
import { helperChannel } from './helper-channel.ts';
import type { TvView } from '../view.ts';
import { isInUse, putBack, showsHomeAssistant, showView, stateBefore, volumeOf } from './media-player.ts';
import { importSecret, newSecret } from './seal.ts';
import { type CastCall, CastSender, type CastState } from './sender.ts';
import type { CastTracks } from './sending-peer.ts';

export interface CastViewOptions {
  readonly home: Pick<HomeAssistant, 'states' | 'user' | 'callService'>;
  readonly entityId: string;
  readonly view: TvView;
  /** The `_link` helper of the station. */
  readonly linkEntityId: string;
  readonly tracks: Readable<CastTracks>;
  readonly call: Readable<CastCall>;
  /** Somebody said that what it plays now may stop. */
  readonly mayInterrupt: boolean;
  readonly random: (count: number) => Uint8Array;
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  /** Of this display session: closing it tells the TV, and puts the media player back. */
  readonly scope: Scope;
}

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

  constructor(options: CastViewOptions) {
    this.#options = options;
    const { home, entityId, scope, platform } = options;
    this.volume = new Store(volumeOf(this.#entity));
    scope.add(home.states.subscribe(() => this.#look()));
    this.#start().catch((error: unknown) => {
      if (scope.closed) return;
      platform.log.log('warn', `a call could not be shown on ${entityId}`, error);
      this.#fail('refused');
    });
  }

  async setVolume(volume: number): Promise<void> {
    const { home, entityId } = this.#options;
    await home.callService('media_player', 'volume_set', { volume_level: volume }, entityId);
  }

  get #entity() {
    const { home, entityId } = this.#options;
    return home.states.value[entityId];
  }

  async #start(): Promise<void> {
    const { home, entityId, view, linkEntityId, tracks, call, mayInterrupt, random, platform, scope } = this.#options;
    const entity = this.#entity;
    if (!entity) return this.#fail('no_entity');
    if (isInUse(entity) && !mayInterrupt) return this.#fail('in_use');
    const channel = helperChannel(home, linkEntityId, platform.clock, scope);
    if (channel.text.value === null) return this.#fail('no_helper');
    const secret = newSecret(random);
    const key = await importSecret(secret);
    if (scope.closed) return;
    const before = stateBefore(entity);
    scope.add(() => putBack(home, entityId, before));
    // What another session has left there is not for this one.
    if (channel.text.value !== '') await channel.write('');
    if (scope.closed) return;
    const sender = new CastSender({ channel, secret: key, tracks, call, platform, scope });
    scope.add(sender.state.subscribe((state) => this.#follow(state)));
    await showView(home, entityId, view, secret);
  }

  #follow(state: CastState): void {
    if (this.state.value.state === 'failed') return;
    if (state.state === 'failed') this.#fail(state.reason);
    else if (state.state === 'showing' || state.state === 'lost') this.state.set(state);
  }

  #look(): void {
    const entity = this.#entity;
    this.volume.set(volumeOf(entity));
    const shows = showsHomeAssistant(entity);
    // The media player says so late and now and then twice; what counts is that it was there and is gone.
    if (shows) this.#launched = true;
    else if (this.#launched && entity?.state !== 'unavailable') this.#fail('switched_off');
  }

  #fail(reason: DisplayFailure): void {
    if (this.state.value.state !== 'failed') this.state.set({ state: 'failed', reason });
  }
}
