import { expect } from '@open-wc/testing';
import type { CaDiagnostics } from '../../../src/card/pages/diagnostics/diagnostics.ts';
import { shortReport } from '../../../src/card/pages/diagnostics/report.ts';
import { keepResult } from '../../../src/card/pages/setup/progress.ts';
import { historyEntry, openContent } from './support/content.ts';
import { contact, readySnapshot } from './support/fake-call-assist.ts';
import { find, TestPage, text, until } from './support/page.ts';

/** What must never be in a report: names, addresses, secrets, words of people. */
const PLANTED = [
  'Grandmother Rose',
  'rose',
  '@kitchen:example.org',
  'example.org',
  'syt_secret_token_1234',
  'Hall of the Smiths',
  'Conference phone of Rose',
  'camera.bedroom_rose',
  'input_text.call_assist_rose',
  '2468',
];

describe('diagnostics', () => {
  let page: TestPage;
  beforeEach(() => {
    const ready = readySnapshot();
    const rose = { ...contact('rose'), name: 'Grandmother Rose', alias: 'Grandmother Rose' };
    page = new TestPage({
      ...ready,
      contacts: [rose],
      requests: [{ id: 'syt_secret_token_1234', accountId: 'a', address: '@rose:example.org', name: 'rose' }],
      station: {
        ...ready.station,
        name: 'Hall of the Smiths',
        camera: 'camera.bedroom_rose',
        microphone: { deviceId: '2468', label: 'Conference phone of Rose' },
      },
      problems: [{ kind: 'helpers-missing', entities: ['input_text.call_assist_rose'] }],
      history: [],
    });
    const peer = { accountId: 'account-1', contactId: rose.id, address: rose.address, name: 'Grandmother Rose' };
    page.api.entries = [
      historyEntry(2, { peer }),
      historyEntry(1, { peer, reason: 'no_answer', direction: 'outgoing' }),
    ];
    keepResult(page.api, {
      id: 'microphone',
      status: 'ok',
      reason: 'heard',
      detail: { device: 'Conference phone of Rose' },
    });
    keepResult(page.api, { id: 'sound', status: 'warn', reason: 'needs_touch', fix: 'touch_once' });
  });
  afterEach(() => page.close());

  it('says in words how this device is', async () => {
    const diagnostics = await openContent(page, 'diagnostics');
    await until(() => text(find(diagnostics, 'pre')) !== '');
    const said = text(diagnostics.shadowRoot as unknown as Element);
    for (const words of [
      'Conference phone of Rose hears you.',
      'Silent until somebody touches',
      'Ready for calls',
      'Missing helpers: 1',
    ])
      expect(said).to.contain(words);
  });

  it('copies a report that names nobody', async () => {
    const diagnostics = (await openContent(page, 'diagnostics')) as CaDiagnostics;
    let copied = '';
    diagnostics.copy = async (report) => void (copied = report);
    find(document.querySelector('ca-page')!, '[data-action="copy-report"]').click();
    await until(() => text(find(diagnostics, '.said')) === 'The report is copied.');
    expect(copied).to.contain('account: matrix, online').and.to.contain('check: sound, warn, needs_touch');
    for (const planted of PLANTED) expect(copied.toLowerCase()).not.to.contain(planted.toLowerCase());
  });

  it('says what to do where the browser copies nothing', async () => {
    const diagnostics = (await openContent(page, 'diagnostics')) as CaDiagnostics;
    diagnostics.copy = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    diagnostics.act('copy-report');
    await until(() => text(find(diagnostics, '.said')).includes('by hand'));
  });

  it('has the report of the runtime where it makes one', async () => {
    Object.assign(page.api, { report: async () => 'with the log' });
    const diagnostics = await openContent(page, 'diagnostics');
    await until(() => text(find(diagnostics, 'pre')) === 'with the log');
  });

  it('names what we do not know in the configuration of a card', async () => {
    await page.card({ type: 'custom:call-assist-card', colour: 'red' });
    const diagnostics = await openContent(page, 'diagnostics');
    expect(text(diagnostics.shadowRoot as unknown as Element)).to.contain('colour');
  });

  it('repeats no version that is none', () => {
    const facts = { now: 0, snapshot: readySnapshot(), calls: [], checks: [] };
    const versions = (version: string, homeAssistant: string | null): string =>
      shortReport({ ...facts, version, homeAssistant }).split('\n')[1] ?? '';
    expect(versions('0.1.0', '2026.11.1b2')).to.equal('Call Assist 0.1.0, Home Assistant 2026.11.1b2');
    expect(versions('<b>', null)).to.equal('Call Assist unknown, Home Assistant unknown');
  });
});
