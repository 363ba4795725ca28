import { expect } from '@open-wc/testing';
import { openPage } from '../../../src/card/pages/pages.ts';
import type { CallView, Snapshot } from '../../../src/runtime/api.ts';
import { callView, emptySnapshot, readySnapshot } from './support/fake-call-assist.ts';
import { settled, TestPage } from './support/page.ts';

/** Home Assistant's default themes, as far as we use them. */
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

describe('accessibility', () => {
  let page: TestPage;
  afterEach(() => {
    page.close();
    document.documentElement.removeAttribute('style');
  });

  const ready = readySnapshot();
  const calls = (...views: CallView[]): Partial<Snapshot> => ({ ...ready, calls: views });
  const views: Readonly<Record<string, Partial<Snapshot>>> = {
    contacts: ready,
    'set up': emptySnapshot(),
    'other tab': { ...ready, role: 'other-tab' },
    insecure: { ...ready, secureContext: false },
    notes: {
      ...ready,
      soundBlocked: true,
      requests: [{ id: 'r', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }],
      problems: [{ kind: 'storage', problem: 'full' }, { kind: 'home-assistant-away' }],
    },
    incoming: calls(callView('ringing-in')),
    'sound blocked': { ...calls(callView('ringing-in')), soundBlocked: true },
    outgoing: calls(callView('ringing-out')),
    connecting: calls(callView('connecting')),
    active: calls(callView('active')),
    muted: calls(
      callView('active', {
        sending: { audio: false, video: true },
        wanted: { audio: false, video: true },
        remoteAudioMuted: true,
      }),
    ),
    reconnecting: calls(callView('reconnecting')),
    'second call': calls(callView('active'), callView('ringing-in', { id: 'call-2' })),
    outcome: calls(callView('ended', { reason: 'no_answer' })),
    failure: calls(callView('ended', { reason: 'microphone_denied' })),
  };
  for (const [theme, variables] of Object.entries(THEMES)) {
    const dress = (): void => {
      for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
      document.documentElement.style.background = variables['--primary-background-color'] ?? '#fafafa';
    };
    for (const [view, snapshot] of Object.entries(views)) {
      it(`${view}, ${theme}`, async () => {
        dress();
        page = new TestPage(snapshot);
        const card = await page.card();
        card.style.cssText = 'display:block;width:400px;height:600px;background:var(--card-background-color, #fff)';
        const overlay = await page.overlay();
        for (const animation of overlay?.shadowRoot?.getAnimations() ?? []) animation.cancel();
        await expect(overlay ?? card).to.be.accessible();
      });
    }
    for (const view of ['sign-in', 'settings'] as const) {
      it(`${view}, ${theme}`, async () => {
        dress();
        page = new TestPage(ready);
        openPage(page.api, view, null);
        await settled();
        await expect(document.querySelector('ca-page')).to.be.accessible();
      });
    }
  }
});
