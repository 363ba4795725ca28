import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';
import type { Readable } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import { pause } from '../../platform/wait.ts';
import type { SentCodec } from '../codecs.ts';
import { CHANNEL, type ToKiosk, type ToTv, readToKiosk, writeMessage } from './control.ts';
import { type Description, type Offer, packDescription } from './description.ts';
import { gathered } from './gathering.ts';
import { readOffer } from './sdp-read.ts';
import { writeAnswer } from './sdp-write.ts';

/** What goes to the TV. Tracks are only sent, never stopped: they are the call's. */
export interface CastTracks {
  readonly audio: MediaStreamTrack | null;
  readonly picture: MediaStreamTrack | null;
  /** Our own camera, shown small. */
  readonly preview: MediaStreamTrack | null;
}

/** In kbit/s, for 720p from the first frame on a network at home. */
const BITRATES = { start: 3_000, min: 1_500, max: 6_000 };
const PREVIEW_HEIGHT = 180;
const GOODBYE: Millis = 200;

export interface SendingPeerOptions {
  readonly tracks: Readable<CastTracks>;
  /** What it is sent in, the best first; not empty. */
  readonly codecs: readonly SentCodec[];
  readonly clock: Clock;
  readonly scope: Scope;
  /** From now on something can be said. */
  readonly opened: () => void;
  readonly heard: (message: ToKiosk) => void;
  /** Something came that is none of our messages. */
  readonly misunderstood: (error: unknown) => void;
}

/** One connection to the TV's page: its sound, two pictures and a data channel. Closed with its scope. */
export class SendingPeer {
  readonly #options: SendingPeerOptions;
  readonly #peer = new RTCPeerConnection();
  readonly #messages: RTCDataChannel;
  readonly #senders: Readonly<Record<keyof CastTracks, RTCRtpSender>>;
  #offer: Offer | null = null;

  constructor(options: SendingPeerOptions) {
    this.#options = options;
    const { scope, tracks, codecs } = options;
    const { signal } = scope;
    scope.add(() => this.#peer.close());
    const add = (kind: 'audio' | 'video', track: MediaStreamTrack | null): RTCRtpTransceiver => {
      const transceiver = this.#peer.addTransceiver(kind, { direction: 'sendonly' });
      if (kind === 'video') transceiver.setCodecPreferences(preferred(codecs));
      void transceiver.sender.replaceTrack(track);
      return transceiver;
    };
    const { audio, picture, preview } = tracks.value;
    this.#senders = {
      audio: add('audio', audio).sender,
      picture: add('video', picture).sender,
      preview: add('video', preview).sender,
    };
    this.#messages = this.#peer.createDataChannel(CHANNEL);
    this.#messages.addEventListener('open', () => options.opened(), { signal });
    this.#messages.addEventListener(
      'message',
      ({ data }) => {
        try {
          options.heard(readToKiosk(data));
        } catch (error) {
          options.misunderstood(error);
        }
      },
      { signal },
    );
    scope.add(tracks.subscribe((now) => void this.#replace(now)));
  }

  /** @throws LinkError where the browser's offer cannot be told */
  async offer(): Promise<Uint8Array<ArrayBuffer>> {
    const { clock, scope } = this.#options;
    await this.#peer.setLocalDescription();
    await gathered(this.#peer, clock, scope.signal);
    this.#offer = readOffer(this.#peer.localDescription?.sdp ?? '');
    return packDescription(this.#offer);
  }

  async take(answer: Description): Promise<void> {
    if (!this.#offer) throw new Error('an answer without an offer');
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: writeAnswer(answer, this.#offer, BITRATES) });
    const { picture, preview } = this.#senders;
    await picture.setParameters({ ...picture.getParameters(), degradationPreference: 'maintain-resolution' });
    await this.#shrink(preview);
  }

  /** Lost where nobody listens yet: it is said again in a second. */
  say(message: ToTv): void {
    if (this.#messages.readyState === 'open') this.#messages.send(writeMessage(message));
  }

  /** Tells the TV that it is over; resolves when that has left, or soon. */
  async bye(): Promise<void> {
    const { clock, scope } = this.#options;
    this.say({ type: 'bye' });
    if (this.#messages.readyState !== 'open' || this.#messages.bufferedAmount === 0) return;
    const left = new AbortController();
    this.#messages.addEventListener('bufferedamountlow', () => left.abort(), { once: true });
    await pause(clock, GOODBYE, AbortSignal.any([left.signal, scope.signal]));
  }

  async #replace(tracks: CastTracks): Promise<void> {
    const names = ['audio', 'picture', 'preview'] as const;
    try {
      await Promise.all(names.map((name) => this.#senders[name].replaceTrack(tracks[name])));
      await this.#shrink(this.#senders.preview);
    } catch (error) {
      // Closed meanwhile, or before there is an answer; `take` sees to the rest.
      if (!this.#options.scope.closed) this.#options.misunderstood(error);
    }
  }

  async #shrink(preview: RTCRtpSender): Promise<void> {
    const height = preview.track?.getSettings().height;
    const parameters = preview.getParameters();
    if (height === undefined || parameters.encodings.length === 0) return;
    const scaleResolutionDownBy = Math.max(1, height / PREVIEW_HEIGHT);
    await preview.setParameters({
      ...parameters,
      encodings: parameters.encodings.map((encoding) => ({ ...encoding, scaleResolutionDownBy, maxFramerate: 10 })),
    });
  }
}

function preferred(codecs: readonly SentCodec[]): RTCRtpCodec[] {
  const mimeTypes = codecs.map((codec) => `video/${codec}`);
  const all = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
  const wanted = all.filter(({ mimeType }) => mimeTypes.includes(mimeType) || mimeType === 'video/rtx');
  const rank = ({ mimeType }: RTCRtpCodec): number =>
    mimeTypes.includes(mimeType) ? mimeTypes.indexOf(mimeType) : mimeTypes.length;
  return wanted.sort((one, other) => rank(one) - rank(other));
}
