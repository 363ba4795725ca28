import type { Clock } from '../../platform/platform.ts';
import type { Scope } from '../../platform/scope.ts';
import { CHANNEL, type ToKiosk, type ToTv, readToTv, writeMessage } from './control.ts';
import { packDescription, unpackOffer } from './description.ts';
import { gathered } from './gathering.ts';
import { readAnswer } from './sdp-read.ts';
import { writeOffer } from './sdp-write.ts';

/** What has come from the kiosk. */
export interface TvMedia {
  readonly audio: MediaStreamTrack | null;
  readonly picture: MediaStreamTrack | null;
  readonly preview: MediaStreamTrack | null;
}

export interface ReceivingPeerOptions {
  readonly clock: Clock;
  readonly scope: Scope;
  readonly heard: (message: ToTv) => void;
  readonly misunderstood: (error: unknown) => void;
  /** `media` is another. */
  readonly changed: () => void;
}

/** The sections of the offer, by their `mid`. */
const SECTIONS: Readonly<Record<string, keyof TvMedia>> = { 0: 'audio', 1: 'picture', 2: 'preview' };

/** One connection to the kiosk, which only receives. Closed with its scope. */
export class ReceivingPeer {
  readonly #options: ReceivingPeerOptions;
  /** Looks for its own addresses before there is an offer. */
  readonly #peer = new RTCPeerConnection({ iceCandidatePoolSize: 1 });
  #messages: RTCDataChannel | null = null;
  #media: TvMedia = { audio: null, picture: null, preview: null };

  constructor(options: ReceivingPeerOptions) {
    this.#options = options;
    const { scope } = options;
    const { signal } = scope;
    scope.add(() => this.#peer.close());
    this.#peer.addEventListener(
      'track',
      ({ track, transceiver }) => {
        const name = SECTIONS[transceiver.mid ?? ''];
        if (!name) return;
        this.#media = { ...this.#media, [name]: track };
        options.changed();
      },
      { signal },
    );
    this.#peer.addEventListener(
      'datachannel',
      ({ channel }) => {
        if (channel.label === CHANNEL) this.#listen(channel);
      },
      { signal },
    );
  }

  get media(): TvMedia {
    return this.#media;
  }

  /** @param offer as it came @returns the answer, to be sealed @throws LinkError */
  async answer(offer: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const { clock, scope } = this.#options;
    const theirs = unpackOffer(offer);
    await this.#peer.setRemoteDescription({ type: 'offer', sdp: writeOffer(theirs) });
    await this.#peer.setLocalDescription();
    await gathered(this.#peer, clock, scope.signal);
    return packDescription(readAnswer(this.#peer.localDescription?.sdp ?? '', theirs));
  }

  say(message: ToKiosk): void {
    if (this.#messages?.readyState === 'open') this.#messages.send(writeMessage(message));
  }

  #listen(channel: RTCDataChannel): void {
    const { scope, heard, misunderstood } = this.#options;
    this.#messages = channel;
    channel.addEventListener(
      'message',
      ({ data }) => {
        try {
          heard(readToTv(data));
        } catch (error) {
          misunderstood(error);
        }
      },
      { signal: scope.signal },
    );
  }
}
