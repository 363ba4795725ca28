import { expect } from '@open-wc/testing';
import type { CallView } from '../../../src/runtime/api.ts';
import type { CallStats } from '../../../src/runtime/providers/provider.ts';
import { type CaOverlay, find, has, press, settled, TestPage, text, touch, until } from './support/page.ts';
import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';

const START = 1_700_000_252_000;
const camera = (): MediaStreamTrack => document.createElement('canvas').captureStream().getVideoTracks()[0]!;
const second = (): CallView =>
  callView('ringing-in', { id: 'call-2', peer: { ...callView('active').peer, contactId: '!g', name: 'Grandma' } });

describe('overlay during a call', () => {
  let page: TestPage;
  let media: FakeMedia;
  let now: number;
  beforeEach(() => {
    page = new TestPage(readySnapshot());
    media = new FakeMedia();
    media.preview.set(camera());
    page.api.medias.set('call-1', media);
    now = START;
  });
  afterEach(() => page.close());

  /** Long enough on screen that touches count. */
  const open = async (...calls: CallView[]): Promise<CaOverlay> => {
    page.api.set({ calls: [callView('dialing', { id: 'before' })] });
    const overlay = await page.shown();
    await until(() => find(overlay, 'dialog').matches(':modal'));
    overlay.now = () => now;
    page.api.set({ calls });
    await overlay.updateComplete;
    await later(overlay, 1_000);
    return overlay;
  };
  const later = async (overlay: CaOverlay, ms: number): Promise<void> => {
    now += ms;
    overlay.requestUpdate();
    await overlay.updateComplete;
    await settled();
    await overlay.updateComplete;
  };
  const types = (): string[] => page.api.commands.map(({ type }) => type);

  describe('controls', () => {
    const resting = (overlay: CaOverlay): boolean => has(overlay, '.stage.resting');

    it('rest after 8 s, and the touch that wakes them does nothing else', async () => {
      const overlay = await open(callView('active'));
      await later(overlay, 6_000);
      expect(resting(overlay)).to.equal(false);
      await later(overlay, 2_000);
      expect(resting(overlay)).to.equal(true);
      touch(find(overlay, '[data-action="toggle-microphone"]'));
      await overlay.updateComplete;
      expect(resting(overlay)).to.equal(false);
      now += 300;
      touch(find(overlay, '[data-action="hang-up"]'));
      expect(types(), 'a finger that is still tapping').to.deep.equal([]);
      now += 200;
      touch(find(overlay, '[data-action="hang-up"]'));
      expect(types()).to.deep.equal(['hang-up']);
    });

    it('rest at once by Escape, and come back by the focus', async () => {
      const overlay = await open(callView('active'));
      press(find(overlay, 'dialog'), 'Escape');
      await overlay.updateComplete;
      expect(resting(overlay)).to.equal(true);
      find(overlay, '[data-action="toggle-camera"]').focus();
      await overlay.updateComplete;
      expect(resting(overlay)).to.equal(false);
    });

    /** [what needs them, the calls] */
    const table: [string, CallView[]][] = [
      ['a voice call', [callView('active', { remoteVideo: false })]],
      ['a second call', [callView('active'), second()]],
      ['a lost connection', [callView('reconnecting')]],
    ];
    for (const [name, calls] of table) {
      it(`never rest in ${name}`, async () => {
        const overlay = await open(...calls);
        await later(overlay, 60_000);
        expect(resting(overlay)).to.equal(false);
      });
    }
  });

  describe('hang up that has to be held', () => {
    beforeEach(() => page.api.set({ settings: { ...page.api.snapshot.value.settings, holdToHangUp: true } }));
    const down = (element: Element): boolean =>
      element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    const up = (element: Element): boolean =>
      element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));

    it('does nothing when it is let go, and ends the call when it is held', async () => {
      const overlay = await open(callView('active'));
      const hangUp = find(overlay, '[data-action="hang-up"]');
      touch(hangUp);
      await overlay.updateComplete;
      expect(hangUp.classList.contains('holding')).to.equal(true);
      up(hangUp);
      await overlay.updateComplete;
      expect(hangUp.classList.contains('holding')).to.equal(false);
      down(hangUp);
      await until(() => types().length > 0);
      expect(types()).to.deep.equal(['hang-up']);
    });

    it('is pressed by keyboards and assistive technology', async () => {
      const overlay = await open(callView('active'));
      find(overlay, '[data-action="hang-up"]').click();
      expect(types()).to.deep.equal(['hang-up']);
    });
  });

  it('says how the connection is, and says it once when it becomes weak', async () => {
    const totals = { audio: 0, video: 0, roundTrip: 40 };
    media.stats = async (): Promise<CallStats> => ({
      audio: { packetsSent: 0, packetsReceived: totals.audio, energyReceived: 0 },
      video: { framesSent: 0, framesDecoded: totals.video, width: 1, height: 1 },
      relayed: null,
      roundTrip: totals.roundTrip,
    });
    const overlay = await open(callView('active'));
    const word = (): string => text(overlay.shadowRoot?.querySelector('[data-quality]'));
    const pass = async (frames: number): Promise<void> => {
      totals.audio += 150;
      totals.video += frames;
      await later(overlay, 3_000);
    };
    expect(word()).to.equal('');
    await pass(75);
    expect(word()).to.equal('Good connection');
    await pass(3);
    expect(word()).to.equal('Weak connection');
    expect(text(find(overlay, '[role="status"]'))).to.equal('Weak connection');
    totals.audio -= 150;
    await pass(0);
    expect(word()).to.equal('No connection');
  });

  describe('the two pictures', () => {
    const corner = (overlay: CaOverlay): string | undefined => find(overlay, 'dialog').dataset['corner'];

    it('change places by a touch', async () => {
      const overlay = await open(callView('active'));
      find(overlay, '[data-action="swap"]').click();
      await overlay.updateComplete;
      expect(has(overlay, '.large video')).to.equal(true);
      const theirs = find(overlay, '.players').getBoundingClientRect();
      const ours = find(overlay, '.self .pic').getBoundingClientRect();
      for (const side of ['left', 'top', 'right', 'bottom'] as const)
        expect(theirs[side]).to.be.closeTo(ours[side], 1, side);
      expect(text(find(overlay, '.self')), 'what they get stays').to.equal('Kitchen camera is on');
      await settled();
      find(overlay, '[data-action="swap"]').click();
      await later(overlay, 0);
      expect(find(overlay, '.players').getBoundingClientRect().width).to.equal(innerWidth);
    });

    it('ours goes into a corner by arrow keys', async () => {
      const overlay = await open(callView('active'));
      for (const [key, where] of [
        ['ArrowDown', 'bottom-end'],
        ['ArrowLeft', 'bottom-start'],
        ['ArrowUp', 'top-start'],
        ['ArrowRight', 'top-end'],
      ] as const) {
        press(find(overlay, '[data-action="swap"]'), key);
        await overlay.updateComplete;
        expect(corner(overlay)).to.equal(where);
      }
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`ours goes into the corner it is dragged to, ${dir}`, async () => {
        document.documentElement.dir = dir;
        try {
          const overlay = await open(callView('active'));
          const ours = find(overlay, '[data-action="swap"]');
          const point = (type: string, clientX: number, clientY: number): boolean =>
            ours.dispatchEvent(
              new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, clientX, clientY }),
            );
          const { left, top } = ours.getBoundingClientRect();
          point('pointerdown', left, top);
          point('pointermove', 10, innerHeight - 10);
          point('pointerup', 10, innerHeight - 10);
          ours.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
          await overlay.updateComplete;
          expect(corner(overlay)).to.equal(dir === 'ltr' ? 'bottom-start' : 'bottom-end');
          expect(has(overlay, '.large'), 'a drag is no touch').to.equal(false);
        } finally {
          document.documentElement.removeAttribute('dir');
        }
      });
    }
  });

  it('shows the screen they share in the large place, and says so', async () => {
    const overlay = await open(callView('active', { remoteVideo: false }));
    media.remote.set({
      participants: [{ id: 'a', audio: null, video: null, screen: camera(), audioMuted: false, videoMuted: false }],
    });
    await overlay.updateComplete;
    expect(has(overlay, '.stage.pictured')).to.equal(true);
    expect(text(find(overlay, '[data-sharing]'))).to.equal('Anna Berger shares the screen');
  });

  it('says that they put the call on hold, and when they are back', async () => {
    const overlay = await open(callView('active', { remoteOnHold: true, remoteAudioMuted: true, remoteVideo: false }));
    expect(text(find(overlay, '[data-on-hold]'))).to.equal('Anna Berger put the call on hold');
    expect(has(overlay, '[data-remote-muted]')).to.equal(false);
    page.api.set({ calls: [callView('active')] });
    await overlay.updateComplete;
    expect(has(overlay, '[data-on-hold]')).to.equal(false);
    expect(text(find(overlay, '[role="status"]'))).to.equal('Connected');
    page.api.set({ calls: [callView('active', { remoteOnHold: true })] });
    await overlay.updateComplete;
    expect(text(find(overlay, '[role="status"]'))).to.equal('Anna Berger put the call on hold');
  });

  it('says when nothing of theirs can be decrypted', async () => {
    const overlay = await open(callView('active', { remoteAudioMuted: true, remoteVideo: false }));
    page.api.set({ calls: [callView('active', { remoteUnreadable: true, remoteVideo: false })] });
    await overlay.updateComplete;
    const words = 'Picture and sound of Anna Berger cannot be decrypted';
    expect(text(find(overlay, '[data-unreadable]'))).to.equal(words);
    expect(text(find(overlay, '[role="status"]'))).to.equal(words);
    expect(has(overlay, '[data-remote-muted]')).to.equal(false);
  });

  it('plays as loud as the device says', async () => {
    const overlay = await open(callView('active'));
    const video = find(overlay, '.players video') as HTMLVideoElement;
    page.api.set({ settings: { ...page.api.snapshot.value.settings, callVolume: 0.3 } });
    await overlay.updateComplete;
    expect(video.volume).to.equal(0.3);
  });

  it('the space bar of somebody who is muted talks while it is held', async () => {
    const muted = { audio: false, video: true };
    const overlay = await open(callView('active', { wanted: muted }));
    const key = find(overlay, '[data-action="hang-up"]');
    press(key, ' ');
    press(key, ' ', { repeat: true });
    page.api.set({ calls: [callView('active')] });
    await overlay.updateComplete;
    key.dispatchEvent(new KeyboardEvent('keyup', { key: ' ', bubbles: true, composed: true }));
    expect(page.api.commands).to.deep.equal([
      { type: 'set-media', callId: 'call-1', audio: true, by: 'touch' },
      { type: 'set-media', callId: 'call-1', audio: false, by: 'touch' },
    ]);
  });

  describe('as a small bar', () => {
    const small = async (...calls: CallView[]): Promise<CaOverlay> => {
      const overlay = await open(...calls);
      find(overlay, '[data-action="make-small"]').click();
      await overlay.updateComplete;
      return overlay;
    };
    const modal = (overlay: CaOverlay): boolean => find(overlay, 'dialog').matches(':modal');

    it('leaves the page and the focus to the dashboard, with the picture playing', async () => {
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      const overlay = await small(callView('active'));
      media.remote.set({
        participants: [{ id: 'a', audio: null, video: camera(), screen: null, audioMuted: false, videoMuted: false }],
      });
      const video = find(overlay, '.players video') as HTMLVideoElement;
      await until(() => !video.paused);
      expect(modal(overlay)).to.equal(false);
      expect(find(overlay, 'dialog').getBoundingClientRect().height).to.be.below(200);
      expect(document.elementFromPoint(innerWidth / 2, 10) === overlay).to.equal(false);
      expect(document.activeElement === field).to.equal(true);
      find(overlay, '[data-action="restore"]').click();
      await overlay.updateComplete;
      expect(modal(overlay)).to.equal(true);
      expect(video.paused).to.equal(false);
      field.remove();
    });

    it('lies under a dialog that opens, and is there when that is closed', async () => {
      const overlay = await small(callView('active'));
      const other = document.createElement('dialog');
      other.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none;inset:0;margin:0;padding:0';
      document.body.append(other);
      other.showModal();
      window.dispatchEvent(new Event('opened'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { left, top } = find(overlay, 'dialog').getBoundingClientRect();
      expect(document.elementFromPoint(left + 20, top + 20) === other).to.equal(true);
      other.remove();
      expect(document.elementFromPoint(left + 20, top + 20) === overlay).to.equal(true);
    });

    it('says who, how long and what they see, and has the keys that matter', async () => {
      const overlay = await small(callView('active'));
      expect(text(find(overlay, '.mini-bar .who'))).to.equal('Anna Berger 4:13 Kitchen camera is on');
      find(overlay, '[data-action="toggle-microphone"]').click();
      find(overlay, '[data-action="hang-up"]').click();
      expect(types()).to.deep.equal(['set-media', 'hang-up']);
    });

    it('is large again when a second call rings, and when it ends', async () => {
      const overlay = await small(callView('active'));
      page.api.set({ calls: [callView('active'), second()] });
      await overlay.updateComplete;
      expect(modal(overlay) && has(overlay, '.second')).to.equal(true);
      page.api.set({ calls: [callView('active')] });
      await overlay.updateComplete;
      find(overlay, '[data-action="make-small"]').click();
      await overlay.updateComplete;
      page.api.set({ calls: [callView('ended')] });
      await overlay.updateComplete;
      expect(modal(overlay) && has(overlay, '.ca-outcome')).to.equal(true);
    });
  });
});
