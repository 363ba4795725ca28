import { expect } from '@open-wc/testing';
import { loadStage } from '../../../src/card/overlay/stage-loader.ts';
import { pictureOf, tiles } from '../../../src/card/overlay/later/family/tiles.ts';
import type { RemoteParticipant } from '../../../src/runtime/providers/provider.ts';
import { callView, FakeCallAssist, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, settled, text, until } from './support/page.ts';

const connection = new RTCPeerConnection();
const cameras: MediaStreamTrack[] = [];
function camera(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const [track] = canvas.captureStream().getVideoTracks();
  cameras.push(track!);
  return track!;
}
const voice = (): MediaStreamTrack => connection.addTransceiver('audio').receiver.track;
after(() => {
  connection.close();
  for (const track of cameras) track.stop();
});

function somebody(name: string, some: Partial<RemoteParticipant> = {}): RemoteParticipant {
  const id = `@${name.toLowerCase()}:test`;
  return { id, name, audio: voice(), video: camera(), screen: null, audioMuted: false, videoMuted: false, ...some };
}

describe('who of several has a tile', () => {
  const [anna, ben] = [somebody('Anna'), somebody('Ben', { videoMuted: true })];

  it('is everybody whose picture is not large', () => {
    expect(tiles([anna, ben], anna.id)).to.deep.equal([ben]);
    expect(tiles([anna, ben], ben.id)).to.deep.equal([anna]);
    expect(tiles([anna, ben], null)).to.deep.equal([anna, ben]);
  });

  it('shows a screen before a face', () => {
    const screen = camera();
    expect(pictureOf({ ...ben, screen })).to.equal(screen);
    expect(pictureOf(ben)).to.equal(null);
    expect(pictureOf(anna)).to.equal(anna.video);
  });
});

describe('a call among several', () => {
  let api: FakeCallAssist;
  let media: FakeMedia;
  let overlay: CaOverlay;
  const [anna, ben, cleo] = [
    somebody('Anna'),
    somebody('Ben', { speaking: true }),
    somebody('Cleo', { videoMuted: true, audioMuted: true }),
  ];

  beforeEach(async () => {
    api = new FakeCallAssist();
    api.set(readySnapshot());
    media = new FakeMedia();
    api.medias.set('call-1', media);
    media.remote.set({ participants: [anna, ben, cleo], large: anna.id });
    api.set({ calls: [callView('active')] });
    overlay = document.createElement('ca-overlay') as CaOverlay;
    Object.assign(overlay, { callAssist: api, stage: loadStage });
    document.body.append(overlay);
    await until(() => has(overlay, 'ca-family'));
    await settled();
  });
  afterEach(() => overlay.remove());

  const row = (): HTMLElement => find(overlay, 'ca-family');
  const names = (): readonly string[] =>
    [...(row().shadowRoot?.querySelectorAll('li bdi') ?? [])].map((name) => text(name));
  const largeTracks = (): readonly MediaStreamTrack[] => {
    const { srcObject } = find(overlay, '.players video') as HTMLVideoElement;
    return (srcObject as MediaStream).getTracks();
  };

  const voices = (): readonly HTMLAudioElement[] => [
    ...overlay.shadowRoot!.querySelectorAll<HTMLAudioElement>('.players audio'),
  ];
  const heard = (): readonly (MediaStreamTrack | undefined)[] =>
    voices().map(({ srcObject }) => (srcObject as MediaStream).getTracks()[0]);

  it('shows one large, hears all, and has the others in a row', async () => {
    expect(names()).to.deep.equal(['Ben', 'Cleo']);
    expect(largeTracks()).to.have.members([anna.audio, anna.video]);
    expect(heard(), 'of several sounds in a stream Chromium plays the first alone').to.deep.equal([
      ben.audio,
      cleo.audio,
    ]);
    const [first, second] = row().shadowRoot?.querySelectorAll('li') ?? [];
    expect(first?.className).to.equal('speaks');
    const video = first!.querySelector('video')!;
    expect([video.muted, (video.srcObject as MediaStream).getTracks()]).to.deep.equal([true, [ben.video]]);
    expect(second?.querySelector('video')).to.equal(null);
    expect(text(second?.querySelector('.vh'))).to.equal('Cleo is muted');
    expect(text(find(overlay, '[data-large]'))).to.equal('Anna');
  });

  it('follows who speaks, and does not begin pictures anew', async () => {
    const before = row().shadowRoot?.querySelector<HTMLVideoElement>('li video')?.srcObject;
    media.remote.set({ participants: [{ ...anna, speaking: false }, ben, cleo], large: anna.id });
    overlay.redraw();
    await overlay.updateComplete;
    expect(row().shadowRoot?.querySelector<HTMLVideoElement>('li video')?.srcObject).to.equal(before);
    media.remote.set({ participants: [anna, ben, cleo], large: ben.id });
    overlay.redraw();
    await until(() => names()[0] === 'Anna');
    expect(largeTracks()).to.include(ben.video).and.not.include(anna.video);
    expect(text(find(overlay, '[data-large]'))).to.equal('Ben');
  });

  it('is a call between two again when the others have left', async () => {
    const [own] = voices();
    media.remote.set({ participants: [ben] });
    overlay.redraw();
    await until(() => !has(overlay, 'ca-family'));
    expect(largeTracks()).to.deep.equal([ben.video]);
    expect(voices(), 'goes on where it has begun').to.deep.equal([own]);
    const back = { ...anna, audio: voice() };
    media.remote.set({ participants: [ben, back], large: ben.id });
    expect(largeTracks()).to.have.members([ben.video, back.audio]);
    expect(heard()).to.deep.equal([ben.audio]);
  });

  it('has all as loud as the call, and no voice left when it is over', async () => {
    api.set({ settings: { ...api.snapshot.value.settings, callVolume: 0 } });
    overlay.redraw();
    await until(() => voices().every(({ muted }) => muted));
    const before = voices();
    media.remote.set({ participants: [anna] });
    expect(voices()).to.deep.equal([]);
    expect(before.map(({ srcObject }) => srcObject)).to.deep.equal([null, null]);
  });

  it('says whose picture and sound cannot be decrypted', async () => {
    media.remote.set({ participants: [anna, { ...cleo, unreadable: true }], large: anna.id });
    overlay.redraw();
    const said = (): string => text(row().shadowRoot?.querySelector('li .vh'));
    await until(() => said().includes('decrypted'));
    expect(said()).to.equal('Picture and sound of Cleo cannot be decrypted');
    expect(text(row().shadowRoot?.querySelector('.trouble'))).to.equal('No key');
    expect(
      row().shadowRoot?.querySelector('li .i'),
      'a lock, or a muted microphone, would say something else',
    ).to.equal(null);
  });

  it('has everybody in the row where nobody has a picture', async () => {
    const faces = [anna, ben, cleo].map((one) => ({ ...one, videoMuted: true }));
    media.remote.set({ participants: faces, large: anna.id });
    overlay.redraw();
    await until(() => names().length === 3);
    expect(has(overlay, '[data-large]')).to.equal(false);
  });

  it('leaves room for the row beside our own picture', async () => {
    const dialog = find(overlay, 'dialog');
    dialog.dataset['corner'] = 'bottom-end';
    const own = document.createElement('div');
    own.className = 'self';
    find(overlay, '.stage').append(own);
    expect(own.getBoundingClientRect().bottom).to.be.at.most(row().getBoundingClientRect().top);
  });

  it('names nobody where names are hidden', async () => {
    api.set({ settings: { ...api.snapshot.value.settings, hideNames: 'always' } });
    overlay.redraw();
    await until(() => names().every((name) => name === 'Somebody'));
    expect(row().shadowRoot?.querySelector('[data-participant]')).to.equal(null);
    expect(has(overlay, '[data-large]')).to.equal(false);
  });

  it('is accessible', async () => {
    for (const root of [overlay, row()]) {
      for (const animation of root.shadowRoot?.getAnimations() ?? []) animation.cancel();
    }
    await expect(overlay).to.be.accessible();
    await expect(row()).to.be.accessible();
  });
});
