import type { Clock } from '../../platform/platform.ts';
import type { Readable } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import { gathered } from '../cast/gathering.ts';
import type { CastCall } from '../cast/sender.ts';
import type { CastTracks } from '../cast/sending-peer.ts';
import { withBitrates } from './answer.ts';
import { streamSound } from './sound.ts';

export interface PublisherOptions {
  /** The preview of our own camera stays here: a player shows one picture. */
  readonly tracks: Readable<CastTracks>;
  /** Says whether the sound is to be heard there by now. */
  readonly call: Readable<CastCall>;
  readonly clock: Clock;
  readonly scope: Scope;
  /** The connection did not come, or not come back. */
  readonly broken: () => void;
}

/** The kiosk's end of a stream: one connection that only sends, H.264 and opus. Closed with its scope. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #peer = new RTCPeerConnection();
  readonly #picture: RTCRtpSender;

  constructor(options: PublisherOptions) {
    this.#options = options;
    const { tracks, scope, broken } = options;
    scope.add(() => this.#peer.close());
    const video = this.#peer.addTransceiver('video', { direction: 'sendonly' });
    // Players open nothing else, and go2rtc takes nothing else.
    video.setCodecPreferences(h264());
    this.#picture = video.sender;
    this.#peer.addTransceiver(streamSound(options) ?? 'audio', { direction: 'sendonly' });
    const replace = (): void => {
      // Fails where it has been closed meanwhile, and nowhere else: the kind is what it is.
      this.#picture.replaceTrack(tracks.value.picture).catch(() => {});
    };
    replace();
    scope.add(tracks.subscribe(replace));
    const changed = (): void => {
      // What is only disconnected may come back; meanwhile nothing is fetched, and that is seen.
      if (this.#peer.connectionState === 'failed') broken();
    };
    this.#peer.addEventListener('connectionstatechange', changed, { signal: scope.signal });
  }

  /** With all candidates that were found within a second: none is sent later. */
  async offer(): Promise<string> {
    const { clock, scope } = this.#options;
    await this.#peer.setLocalDescription();
    await gathered(this.#peer, clock, scope.signal);
    return this.#peer.localDescription?.sdp ?? '';
  }

  /** @throws what the browser says of an answer that it does not understand */
  async take(answer: string): Promise<void> {
    await this.#peer.setRemoteDescription({ type: 'answer', sdp: withBitrates(answer) });
    const parameters = this.#picture.getParameters();
    await this.#picture.setParameters({ ...parameters, degradationPreference: 'maintain-resolution' });
  }

  /** Of the picture that is sent, in pixels; 0 by 0: none is. */
  async size(): Promise<{ readonly width: number; readonly height: number }> {
    for (const stats of (await this.#picture.getStats()).values() as Iterable<RTCOutboundRtpStreamStats>) {
      const { type, frameWidth: width, frameHeight: height } = stats;
      if (type === 'outbound-rtp' && width !== undefined && height !== undefined) return { width, height };
    }
    return { width: 0, height: 0 };
  }
}

/** Constrained baseline before others: what every player decodes. */
function h264(): RTCRtpCodec[] {
  const all = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
  const own = all.filter(
    ({ mimeType, sdpFmtpLine = '' }) => mimeType === 'video/H264' && sdpFmtpLine.includes('packetization-mode=1'),
  );
  const rank = ({ sdpFmtpLine = '' }: RTCRtpCodec): number => (sdpFmtpLine.includes('42e01f') ? 0 : 1);
  return [
    ...own.sort((one, other) => rank(one) - rank(other)),
    ...all.filter(({ mimeType }) => mimeType === 'video/rtx'),
  ];
}
