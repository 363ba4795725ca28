import type { CallMediaView, CallView } from '../api.ts';
import type { CallId } from '../call/call.ts';
import type { CastCall } from '../displays/cast/sender.ts';
import type { CastTracks } from '../displays/cast/sending-peer.ts';
import { Climb, type Tried } from '../displays/climb.ts';
import { isHeardThere, placeOf } from '../displays/ladder.ts';
import type { Rung } from '../displays/rung.ts';
import { type CallDisplayView, type DisplayId, type DisplaySound, THIS_DEVICE } from '../displays/view.ts';
import type { EntityStates } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import { Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { DeviceSettings } from '../settings/device-settings.ts';
import type { Station } from '../storage/storage.ts';
import { nameOf } from './list.ts';
import { Voices } from './voices.ts';
import { displayTracks, displayWords } from './words.ts';

export interface CallScreenOptions {
  readonly call: CallView;
  readonly media: CallMediaView;
  readonly rungs: readonly Rung[];
  /** The ways to say that somebody calls, best first. */
  readonly announcing: readonly Rung[];
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  readonly station: () => Station;
  readonly hideNames: () => DeviceSettings['hideNames'];
  readonly states: () => EntityStates;
  readonly areaOf: (display: DisplayId) => string;
  readonly onChange: () => void;
  readonly onTried: (tried: Tried) => void;
  /** Of the call, as far as screens go. */
  readonly scope: Scope;
}

/** One call and the screen that it is on. */
export class CallScreen {
  readonly callId: CallId;
  readonly #options: CallScreenOptions;
  readonly #tracks: Store<CastTracks>;
  readonly #words: Store<CastCall>;
  readonly #climb: Climb;
  readonly #voices = new Voices();
  #call: CallView;
  readonly #sound: Store<DisplaySound>;
  /** Nobody has answered yet: the display says that somebody calls, and no more. */
  #announces: boolean;
  /** Somebody has wanted the call elsewhere: from then on it is said where it is. */
  #wanted = false;

  constructor(options: CallScreenOptions) {
    const { call, media, platform, scope, onChange } = options;
    this.#options = options;
    scope.add(() => this.#voices.close());
    this.callId = call.id;
    this.#call = call;
    this.#announces = call.phase === 'ringing-in';
    this.#sound = new Store(options.station().displaySound);
    this.#tracks = new Store(this.#tracksNow());
    this.#words = new Store(this.#wordsNow(false));
    this.#climb = new Climb({
      rungs: () => (this.#announces ? options.announcing : options.rungs),
      tracks: this.#tracks,
      call: this.#words,
      sound: this.#sound,
      platform,
      onTried: (tried) => options.onTried(tried),
      scope,
    });
    for (const part of [media.remote, media.preview]) scope.add(part.subscribe(() => this.#update()));
    const changed = (): void => {
      this.#update();
      onChange();
    };
    scope.add(this.#climb.ladder.subscribe(changed));
    let stop = (): void => {};
    scope.add(
      this.#climb.session.subscribe((session) => {
        stop();
        stop = session?.volume.subscribe(onChange) ?? (() => {});
        onChange();
      }),
    );
    scope.add(() => stop());
  }

  /** Says that somebody calls. */
  announce(display: DisplayId): void {
    this.#climb.want(display, false);
  }

  want(display: DisplayId, mayInterrupt: boolean): void {
    this.#wanted = true;
    // What shows a ring may go on to show the call, but for a picture that Home Assistant streams.
    const isCamera = this.#climb.way === 'camera';
    this.#announces = false;
    this.#update();
    if (isCamera) this.#climb.want(THIS_DEVICE, false);
    this.#climb.want(display, mayInterrupt || isCamera);
    this.#options.onChange();
  }

  /** Somebody has answered, and the call does not go on there. */
  quiet(): void {
    this.#climb.want(THIS_DEVICE, false);
  }

  hear(sound: DisplaySound): void {
    this.#sound.set(sound);
    this.#update();
    this.#options.onChange();
  }

  dismiss(): void {
    this.#climb.dismiss();
  }

  /** @returns false: it is on no display whose volume could be set. @throws HomeAssistantError */
  async setVolume(volume: number): Promise<boolean> {
    const session = this.#climb.session.value;
    await session?.setVolume(volume);
    return session !== null;
  }

  /** The call has changed. */
  follow(call: CallView): void {
    this.#call = call;
    this.#update();
  }

  /** undefined: it is here, as if there were no displays. */
  get view(): CallDisplayView | undefined {
    if (!this.#wanted) return undefined;
    const { states, areaOf } = this.#options;
    const ladder = this.#climb.ladder.value;
    const { wanted, state, failure } = ladder;
    const { way } = this.#climb;
    const named = (display: DisplayId): string => {
      const entity = states()[display];
      return entity ? nameOf(entity) : display;
    };
    const isShowing = state.state === 'showing' && ladder.rung !== null;
    return {
      wanted,
      name: wanted === THIS_DEVICE ? '' : named(wanted),
      area: areaOf(wanted),
      state: placeOf(ladder),
      way: way === 'camera' ? null : way,
      sound: this.#sound.value,
      heardHere: !(this.#isForThere && isHeardThere(ladder)),
      soundBlocked: isShowing && state.soundBlocked,
      volume: this.#climb.session.value?.volume.value ?? null,
      behind: isShowing ? (state.behind ?? null) : null,
      failure: failure && { ...failure, name: named(failure.display) },
    };
  }

  /** Somebody wants to hear it there, and not as loud as nothing. */
  get #isForThere(): boolean {
    return this.#sound.value === 'display' && this.#options.station().displayLevel > 0;
  }

  #update(): void {
    const tracks = this.#tracksNow();
    const before = this.#tracks.value;
    if (tracks.audio !== before.audio || tracks.picture !== before.picture || tracks.preview !== before.preview) {
      this.#tracks.set(tracks);
    }
    // Told to sound when it shows, and no longer than that: until then the sound is here.
    const words = this.#wordsNow(this.#isForThere && placeOf(this.#climb.ladder.value) === 'there');
    if (JSON.stringify(words) !== JSON.stringify(this.#words.value)) this.#words.set(words);
  }

  #tracksNow(): CastTracks {
    const { media } = this.#options;
    // What rings has no media that anybody may see or hear; what stays here is sent nowhere.
    const isForOthers = this.#wanted && this.#call.phase !== 'ringing-in';
    if (!isForOthers) return { audio: null, picture: null, preview: null };
    const remote = media.remote.value;
    const preview = this.#call.sending.video ? media.preview.value : null;
    return displayTracks(remote, preview, this.#voices.of(remote));
  }

  #wordsNow(sound: boolean): CastCall {
    const { media, platform, station, hideNames, states } = this.#options;
    return displayWords(this.#call, {
      station: station(),
      hideNames: hideNames(),
      remote: media.remote.value,
      states: states(),
      sound,
      now: platform.clock.now(),
    });
  }
}
