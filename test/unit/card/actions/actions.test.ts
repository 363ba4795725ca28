import { expect } from '@open-wc/testing';
import { hostActions } from '../../../../src/card/actions-host.ts';
import { callView, FakeCallAssist, readySnapshot } from '../support/fake-call-assist.ts';
import { find, settled, text, until } from '../support/page.ts';

describe('links and actions of other cards', () => {
  let api: FakeCallAssist;
  let stop: () => void;
  let home: HTMLElement;
  let said: string[];
  const address = location.href;

  beforeEach(() => {
    api = new FakeCallAssist();
    api.set(readySnapshot());
    home = document.createElement('home-assistant');
    said = [];
    home.addEventListener('hass-notification', (event) =>
      said.push((event as CustomEvent<{ message: string }>).detail.message),
    );
    document.body.append(home);
    stop = () => {};
  });
  afterEach(() => {
    stop();
    home.remove();
    document.querySelector('ca-ask')?.remove();
    document.querySelector('ca-page')?.remove();
    history.replaceState(null, '', address);
  });

  const visit = (query: string): void => {
    const url = new URL(address);
    url.search = query;
    history.replaceState(null, '', url);
    stop = hostActions(api);
  };
  const asked = async (): Promise<HTMLElement> => {
    await until(() => document.querySelector('ca-ask') !== null);
    await settled();
    return document.querySelector<HTMLElement>('ca-ask')!;
  };
  /** A dialog says that it is closed in a task of the browser's own. */
  const gone = (): Promise<void> => until(() => document.querySelector('ca-ask') === null);
  /** As Home Assistant does: a plain event with a detail. */
  const touch = (detail: unknown): void =>
    void home.dispatchEvent(Object.assign(new Event('ll-custom', { bubbles: true, composed: true }), { detail }));
  const commanded = async (): Promise<unknown> => {
    await until(() => api.commands.length > 0);
    return api.commands.at(-1);
  };

  it('asks before a link calls, and says who', async () => {
    visit('?call_assist=dial:%3Cb%3EGrandma');
    expect(new URL(location.href).searchParams.has('call_assist')).to.equal(false);
    const question = await asked();
    expect(text(find(question, 'h2'))).to.equal('Call <b>Grandma');
    expect(api.commands).to.deep.equal([]);
    find(question, '[data-action="voice"]').click();
    expect(await commanded()).to.deep.equal({ type: 'dial', to: { text: '<b>Grandma' }, video: false, by: 'touch' });
    await gone();
  });

  it('calls nobody when somebody does not want it, or another link comes', async () => {
    visit('?call_assist=dial:Grandma');
    await asked();
    history.replaceState(null, '', '?call_assist=dial:Anna');
    dispatchEvent(new Event('location-changed'));
    await until(() => text(document.querySelector('ca-ask')?.shadowRoot?.querySelector('h2')) === 'Call Anna');
    find(await asked(), '[data-action="cancel"]').click();
    await gone();
    expect(api.commands).to.deep.equal([]);
  });

  it('calls at once where the station lets links dial, and then as a script', async () => {
    const { station } = readySnapshot();
    api.set({ stations: [station, { ...station, slug: 'hall', linkDials: true }] });
    visit('?call_assist=dial:Grandma&call_assist_station=hall&edit=1');
    expect(await commanded()).to.deep.equal({
      type: 'dial',
      to: { text: 'Grandma' },
      video: true,
      by: 'page',
      station: 'hall',
    });
    expect(location.search).to.equal('?edit=1');
  });

  it('does what a card’s action says, as a script', async () => {
    visit('');
    touch({ action: 'fire-dom-event', call_assist: { dial: 'Grandma', video: false } });
    expect(await commanded()).to.deep.equal({ type: 'dial', to: { text: 'Grandma' }, video: false, by: 'page' });
    const table: [wanted: unknown, command: object][] = [
      [{ answer: true }, { type: 'answer', video: true, by: 'page' }],
      [{ decline: true }, { type: 'decline', by: 'page' }],
      [
        { hang_up: true, station: 'hall' },
        { type: 'hang-up', by: 'page', station: 'hall' },
      ],
      [{ microphone: 'toggle' }, { type: 'set-media', audio: false, by: 'page' }],
      [{ camera: true }, { type: 'set-media', video: true, by: 'page' }],
    ];
    api.set({ calls: [callView('active', { wanted: { audio: true, video: false } })] });
    for (const [wanted, command] of table) {
      api.commands.length = 0;
      touch({ call_assist: wanted });
      expect(await commanded()).to.deep.equal(command);
    }
    expect(said).to.deep.equal([]);
  });

  it('sets do not disturb, and opens pages', async () => {
    visit('');
    touch({ call_assist: { do_not_disturb: 'toggle' } });
    await until(() => api.asked.length > 0);
    expect(api.asked).to.deep.equal([['configureDevice', { doNotDisturb: true }]]);
    touch({ call_assist: { open: 'history' } });
    await until(() => document.querySelector('ca-page') !== null);
  });

  it('says why not', async () => {
    visit('');
    touch({ call_assist: { dance: true } });
    await until(() => said.length === 1);
    api.result = { ok: false, reason: 'refused_not_allowed' };
    touch({ call_assist: { microphone: true } });
    await until(() => said.length === 2);
    api.failure = new Error('another tab has the calls');
    touch({ call_assist: { do_not_disturb: false } });
    await until(() => said.length === 3);
    expect(said[1]).to.equal('This device does not allow that.');
    api.failure = null;
    api.result = { ok: false, reason: 'no_answer' };
    api.commands.length = 0;
    touch({ call_assist: { hang_up: true } });
    await commanded();
    await settled();
    expect(said.length).to.equal(3);
  });

  it('hears nothing of what is not meant for us, nor after it has stopped', async () => {
    visit('?other=1');
    touch({ browser_mod: {} });
    touch(null);
    stop();
    touch({ call_assist: { answer: true } });
    await settled();
    expect([api.commands, document.querySelector('ca-ask')]).to.deep.equal([[], null]);
  });
});
