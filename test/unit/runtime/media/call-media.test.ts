import { expect } from '@open-wc/testing';
import { type CallMediaOptions, createCallMedia } from '../../../../src/runtime/media/call-media.ts';
import { type CallMedia, type MediaChoice, MicrophoneError } from '../../../../src/runtime/media/media.ts';
import type { Scope } from '../../../../src/runtime/platform/scope.ts';
import {
  countConnections,
  eventually,
  failingScope,
  FakeCameraServer,
  RealPlatform,
  SwitchedDevices,
} from './fakes.ts';

const both = { audio: true, video: true };
const soundOnly = { audio: true, video: false };

describe('createCallMedia', () => {
  let server: FakeCameraServer;
  let devices: SwitchedDevices;
  let platform: RealPlatform;
  let scope: Scope;
  let media: CallMedia;
  let connections: ReturnType<typeof countConnections>;

  beforeEach(() => {
    server = new FakeCameraServer();
    devices = new SwitchedDevices();
    platform = new RealPlatform();
    scope = failingScope();
    connections = countConnections();
  });
  afterEach(async () => {
    const { audio, video } = media.tracks.value;
    await scope.close();
    // What was opening when the scope closed is closed as soon as it is open.
    await eventually('all is closed', () => devices.live.length + server.sessions.size === 0, 2_000);
    expect(server.connected.listeners, 'listeners left').to.equal(0);
    expect(connections.open(), 'connections left').to.equal(0);
    expect(platform.pending, 'timers left').to.equal(0);
    for (const track of [audio, video]) expect(track?.readyState ?? 'ended').to.equal('ended');
    connections.restore();
  });

  const create = (camera: MediaChoice['camera'] = 'camera.door', more: Partial<CallMediaOptions> = {}) => {
    const choice = { camera, microphone: null, deviceCamera: null };
    media = createCallMedia({ scope, homeAssistant: server, platform, choice, devices, ...more });
    return media;
  };
  const cameraState = () => media.camera.value.state;
  const kinds = () => devices.asked.map((asked) => (asked.audio ? 'audio' : 'video'));

  it('opens nothing by itself', async () => {
    create();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([server.requests, devices.asked]).to.deep.equal([[], []]);
  });

  it('prepares the Home Assistant camera, and no device', async () => {
    create();
    await Promise.all([media.prepare(), media.prepare()]);
    expect(server.offers.length).to.equal(1);
    expect(media.camera.value).to.deep.equal({ state: 'on', path: 'webrtc', source: 'camera.door' });
    expect(media.tracks.value.video?.readyState).to.equal('live');
    expect(media.sending.value).to.deep.equal({ audio: false, video: false });
    expect(devices.asked).to.deep.equal([]);
  });

  it('prepares nothing when the camera is this device', async () => {
    await create('this_device').prepare();
    expect([server.requests, devices.asked]).to.deep.equal([[], []]);
  });

  it('starts with the prepared camera and the microphone', async () => {
    await create().prepare();
    const { video } = media.tracks.value;
    await media.start(both);
    expect(media.tracks.value.video).to.equal(video);
    expect(media.tracks.value.audio?.enabled).to.equal(true);
    expect(media.sending.value).to.deep.equal(both);
    expect(kinds()).to.deep.equal(['audio']);
    expect(server.offers.length).to.equal(1);
  });

  it('starts without preparation, once', async () => {
    create();
    await Promise.all([media.start(both), media.start(both)]);
    expect(media.sending.value).to.deep.equal(both);
    expect(kinds()).to.deep.equal(['audio']);
  });

  it('sound only: never opens a camera, and lets go of the prepared one', async () => {
    platform = new RealPlatform(10);
    await create().prepare();
    await media.start(soundOnly);
    expect(media.tracks.value.video).to.equal(null);
    expect(cameraState()).to.equal('off');
    expect(media.sending.value).to.deep.equal(soundOnly);
    await eventually('the camera is closed', () => server.sessions.size === 0);
    expect(kinds()).to.deep.equal(['audio']);
  });

  it('mutes by sending no microphone, and unmutes with the same one', async () => {
    create();
    await media.start(soundOnly);
    const { audio } = media.tracks.value;
    media.set({ audio: false, video: false });
    expect(media.tracks.value).to.include({ audio: null, audioMuted: true });
    expect(audio!.enabled).to.equal(false);
    expect(media.sending.value.audio).to.equal(false);
    expect(media.voice.value, 'to tell that somebody speaks').to.equal(audio);
    media.set(soundOnly);
    expect(media.tracks.value).to.include({ audio, audioMuted: false });
    expect(audio!.enabled).to.equal(true);
  });

  it('changes to another microphone, muted or not, and keeps the one it has when that fails', async () => {
    create();
    await media.start(soundOnly);
    const { audio } = media.tracks.value;
    const inputs = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'audioinput');
    const choice = { deviceId: inputs[2]!.deviceId, label: inputs[2]!.label };
    media.listen(choice);
    await eventually('the other microphone', () => media.tracks.value.audio !== audio);
    expect(media.microphone.value).to.deep.equal({ choice, problem: null });
    expect([audio!.readyState, media.tracks.value.audio?.enabled]).to.deep.equal(['ended', true]);
    media.set({ audio: false, video: false });
    media.listen(null);
    await eventually('the first one again', () => media.microphone.value.choice === null);
    expect(media.sending.value.audio).to.equal(false);
    media.listen({ deviceId: 'gone', label: 'Gone' });
    await eventually('why not', () => media.microphone.value.problem === 'microphone_missing');
    media.set(soundOnly);
    expect(media.sending.value.audio).to.equal(true);
    expect(devices.live.length).to.equal(1);
  });

  it('begins with the microphone that was chosen before it was open', async () => {
    for (const track of (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks()) track.stop();
    const inputs = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'audioinput');
    const choice = { deviceId: inputs[2]!.deviceId, label: inputs[2]!.label };
    create().listen(choice);
    expect(media.microphone.value).to.deep.equal({ choice, problem: null });
    await media.start(soundOnly);
    expect(media.tracks.value.audio?.getSettings().deviceId).to.equal(choice.deviceId);
  });

  it('opens the microphone at unmute in a call that began muted', async () => {
    create();
    await media.start({ audio: false, video: false });
    expect(devices.asked).to.deep.equal([]);
    media.set(soundOnly);
    await eventually('sound', () => media.sending.value.audio);
  });

  it('camera off sends black and releases the camera after a while; on again opens it', async () => {
    platform = new RealPlatform(5);
    create();
    await media.start(both);
    const { video } = media.tracks.value;
    media.set(soundOnly);
    const black = media.tracks.value.video;
    expect(black).not.to.be.oneOf([video, null]);
    expect(media.tracks.value.videoMuted).to.equal(true);
    expect(media.sending.value.video).to.equal(false);
    media.set(both);
    expect(media.tracks.value.video, 'at once while it is still open').to.equal(video);
    expect(black!.readyState).to.equal('ended');
    media.set(soundOnly);
    await eventually('the camera is closed', () => server.sessions.size === 0);
    expect(media.tracks.value.video?.readyState).to.equal('live');
    media.set(both);
    await eventually('the camera is back', () => media.sending.value.video);
    expect(server.offers.length).to.equal(2);
  });

  it('changes the camera: the first is closed before the next is opened, and black fills the gap', async () => {
    create();
    await media.start(both);
    const { video } = media.tracks.value;
    media.choose({ source: 'this_device', facingMode: 'environment' });
    expect(media.tracks.value.video).not.to.be.oneOf([video, null]);
    await eventually('the other camera', () => media.sending.value.video);
    expect(media.camera.value).to.deep.equal({ state: 'on', path: 'device', source: 'this_device' });
    expect(server.sessions.size).to.equal(0);
    expect(video!.readyState).to.equal('ended');
    expect(devices.asked.at(-1)?.video).to.deep.include({ facingMode: 'environment' });
    const first = devices.live.find(({ kind }) => kind === 'video');
    media.choose({ source: 'this_device', facingMode: 'user' });
    await eventually('the front camera', () => devices.asked.filter((asked) => asked.video).length === 2);
    expect(first!.readyState).to.equal('ended');
    media.choose({ source: 'camera.door' });
    await eventually('the first camera again', () => {
      const { value } = media.camera;
      return value.state === 'on' && value.source === 'camera.door';
    });
    expect(devices.live.filter(({ kind }) => kind === 'video')).to.deep.equal([]);
  });

  it('chooses a camera for later while it sends none', async () => {
    create();
    await media.start(soundOnly);
    media.choose({ source: 'this_device' });
    media.choose({ source: 'this_device', device: { deviceId: 'gone', label: 'gone' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(kinds()).to.deep.equal(['audio']);
    media.set(both);
    await eventually('the picture', () => media.sending.value.video);
    expect(media.camera.value).to.deep.include({ source: 'this_device' });
    expect(server.offers).to.deep.equal([]);
  });

  it('a command before the start changes nothing', () => {
    create().set(both);
    expect(server.requests).to.deep.equal([]);
  });

  it('falls back to the camera of this device, but only from the start on', async () => {
    server.setState('unavailable');
    await create().prepare();
    expect(media.camera.value).to.deep.equal({ state: 'failed', problem: 'unavailable', source: 'camera.door' });
    expect(devices.asked).to.deep.equal([]);
    await media.start(both);
    expect(media.camera.value).to.deep.equal({ state: 'on', path: 'device', source: 'this_device' });
    expect(media.sending.value).to.deep.equal(both);
  });

  it('a call goes on without a picture when there is no camera at all', async () => {
    server.setState(null);
    create();
    const { getUserMedia } = devices;
    devices.getUserMedia = (asked) =>
      asked.video ? Promise.reject(new DOMException('', 'NotFoundError')) : getUserMedia.call(devices, asked);
    await media.start(both);
    expect(media.camera.value).to.include({ state: 'failed', problem: 'not_found' });
    expect(media.tracks.value).to.include({ video: null, videoMuted: true });
    expect(media.sending.value).to.deep.equal(soundOnly);
  });

  it('goes on without a camera that takes long, and sends it when it comes', async () => {
    platform = new RealPlatform(4);
    server.quirks = { silent: true };
    server.streamTypes = ['web_rtc'];
    const { getUserMedia } = devices;
    devices.getUserMedia = (asked) =>
      asked.video ? Promise.reject(new DOMException('', 'NotFoundError')) : getUserMedia.call(devices, asked);
    create();
    await media.start(both);
    expect(cameraState()).to.equal('opening');
    expect(media.tracks.value).to.include({ video: null, videoMuted: false });
    server.quirks = {};
    await eventually('the picture', () => media.sending.value.video);
  });

  it('a camera that stops is lost after about 3 s, and comes back by itself', async () => {
    create();
    await media.start(both);
    const before = media.tracks.value.video;
    server.connected.set(false);
    server.stopAll();
    const began = performance.now();
    await eventually('the loss', () => cameraState() === 'lost');
    expect(performance.now() - began).to.be.within(2_500, 4_500);
    const lost = media.tracks.value.video;
    expect(lost).not.to.be.oneOf([before, null]);
    expect(media.sending.value.video).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve, 700));
    server.connected.set(true);
    await eventually('the camera is back', () => cameraState() === 'on');
    expect(media.tracks.value.video).not.to.be.oneOf([before, lost]);
    expect(kinds(), 'not the camera of this device').to.deep.equal(['audio']);
  }).timeout(15_000);

  it('the camera of this device is replaced by another one when it is unplugged', async () => {
    create('this_device');
    await media.start(both);
    const states: string[] = [];
    media.camera.subscribe(({ state }) => states.push(state));
    devices.unplug(devices.live.find(({ kind }) => kind === 'video')!);
    await eventually('another camera', () => states.join() === 'lost,on');
  });

  for (const [failure, reason] of [
    ['NotAllowedError', 'microphone_denied'],
    ['NotFoundError', 'microphone_missing'],
    ['NotReadableError', 'microphone_in_use'],
  ] as const) {
    it(`${failure} → the call cannot start: ${reason}`, async () => {
      devices.failure = failure;
      const error: unknown = await create()
        .start(both)
        .catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(MicrophoneError);
      expect((error as MicrophoneError).reason).to.equal(reason);
    });
  }

  it('says that the page is not secure', async () => {
    create('this_device', { devices: undefined });
    const error: unknown = await media.start(both).catch((thrown: unknown) => thrown);
    expect((error as MicrophoneError).reason).to.equal('insecure_page');
  });

  it('hands the camera to the relay it is given', async () => {
    const clones: MediaStreamTrack[] = [];
    create('camera.door', {
      relay: ({ track }, own) => {
        const clone = track.clone();
        own.add(() => clone.stop());
        clones.push(clone);
        return clone;
      },
    });
    await media.start(both);
    expect(media.tracks.value.video).to.equal(clones[0]);
  });

  it('closed at any moment leaves nothing', async () => {
    for (const wait of [0, 2, 10, 30, 100, 400]) {
      const own = failingScope();
      const choice = { camera: 'camera.door', microphone: null, deviceCamera: null } as const;
      media = createCallMedia({ scope: own, homeAssistant: server, platform, choice, devices });
      void media.prepare();
      const started = media.start(both).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await own.close();
      await started;
      await eventually('devices are closed', () => devices.live.length === 0);
      await eventually('connections are closed', () => connections.open() === 0 && server.sessions.size === 0);
    }
  });
});
