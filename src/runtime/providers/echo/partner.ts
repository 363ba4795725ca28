/** Long enough that a sentence has ended before it is heard: sound that came back at once would howl. Seconds. */
const DELAY = 1.5;
/** Below 1, so that what loudspeakers give back to the microphone dies away. */
const VOLUME = 0.7;

/**
 * The other side of a test call: a peer connection in the same page that sends back what it gets, the picture at once
 * and the sound a moment later.
 */
export class Partner {
  readonly #pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  readonly #context: AudioContext;
  readonly #voice: MediaStreamAudioDestinationNode;
  readonly #delay: DelayNode;
  /** Chromium gives a remote sound to nobody before an element plays it. */
  readonly #players: HTMLAudioElement[] = [];
  readonly #sources: MediaStreamAudioSourceNode[] = [];

  constructor(createContext: () => AudioContext, candidate: (candidate: RTCIceCandidateInit) => void) {
    const context = (this.#context = createContext());
    this.#voice = context.createMediaStreamDestination();
    this.#delay = new DelayNode(context, { delayTime: DELAY, maxDelayTime: DELAY });
    this.#delay.connect(new GainNode(context, { gain: VOLUME })).connect(this.#voice);
    this.#pc.addEventListener('icecandidate', (event) => {
      if (event.candidate?.candidate) candidate(event.candidate.toJSON());
    });
    this.#pc.addEventListener('track', ({ track }) => {
      if (track.kind === 'audio') this.#repeat(new MediaStream([track]));
    });
  }

  /** It calls. */
  async offer(video: boolean): Promise<RTCSessionDescriptionInit> {
    this.#pc.addTransceiver('audio', { direction: 'sendrecv' });
    if (video) this.#pc.addTransceiver('video', { direction: 'sendrecv' });
    await this.#giveBack();
    await this.#pc.setLocalDescription();
    return this.#description();
  }

  /** It is called, or the call is to have something new. */
  async answer(offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit> {
    await this.#pc.setRemoteDescription(offer);
    await this.#giveBack();
    await this.#pc.setLocalDescription();
    return this.#description();
  }

  async accept(answer: RTCSessionDescriptionInit): Promise<void> {
    await this.#pc.setRemoteDescription(answer);
    this.allowSound();
  }

  addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    return this.#pc.addIceCandidate(candidate);
  }

  /** The page may have been touched since. */
  allowSound(): void {
    if (this.#context.state === 'suspended') this.#context.resume().catch(() => {});
  }

  close(): void {
    this.#pc.close();
    for (const source of this.#sources) source.disconnect();
    for (const player of this.#players) player.srcObject = null;
    this.#voice.stream.getTracks().forEach((track) => track.stop());
    if (this.#context.state !== 'closed') this.#context.close().catch(() => {});
  }

  #description(): RTCSessionDescriptionInit {
    const { localDescription } = this.#pc;
    if (!localDescription) throw new Error('no local description');
    return localDescription.toJSON();
  }

  async #giveBack(): Promise<void> {
    const [voice = null] = this.#voice.stream.getAudioTracks();
    for (const transceiver of this.#pc.getTransceivers()) {
      const { sender, receiver } = transceiver;
      if (transceiver.direction === 'stopped') continue;
      transceiver.direction = 'sendrecv';
      sender.setStreams(this.#voice.stream);
      // Full size from the first frame.
      if (receiver.track.kind === 'video') receiver.track.contentHint = 'detail';
      const track = receiver.track.kind === 'video' ? receiver.track : voice;
      if (sender.track !== track) await sender.replaceTrack(track);
    }
  }

  #repeat(stream: MediaStream): void {
    const player = Object.assign(new Audio(), { muted: true, srcObject: stream });
    player.play().catch(() => undefined);
    this.#players.push(player);
    const source = this.#context.createMediaStreamSource(stream);
    this.#sources.push(source);
    source.connect(this.#delay);
  }
}
