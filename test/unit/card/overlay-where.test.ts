import { expect } from '@open-wc/testing';
import type { CaWhere } from '../../../src/card/overlay/later/displays/where.ts';
import type { CallDisplayView, DisplayView } from '../../../src/runtime/displays/view.ts';
import { callDisplay, screen } from './support/displays.ts';
import { callView, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, settled, TestPage, text, touch, until } from './support/page.ts';

const TV = 'media_player.living_room';

describe('"Where to?"', () => {
  let page: TestPage;
  let overlay: CaOverlay;
  let where: CaWhere;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const open = async (screens: readonly DisplayView[] = [screen()], display?: CallDisplayView): Promise<void> => {
    page.api.screens = [screen()];
    page.api.medias.set('call-1', new FakeMedia());
    page.api.set({ calls: [callView('active', display && { display })] });
    overlay = await page.shown();
    await until(() => has(overlay, '[data-action="display"]'));
    page.api.screens = screens;
    const { now } = overlay;
    overlay.now = () => now() + 1_000;
    touch(find(overlay, '[data-action="display"]'));
    const sheet = (): Element | null | undefined => overlay.shadowRoot?.querySelector('ca-call-sheet');
    await until(() => sheet()?.shadowRoot?.querySelector('ca-where') != null);
    where = find(find(overlay, 'ca-call-sheet'), 'ca-where') as CaWhere;
    await until(() => where.screens !== null);
    await where.updateComplete;
  };
  const options = (): string[] => [...(where.shadowRoot?.querySelectorAll('.opt') ?? [])].map((option) => text(option));
  const choose = async (id: string): Promise<void> => {
    find(where, `.opt[data-display="${id}"]`).click();
    await settled();
    await where.updateComplete;
  };
  const isOpen = (): boolean => has(overlay, 'ca-call-sheet');

  it('lists this screen first, then those that can, with how fast they are', async () => {
    await open([
      screen(),
      screen({
        id: 'media_player.bed',
        name: 'Bedroom TV',
        area: 'Bedroom',
        ways: [
          { way: 'cast-view', capability: { can: false, why: 'not_cast' } },
          { way: 'stream', capability: { can: true } },
        ],
        last: { at: 0, way: 'stream', result: 'not_played', size: null },
      }),
      screen({ id: 'media_player.hub', name: 'Hub', area: 'Kitchen', inUse: true }),
    ]);
    expect(options()).to.deep.equal([
      'This screenShows Anna Berger now',
      'Living-room TVFull speed · opens a view there',
      'Bedroom TVA few seconds late · plays a stream · Did not work the last time',
      'Hub (Kitchen)Full speed · opens a view there · Something else is playing there',
    ]);
    expect(find(where, '.opt').ariaPressed).to.equal('true');
    expect(has(where, 'details')).to.equal(false);
  });

  it('says of the others why they cannot, and what helps', async () => {
    const cannot = screen({ ways: [{ way: 'cast-view', capability: { can: false, why: 'no_view' } }] });
    await open([cannot]);
    expect(find(where, 'details')).to.have.property('open', true);
    expect(text(find(where, 'li'))).to.equal(
      'Living-room TVHome Assistant has no view for TVs yet. The settings of the call station make it.',
    );
    expect(options()).to.have.lengthOf(1);
  });

  it('moves the call, and is gone', async () => {
    await open();
    await choose(TV);
    expect(page.api.commands).to.deep.equal([
      { type: 'set-display', display: TV, mayInterrupt: false, callId: 'call-1', by: 'touch' },
    ]);
    await overlay.updateComplete;
    expect(isOpen()).to.equal(false);
  });

  it('asks before it stops what plays there, with the focus on no', async () => {
    await open([screen({ inUse: true })]);
    await choose(TV);
    expect(text(find(where, '#sure'))).to.equal('Something is playing on Living-room TV. Stop it?');
    expect(where.shadowRoot?.activeElement).to.have.nested.property('dataset.answer', 'no');
    find(where, '[data-answer="no"]').click();
    await where.updateComplete;
    expect(where.shadowRoot?.activeElement?.matches('.opt'), 'back in the list').to.equal(true);
    expect(page.api.commands).to.deep.equal([]);
    await choose(TV);
    find(where, '[data-answer="yes"]').click();
    await settled();
    expect(page.api.commands.at(-1)).to.include({ type: 'set-display', display: TV, mayInterrupt: true });
    await overlay.updateComplete;
    expect(isOpen()).to.equal(false);
  });

  it('knows where the call is, or is on its way to', async () => {
    await open([screen({ inUse: true })], callDisplay());
    expect(options()).to.deep.equal([
      'This screenShows Anna Berger again at once',
      'Living-room TVShows Anna Berger now',
    ]);
    await choose(TV);
    expect(page.api.commands, 'it is there already').to.deep.equal([]);
    await overlay.updateComplete;
    expect(isOpen()).to.equal(false);
  });

  it('brings it back', async () => {
    await open([screen()], callDisplay({ state: 'moving' }));
    expect(options().at(-1)).to.equal('Living-room TVMoving to Living-room TV…');
    await choose('this_device');
    expect(page.api.commands.at(-1)).to.include({ type: 'set-display', display: 'this_device' });
  });

  it('says what was refused, and stays', async () => {
    await open();
    page.api.result = { ok: false, reason: 'refused_not_allowed' };
    await choose(TV);
    expect(text(find(where, '[role="alert"]'))).to.equal('This device does not allow that.');
    page.api.result = { ok: false, reason: 'hung_up' };
    await choose(TV);
    expect(text(find(where, '[role="alert"]'))).to.equal('');
    expect(isOpen()).to.equal(true);
  });

  it('says that there is none, and that Home Assistant is away', async () => {
    await open([]);
    expect(text(find(where, '[role="status"]'))).to.include('no other screen');
    page.close();
    page = new TestPage(readySnapshot());
    await open();
    Object.assign(page.api, { displays: () => Promise.reject(new Error('away')) });
    const again = Object.assign(document.createElement('ca-where') as CaWhere, {
      callAssist: page.api,
      call: callView('active'),
      peer: 'Anna',
    });
    document.body.append(again);
    await again.updateComplete;
    expect(text(find(again, '[role="status"]'))).to.equal('Looking for screens…');
    await until(() => again.screens === 'away');
    await again.updateComplete;
    expect(text(find(again, '[role="status"]'))).to.include('Home Assistant does not answer');
    again.remove();
  });
});
