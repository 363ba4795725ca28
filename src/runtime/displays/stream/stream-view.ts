import type { Millis } from '../../call/call.ts';
import { Store } from '../../platform/readable.ts';
import { isInUse, volumeOf } from '../cast/media-player.ts';
import type { DisplayFailure, DisplaySession, DisplayState } from '../displays.ts';
import type { RungOpening, RungTools } from '../rung.ts';
import { twice } from '../twice.ts';
import { type Audience, audienceState, look, nobody } from './audience.ts';
import type { StreamFormat } from './formats.ts';
import { type Go2rtc, Go2rtcError } from './go2rtc.ts';
import { isOff, play, playerBefore, putPlayerBack, wake } from './player.ts';
import { formatFor } from './players.ts';
import { Publisher } from './publisher.ts';
import { oldStreams, streamName } from './stream-name.ts';

export interface StreamViewOptions extends RungOpening, RungTools {
  readonly server: Go2rtc;
  /** The integration that the media player is of; null: not known. */
  readonly integration: Promise<string | null>;
}

const LOOK_EVERY: Millis = 400;
/** From being told to play until the player fetches: a TV that has been woken is slow. */
const FETCHES_WITHIN: Millis = 15_000;
const BACK_WITHIN: Millis = 12_000;
/** From the first bytes until pictures: what the player is behind, and some more that it takes to begin. */
const BEGINS_WITHIN: Millis = 1_000;

/** Shows a call on a media player by way of a go2rtc: published there by this browser, and played from there. */
export function openStreamView(options: StreamViewOptions): DisplaySession {
  return new StreamView(options);
}

class StreamView implements DisplaySession {
  readonly state = new Store<DisplayState>({ state: 'starting' });
  readonly volume: Store<number | null>;
  readonly #options: StreamViewOptions;
  readonly #name: string;
  #format: StreamFormat | null = null;
  /** What the player was told to play last. */
  #address: string | null = null;
  #audience: Audience;
  /** Whether Home Assistant has said that the player plays, since it was told to. */
  #played = false;
  #cancelDeadline: () => void = () => {};

  constructor(options: StreamViewOptions) {
    this.#options = options;
    const { home, platform, sound, scope } = options;
    const now = platform.clock.now();
    this.#name = streamName(now, platform.id());
    this.#audience = nobody(now);
    this.volume = new Store(volumeOf(this.#entity));
    scope.add(() => this.#cancelDeadline());
    scope.add(home.states.subscribe(() => this.#lookAtPlayer()));
    this.#start().then(
      () => scope.add(sound.subscribe(() => void this.#hear())),
      (error: unknown) => this.#failed(error),
    );
  }

  async setVolume(volume: number): Promise<void> {
    const { home, display } = this.#options;
    await home.callService('media_player', 'volume_set', { volume_level: volume }, display);
  }

  get #entity() {
    const { home, display } = this.#options;
    return home.states.value[display];
  }

  async #start(): Promise<void> {
    const { home, display, mayInterrupt, platform, server, scope } = this.#options;
    const { clock } = platform;
    const entity = this.#entity;
    if (!entity) return this.#fail('no_entity');
    if (isInUse(entity) && !mayInterrupt) return this.#fail('in_use');
    const publisher = new Publisher({ ...this.#options, clock, broken: () => this.#fail('no_connection') });
    const [offer] = await Promise.all([publisher.offer(), this.#makeStream()]);
    if (scope.closed) return;
    await publisher.take(await server.publish(this.#name, offer, scope.signal));
    const before = playerBefore(entity);
    const isOurs = (playing: string): boolean => playing === this.#address;
    const putBack = () => putPlayerBack(home, display, before, this.#address === null ? null : isOurs);
    scope.add(() => twice(putBack, clock));
    await wake(home, display, clock, scope.signal);
    if (scope.closed) return;
    await this.#play();
    this.#watch(publisher);
  }

  /** Takes away those that nobody has tidied up, too. */
  async #makeStream(): Promise<void> {
    const { platform, server, scope } = this.#options;
    const { clock, log } = platform;
    scope.add(() =>
      server.remove(this.#name, new AbortController().signal).catch((error: unknown) => {
        log.log('info', 'a stream could not be removed', error);
      }),
    );
    await server.create(this.#name, scope.signal);
    const tidy = async (): Promise<void> => {
      for (const name of oldStreams(await server.names(scope.signal), clock.now())) {
        const { published } = await server.report(name, scope.signal);
        if (!published) await server.remove(name, scope.signal);
      }
    };
    // It makes no difference to this call.
    tidy().catch(() => {});
  }

  /** Has the player fetch the stream in the format that fits where the call is to be heard. */
  async #play(): Promise<void> {
    const { home, display, server, integration, sound } = this.#options;
    const format = formatFor(await integration, sound.value === 'display');
    this.#format = format;
    this.#address = server.address(format.path, { src: this.#name, ...format.query });
    this.#audience = nobody(this.#options.platform.clock.now());
    this.#within(FETCHES_WITHIN, 'not_played');
    await play(home, display, this.#address, format);
  }

  /** Where it is to be heard has changed: some players need another stream for that. Meanwhile the call is seen here. */
  async #hear(): Promise<void> {
    const { sound, integration, scope } = this.#options;
    const format = formatFor(await integration, sound.value === 'display');
    if (scope.closed || this.state.value.state === 'failed' || format === this.#format) return;
    if (this.state.value.state === 'showing') this.state.set({ state: 'lost' });
    await this.#play().catch((error: unknown) => this.#failed(error));
  }

  #watch(publisher: Publisher): void {
    const { platform, server, scope } = this.#options;
    let cancel = (): void => {};
    const lookOnce = async (): Promise<void> => {
      const report = await server.report(this.#name, scope.signal).catch(() => null);
      if (scope.closed || this.state.value.state === 'failed') return;
      this.#audience = look(this.#audience, report, platform.clock.now());
      await this.#judge(publisher);
      again();
    };
    const again = (): void => {
      cancel = platform.clock.after(LOOK_EVERY, () => {
        lookOnce().catch((error: unknown) => this.#failed(error));
      });
    };
    again();
    scope.add(() => cancel());
  }

  async #judge(publisher: Publisher): Promise<void> {
    const { state } = this.state.value;
    const { clock } = this.#options.platform;
    const audience = audienceState(this.#audience);
    if (audience === 'gone') return this.#fail('server_away');
    if (audience === 'nobody') {
      if (state !== 'showing') return;
      if (this.#isStopped) return this.#fail('switched_off');
      this.state.set({ state: 'lost' });
      return this.#within(BACK_WITHIN, 'gone');
    }
    const format = this.#format;
    const since = this.#audience.since ?? clock.now();
    if (state === 'showing' || !format || clock.now() - since < format.behind + BEGINS_WITHIN) return;
    const { width, height } = await publisher.size();
    if (this.#options.scope.closed) return;
    this.#cancelDeadline();
    this.state.set({ state: 'showing', width, height, soundBlocked: !format.sound, behind: format.behind });
  }

  #lookAtPlayer(): void {
    const entity = this.#entity;
    this.volume.set(volumeOf(entity));
    if (entity?.state === 'playing' && this.#address !== null) this.#played = true;
    // While the player fetches it plays, whatever Home Assistant says of it.
    if (this.state.value.state === 'lost' && this.#isStopped) this.#fail('switched_off');
  }

  /** By somebody: Home Assistant has said that it played. */
  get #isStopped(): boolean {
    const entity = this.#entity;
    return this.#played && entity !== undefined && (entity.state === 'idle' || isOff(entity));
  }

  #within(limit: Millis, reason: DisplayFailure): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#options.platform.clock.after(limit, () => this.#fail(reason));
  }

  #failed(error: unknown): void {
    const { scope, display, platform } = this.#options;
    if (scope.closed) return;
    platform.log.log('warn', `a call could not be streamed to ${display}`, error);
    this.#fail(error instanceof Go2rtcError ? 'server_away' : 'refused');
  }

  #fail(reason: DisplayFailure): void {
    this.#cancelDeadline();
    if (this.state.value.state !== 'failed') this.state.set({ state: 'failed', reason });
  }
}
