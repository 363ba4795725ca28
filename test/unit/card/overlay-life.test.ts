import { expect } from '@open-wc/testing';
import { openPage } from '../../../src/card/pages/pages.ts';
import type { RemoteMedia } from '../../../src/runtime/providers/provider.ts';
import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { find, has, TestPage, until } from './support/page.ts';

describe('life of the overlay', () => {
  let page: TestPage;
  let media: FakeMedia;
  beforeEach(() => {
    page = new TestPage(readySnapshot());
    media = new FakeMedia();
    page.api.medias.set('call-1', media);
  });
  afterEach(() => page.close());

  /** Of the dashboard, which nothing covers. */
  const scrollBar = (): string => getComputedStyle(document.documentElement).scrollbarWidth;

  const picture = (): RemoteMedia => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    canvas.getContext('2d')?.fillRect(0, 0, 64, 36);
    const [video = null] = canvas.captureStream(10).getVideoTracks();
    return { participants: [{ id: 'a', audio: null, video, screen: null, audioMuted: false, videoMuted: false }] };
  };

  it('is not there without a call, there at once with one, and gone after it', async () => {
    expect((await page.overlay()) === null).to.equal(true);
    page.api.set({ calls: [callView('ringing-in')] });
    const overlay = await page.shown();
    const dialog = find(overlay, 'dialog');
    expect(dialog.checkVisibility()).to.equal(true);
    expect(document.activeElement === overlay).to.equal(true);
    await until(() => dialog.matches(':modal'));
    expect(document.activeElement === overlay).to.equal(true);
    expect(scrollBar()).to.equal('none');
    page.api.set({ calls: [] });
    expect((await page.overlay()) === null).to.equal(true);
    expect(scrollBar()).to.equal('auto');
  });

  it('is read in the direction of Home Assistant, which lies beside it', async () => {
    const app = Object.assign(document.createElement('home-assistant'), { style: 'direction: rtl' });
    document.body.append(app);
    page.api.set({ calls: [callView('ringing-in')] });
    const overlay = await page.shown();
    openPage(page.api, 'settings', null);
    const directions = [overlay, document.querySelector('ca-page')!].map((one) => getComputedStyle(one).direction);
    app.remove();
    expect(directions).to.deep.equal(['rtl', 'rtl']);
  });

  it('is not there in another tab', async () => {
    page.api.set({ role: 'other-tab', calls: [callView('ringing-in')] });
    expect((await page.overlay()) === null).to.equal(true);
  });

  it('has one media element for a call, and leaves neither element nor listener nor stream', async () => {
    const before = page.api.snapshot.listeners;
    for (let round = 0; round < 3; round += 1) {
      page.api.set({ calls: [callView('active')] });
      media.remote.set(picture());
      const overlay = await page.shown();
      const video = find(overlay, '.players video') as HTMLVideoElement;
      expect(overlay.shadowRoot?.querySelectorAll('.players video').length).to.equal(1);
      expect(video.srcObject instanceof MediaStream).to.equal(true);
      page.api.set({ calls: [] });
      await page.overlay();
      expect(video.srcObject === null).to.equal(true);
      expect(video.isConnected).to.equal(false);
    }
    expect(document.querySelectorAll('ca-overlay').length).to.equal(0);
    expect(media.remote.listeners).to.equal(0);
    expect(media.preview.listeners).to.equal(0);
    expect(page.api.snapshot.listeners).to.equal(before);
  });

  it('keeps the picture in the same element, playing, from connecting to reconnecting', async () => {
    page.api.set({ calls: [callView('connecting')] });
    media.remote.set(picture());
    const overlay = await page.shown();
    const video = find(overlay, '.players video') as HTMLVideoElement;
    await until(() => !video.paused);
    for (const phase of ['active', 'reconnecting', 'active'] as const) {
      page.api.set({ calls: [callView(phase)] });
      await overlay.updateComplete;
      expect(find(overlay, '.players video') === video).to.equal(true);
      expect(video.paused).to.equal(false);
    }
  });

  it('says how to hear the call when the browser blocks its sound, and plays the picture meanwhile', async () => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function blocked(this: HTMLMediaElement) {
      return this.muted ? play.call(this) : Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
    };
    try {
      page.api.set({ calls: [callView('active')] });
      const overlay = await page.shown();
      media.remote.set(picture());
      await until(() => has(overlay, '[data-action="touch-to-hear"]'));
      const video = find(overlay, '.players video') as HTMLVideoElement;
      expect(video.muted).to.equal(true);
      HTMLMediaElement.prototype.play = play;
      find(overlay, '[data-action="touch-to-hear"]').click();
      await overlay.updateComplete;
      expect(video.muted).to.equal(false);
      expect(has(overlay, '[data-action="touch-to-hear"]')).to.equal(false);
      expect(page.api.asked).to.deep.equal([['allowSound']]);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('comes above a dialog that opened over it, with the picture playing and the focus where it was', async () => {
    page.api.set({ calls: [callView('active')] });
    media.remote.set(picture());
    const overlay = await page.shown();
    const video = find(overlay, '.players video') as HTMLVideoElement;
    await until(() => !video.paused);
    find(overlay, '[data-action="hang-up"]').focus();
    let pauses = 0;
    video.addEventListener('pause', () => (pauses += 1));
    const other = document.createElement('dialog');
    other.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none;inset:0;margin:0';
    document.body.append(other);
    other.showModal();
    expect(document.elementFromPoint(innerWidth / 2, innerHeight / 2) === other).to.equal(true);
    window.dispatchEvent(new Event('opened'));
    await until(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2) === overlay);
    expect(overlay.shadowRoot?.activeElement?.getAttribute('data-action')).to.equal('hang-up');
    expect(pauses).to.equal(0);
    other.remove();
  });

  it('takes the focus to itself, not to a button, and gives it back', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    page.api.set({ calls: [callView('ringing-in')] });
    const overlay = await page.shown();
    expect(overlay.shadowRoot?.activeElement === find(overlay, 'dialog')).to.equal(true);
    page.api.set({ calls: [] });
    await until(() => document.activeElement === field);
    field.remove();
  });
});
