import { BlackPicture } from '../../../rtc/black.ts';

/** Sound without sound, from a context that LiveKit uses as its own, so that it opens none. */
class Silence {
  readonly context = new AudioContext();
  readonly track: MediaStreamTrack;
  readonly #source = new ConstantSourceNode(this.context, { offset: 0 });

  constructor() {
    const destination = this.context.createMediaStreamDestination();
    this.#source.connect(destination);
    this.#source.start();
    const [track] = destination.stream.getAudioTracks();
    if (!track) throw new Error('this browser makes no sound of its own');
    this.track = track;
  }

  stop(): Promise<void> {
    this.track.stop();
    this.#source.stop();
    return this.context.close();
  }
}

/**
 * What LiveKit is given to publish. It disables and stops the tracks that it has, and listens to them, so that it gets
 * these; the real ones go to their senders alone. Also sent while nothing else was: a track of which nothing came is not
 * announced by the SFU, and who answers would wait for that.
 */
export class Placeholders {
  readonly #silence = new Silence();
  readonly #black = new BlackPicture();

  get context(): AudioContext {
    return this.#silence.context;
  }

  get audio(): MediaStreamTrack {
    return this.#silence.track;
  }

  /** @throws Error where this browser cannot make pictures */
  get video(): MediaStreamTrack {
    if (!this.#black.track) throw new Error('this browser makes no pictures of its own');
    return this.#black.track;
  }

  async stop(): Promise<void> {
    this.#black.stop();
    await this.#silence.stop();
  }
}
