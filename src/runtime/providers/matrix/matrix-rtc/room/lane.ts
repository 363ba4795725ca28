import {
  LocalAudioTrack,
  type LocalParticipant,
  type LocalTrack,
  LocalVideoTrack,
  Track,
  type TrackPublishOptions,
} from 'livekit-client';

/** As calls between two have it; see `rtc/connection.ts`. */
const VIDEO = { maxBitrate: 2_500_000, maxFramerate: 30 };

/** One layer: three cost the tablet a quarter more with VP8, and nearly twice as much with H.264 (bench/RESULTS.md). */
const COMMON: TrackPublishOptions = { simulcast: false, backupCodec: false, stopMicTrackOnMute: false };

/** LiveKit opens an AudioContext for each microphone to find out whether it is silent; ours always is. */
class QuietAudioTrack extends LocalAudioTrack {
  override checkForSilence(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/**
 * What is sent of one kind. LiveKit publishes a placeholder; the real track is put on its sender by `replaceTrack`, so
 * that nobody else touches it. Steps run one after the other.
 */
export class Lane {
  readonly #participant: LocalParticipant;
  readonly #kind: 'audio' | 'video';
  readonly #placeholder: MediaStreamTrack;
  #local: LocalAudioTrack | LocalVideoTrack | null = null;
  /** What is sent; null: nothing, or still the placeholder. */
  #sent: MediaStreamTrack | null = null;
  #queue: Promise<void> = Promise.resolve();

  constructor(participant: LocalParticipant, kind: 'audio' | 'video', placeholder: MediaStreamTrack) {
    this.#participant = participant;
    this.#kind = kind;
    this.#placeholder = placeholder;
  }

  get sender(): RTCRtpSender | null {
    return this.#local?.sender ?? null;
  }

  /** Told as muted, without anything to see or hear. @throws Error when the SFU does not take it */
  publish(): Promise<void> {
    return this.#then(() => this.#publish());
  }

  /** @param track null: nothing is to be sent */
  send(track: MediaStreamTrack | null): Promise<void> {
    return this.#then(() => this.#send(track));
  }

  /** LiveKit has published again, after it lost everything: with the placeholder. */
  async refill(): Promise<void> {
    if (this.#sent) await this.#local?.sender?.replaceTrack(this.#sent);
  }

  #then(step: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(step);
    this.#queue = done.catch(() => {});
    return done;
  }

  async #publish(): Promise<void> {
    if (this.#local) return;
    const audio = this.#kind === 'audio';
    const local = audio ? new QuietAudioTrack(this.#placeholder) : new LocalVideoTrack(this.#placeholder);
    await local.mute();
    // Without its source others would decode a picture, and show none (Element Call 0.26.1).
    // (Its own types do not fit each other where optional fields are exact.)
    await this.#participant.publishTrack(local as LocalTrack, {
      ...COMMON,
      ...(audio
        ? { source: Track.Source.Microphone, dtx: false, red: false }
        : {
            source: Track.Source.Camera,
            // The one codec that every other side decodes, encrypted or not. H.264 would cost a third less by software
            // (bench/RESULTS.md), but an app that cannot decode it would show nothing, and nobody tells who can.
            videoCodec: 'vp8',
            videoEncoding: VIDEO,
            degradationPreference: 'maintain-resolution',
          }),
    });
    this.#local = local;
  }

  async #send(track: MediaStreamTrack | null): Promise<void> {
    if (track) await this.#publish();
    const local = this.#local;
    if (!local || track === this.#sent) return;
    this.#sent = track;
    await local.sender?.replaceTrack(track);
    await (track ? local.unmute() : local.mute());
  }
}
