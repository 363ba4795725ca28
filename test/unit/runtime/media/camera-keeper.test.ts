import { expect } from '@open-wc/testing';
import { type CameraKeeper, keepCamera } from '../../../../src/runtime/media/camera-keeper.ts';
import { CameraError, type CameraPath, type OpenCamera } from '../../../../src/runtime/media/media.ts';
import { placeholder } from '../../../../src/runtime/media/placeholder.ts';
import { plainRelay } from '../../../../src/runtime/media/relay.ts';
import type { Scope } from '../../../../src/runtime/platform/scope.ts';
import { eventually, failingScope, movingPicture, RealPlatform } from './fakes.ts';

/** Cameras of the test's making, in a time that runs twenty times as fast. */
describe('keepCamera', () => {
  let platform: RealPlatform;
  let scope: Scope;
  let keeper: CameraKeeper;
  let opened: { camera: OpenCamera; lose: (error: CameraError) => void; stop: () => void }[];
  let openScopes: number;
  let attempts: number;
  let failure: unknown;
  let path: CameraPath;
  let lostPictures: MediaStreamTrack[];
  let history: string[];

  const open = async (own: Scope): Promise<OpenCamera> => {
    attempts++;
    openScopes++;
    own.add(() => void openScopes--);
    await Promise.resolve();
    if (failure) throw failure;
    const picture = movingPicture(64, 36);
    own.add(picture.stop);
    const lost = Promise.withResolvers<CameraError>();
    let frames = 0;
    let moving = true;
    const camera: OpenCamera = {
      track: picture.track,
      path,
      source: 'camera.door',
      frames: async () => (moving ? frames++ : frames),
      lost: lost.promise,
    };
    opened.push({ camera, lose: lost.resolve, stop: () => (moving = false) });
    return camera;
  };

  beforeEach(() => {
    platform = new RealPlatform(20);
    scope = failingScope();
    opened = [];
    openScopes = 0;
    attempts = 0;
    failure = undefined;
    path = 'webrtc';
    lostPictures = [];
    history = [];
  });
  afterEach(async () => {
    await scope.close();
    expect(openScopes, 'scopes left').to.equal(0);
    expect(platform.pending, 'timers left').to.equal(0);
    for (const track of [...lostPictures, ...opened.map(({ camera }) => camera.track)]) {
      expect(track.readyState).to.equal('ended');
    }
  });
  const keep = () => {
    keeper = keepCamera({
      scope,
      platform,
      source: 'camera.door',
      open,
      relay: plainRelay,
      lostPicture: (own) => {
        const track = placeholder({ scope: own, clock: platform.clock, text: 'Camera lost' });
        lostPictures.push(track);
        return track;
      },
    });
    keeper.state.subscribe(({ state }) => history.push(state));
  };
  const state = () => keeper.state.value.state;
  const becomes = (wanted: string) => eventually(wanted, () => state() === wanted);

  it('gives the track of the camera', async () => {
    keep();
    expect(state()).to.equal('opening');
    await becomes('on');
    expect(keeper.state.value).to.deep.equal({ state: 'on', path: 'webrtc', source: 'camera.door' });
    expect(keeper.track.value).to.equal(opened[0]!.camera.track);
  });

  it('sends the lost picture when frames stand still, and the camera again when it is back', async () => {
    keep();
    await becomes('on');
    failure = new CameraError('unavailable', 'off');
    opened[0]!.stop();
    await becomes('lost');
    expect(keeper.track.value).to.equal(lostPictures[0]);
    expect(lostPictures[0]!.readyState).to.equal('live');
    await eventually('several attempts', () => attempts > 4);
    expect(lostPictures.length).to.equal(1);
    failure = undefined;
    await becomes('on');
    expect(keeper.track.value).to.equal(opened[1]!.camera.track);
    expect(lostPictures[0]!.readyState).to.equal('ended');
    expect(history).to.deep.equal(['on', 'lost', 'on']);
  });

  it('does so at once when the camera itself says that it is gone', async () => {
    keep();
    await becomes('on');
    failure = new CameraError('failed', 'still gone');
    const before = platform.clock.now();
    opened[0]!.lose(new CameraError('failed', 'gone'));
    await becomes('lost');
    expect(platform.clock.now() - before).to.be.lessThan(2_000);
  });

  it('waits longer for HLS, which comes in pieces', async () => {
    path = 'hls';
    keep();
    await becomes('on');
    opened[0]!.stop();
    await new Promise((resolve) => setTimeout(resolve, 5_000 / platform.speed));
    expect(state()).to.equal('on');
    await becomes('lost');
  });

  it('tries again after a failure, less and less often', async () => {
    failure = new CameraError('timeout', 'slow');
    keep();
    await becomes('failed');
    expect(keeper.state.value).to.deep.equal({ state: 'failed', problem: 'timeout', source: 'camera.door' });
    await eventually('a second attempt', () => attempts === 2);
    expect(state()).to.equal('failed');
    failure = undefined;
    await becomes('on');
  });

  it('waits for a person where only a person can help', async () => {
    failure = new CameraError('denied', 'no');
    keep();
    await becomes('failed');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(attempts).to.equal(1);
    failure = undefined;
    keeper.retry();
    expect(state()).to.equal('opening');
    await becomes('on');
  });

  it('tries at once when it is asked during an attempt that fails', async () => {
    failure = new CameraError('denied', 'no');
    keep();
    keeper.retry();
    await eventually('two attempts', () => attempts === 2);
    await becomes('failed');
  });

  it('takes any other error for a failed camera', async () => {
    failure = new Error('?');
    keep();
    await becomes('failed');
    expect(keeper.state.value).to.include({ problem: 'failed' });
  });
});

describe('placeholder', () => {
  const brightest = async (text: string) => {
    const scope = failingScope();
    const track = placeholder({ scope, clock: new RealPlatform().clock, text });
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    await video.play();
    await eventually('a frame', () => video.videoWidth === 1280);
    const context = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 }).getContext('2d')!;
    let most = 0;
    await eventually('a picture', () => {
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(340, 320, 600, 80);
      most = data.reduce((max, value, index) => (index % 4 === 3 ? max : Math.max(max, value)), 0);
      return context.getImageData(0, 0, 1, 1).data[3] === 255;
    });
    video.srcObject = null;
    await scope.close();
    expect(track.readyState).to.equal('ended');
    return most;
  };
  it('says what it is told in white', async () => expect(await brightest('Camera lost')).to.be.greaterThan(200));
  it('is black without a text', async () => expect(await brightest('')).to.be.lessThan(30));
});
