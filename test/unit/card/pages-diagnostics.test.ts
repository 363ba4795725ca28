import { expect } from '@open-wc/testing';
import type { CaDiagnostics } from '../../../src/card/pages/diagnostics/diagnostics.ts';
import { keepResult } from '../../../src/card/pages/setup/progress.ts';
import { historyEntry, openContent } from './support/content.ts';
import { screen } from './support/displays.ts';
import { contact, readySnapshot } from './support/fake-call-assist.ts';
import { find, TestPage, text, until } from './support/page.ts';

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
      'input_text.call_assist_rose. Calls work without them.',
    ])
      expect(said).to.contain(words);
  });

  it('says what the screens of the house can, and how the last try went', async () => {
    const size = { width: 1280, height: 720 };
    const tries = [
      { at: Date.now(), way: 'cast-view', result: 'shown', size, codecs: ['h264-high', 'vp8'] },
      { at: Date.now(), way: 'cast-view', result: 'shown', size: null },
      { at: Date.now(), way: 'cast-view', result: 'gone', size: null },
      null,
    ] as const;
    page.api.screens = [
      ...tries.map((last, at) => screen({ id: `media_player.tv_${at}`, name: `TV ${at}`, last })),
      screen({ name: 'Radio', ways: [{ way: 'cast-view', capability: { can: false, why: 'not_cast' } }] }),
      screen({ name: 'Attic', ways: [{ way: 'cast-view', capability: { can: false, why: 'no_view' } }] }),
    ];
    const diagnostics = await openContent(page, 'diagnostics');
    await until(() => text(diagnostics.shadowRoot as unknown as Element).includes('TV 3'));
    const said = text(diagnostics.shadowRoot as unknown as Element);
    for (const words of [
      'shown, 1280 × 720. Decodes H.264 High, VP8.',
      'shown. ',
      'It no longer answers.',
      'At full speed: possible. Not tried on this device.',
      'At full speed: Home Assistant has no view for TVs yet.',
    ])
      expect(said).to.contain(words);
    expect(said).not.to.contain('Radio');
  });

  it('shows the report of the runtime, and copies it as it is then', async () => {
    const diagnostics = (await openContent(page, 'diagnostics')) as CaDiagnostics;
    await until(() => text(find(diagnostics, 'pre')) === 'a report');
    let copied = '';
    diagnostics.copy = async (report) => void (copied = report);
    Object.assign(page.api, { report: async () => 'a later report' });
    find(document.querySelector('ca-page')!, '[data-action="copy-report"]').click();
    await until(() => text(find(diagnostics, '.said')) === 'The report is copied.');
    expect(copied).to.equal('a later report');
  });

  it('says what to do where the browser copies nothing', async () => {
    const diagnostics = (await openContent(page, 'diagnostics')) as CaDiagnostics;
    diagnostics.copy = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    diagnostics.act('copy-report');
    await until(() => text(find(diagnostics, '.said')).includes('by hand'));
  });

  it('says that there is no report, and copies nothing', async () => {
    Object.assign(page.api, { report: () => Promise.reject(new Error('a chunk is gone')) });
    const diagnostics = (await openContent(page, 'diagnostics')) as CaDiagnostics;
    let copied = false;
    diagnostics.copy = async () => void (copied = true);
    diagnostics.act('copy-report');
    await until(() => text(find(diagnostics, '.said')) === 'That did not work. Try again.');
    expect(copied).to.equal(false);
  });

  it('names what we do not know in the configuration of a card', async () => {
    await page.card({ type: 'custom:call-assist-card', colour: 'red' });
    const diagnostics = await openContent(page, 'diagnostics');
    expect(text(diagnostics.shadowRoot as unknown as Element)).to.contain('colour');
  });
});
