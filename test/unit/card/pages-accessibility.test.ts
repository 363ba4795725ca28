import { expect } from '@open-wc/testing';
import { personDetail, type PageView } from '../../../src/card/pages/view.ts';
import type { Snapshot } from '../../../src/runtime/api.ts';
import { historyEntry, openContent } from './support/content.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, settled, TestPage, until } from './support/page.ts';

const DARK = {
  '--primary-background-color': '#111111',
  '--secondary-background-color': '#282828',
  '--card-background-color': '#1c1c1c',
  '--primary-text-color': '#e1e1e1',
  '--secondary-text-color': '#9b9b9b',
  '--divider-color': 'rgba(225, 225, 225, 0.12)',
};

describe('accessibility of pages', () => {
  let page: TestPage;
  afterEach(() => {
    page.close();
    document.documentElement.removeAttribute('style');
  });

  const ready = readySnapshot();
  const full: Partial<Snapshot> = {
    ...ready,
    missed: 2,
    requests: [{ id: 'r', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }],
    problems: [{ kind: 'home-assistant-away' }],
    settings: { ...ready.settings, lock: 'pin', quietTimes: [{ days: [1], from: '21:30', to: '07:00' }] },
    accounts: ready.accounts.map((account) => ({
      ...account,
      options: [
        { type: 'switch', name: 'strangers', label: 'Anybody', help: 'Help.', byDefault: false, on: true },
        { type: 'url', name: 'relay', label: 'Relay', help: 'Help.', placeholder: 'turn:example.org', value: '' },
      ],
    })),
  };
  const lock = { kind: 'pin', locked: true, retryAt: null } as const;
  /** [what, page, its detail, what the snapshot is, what is touched in it] */
  const views: [string, PageView, string | null, Partial<Snapshot>, string[]][] = [
    ['history', 'history', null, full, ['[data-action="details"]', '[data-action="delete"]']],
    ['people', 'contact', null, full, []],
    ['a contact', 'contact', personDetail('account-1', '!anna.berger:example.org'), full, ['[data-action="block"]']],
    ['settings', 'settings', null, full, []],
    ['locked settings', 'settings', null, { ...full, lock }, ['[data-action="unlock"]']],
    ['diagnostics', 'diagnostics', null, full, []],
    ['another tab', 'history', null, { ...full, role: 'other-tab' }, []],
  ];
  for (const [theme, variables] of Object.entries<Readonly<Record<string, string>>>({ light: {}, dark: DARK })) {
    for (const [what, view, detail, snapshot, touched] of views) {
      it(`${what}, ${theme}`, async () => {
        for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
        page = new TestPage(snapshot);
        page.api.entries = [historyEntry(2), historyEntry(1, { reason: 'no_answer', direction: 'outgoing' })];
        const content = await openContent(page, view, detail);
        if (view === 'history') await until(() => content.shadowRoot!.querySelectorAll('.call').length === 2);
        for (const selector of touched) {
          find(content, selector).click();
          await settled();
          await settled();
        }
        await expect(document.querySelector('ca-page')).to.be.accessible();
      });
    }
  }
});
