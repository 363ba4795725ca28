import { expect } from '@open-wc/testing';
import { haCamera } from '../../../../src/runtime/media/ha-camera.ts';
import { CameraError, type OpenCamera } from '../../../../src/runtime/media/media.ts';
import type { Scope } from '../../../../src/runtime/platform/scope.ts';
import { countConnections, eventually, failingScope, FakeCameraServer, RealPlatform } from './fakes.ts';

describe('haCamera', () => {
  let server: FakeCameraServer;
  let platform: RealPlatform;
  let scope: Scope;
  let connections: ReturnType<typeof countConnections>;
  beforeEach(() => {
    server = new FakeCameraServer();
    platform = new RealPlatform();
    scope = failingScope();
    connections = countConnections();
  });
  afterEach(async () => {
    await scope.close();
    expect(server.sessions.size, 'sessions left').to.equal(0);
    expect(connections.open(), 'connections left').to.equal(0);
    expect(platform.pending, 'timers left').to.equal(0);
    connections.restore();
  });

  const open = (limit?: number): Promise<OpenCamera> =>
    haCamera({ entityId: 'camera.door', homeAssistant: server, platform, ...(limit && { limit }) }).open(scope);
  const problem = async (limit?: number): Promise<string> => {
    const error: unknown = await open(limit).then(
      () => expect.fail('it opened'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof CameraError)) throw error;
    return `${error.problem}: ${error.message}`;
  };

  it('is open when a frame has been decoded, and goes on counting them', async () => {
    const camera = await open();
    expect(camera.path).to.equal('webrtc');
    expect(camera.track.readyState).to.equal('live');
    const first = await camera.frames();
    expect(first).to.be.greaterThan(0);
    await eventually('more frames', async () => (await camera.frames()) > first + 5);
  });

  it('its picture is sent on by another connection, without an element that plays it', async () => {
    const { track } = await open();
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.onicecandidate = ({ candidate }) => void (candidate && far.addIceCandidate(candidate));
    far.onicecandidate = ({ candidate }) => void (candidate && near.addIceCandidate(candidate));
    const sender = near.addTrack(track);
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription!);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription!);
    // As the provider does it: else the size ramps up for many seconds.
    await sender.setParameters({ ...sender.getParameters(), degradationPreference: 'maintain-resolution' });
    const seen = async () => [...(await far.getStats()).values()].find(({ type }) => type === 'inbound-rtp');
    await eventually('frames at the far end', async () => (await seen())?.framesDecoded > 5);
    const width = (await seen())!.frameWidth;
    near.close();
    far.close();
    expect(width).to.equal(1280);
  });

  it('takes an answer that comes before the session, and sends its candidates with the session', async () => {
    server.quirks = { answerFirst: true };
    await open();
    expect(server.candidates).not.to.be.empty;
    expect(new Set(server.candidates.map(({ session_id }) => session_id))).to.deep.equal(new Set(['session-0']));
  });

  it('takes candidates without an m-line, as go2rtc sends them', async () => {
    server.quirks = { withoutSdpMid: true };
    await open();
  });

  it('asks a camera that speaks WebRTC itself for audio first, and for the data channel it wants', async () => {
    server.streamTypes = ['web_rtc'];
    server.dataChannel = 'dataSendChannel';
    await open();
    expect(server.offers[0]!.match(/^m=\w+/gm)).to.deep.equal(['m=audio', 'm=video', 'm=application']);
  });

  it('asks all others for video only', async () => {
    await open();
    expect(server.offers[0]!.match(/^m=\w+/gm)).to.deep.equal(['m=video']);
  });

  const failures: [string, (it: FakeCameraServer) => void, RegExp][] = [
    [
      'an error event',
      (it) => (it.quirks = { error: { code: 'go2rtc_webrtc_offer_failed', message: 'codecs not matched' } }),
      /^failed: .*codecs/,
    ],
    ['no answer', (it) => (it.quirks = { silent: true }), /^timeout: .*answer/],
    ['no picture in the answer', (it) => (it.quirks = { withoutPicture: true }), /^not_supported: .*no video/],
    ['an entity that does not exist', (it) => it.setState(null), /^not_found: camera.door/],
    ['an entity that is unavailable', (it) => it.setState('unavailable'), /^unavailable: camera.door/],
    ['a camera without WebRTC', (it) => (it.streamTypes = ['hls']), /^not_supported/],
    ['a connection that is down', (it) => it.connected.set(false), /^unavailable: Home Assistant/],
  ];
  for (const [what, given, expected] of failures) {
    it(`${what} → ${expected.source}, and closes what it had opened`, async () => {
      given(server);
      expect(await problem(1_000)).to.match(expected);
      expect(connections.open()).to.equal(0);
    });
  }

  it('a frame that never comes is a timeout that says so', async () => {
    server.quirks = { withoutFrames: true };
    expect(await problem(1_500)).to.match(/^timeout: .*first frame/);
  });

  it('closed while it opens leaves nothing', async () => {
    for (const wait of [0, 1, 5, 20, 60]) {
      const own = failingScope();
      const opening = haCamera({ entityId: 'camera.door', homeAssistant: server, platform }).open(own);
      const failed = opening.then(
        () => false,
        () => true,
      );
      await new Promise((resolve) => setTimeout(resolve, wait));
      await own.close();
      await failed;
      await eventually('all closed', () => server.sessions.size === 0 && connections.open() === 0);
    }
  });

  it('stands still when the camera stops', async () => {
    const camera = await open();
    server.stopAll();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const last = await camera.frames();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await camera.frames()).to.equal(last);
  });
});
