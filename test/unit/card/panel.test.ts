import { expect } from '@open-wc/testing';
import type { CallAssistCard } from '../../../src/card/card.ts';
import type { Snapshot } from '../../../src/runtime/api.ts';
import type { EndReason } from '../../../src/runtime/call/call.ts';
import type { HistoryEntry } from '../../../src/runtime/storage/storage.ts';
import { callView, contact, emptySnapshot, readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

const ready = readySnapshot();
const people = [
  { ...contact('Grandma'), favourite: true },
  { ...contact('Anna'), favourite: true },
  { ...contact('Zoe'), groups: ['Work'] },
  { ...contact('Ben', 'offline'), groups: ['Home'] },
  contact('Dana'),
];
let id = 0;
const entry = (reason: EndReason, change: Partial<HistoryEntry> = {}): HistoryEntry => {
  const { peer, offered } = callView('ended');
  const began = Date.now() - 60_000;
  id += 1;
  return {
    id,
    callId: `call-${id}`,
    peer,
    offered,
    direction: 'outgoing',
    began,
    answered: null,
    connected: null,
    ended: began,
    reason,
    ...change,
  };
};

describe('card as tile and panel', () => {
  let page: TestPage;
  afterEach(() => {
    page.close();
    document.documentElement.removeAttribute('dir');
  });
  const show = async (snapshot: Partial<Snapshot>, config: object, size = 'width:1200px;height:800px') => {
    page = new TestPage(snapshot);
    const card = await page.card({ layout: 'panel', ...config });
    card.style.cssText = `display:block;${size}`;
    // The sizes of a container are known after it was laid out.
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    await card.updateComplete;
    return card;
  };
  const all = (card: Element, selector: string): HTMLElement[] => [
    ...card.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];
  const names = (card: Element, part: string): string[] => all(card, `section[data-part="${part}"] b`).map(text);
  const tile = (snapshot: Partial<Snapshot>, config: object = {}) =>
    show(snapshot, { layout: 'tile', ...config }, 'width:190px;height:120px');

  describe('panel', () => {
    it('shows favourites as faces, the others in their groups, the last calls and the station', async () => {
      const history = [entry('no_answer', { peer: { ...callView('ended').peer, name: 'Emil' } })];
      const card = await show({ ...ready, contacts: people, history }, {});
      expect(names(card, 'favourites')).to.deep.equal(['Grandma', 'Anna']);
      expect(names(card, 'everyone')).to.deep.equal(['Ben', 'Zoe', 'Dana']);
      expect(all(card, 'h4').map(text)).to.deep.equal(['Home', 'Work']);
      expect(text(find(card, '.recent')))
        .to.contain('Emil')
        .and.contain('No answer');
      expect(text(find(card, '.station'))).to.equal('KitchenKitchen camera');
    });

    it('shows only whom the configuration names, and no part that it leaves out', async () => {
      const config = { contacts: ['Dana'], recents: false, stations: false, search: false, presence: false };
      const card = await show({ ...ready, contacts: people }, config);
      expect(all(card, '[data-contact] b').map(text)).to.deep.equal(['Dana']);
      for (const gone of ['.side', 'form', '.d', '.tabs']) expect(has(card, gone), gone).to.equal(false);
    });

    it('finds people and calls what was typed', async () => {
      const card = await show({ ...ready, contacts: people }, {});
      const field = find(card, 'input') as HTMLInputElement;
      field.value = 'an';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await card.updateComplete;
      expect(names(card, 'found')).to.deep.equal(['Anna', 'Dana', 'Grandma']);
      find(card, '[data-action="dial-video"]').click();
      await settled();
      await card.updateComplete;
      expect(page.api.commands).to.deep.equal([{ type: 'dial', to: { text: 'an' }, video: true, by: 'touch' }]);
      expect(field.value).to.equal('');
      expect(has(card, '[data-part="favourites"]')).to.equal(true);
    });

    it('switches do not disturb, and says so', async () => {
      const card = await show(ready, {});
      const button = find(card, '[data-action="quiet"]');
      expect(button.getAttribute('aria-pressed')).to.equal('false');
      button.click();
      expect(page.api.asked).to.deep.equal([['configureDevice', { doNotDisturb: true }]]);
      page.api.set({ quiet: true, quietUntil: Date.now() + 60_000 });
      await card.updateComplete;
      expect(button.getAttribute('aria-pressed')).to.equal('true');
      expect(text(find(card, '[data-status]'))).to.match(/^Do not disturb until /);
    });

    it('opens the pages of the device', async () => {
      const card = await show({ ...ready, contacts: people }, {});
      const opened: unknown[] = [];
      card.open = async (...page) => void opened.push(page);
      for (const action of ['settings', 'history', 'setup', 'contact']) find(card, `[data-action="${action}"]`).click();
      expect(opened).to.deep.equal([
        ['settings', null],
        ['history', null],
        ['setup', null],
        ['contact', 'account-1\n!grandma:example.org'],
      ]);
    });

    /** [how it ended, what is read] */
    const outcomes: [HistoryEntry, string][] = [
      [entry('hung_up', { connected: 0, ended: 720_000 }), 'Video call, 12 min'],
      [
        entry('remote_hung_up', { connected: 0, ended: 48_000, offered: { audio: true, video: false } }),
        'Voice call, 48 sec',
      ],
      [entry('hung_up', { connected: 0, ended: 3_780_000 }), 'Video call, 1 hr 3 min'],
      [entry('missed', { direction: 'incoming' }), 'Missed video call'],
      [entry('do_not_disturb', { direction: 'incoming', offered: { audio: true, video: false } }), 'Missed voice call'],
      [entry('declined', { direction: 'incoming' }), 'Declined'],
      [entry('remote_declined'), 'Declined'],
      [entry('answered_elsewhere', { direction: 'incoming' }), 'Answered on another device'],
      [entry('kiosk_closed', { connected: 0 }), 'Cut off'],
      [entry('unreachable'), 'Not connected'],
    ];
    it('says how the last calls went', async () => {
      const history = outcomes.map(([one]) => one);
      const card = await show({ ...ready, history }, {});
      expect(all(card, '.recent small').map(text)).to.deep.equal(outcomes.map(([, words]) => words));
    });

    it('says the day of calls that are no longer of today', async () => {
      const day = 86_400_000;
      const noon = new Date().setHours(12, 0, 0, 0);
      const history = [entry('no_answer', { began: noon - 2 * day }), entry('no_answer', { began: noon - 30 * day })];
      const card = await show({ ...ready, history }, {});
      const [weekday, date] = all(card, 'time').map(text);
      expect(weekday).to.match(/^\w{3}$/);
      expect(date).to.match(/^\w{3} \d+$/);
    });

    it('calls back a contact by its id, a stranger by the address, and neither Home Assistant nor a door', async () => {
      const who = { accountId: 'account-1', contactId: '@zoe:other.org', address: '@zoe:other.org', name: 'Zoe' };
      const rang = { accountId: 'home', contactId: 'Front door', address: 'Front door', name: 'Front door' };
      const history = [
        entry('hung_up'),
        entry('missed', { id: 1_002, direction: 'incoming', peer: who }),
        entry('missed', { id: 1_003, direction: 'incoming', peer: rang }),
      ];
      const card = await show({ ...ready, history, missed: 1 }, {});
      expect(all(card, '.recent').map((row) => row.querySelector('button') !== null)).to.deep.equal([
        true,
        true,
        false,
      ]);
      for (const button of all(card, '.recent button')) button.click();
      find(card, '[data-action="again"]').click();
      const contactId = '!anna.berger:example.org';
      expect(page.api.commands.map((command) => 'to' in command && command.to)).to.deep.equal([
        { accountId: 'account-1', contactId },
        { text: '@zoe:other.org' },
        { text: '@zoe:other.org' },
      ]);
      page.api.set({ history: history.slice(2) });
      await card.updateComplete;
      expect(has(card, '[data-note^="missed"] [data-action="again"]')).to.equal(false);
      expect(has(card, '[data-note^="missed"] [data-action="history"]')).to.equal(true);
    });

    it('hides who called where names are always hidden', async () => {
      const card = await show({ ...ready, history: [entry('hung_up')] }, { names: 'always' });
      expect(text(find(card, '.recent b'))).to.equal('Somebody');
      expect(card.shadowRoot?.querySelector('.recent')?.outerHTML).not.to.contain('Anna');
    });

    it('on a phone shows one part at a time', async () => {
      const card = await show({ ...ready, contacts: people }, {}, 'width:390px;height:800px');
      const seen = (part: string): boolean => find(card, `section[data-part="${part}"]`).offsetHeight > 0;
      expect([seen('favourites'), seen('everyone'), seen('recent')]).to.deep.equal([true, false, false]);
      find(card, '.tabs [data-entry="recent"]').click();
      await card.updateComplete;
      expect([seen('favourites'), seen('everyone'), seen('recent')]).to.deep.equal([false, false, true]);
      expect(all(card, '.tabs [aria-current]').map(text)).to.deep.equal(['Recent']);
    });
  });

  describe('tile', () => {
    const notSetUp = emptySnapshot();
    const busy: Partial<Snapshot> = {
      ...ready,
      calls: [callView('ringing-in', { id: 'call-2' }), callView('active')],
      soundBlocked: true,
      missed: 1,
      history: [entry('missed', { direction: 'incoming' })],
      quiet: true,
      accounts: [{ ...ready.accounts[0]!, status: { state: 'degraded', reason: 'network' } }],
    };
    /** [what is no longer true, what is shown then]: one thing at a time, in this order. */
    const order: [Partial<Snapshot>, string][] = [
      [{}, 'Back to call'],
      [{ calls: [callView('ringing-in')] }, 'Open'],
      [{ calls: [] }, 'Allow sound'],
      [{ soundBlocked: false }, 'Call back'],
      [{ missed: 0 }, 'Turn off'],
      [{ quiet: false }, 'Details'],
      [{ accounts: ready.accounts }, ''],
    ];
    it('shows one thing, the most important one', async () => {
      const card = await tile(busy);
      for (const [change, label] of order) {
        page.api.set(change);
        await card.updateComplete;
        expect(all(card, '.do .btn').map(text).join()).to.equal(label);
      }
      expect(all(card, '.stack .av').length).to.equal(3);
    });

    for (const [state, snapshot, action] of [
      ['not set up', notSetUp, 'sign-in'],
      ['another tab', { ...ready, role: 'other-tab' }, 'use-here'],
      ['storage', { ...notSetUp, role: 'stopped', problems: [{ kind: 'storage', problem: 'full' }] }, 'reload'],
      ['insecure', { ...ready, secureContext: false }, 'sign-in'],
    ] as [string, Partial<Snapshot>, string][]) {
      it(`leads on: ${state}`, async () => {
        const card = await tile(snapshot);
        const button = find(card, `[data-action="${action}"]`);
        const { bottom } = card.getBoundingClientRect();
        expect(button.getBoundingClientRect().bottom).to.be.at.most(bottom);
        expect(button.offsetHeight).to.be.at.least(48);
      });
    }

    it('is one person where one is configured', async () => {
      const card = await tile(ready, { contacts: ['Ben'], call_on_tap: 'voice' });
      find(card, '.who').click();
      expect(page.api.commands).to.have.lengthOf(1);
      expect(text(find(card, '.who .vh'))).to.equal('Voice call Ben');
    });

    it('shows several people in a dialog, which a call closes', async () => {
      const card = await tile({ ...ready, contacts: people });
      find(card, '[data-action="people"]').click();
      await card.updateComplete;
      await until(() => has(card, 'dialog[open] [data-contact]'));
      find(card, 'dialog [data-action="call-voice"]').click();
      await until(() => !has(card, 'dialog'));
      expect(page.api.commands).to.have.lengthOf(1);
    });

    it('says why somebody cannot be called', async () => {
      const card = await tile(ready, { contacts: ['Ben'] });
      page.api.result = { ok: false, reason: 'refused_busy' };
      find(card, '[data-action="call-voice"]').click();
      await settled();
      await card.updateComplete;
      expect(text(find(card, '[role="alert"]'))).to.equal('You are in a call already.');
    });
  });

  it('leads back to the call that runs', async () => {
    const card = await tile({ ...ready, calls: [callView('active')] });
    const overlay = await page.shown();
    let restored = 0;
    Object.assign(overlay, { restore: () => (restored += 1) });
    find(card, '[data-action="show-call"]').click();
    expect(restored).to.equal(1);
    page.api.set({ calls: [] });
  });

  it('draws 2,000 people a few at a time, and more when somebody scrolls', async () => {
    const many = Array.from({ length: 2_000 }, (_, at) => contact(`Person ${at}`));
    const card = await show({ ...ready, contacts: many }, {});
    expect(all(card, '[data-contact]').length).to.be.at.most(120);
    page.api.set({ missed: 1 });
    await card.updateComplete;
    const before = all(card, '[data-contact]').length;
    find(card, '[data-scroll]').scrollTop = 1e6;
    await until(() => all(card, '[data-contact]').length > before);
  });

  it('is not hurt by names of 200 characters, markup and other scripts', async () => {
    const nasty = [
      'x'.repeat(200),
      '<img src=x onerror=alert(1)>',
      '👩‍👩‍👧 ' + '🙂'.repeat(60),
      'مرحبا بالعالم',
      '\u202Egnorw',
    ];
    const contacts = nasty.map((name, at) => ({
      ...contact(`p${at}`),
      name,
      favourite: at < 3,
      avatar: at === 1 ? 'data:image/svg+xml,<svg onload="alert(1)"/>' : 'data:image/png;base64,broken',
    }));
    for (const layout of ['panel', 'list', 'tile']) {
      for (const width of [320, 700]) {
        const card = await show(
          { ...ready, contacts, history: [entry('missed')] },
          { layout },
          `width:${width}px;height:600px`,
        );
        expect(find(card, 'ha-card').scrollWidth, `${layout} ${width}`).to.be.at.most(width);
        expect(has(card, '[onerror]')).to.equal(false);
        page.close();
      }
    }
  });

  describe('accessibility', () => {
    const full = {
      ...ready,
      contacts: people,
      missed: 1,
      history: [entry('missed', { direction: 'incoming' }), entry('no_answer')],
    };
    const scenes: [string, Partial<Snapshot>, object, string][] = [
      ['panel', full, {}, 'width:1200px;height:800px'],
      ['panel, phone', { ...full, quiet: true }, {}, 'width:360px;height:800px'],
      ['tile, person', ready, { layout: 'tile', contacts: ['Ben'] }, 'width:190px;height:120px'],
      ['tile, people', { ...ready, contacts: people }, { layout: 'tile' }, 'width:190px;height:120px'],
      ['tile, note', full, { layout: 'tile' }, 'width:190px;height:120px'],
      ['tile, not set up', emptySnapshot(), { layout: 'tile' }, 'width:190px;height:120px'],
    ];
    for (const direction of ['ltr', 'rtl']) {
      for (const [scene, snapshot, config, size] of scenes) {
        it(`${scene}, ${direction}`, async () => {
          document.documentElement.dir = direction;
          const card: CallAssistCard = await show(snapshot, config, `${size};background:#fff`);
          await expect(card).to.be.accessible();
        });
      }
    }
  });
});
