import type { LocalTracks } from '../provider.ts';
import { BlackPicture } from './black.ts';
import { preferH264, startBitrate } from './sdp.ts';

/** Enough for 720p; more makes the pacer of weak links stall. */
const MAX_BITRATE = 2_500_000;
const START_KBPS = 2_500;

export interface RemoteTrack {
  readonly track: MediaStreamTrack;
  readonly streamId: string | null;
}

/** What a side does with pictures that the other side adds to a running call: sends its own as well, or only looks. */
export type AddedPictures = 'sendrecv' | 'recvonly';

export interface ConnectionEvents {
  candidate(candidate: RTCIceCandidateInit): void;
  gathered(): void;
  ice(state: RTCIceConnectionState): void;
  /** The browser wants an offer sent: a restart, or a new kind of media. */
  negotiationNeeded(): void;
  tracks(): void;
}

/**
 * One RTCPeerConnection of a call, and what is sent over it. The sender of each kind exists from the start, with or
 * without a track, so that tracks change by `replaceTrack` alone. Tracks are never stopped: they are the runtime's.
 */
export class Connection {
  readonly #pc: RTCPeerConnection;
  readonly #abort = new AbortController();
  /** Groups our tracks for the peer; it holds none itself. */
  readonly #stream = new MediaStream();
  readonly #streamIds = new Map<RTCRtpTransceiver, string | null>();
  readonly #added: AddedPictures;
  #tracks: LocalTracks;
  #audio: RTCRtpTransceiver | null = null;
  #video: RTCRtpTransceiver | null = null;
  /** Sent while there was no picture yet; null once there was. */
  #black: BlackPicture | null = null;
  /** Whether the peer may have seen a picture of ours. */
  #pictured = false;
  /** Whether the peer has agreed to our sound at some time. */
  #agreed = false;

  constructor(
    configuration: RTCConfiguration,
    tracks: LocalTracks,
    events: ConnectionEvents,
    added: AddedPictures = 'sendrecv',
  ) {
    this.#tracks = tracks;
    this.#added = added;
    const pc = (this.#pc = new RTCPeerConnection(configuration));
    const { signal } = this.#abort;
    pc.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate?.candidate) events.candidate(candidate.toJSON());
      },
      { signal },
    );
    pc.addEventListener(
      'icegatheringstatechange',
      () => {
        if (pc.iceGatheringState === 'complete') events.gathered();
      },
      { signal },
    );
    pc.addEventListener('iceconnectionstatechange', () => events.ice(pc.iceConnectionState), { signal });
    pc.addEventListener('negotiationneeded', () => events.negotiationNeeded(), { signal });
    pc.addEventListener(
      'track',
      ({ transceiver, streams }) => {
        this.#streamIds.set(transceiver, streams[0]?.id ?? null);
        events.tracks();
      },
      { signal },
    );
  }

  get streamId(): string {
    return this.#stream.id;
  }

  get stable(): boolean {
    return this.#pc.signalingState === 'stable';
  }

  /** Whether the peer takes our sound no more, which it did before: that is how a description says hold. */
  get held(): boolean {
    return this.#agreed && !this.#takesSound();
  }

  /** With the candidates found so far. */
  get description(): { readonly type: RTCSdpType; readonly sdp: string } {
    const description = this.#pc.localDescription;
    if (!description) throw new Error('no local description');
    return { type: description.type, sdp: description.sdp };
  }

  /** Our side of a new call: sound always, pictures if it is about them. */
  async offerNew(video: boolean): Promise<void> {
    this.#audio = this.#add('audio');
    if (video) this.#video = this.#add('video');
    await this.#fill();
    await this.offer();
  }

  /** An offer for what there is now. `iceRestart`: with new credentials, in this offer alone. */
  async offer(options: RTCOfferOptions = {}): Promise<void> {
    await this.#pc.setLocalDescription(await this.#pc.createOffer(options));
  }

  /** As it was before the offer that waits, whosever it is. */
  async rollback(): Promise<void> {
    const { signalingState } = this.#pc;
    if (signalingState === 'have-local-offer') await this.#pc.setLocalDescription({ type: 'rollback' });
    else if (signalingState === 'have-remote-offer') await this.#pc.setRemoteDescription({ type: 'rollback' });
  }

  /** Takes their offer (rolling back one of ours) and makes our answer ready. */
  async answer(offer: RTCSessionDescriptionInit): Promise<void> {
    const sdp = startBitrate(preferH264(offer.sdp ?? ''), START_KBPS);
    const first = this.#audio === null && this.#video === null;
    await this.#pc.setRemoteDescription({ type: 'offer', sdp });
    this.#forgetStopped();
    this.#audio ??= this.#adopt('audio', 'sendrecv');
    this.#video ??= this.#adopt('video', first || this.#tracks.video ? 'sendrecv' : this.#added);
    await this.#fill();
    await this.#pc.setLocalDescription(await this.#pc.createAnswer());
    this.#agreed ||= this.#takesSound();
    await this.#tune();
  }

  async accept(answer: RTCSessionDescriptionInit): Promise<void> {
    await this.#pc.setRemoteDescription({ type: answer.type, sdp: startBitrate(answer.sdp ?? '', START_KBPS) });
    this.#forgetStopped();
    this.#agreed ||= this.#takesSound();
    await this.#tune();
  }

  /** A candidate that the browser does not take is one path less, not the end of the call. */
  addCandidates(candidates: readonly RTCIceCandidateInit[], refused: (error: unknown) => void): void {
    for (const candidate of candidates) this.#pc.addIceCandidate(candidate).catch(refused);
  }

  /**
   * Sends these from now on.
   * @param mayAdd whether a call that had no pictures may be renegotiated to have them.
   */
  async setTracks(tracks: LocalTracks, mayAdd: boolean): Promise<void> {
    this.#tracks = tracks;
    if (tracks.video && this.#audio && mayAdd) {
      if (!this.#video) this.#video = this.#add('video');
      else if (!sends(this.#video)) this.#video.direction = 'sendrecv';
    }
    await this.#fill();
  }

  /** An offer of ours that nobody answered is taken back first: while it stands the browser asks for no other. */
  async restart(): Promise<void> {
    if (this.#pc.signalingState === 'have-local-offer') await this.#pc.setLocalDescription({ type: 'rollback' });
    this.#pc.restartIce();
  }

  /** What comes from the peer now. */
  remoteTracks(): readonly RemoteTrack[] {
    return this.#pc.getTransceivers().flatMap((transceiver) => {
      const streamId = this.#streamIds.get(transceiver);
      const receives = transceiver.currentDirection === null || transceiver.currentDirection.includes('recv');
      return streamId === undefined || !receives ? [] : [{ track: transceiver.receiver.track, streamId }];
    });
  }

  /** Asks the encoder for a whole picture, if there is any. */
  async refresh(): Promise<void> {
    const sender = this.#video?.sender;
    const parameters = sender?.getParameters();
    if (!sender || !parameters || parameters.encodings.length === 0) return;
    await sender.setParameters(parameters, { encodingOptions: parameters.encodings.map(() => ({ keyFrame: true })) });
  }

  getStats(): Promise<RTCStatsReport> {
    return this.#pc.getStats();
  }

  close(): void {
    this.#abort.abort();
    this.#pc.close();
    this.#endBlack();
    this.#streamIds.clear();
  }

  #add(kind: 'audio' | 'video'): RTCRtpTransceiver {
    const transceiver = this.#pc.addTransceiver(kind, {
      direction: 'sendrecv',
      streams: [this.#stream],
      ...(kind === 'video' ? { sendEncodings: [{ maxBitrate: MAX_BITRATE }] } : {}),
    });
    if (kind === 'video') preferH264Codecs(transceiver);
    return transceiver;
  }

  /** Makes the first section of a kind in their offer our own to send on. */
  #adopt(kind: 'audio' | 'video', wanted: AddedPictures): RTCRtpTransceiver | null {
    const transceiver = this.#offered(kind);
    if (!transceiver) return null;
    transceiver.direction = wanted;
    transceiver.sender.setStreams(this.#stream);
    return transceiver;
  }

  #offered(kind: 'audio' | 'video'): RTCRtpTransceiver | null {
    const all = this.#pc.getTransceivers();
    return (
      all.find(({ receiver, mid, direction }) => {
        return receiver.track.kind === kind && mid !== null && direction !== 'stopped';
      }) ?? null
    );
  }

  /** What the other side has refused or taken out is none of ours any more. */
  #forgetStopped(): void {
    if (this.#audio?.direction === 'stopped') this.#audio = null;
    if (this.#video?.direction === 'stopped') this.#video = null;
    // Both have added pictures, and their offer was the one that counts: one section is enough.
    if (this.#video?.mid === null && this.#offered('video')) {
      this.#video.stop();
      this.#video = null;
    }
  }

  async #fill(): Promise<void> {
    const { audio, video } = this.#tracks;
    const before = this.#video?.sender.track ?? null;
    // A camera that was only made ready has shown nothing yet.
    if (before && before !== this.#black?.track) this.#pictured ||= this.#pc.connectionState === 'connected';
    if (video) this.#endBlack();
    else if (this.#video && sends(this.#video) && !this.#pictured) this.#black ??= new BlackPicture();
    await Promise.all([replace(this.#audio, audio), replace(this.#video, video ?? this.#black?.track ?? null)]);
  }

  #takesSound(): boolean {
    return this.#audio?.currentDirection?.includes('send') ?? false;
  }

  #endBlack(): void {
    this.#black?.stop();
    this.#black = null;
  }

  /** Full resolution from the first frame: by default Chromium begins at a quarter and takes seconds to climb. */
  async #tune(): Promise<void> {
    const sender = this.#video?.sender;
    const parameters = sender?.getParameters();
    const [encoding] = parameters?.encodings ?? [];
    if (!sender || !parameters || !encoding) return;
    encoding.maxBitrate = MAX_BITRATE;
    parameters.degradationPreference = 'maintain-resolution';
    await sender.setParameters(parameters);
  }
}

function sends({ direction }: RTCRtpTransceiver): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}

async function replace(transceiver: RTCRtpTransceiver | null, track: MediaStreamTrack | null): Promise<void> {
  if (!transceiver || transceiver.sender.track === track) return;
  await transceiver.sender.replaceTrack(track);
}

function preferH264Codecs(transceiver: RTCRtpTransceiver): void {
  const codecs = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
  const rank = ({ mimeType, sdpFmtpLine = '' }: RTCRtpCodec): number =>
    mimeType.toLowerCase() !== 'video/h264' ? 2 : sdpFmtpLine.includes('packetization-mode=1') ? 0 : 1;
  transceiver.setCodecPreferences([...codecs].sort((a, b) => rank(a) - rank(b)));
}
