import { createLocalVideoTrack, type LocalVideoTrack, Room, RoomEvent, Track } from 'livekit-client';

/** How a picture is published. */
export interface Variant {
  readonly codec: 'vp8' | 'h264';
  /** Three layers instead of one. */
  readonly simulcast: boolean;
}

/** Of what is sent at this moment. */
export interface Sending {
  readonly encoders: readonly string[];
  /** Of the largest layer. */
  readonly width: number;
  readonly framesPerSecond: number;
  /** Of all layers together, since the beginning. */
  readonly bytes: number;
}

interface Outbound {
  readonly type: string;
  readonly encoderImplementation?: string;
  readonly frameWidth?: number;
  readonly framesPerSecond?: number;
  readonly bytesSent: number;
}

declare global {
  interface Window {
    codecs: CodecsPage;
  }
}

/** One side of a call at the media server: either it sends the camera's film, or it shows what comes. */
class CodecsPage {
  #room = new Room();
  #film: LocalVideoTrack | undefined;

  /** @param variant null: the camera films, and nothing is sent */
  async publish(url: string, token: string, variant: Variant | null): Promise<void> {
    const film = (this.#film = await createLocalVideoTrack({
      resolution: { width: 1280, height: 720, frameRate: 25 },
    }));
    await this.#connect(url, token);
    if (!variant) return;
    const { codec, simulcast } = variant;
    await this.#room.localParticipant.publishTrack(film, {
      source: Track.Source.Camera,
      videoCodec: codec,
      simulcast,
      backupCodec: false,
      videoEncoding: { maxBitrate: 2_500_000, maxFramerate: 30 },
      degradationPreference: 'maintain-resolution',
    });
  }

  async watch(url: string, token: string): Promise<void> {
    this.#room.on(RoomEvent.TrackSubscribed, (track) => document.body.append(track.attach()));
    await this.#connect(url, token);
  }

  /** Width of the picture that is shown; 0 while there is none. */
  get shown(): number {
    return document.querySelector('video')?.videoWidth ?? 0;
  }

  async sending(): Promise<Sending> {
    const report = (await this.#film?.sender?.getStats()) ?? new Map<string, Outbound>();
    const layers = [...(report.values() as Iterable<Outbound>)].filter(({ type }) => type === 'outbound-rtp');
    const most = (numbers: readonly (number | undefined)[]): number => Math.max(0, ...numbers.map((one) => one ?? 0));
    return {
      encoders: [...new Set(layers.flatMap(({ encoderImplementation }) => encoderImplementation ?? []))],
      width: most(layers.map(({ frameWidth }) => frameWidth)),
      framesPerSecond: most(layers.map(({ framesPerSecond }) => framesPerSecond)),
      bytes: layers.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
    };
  }

  async leave(): Promise<void> {
    await this.#room.disconnect();
    document.body.replaceChildren();
    this.#room = new Room();
    this.#film?.stop();
    this.#film = undefined;
  }

  async #connect(url: string, token: string): Promise<void> {
    await this.#room.connect(url, token);
  }
}

window.codecs = new CodecsPage();
