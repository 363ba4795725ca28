import type { Platform } from '../../src/runtime/platform/platform.ts';
import type * as ScopeModule from '../../src/runtime/platform/scope.ts';
import type { CallStats } from '../../src/runtime/providers/provider.ts';
import type {
  OpenRtcRoom,
  RtcKeyState,
  RtcRoom,
  RtcRoomState,
} from '../../src/runtime/providers/matrix/matrix-rtc/room/room.ts';

export interface SeenParticipant {
  readonly identity: string;
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  readonly speaking: boolean;
  readonly key: RtcKeyState;
}

export interface Seen {
  readonly state: RtcRoomState;
  /** All states since it was opened. */
  readonly states: readonly RtcRoomState[];
  readonly participants: readonly SeenParticipant[];
}

type Scope = ScopeModule.Scope;

/** What a page holds that it would have to give back. */
export interface Held {
  readonly timers: number;
  readonly intervals: number;
  readonly connections: number;
  readonly sockets: number;
  readonly workers: number;
  readonly contexts: number;
  readonly tracks: number;
  readonly listeners: number;
}

/** A camera and a microphone of the page's own: a colour, and a tone. */
class Source {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack;
  readonly #context = new AudioContext();
  readonly #painting: number;

  constructor(colour: string) {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const context = canvas.getContext('2d', { alpha: false })!;
    let frame = 0;
    const paint = (): void => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 640, 360);
      context.fillStyle = 'white';
      context.fillRect((frame++ * 8) % 640, 0, 8, 40);
    };
    paint();
    this.#painting = window.setInterval(paint, 66);
    this.video = canvas.captureStream(15).getVideoTracks()[0]!;
    const destination = this.#context.createMediaStreamDestination();
    const tone = new OscillatorNode(this.#context, { frequency: 440 });
    tone.connect(destination);
    tone.start();
    this.audio = destination.stream.getAudioTracks()[0]!;
  }

  async stop(): Promise<void> {
    clearInterval(this.#painting);
    this.video.stop();
    this.audio.stop();
    await this.#context.close();
  }
}

/** Rooms of one page, without runtime and card: what the tests drive from outside. */
class Rooms {
  readonly #rooms = new Map<string, { room: RtcRoom; scope: Scope; states: RtcRoomState[] }>();
  readonly #sources = new Map<string, Source>();
  readonly log: string[] = [];

  /** @param library address of the rooms' own file, as the card's build makes it */
  async open(
    name: string,
    library: string,
    options: { url: string; token: string; encrypted: boolean },
  ): Promise<void> {
    const { loadRtcRoom } = (await import(library)) as { loadRtcRoom(): Promise<OpenRtcRoom> };
    const { Scope } = (await import(new URL('scope.js', library).href)) as typeof ScopeModule;
    const open = await loadRtcRoom();
    const scope = new Scope((error) => void this.log.push(`release: ${String(error)}`));
    const room = await open({ ...options, platform: this.#platform(), scope });
    this.#play(room, scope);
    const states: RtcRoomState[] = [room.state.value];
    room.state.subscribe((state) => void states.push(state));
    this.#rooms.set(name, { room, scope, states });
  }

  /** A track that nobody plays is not decoded. One stream for all that comes, as the card has it. */
  #play(room: RtcRoom, scope: Scope): void {
    const loudspeaker = new Audio();
    const stream = new MediaStream();
    room.participants.subscribe((participants) => {
      const tracks = participants.flatMap(({ audio }) => audio ?? []);
      for (const track of stream.getTracks()) if (!tracks.includes(track)) stream.removeTrack(track);
      for (const track of tracks) stream.addTrack(track);
      if (tracks.length === 0) return;
      if (!loudspeaker.srcObject) loudspeaker.srcObject = stream;
      loudspeaker.play().catch((error: unknown) => void this.log.push(String(error)));
    });
    scope.add(() => void Object.assign(loudspeaker, { srcObject: null }));
  }

  room(name: string): RtcRoom {
    return this.#of(name).room;
  }

  seen(name: string): Seen {
    const { room, states } = this.#of(name);
    return {
      state: room.state.value,
      states,
      participants: room.participants.value.map(({ audio, video, screen, ...rest }) => {
        return { ...rest, audio: audio !== null, video: video !== null, screen: screen !== null };
      }),
    };
  }

  /** A source of this colour, made once. */
  source(colour: string): Source {
    const source = this.#sources.get(colour) ?? new Source(colour);
    this.#sources.set(colour, source);
    return source;
  }

  async send(
    name: string,
    { colour, audioMuted = false, videoMuted = false }: { colour: string; audioMuted?: boolean; videoMuted?: boolean },
  ): Promise<void> {
    const { audio, video } = this.source(colour);
    await this.room(name).setTracks({ audio, video, audioMuted, videoMuted });
  }

  /** What became of the page's own tracks. */
  tracks(colour: string): readonly { readonly state: string; readonly enabled: boolean }[] {
    const { audio, video } = this.source(colour);
    return [audio, video].map(({ readyState, enabled }) => ({ state: readyState, enabled }));
  }

  async setKey(name: string, identity: string, index: number, key: readonly number[]): Promise<string> {
    try {
      await this.room(name).setKey(identity, index, Uint8Array.from(key));
      return 'taken';
    } catch (error) {
      return `${(error as { reason?: string }).reason ?? 'thrown'}: ${(error as Error).message}`;
    }
  }

  stats(name: string): Promise<CallStats> {
    return this.room(name).stats();
  }

  /** The colour in the middle of somebody's picture, as it is shown; null while nothing is. */
  async colour(name: string, identity: string): Promise<readonly number[] | null> {
    const track = this.room(name).participants.value.find((one) => one.identity === identity)?.video;
    if (!track) return null;
    const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
    try {
      await Promise.race([video.play(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
      if (video.videoWidth === 0) return null;
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
      const context = canvas.getContext('2d')!;
      context.drawImage(video, 0, 0, 64, 36);
      return [...context.getImageData(32, 18, 1, 1).data.slice(0, 3)];
    } finally {
      Object.assign(video, { srcObject: null });
    }
  }

  async close(name: string): Promise<void> {
    const { scope } = this.#of(name);
    this.#rooms.delete(name);
    await scope.close();
  }

  async stop(): Promise<void> {
    for (const name of [...this.#rooms.keys()]) await this.close(name);
    for (const source of this.#sources.values()) await source.stop();
    this.#sources.clear();
  }

  #of(name: string): { room: RtcRoom; scope: Scope; states: RtcRoomState[] } {
    const found = this.#rooms.get(name);
    if (!found) throw new Error(`no room ${name} is open`);
    return found;
  }

  #platform(): Platform {
    const log = {
      log: (...line: readonly unknown[]) => void this.log.push(line.map(String).join(' ')),
      child: () => log,
    };
    return {
      log,
      random: Math.random,
      id: () => crypto.randomUUID(),
      clock: {
        now: Date.now,
        after: (delay, task) => {
          const timer = setTimeout(task, delay);
          return () => clearTimeout(timer);
        },
      },
    };
  }
}

declare global {
  interface Window {
    rooms: Rooms;
    held(): Held;
  }
}

window.rooms = new Rooms();
