import { expect } from '@open-wc/testing';
import type { CallAssist } from '../../../src/runtime/api.ts';
import type { CaDisplay } from '../../../src/card/pages/settings/display.ts';
import type { CaTvView } from '../../../src/card/pages/settings/tv-view.ts';
import type { DisplayView } from '../../../src/runtime/displays/view.ts';
import type { Station } from '../../../src/runtime/storage/storage.ts';
import { choose, enter, openContent } from './support/content.ts';
import { screen } from './support/displays.ts';
import { callView, readySnapshot } from './support/fake-call-assist.ts';
import { type FakeSetup, fakeSetup, HELPERS, openSetup, stepOf } from './support/fake-setup.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

const TV = 'media_player.living_room';
const speaker: DisplayView = screen({
  id: 'media_player.shelf',
  name: 'Shelf',
  area: '',
  ways: [
    { way: 'cast-view', capability: { can: false, why: 'not_cast' } },
    { way: 'stream', capability: { can: false, why: 'no_server' } },
  ],
});

describe('choosing a display', () => {
  let page: TestPage;
  beforeEach(() => {
    page = new TestPage(readySnapshot());
    page.api.screens = [screen()];
  });
  afterEach(() => page.close());

  const open = async (change: Partial<Station> = {}): Promise<CaDisplay> => {
    const station = { ...page.api.snapshot.value.station, ...change };
    page.api.set({ station, stations: [station] });
    const settings = await openContent(page, 'settings');
    await settled();
    const display = find(find(settings, 'ca-stations'), 'ca-display') as CaDisplay;
    await until(() => display.screens !== null);
    await display.updateComplete;
    page.api.asked.length = 0;
    return display;
  };
  const options = (display: CaDisplay): string[] =>
    [...find(display, '#display').querySelectorAll('option')].map((option) => text(option));

  it('lists this screen and those of the house', async () => {
    page.api.screens = [screen(), screen({ id: 'media_player.b', name: 'Beamer', area: 'Attic' }), speaker];
    const display = await open();
    expect(options(display)).to.deep.equal(['This screen', 'Living-room TV', 'Beamer (Attic)', 'Shelf (not now)']);
    choose(display, '#display', TV);
    await settled();
    expect(page.api.asked).to.deep.equal([['configureStation', { display: TV }, 'kitchen']]);
    expect(has(display, '[name="display-starts"]'), 'nothing of a TV while none is chosen').to.equal(false);
  });

  it('says how calls are there', async () => {
    const display = await open({ display: TV });
    find(display, '[name="display-starts"]').click();
    choose(display, '#display-sound', 'this_device');
    choose(display, '#display-announces', 'without-name');
    const level = find(display, '#display-level') as HTMLInputElement;
    level.value = '60';
    level.dispatchEvent(new Event('change'));
    await settled();
    expect(page.api.asked).to.deep.equal(
      [
        { displayStarts: true },
        { displaySound: 'this_device' },
        { displayAnnounces: 'without-name' },
        { displayLevel: 0.6 },
      ].map((change) => ['configureStation', change, 'kitchen']),
    );
  });

  it('keeps one that is gone, and says why one cannot show calls', async () => {
    page.api.screens = [screen({ ways: [{ way: 'cast-view', capability: { can: false, why: 'no_https' } }] })];
    expect(options(await open({ display: 'media_player.gone' }))).to.include('media_player.gone (not now)');
    document.querySelector('ca-page')?.remove();
    const display = await open({ display: TV });
    expect(text(find(display, 'p.part'))).to.include('HTTPS');
  });

  it('asks for a server of streams only where that can help', async () => {
    expect(has(await open(), '#display-server')).to.equal(false);
    document.querySelector('ca-page')?.remove();
    page.api.screens = [speaker];
    const display = await open();
    expect(has(display, 'ca-tv-view'), 'no view for what opens no pages').to.equal(false);
    const before = page.api.looks;
    enter(display, '#display-server', ' https://go2rtc.example.org ');
    await until(() => page.api.looks > before);
    expect(page.api.asked).to.deep.equal([
      ['configureStation', { displayServer: 'https://go2rtc.example.org' }, 'kitchen'],
    ]);
  });

  it('says that there is no TV, and that Home Assistant is away', async () => {
    page.api.screens = [];
    expect(text(find(await open(), '#display-help'))).to.include('Home Assistant knows no TV');
    document.querySelector('ca-page')?.remove();
    Object.assign(page.api, { displays: () => Promise.reject(new Error('away')) });
    expect(text(find(await open(), '#display-help'))).to.include('Home Assistant does not answer');
  });

  it('tries it with a call to oneself, once that runs', async () => {
    const display = await open({ display: TV });
    page.api.set({ calls: [callView('ended', { id: 'before' })] });
    const { calls } = page.api.snapshot.value;
    find(display, '[data-action="test-display"]').click();
    await settled();
    page.api.set({ calls: [...calls, callView('connecting')] });
    expect(page.api.commands).to.deep.equal([]);
    page.api.set({ calls: [...calls, callView('active')] });
    await until(() => page.api.commands.length === 1);
    expect(page.api.commands).to.deep.equal([{ type: 'set-display', display: TV, callId: 'call-1', by: 'touch' }]);
    await settled();
    expect(text(find(display, '.said'))).to.equal('');
  });

  it('says that it could not be tried', async () => {
    const display = await open({ display: TV });
    const fails = async (): Promise<void> => {
      find(display, '[data-action="test-display"]').click();
      await display.updateComplete;
      expect(text(find(display, '.said'))).to.equal('');
      await until(() => text(find(display, '.said')).includes('The test could not begin'));
    };
    page.api.result = { ok: false, reason: 'refused_busy' };
    await fails();
    page.api.result = { ok: true };
    const failing = fails();
    await settled();
    page.api.set({ calls: [callView('ended', { reason: 'microphone_denied' })] });
    await failing;
    expect(page.api.commands).to.deep.equal([]);
  });
});

describe('what TVs need in Home Assistant', () => {
  let api: FakeSetup;
  let element: CaTvView;
  const link = { ...HELPERS[0], key: 'link', exists: true } as (typeof HELPERS)[number];

  beforeEach(() => (api = fakeSetup(readySnapshot())));
  afterEach(() => element.remove());

  const open = async (): Promise<void> => {
    const setup = await openSetup(api, 'station');
    setup.remove();
    element = Object.assign(document.createElement('ca-tv-view') as CaTvView, { callAssist: api });
    document.body.append(element);
    await until(() => element.state !== 'looking');
    await element.updateComplete;
  };
  const state = (): string => text(find(element, 'small'));

  it('is there', async () => {
    api.fake.view = { dashboard: 'call-assist-tv', index: 0 };
    api.helpers = [link];
    await open();
    expect(state()).to.equal('They are there.');
    expect(has(element, '[data-action="make-tv-view"]')).to.equal(false);
    element.remove();
    api.admin = false;
    await open();
    expect(has(element, 'button')).to.equal(false);
  });

  it('is taken away by the touch of an administrator', async () => {
    api.fake.view = { dashboard: 'call-assist-tv', index: 0 };
    api.helpers = [link];
    await open();
    const words: readonly (readonly [CallAssist['removeTvView'], string])[] = [
      [() => Promise.reject(new Error('broken')), 'did not remove it'],
      [async () => ({ ok: false, refused: 'refused' }), 'did not remove it'],
      [async () => ({ ok: false, refused: 'home_assistant_away' }), 'does not answer'],
      [async () => ({ ok: true, outcome: 'kept' }), 'written in YAML'],
    ];
    for (const [removeTvView, sentence] of words) {
      Object.assign(api, { removeTvView });
      find(element, '[data-action="remove-tv-view"]').click();
      await until(() => text(find(element, '.said')).includes(sentence));
    }
    const removeTvView = async () => {
      api.fake.view = null;
      return { ok: true, outcome: 'removed' } as const;
    };
    Object.assign(api, { removeTvView });
    find(element, '[data-action="remove-tv-view"]').click();
    await until(() => element.state === 'missing');
    await element.updateComplete;
    expect(text(find(element, '.said'))).to.include('Removed.');
  });

  it('is made by the touch of an administrator', async () => {
    let made = 0;
    await open();
    element.addEventListener('ca-made', () => (made += 1));
    expect(state()).to.include('TVs need a view');
    api.fake.asked.length = 0;
    api.helpers = [link];
    find(element, '[data-action="make-tv-view"]').click();
    await until(() => made === 1);
    await element.updateComplete;
    expect(api.fake.asked.map(([name]) => name)).to.include.members(['createTvView', 'createHelpers']);
    expect(text(find(element, '.said'))).to.equal('Created. TVs can show calls of this station.');
    expect(state()).to.equal('They are there.');
  });

  it('says what could not be made', async () => {
    await open();
    const words: readonly (readonly [Partial<FakeSetup>, string])[] = [
      [{ createTvView: async () => ({ ok: false, refused: 'refused' }) }, 'did not create the view'],
      [{ createTvView: async () => ({ ok: false, refused: 'home_assistant_away' }) }, 'does not answer'],
      [{ createTvView: async () => ({ ok: false, refused: 'not_admin' }) }, 'Only an administrator'],
      [{ createTvView: () => Promise.reject(new Error('broken')) }, 'did not create the view'],
    ];
    for (const [change, sentence] of words) {
      Object.assign(api, change);
      find(element, '[data-action="make-tv-view"]').click();
      await until(() => text(find(element, '.said')).includes(sentence));
      await until(() => element.state === 'missing');
      await element.updateComplete;
    }
    Object.assign(api, { createTvView: async () => ({ ok: true, view: { dashboard: 'x', index: 0 } }) });
    api.created = { ok: true, helpers: [{ key: 'link', entityId: 'input_text.x', outcome: 'failed' }] };
    find(element, '[data-action="make-tv-view"]').click();
    await until(() => text(find(element, '.said')).includes('A helper is still missing'));
  });

  it('gives others what they need to ask an administrator', async () => {
    api.admin = false;
    Object.assign(api, { tvViewYaml: () => 'lovelace:\n  dashboards:\n' });
    await open();
    expect(text(find(element, '.note'))).to.include('Only an administrator can create them');
    expect([...(element.shadowRoot?.querySelectorAll('summary') ?? [])].map((summary) => text(summary))).to.deep.equal([
      'The dashboard as YAML',
      'The helpers as YAML',
    ]);
    expect(has(element, 'button')).to.equal(false);
  });

  it('is not known while Home Assistant is away', async () => {
    api.away = true;
    await open();
    expect(state()).to.include('Home Assistant does not answer');
  });

  it('stands in the set-up of a station, too', async () => {
    api.fake.screens = [screen()];
    const setup = await openSetup(api, 'station');
    await until(() => setup.shadowRoot?.querySelector('ca-setup-station') != null);
    await until(() => stepOf(setup).shadowRoot?.querySelector('ca-display') != null);
    const display = find(stepOf(setup), 'ca-display');
    await until(() => has(display, 'ca-tv-view'));
    element = find(display, 'ca-tv-view') as CaTvView;
    setup.remove();
  });
});
