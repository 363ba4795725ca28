import { expect } from '@open-wc/testing';
import '../../../src/card/overlay/later/rings/views.ts';
import type { CaDoor } from '../../../src/card/overlay/later/rings/door.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { RingView } from '../../../src/runtime/rings/view.ts';
import { callView, FakeMedia, readySnapshot, STILL } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, TestPage, text } from './support/page.ts';
import { waitUntil } from '../support/wait-until.ts';

const RING: RingView = { id: 'ring', kind: 'assist', to: '', still: null, buttons: [], talk: null, away: false };
const DOOR: RingView = {
  ...RING,
  kind: 'door',
  still: STILL,
  talk: 'ready',
  buttons: [
    { name: 'Open the door', asks: true, state: 'idle' },
    { name: 'Light', asks: false, state: 'idle' },
  ],
};
const voice = { audio: true, video: false };

describe('rings of Home Assistant', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const rings = (phase: CallView['phase'], ring: RingView, change: Partial<CallView> = {}): CallView => {
    const name = ring.kind === 'door' ? 'Front door' : 'Washing machine';
    const peer = { accountId: 'home', contactId: 'home', address: 'home', name };
    return callView(phase, { offered: voice, peer, ring, ...change });
  };
  const open = async (call: CallView): Promise<CaOverlay> => {
    page.api.set({ calls: [call] });
    const overlay = await page.shown();
    // Their looks are a chunk of its own.
    const own = call.phase === 'ringing-in' || call.phase === 'ended';
    if (own) await waitUntil(() => has(overlay, '[data-ring]'), 'the looks of a ring');
    return overlay;
  };
  const door = async (overlay: CaOverlay): Promise<CaDoor> => {
    const element = find(overlay, 'ca-door') as unknown as CaDoor;
    await element.updateComplete;
    return element;
  };
  const press = async (element: CaDoor, selector: string): Promise<void> => {
    element.renderRoot.querySelector<HTMLElement>(selector)?.click();
    await element.updateComplete;
  };

  it('of Assist say what accepting does, and do it with one touch', async () => {
    const overlay = await open(rings('ringing-in', RING));
    expect(text(find(overlay, '#kind'))).to.equal('Home Assistant calls');
    expect(text(find(overlay, '#name'))).to.equal('Washing machine');
    expect(text(find(overlay, '#via'))).to.equal('Assist opens when you accept.');
    expect(text(find(overlay, '[data-action="answer-voice"]'))).to.equal('Talk to Assist');
    expect(has(overlay, '[data-action="answer-video"]')).to.equal(false);
    expect(find(overlay, '[data-action="decline"]').getAttribute('aria-label')).to.equal(
      'Decline call from Washing machine',
    );
  });

  it('to connect say with whom', async () => {
    const overlay = await open(rings('ringing-in', { ...RING, kind: 'connect', to: 'Grandma' }));
    expect(text(find(overlay, '#via'))).to.equal('Grandma is called when you accept.');
    expect(text(find(overlay, '[data-action="answer-voice"]'))).to.equal('Call Grandma');
  });

  it('hide names where names are hidden, until somebody asks', async () => {
    page.api.set({ settings: { ...page.api.snapshot.value.settings, hideNames: 'while-ringing' } });
    const overlay = await open(rings('ringing-in', { ...RING, kind: 'connect', to: 'Grandma' }));
    expect(overlay.shadowRoot?.innerHTML).not.to.match(/Grandma|Washing machine/);
    find(overlay, '[data-action="show-who"]').click();
    await overlay.updateComplete;
    expect(text(find(overlay, '#via'))).to.equal('Grandma is called when you accept.');
  });

  it('say that they are silent, and that sound needs a touch', async () => {
    page.api.set({ soundBlocked: true });
    const overlay = await open(rings('ringing-in', RING, { silenced: true }));
    expect(text(find(overlay, '.top .chip'))).to.equal('The ring is silent');
    expect(has(overlay, '.mid .chip.warn')).to.equal(true);
  });

  it('of a door show its picture and what it can do; Ignore is what declines it', async () => {
    const overlay = await open(rings('ringing-in', DOOR));
    expect(text(find(overlay, '#kind'))).to.equal('Somebody rang');
    expect(text(find(overlay, '[data-action="answer-voice"]'))).to.equal('Talk');
    expect(text(find(overlay, '[data-action="decline"]'))).to.equal('Ignore');
    const element = await door(overlay);
    const image = element.renderRoot.querySelector('img');
    expect([image?.src, image?.alt]).to.deep.equal([STILL, 'Picture of Front door']);
    const names = [...element.renderRoot.querySelectorAll('[data-button]')].map((button) => text(button));
    expect(names).to.deep.equal(['Open the door', 'Light']);
  });

  it('of a door run a script at once, and open it only after a yes that was meant', async () => {
    const overlay = await open(rings('ringing-in', DOOR));
    const element = await door(overlay);
    let now = 1_000;
    element.now = () => now;
    await press(element, '[data-button="1"]');
    const run = (action: number) => ({ type: 'ring-action', ring: 'ring', action, by: 'touch' });
    expect(page.api.commands).to.deep.equal([run(1)]);
    await press(element, '[data-button="0"]');
    expect(text(element.renderRoot.querySelector('.ask p'))).to.equal('Open the door: sure?');
    await press(element, '[data-answer="yes"]');
    expect(page.api.commands, 'a double touch').to.have.length(1);
    now += 700;
    await press(element, '[data-answer="yes"]');
    expect(page.api.commands.at(-1)).to.deep.equal(run(0));
    await press(element, '[data-button="0"]');
    await press(element, '[data-answer="no"]');
    expect(element.renderRoot.querySelector('.ask')).to.equal(null);
    expect(page.api.commands).to.have.length(2);
  });

  it('of a door say how a script went', async () => {
    const overlay = await open(rings('ringing-in', DOOR));
    const element = await door(overlay);
    for (const [state, said] of [
      ['running', 'Running…'],
      ['done', 'Done'],
      ['failed', 'It did not work'],
    ] as const) {
      const buttons = DOOR.buttons.map((button) => ({ ...button, state }));
      page.api.set({ calls: [rings('ringing-in', { ...DOOR, buttons })] });
      await overlay.updateComplete;
      await element.updateComplete;
      const button = element.renderRoot.querySelector<HTMLButtonElement>('[data-button="0"]');
      expect(text(button)).to.contain(said);
      expect(button?.disabled).to.equal(state === 'running');
    }
  });

  it('of a door look like a call once answered, without our camera', async () => {
    const call = rings('active', DOOR, { remoteVideo: true, connected: 1 });
    page.api.medias.set(call.id, new FakeMedia());
    const overlay = await open(call);
    expect(has(overlay, '.stage [data-action="hang-up"]')).to.equal(true);
    expect(has(overlay, '[data-action="toggle-camera"]')).to.equal(false);
    expect(has(overlay, '.self')).to.equal(false);
    const element = await door(overlay);
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(element.renderRoot.querySelector('.note')).to.equal(null);
    for (const [talk, said] of [
      ['impossible', 'This door has no loudspeaker: you only see and hear.'],
      ['taken', 'Another room is talking with the door.'],
    ] as const) {
      page.api.set({ calls: [{ ...call, ring: { ...DOOR, talk } }] });
      await overlay.updateComplete;
      await element.updateComplete;
      expect(text(element.renderRoot.querySelector('.note'))).to.equal(said);
    }
  });

  it('that could not be taken say why, in their own words', async () => {
    for (const [ring, said] of [
      [RING, 'Home Assistant does not answer'],
      [DOOR, 'The camera of Front door does not answer'],
    ] as const) {
      const overlay = await open(rings('ended', ring, { reason: 'unreachable', ended: 2 }));
      expect(text(find(overlay, '#name'))).to.equal(said);
      expect(has(overlay, '[data-action="again"]')).to.equal(false);
      find(overlay, '[data-action="dismiss"]').click();
      page.api.set({ calls: [] });
    }
    const over = await open(rings('ended', DOOR, { reason: 'hung_up', connected: 1_000, ended: 66_000 }));
    expect(text(find(over, '#via'))).to.equal('The conversation is over. 1:05');
  });

  it('that are accepted leave nothing on the screen', async () => {
    page.api.set({ calls: [rings('ended', RING, { reason: 'accepted', ended: 2 })] });
    expect(await page.overlay()).to.equal(null);
  });

  it('of a door that calls somebody look like that call, and nothing of it is heard here', async () => {
    const call = callView('active', { direction: 'outgoing', ring: { ...DOOR, away: true }, connected: 1 });
    page.api.medias.set(call.id, new FakeMedia());
    const overlay = await open(call);
    expect(has(overlay, 'ca-door')).to.equal(false);
    expect(overlay.renderRoot.querySelector<HTMLVideoElement>('.players video')?.volume).to.equal(0);
  });

  it('in silence are notes of the card, with what they offer', async () => {
    const note = { id: 'wash', name: 'Washing machine', text: 'It is done.' };
    page.api.set({
      notes: [
        { ...note, action: { kind: 'assist', name: '' } },
        { ...note, id: 'call', action: { kind: 'dial', name: 'Grandma' } },
        { ...note, id: 'run', action: { kind: 'run', name: 'Tidy up' } },
        { ...note, id: 'only', action: null },
      ],
    });
    const card = await page.card({ layout: 'panel' });
    const row = (id: string) => card.renderRoot.querySelector(`[data-note="ring-${id}"]`);
    await waitUntil(() => row('only'), 'the notes');
    const word = (id: string) => text(row(id)?.querySelector('[data-action="ring-take"]') ?? null);
    expect([word('wash'), word('call'), word('run')]).to.deep.equal(['Talk to Assist', 'Call Grandma', 'Tidy up']);
    expect(row('only')?.querySelector('[data-action="ring-take"]')).to.equal(null);
    row('run')?.querySelector<HTMLElement>('[data-action="ring-take"]')?.click();
    row('only')?.querySelector<HTMLElement>('[data-action="ring-away"]')?.click();
    const action = { type: 'ring-action', by: 'touch' };
    expect(page.api.commands).to.deep.equal([
      { ...action, ring: 'run', action: 'take' },
      { ...action, ring: 'only', action: 'put-away' },
    ]);
    card.remove();
  });
});
