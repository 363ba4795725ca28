import { expect } from '@open-wc/testing';
import type { CallView, Snapshot } from '../../../src/runtime/api.ts';
import { callDisplay, screen } from './support/displays.ts';
import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, until } from './support/page.ts';

/** Home Assistant's default themes, as far as calls use them. */
const THEMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: {},
  dark: {
    '--primary-background-color': '#111111',
    '--secondary-background-color': '#282828',
    '--card-background-color': '#1c1c1c',
    '--primary-text-color': '#e1e1e1',
    '--secondary-text-color': '#9b9b9b',
    '--divider-color': 'rgba(225, 225, 225, 0.12)',
  },
};

describe('accessibility of calls', () => {
  const ready = readySnapshot();
  const hidden: Partial<Snapshot> = { settings: { ...ready.settings, hideNames: 'always' } };
  const dropIn = callView('ringing-in', {
    dropIn: { stage: 'countdown', video: true, until: 0 },
    autoAnswerAt: Date.now() + 60_000,
  });
  const failure = { display: 'media_player.living_room', name: 'Living-room TV', reason: 'in_use' } as const;
  /** [name, calls, buttons that lead there, what else the device says] */
  const table: readonly [string, readonly CallView[], readonly string[], Partial<Snapshot>?][] = [
    ['hidden name', [callView('ringing-in')], [], hidden],
    ['drop-in', [dropIn], []],
    ['voice call', [callView('active', { offered: { audio: true, video: false }, remoteVideo: false })], []],
    [
      'a call that comes in while one goes out',
      [callView('ringing-out'), callView('ringing-in', { id: 'call-2' })],
      [],
    ],
    ['small bar', [callView('active')], ['make-small']],
    ['swapped pictures', [callView('active')], ['swap']],
    ['cameras', [callView('active')], ['camera']],
    ['volume', [callView('active')], ['volume']],
    ['more', [callView('active')], ['more']],
    ['displays', [callView('active')], ['display']],
    ['on the TV', [callView('active', { display: callDisplay() })], []],
    [
      'on the TV, a second call',
      [callView('active', { display: callDisplay() }), callView('ringing-in', { id: 'call-2' })],
      [],
    ],
    ['a TV that failed', [callView('active', { display: callDisplay({ state: 'here', failure }) })], []],
    ['message', [callView('ended', { reason: 'no_answer' })], ['message']],
    ['help', [callView('ended', { reason: 'microphone_denied' })], ['help.microphone']],
  ];
  let page: TestPage;
  afterEach(() => {
    page.close();
    document.documentElement.removeAttribute('style');
  });

  for (const [theme, variables] of Object.entries(THEMES)) {
    for (const [name, calls, path, more] of table) {
      it(`${name}, ${theme}`, async () => {
        for (const [variable, value] of Object.entries(variables))
          document.documentElement.style.setProperty(variable, value);
        page = new TestPage({ ...ready, ...more });
        const media = new FakeMedia();
        media.preview.set(document.createElement('canvas').captureStream().getVideoTracks()[0] ?? null);
        page.api.medias.set('call-1', media);
        page.api.screens = [screen()];
        page.api.set({ calls });
        const overlay = await page.shown();
        for (const action of path) await until(() => has(overlay, `[data-action="${action}"]`));
        for (const action of path) find(overlay, `[data-action="${action}"]`).click();
        if (path.some((action) => !['make-small', 'swap'].includes(action)))
          await until(
            () => overlay.shadowRoot?.querySelector('ca-call-sheet')?.shadowRoot?.querySelector('h3') != null,
          );
        await settled();
        await overlay.updateComplete;
        const roots = [overlay, ...(overlay.shadowRoot?.querySelectorAll('ca-call-sheet') ?? [])];
        for (const root of roots) for (const animation of root.shadowRoot?.getAnimations() ?? []) animation.cancel();
        await expect(overlay).to.be.accessible();
      });
    }
  }
});
