import type { Millis } from '../../call/call.ts';
import { Store } from '../../platform/readable.ts';
import { isInUse, volumeOf } from '../cast/media-player.ts';
import type { Capability, DisplayFailure, DisplaySession, DisplayState } from '../displays.ts';
import type { Rung, RungOpening, RungTools } from '../rung.ts';
import type { DisplayId } from '../view.ts';
import { isOff, playerBefore, putPlayerBack } from './player.ts';
import { canOpenStreams } from './players.ts';

export interface CameraRungOptions extends Pick<RungTools, 'home' | 'platform'> {
  /** Entity id of the camera whose picture is shown. */
  readonly camera: string;
  /** The integration that a media player is of; null: not known. */
  readonly integrationOf: (display: DisplayId) => Promise<string | null>;
}

/** `CameraEntityFeature.STREAM` of Home Assistant. */
const STREAM = 2;
/** Home Assistant makes its stream first. */
const PLAYS_WITHIN: Millis = 15_000;
/** HLS of Home Assistant, as measured (bench/RESULTS.md). */
const BEHIND: Millis = 14_000;

/**
 * A camera of Home Assistant on any media player that it can stream to, by `camera.play_stream`: no sound, and far
 * behind. Good for seeing who stands at the door, and not for talking with somebody.
 */
export class CameraRung implements Rung {
  readonly way = 'camera';
  readonly #options: CameraRungOptions;

  constructor(options: CameraRungOptions) {
    this.#options = options;
  }

  async can(display: DisplayId): Promise<Capability> {
    const { home, camera, integrationOf } = this.#options;
    const states = home.states.value;
    const player = canOpenStreams(states, display, await integrationOf(display));
    if (!player.can) return player;
    const entity = states[camera];
    if (!entity || entity.state === 'unavailable') return { can: false, why: 'no_entity' };
    const features = Number(entity.attributes['supported_features'] ?? 0);
    return (features & STREAM) !== 0 ? { can: true } : { can: false, why: 'no_player' };
  }

  open(opening: RungOpening): DisplaySession {
    return new CameraSession({ ...this.#options, ...opening });
  }
}

type SessionOptions = CameraRungOptions & RungOpening;

class CameraSession implements DisplaySession {
  readonly state = new Store<DisplayState>({ state: 'starting' });
  readonly volume: Store<number | null>;
  readonly #options: SessionOptions;
  /** Home Assistant has been asked to play it. */
  #asked = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { home, display, platform, scope } = options;
    this.volume = new Store(volumeOf(home.states.value[display]));
    scope.add(home.states.subscribe(() => this.#look()));
    this.#start().catch((error: unknown) => {
      if (scope.closed) return;
      platform.log.log('warn', `a camera could not be shown on ${display}`, error);
      this.#fail('refused');
    });
  }

  async setVolume(volume: number): Promise<void> {
    const { home, display } = this.#options;
    await home.callService('media_player', 'volume_set', { volume_level: volume }, display);
  }

  async #start(): Promise<void> {
    const { home, display, camera, mayInterrupt, platform, scope } = this.#options;
    const entity = home.states.value[display];
    if (!entity) return this.#fail('no_entity');
    // Nobody has asked for it to be turned on.
    if (isOff(entity) && !('app_id' in entity.attributes)) return this.#fail('unavailable');
    if (isInUse(entity) && !mayInterrupt) return this.#fail('in_use');
    const before = playerBefore(entity);
    scope.add(() => putPlayerBack(home, display, before, (playing) => playing.includes('/api/hls/')));
    scope.add(platform.clock.after(PLAYS_WITHIN, () => this.#late()));
    await home.callService('camera', 'play_stream', { media_player: display, format: 'hls' }, camera);
    this.#asked = true;
    this.#look();
  }

  #look(): void {
    const { home, display } = this.#options;
    const entity = home.states.value[display];
    this.volume.set(volumeOf(entity));
    const { state } = this.state.value;
    if (!this.#asked || !entity || state === 'failed') return;
    if (state === 'starting' && entity.state === 'playing')
      this.state.set({ state: 'showing', width: 0, height: 0, soundBlocked: true, behind: BEHIND });
    else if (state === 'showing' && (entity.state === 'idle' || isOff(entity))) this.#fail('switched_off');
  }

  #late(): void {
    if (this.state.value.state === 'starting') this.#fail('not_played');
  }

  #fail(reason: DisplayFailure): void {
    if (this.state.value.state !== 'failed') this.state.set({ state: 'failed', reason });
  }
}
