import { expect } from '@open-wc/testing';
import { CameraError } from '../../../../src/runtime/media/media.ts';
import type { Scope } from '../../../../src/runtime/platform/scope.ts';
import { openDoor } from '../../../../src/runtime/rings/door-link.ts';
import { countConnections, eventually, failingScope, FakeCameraServer, RealPlatform } from '../media/fakes.ts';

/** A camera with a loudspeaker: it answers with the loudspeaker's one codec, as go2rtc does. */
class DoorServer extends FakeCameraServer {
  codecs = ['audio/PCMU'];
  far: RTCPeerConnection | null = null;

  override async subscribeOnce<T>(
    message: { readonly type: string } & Readonly<Record<string, unknown>>,
    onEvent: (event: T) => void,
  ): Promise<() => void> {
    const emit = (event: unknown): void => onEvent(event as T);
    const far = new RTCPeerConnection();
    this.far = far;
    far.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) emit({ type: 'candidate', candidate: candidate.toJSON() });
    });
    this.sessions.set('door', { far, stop: () => {} });
    await far.setRemoteDescription({ type: 'offer', sdp: message['offer'] as string });
    for (const transceiver of far.getTransceivers()) {
      const audio = transceiver.receiver.track.kind === 'audio';
      transceiver.direction = audio ? 'sendrecv' : 'sendonly';
      if (!audio) continue;
      const known = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
      transceiver.setCodecPreferences(known.filter(({ mimeType }) => this.codecs.includes(mimeType)));
    }
    await far.setLocalDescription();
    emit({ type: 'session', session_id: 'door' });
    emit({ type: 'answer', answer: far.localDescription?.sdp });
    return () => this.drop('door');
  }

  async heard(): Promise<number> {
    const reports = [...((await this.far?.getStats()) ?? new Map<string, RTCStats>()).values()];
    const inbound = reports.find(({ type }) => type === 'inbound-rtp') as { packetsReceived?: number } | undefined;
    return inbound?.packetsReceived ?? 0;
  }
}

describe('openDoor', () => {
  let server: DoorServer;
  let scope: Scope;
  let connections: ReturnType<typeof countConnections>;
  const platform = new RealPlatform();
  beforeEach(() => {
    server = new DoorServer();
    scope = failingScope();
    connections = countConnections();
  });
  afterEach(async () => {
    await scope.close();
    expect(server.sessions.size, 'sessions left').to.equal(0);
    expect(connections.open(), 'connections left').to.equal(0);
    connections.restore();
  });
  const open = (onLost = (): void => {}) =>
    openDoor({ entityId: 'camera.door', homeAssistant: server, platform }, scope, onLost);

  it('is heard when it says something, and not before; nothing is negotiated anew', async () => {
    const door = await open();
    expect(door.talk).to.equal(true);
    expect([door.picture.kind, door.sound.kind]).to.deep.equal(['video', 'audio']);
    expect(await server.heard()).to.equal(0);
    const context = new AudioContext();
    const tone = context.createOscillator();
    const target = context.createMediaStreamDestination();
    tone.connect(target);
    tone.start();
    const [voice = null] = target.stream.getAudioTracks();
    await door.say(voice);
    await eventually('sound at the door', async () => (await server.heard()) > 0);
    expect((await door.stats()).audio.packetsSent).to.be.greaterThan(0);
    await door.say(null);
    await context.close();
  });

  it('without a loudspeaker says so, and says nothing', async () => {
    server.codecs = ['audio/opus', 'audio/PCMU', 'audio/PCMA'];
    const door = await open();
    expect(door.talk).to.equal(false);
    await door.say(null);
  });

  it('needs WebRTC', async () => {
    server.streamTypes = ['hls'];
    const error: unknown = await open().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(CameraError);
    expect((error as CameraError).problem).to.equal('not_supported');
  });

  it('says nothing more once it is closed', async () => {
    const door = await open();
    await scope.close();
    await door.say(null);
    expect(door.picture.readyState).to.equal('ended');
  });
});
