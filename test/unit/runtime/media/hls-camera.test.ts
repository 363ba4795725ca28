import { expect } from '@open-wc/testing';
import { hlsCamera } from '../../../../src/runtime/media/hls-camera.ts';
import { CameraError } from '../../../../src/runtime/media/media.ts';
import type { Scope } from '../../../../src/runtime/platform/scope.ts';
import { eventually, failingScope, FakeCameraServer, movingPicture, RealPlatform } from './fakes.ts';

/** A playlist as Home Assistant serves it, of three seconds that were recorded here. */
async function recordPlaylist(): Promise<string> {
  const picture = movingPicture();
  const type = 'video/mp4;codecs=avc1.42001f';
  const recorder = new MediaRecorder(new MediaStream([picture.track]), {
    mimeType: type,
    videoKeyFrameIntervalDuration: 500,
  } as MediaRecorderOptions);
  const recorded = new Promise<Blob>((resolve) =>
    recorder.addEventListener('dataavailable', ({ data }) => resolve(data)),
  );
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  recorder.stop();
  const bytes = await (await recorded).arrayBuffer();
  picture.stop();
  const view = new DataView(bytes);
  const nameAt = (at: number) => String.fromCharCode(...new Uint8Array(bytes, at + 4, 4));
  let at = 0;
  while (nameAt(at) !== 'moof') at += view.getUint32(at);
  const url = (part: ArrayBuffer) => URL.createObjectURL(new Blob([part], { type: 'video/mp4' }));
  const playlist = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MAP:URI="${url(bytes.slice(0, at))}"
#EXTINF:3.0,
${url(bytes.slice(at))}
`;
  return URL.createObjectURL(new Blob([playlist], { type: 'application/vnd.apple.mpegurl' }));
}

describe('hlsCamera', () => {
  let server: FakeCameraServer;
  let platform: RealPlatform;
  let scope: Scope;
  let playlist: string;
  before(async function () {
    this.timeout(20_000);
    playlist = await recordPlaylist();
  });
  beforeEach(() => {
    server = new FakeCameraServer();
    server.streamTypes = ['hls'];
    server.hlsUrl = playlist;
    platform = new RealPlatform();
    scope = failingScope();
  });
  afterEach(async () => {
    await scope.close();
    expect(platform.pending, 'timers left').to.equal(0);
  });
  const camera = (limit = 8_000) => hlsCamera({ entityId: 'camera.door', homeAssistant: server, platform, limit });
  const problem = async (): Promise<string> => {
    const error: unknown = await camera(1_500)
      .open(scope)
      .then(
        () => expect.fail('it opened'),
        (reason: unknown) => reason,
      );
    if (!(error instanceof CameraError)) throw error;
    return `${error.problem}: ${error.message}`;
  };

  it('gives a track with the picture of the stream, counts its frames, and ends with its scope', async () => {
    const { track, path, source, frames } = await camera().open(scope);
    expect([path, source, track.kind]).to.deep.equal(['hls', 'camera.door', 'video']);
    await eventually('more frames', async () => (await frames()) > 10);
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    await video.play();
    await eventually('the picture', () => video.videoWidth === 1280);
    video.srcObject = null;
    await scope.close();
    expect(track.readyState).to.equal('ended');
  });

  it('without HLS → not_supported', async () => {
    server.streamTypes = ['web_rtc'];
    expect(await problem()).to.match(/^not_supported/);
  });

  it('a stream that cannot be started → failed', async () => {
    server.hlsUrl = undefined;
    expect(await problem()).to.match(/^failed: .*no stream/);
  });

  it('a playlist that is not there → failed, with the reason of the player', async () => {
    server.hlsUrl = '/api/hls/none/master_playlist.m3u8';
    expect(await problem()).to.match(/^failed: .*manifest/);
  });

  it('a playlist without anything to play → timeout', async () => {
    server.hlsUrl = URL.createObjectURL(new Blob(['#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:1\n']));
    expect(await problem()).to.match(/^(timeout|failed)/);
  });

  it('closed while it opens leaves nothing', async () => {
    const opening = camera()
      .open(scope)
      .catch(() => 'not opened');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await scope.close();
    expect(await opening).to.equal('not opened');
  });
});
