import { expect } from '@open-wc/testing';
import type { Snapshot } from '../../../src/runtime/api.ts';
import type { HistoryEntry } from '../../../src/runtime/storage/storage.ts';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import { hideNames } from '../../../src/card/overlay/hiding.ts';
import { callView, contact, emptySnapshot, readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

const ready = readySnapshot();
const [account] = ready.accounts;
const withStatus = (status: Snapshot['accounts'][number]['status']): Partial<Snapshot> => ({
  ...ready,
  accounts: [{ ...account!, status }],
});
const type = (field: HTMLInputElement, value: string): void => {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
let entryId = 0;
const history = (reason: HistoryEntry['reason']): readonly HistoryEntry[] => {
  const { peer, offered, began, answered, connected } = callView('ended');
  const direction = 'incoming';
  entryId += 1;
  return [
    { id: entryId, callId: 'call-1', peer, direction, offered, began, answered, connected, ended: began, reason },
  ];
};

describe('card', () => {
  let page: TestPage;
  const card = async (snapshot: Partial<Snapshot>, config: unknown = {}) => {
    page = new TestPage(snapshot);
    return page.card(config);
  };
  afterEach(async () => {
    page.close();
    await setLanguage('en');
  });

  describe('what every state shows', () => {
    /** [state, what is read, action that leads on] */
    const table: [string, Partial<Snapshot>, string, string | null][] = [
      ['starting', { role: 'starting' }, 'Starting…', null],
      ['no account', emptySnapshot(), 'Make this tablet a phone', 'sign-in'],
      ['insecure page', { ...ready, secureContext: false }, 'This page is not secure', null],
      [
        'insecure page, as a problem',
        { ...ready, problems: [{ kind: 'insecure-page' }] },
        'Open Home Assistant by HTTPS',
        null,
      ],
      ['another tab', { ...ready, role: 'other-tab' }, 'Calls are open in another tab', 'use-here'],
      ['stopped', { ...ready, role: 'stopped' }, 'Calls have stopped on this page', 'reload'],
      ['ready', ready, 'Ready for calls', 'call-video'],
      ['nobody', { ...ready, contacts: [] }, 'Nobody here yet', 'settings'],
      ['connecting', withStatus({ state: 'connecting' }), 'Connecting…', 'call-video'],
      ['degraded', withStatus({ state: 'degraded', reason: 'network' }), 'Account is reconnecting', 'settings'],
      [
        'signed out',
        withStatus({ state: 'signed-out', reason: 'revoked' }),
        '@kitchen:example.org needs you to sign in again',
        'sign-in-again',
      ],
      [
        'account away',
        withStatus({ state: 'degraded', reason: 'server' }),
        '@kitchen:example.org is offline',
        'settings',
      ],
      ['sound blocked', { ...ready, soundBlocked: true }, 'Touch once to allow sound', 'allow-sound'],
      ['missed', { ...ready, history: history('missed'), missed: 1 }, 'Missed call', 'again'],
      ['missed, several', { ...ready, history: history('missed'), missed: 3 }, '3 missed calls', 'seen'],
      ['missed, all forgotten', { ...ready, missed: 2 }, '2 missed calls', 'history'],
      [
        'do not disturb',
        { ...ready, quiet: true, settings: { ...ready.settings, doNotDisturb: true } },
        'Calls do not ring',
        'quiet',
      ],
      [
        'quiet time',
        { ...ready, quiet: true, quietUntil: new Date(2026, 1, 1, 7).getTime() },
        'Until 7:00 AM',
        'quiet',
      ],
      [
        'do not disturb but for one',
        { ...ready, quiet: true, contacts: [{ ...contact('Grandma'), throughQuiet: true }] },
        'Grandma still can',
        'quiet',
      ],
      ['a call runs', { ...ready, calls: [callView('active')] }, 'Call with Anna Berger', 'show-call'],
      ['a call rings', { ...ready, calls: [callView('ringing-in')] }, 'Anna Berger is calling', 'show-call'],
      [
        'cut off by a reload',
        { ...ready, history: history('kiosk_closed') },
        'The call with Anna Berger was cut off',
        'again',
      ],
      [
        'helpers missing',
        { ...ready, problems: [{ kind: 'helpers-missing', entities: ['input_text.a', 'input_text.b'] }] },
        '2 helpers are missing',
        'dismiss',
      ],
      [
        'one helper missing',
        { ...ready, problems: [{ kind: 'helpers-missing', entities: ['input_text.a'] }] },
        'One helper is missing',
        'helpers',
      ],
      [
        'Home Assistant away',
        { ...ready, problems: [{ kind: 'home-assistant-away' }] },
        'Home Assistant is away',
        'diagnostics',
      ],
      [
        'update, before set-up',
        { ...emptySnapshot(), problems: [{ kind: 'update-waiting' }] },
        'Make this tablet',
        'reload',
      ],
      ['update', { ...ready, problems: [{ kind: 'update-waiting' }] }, 'An update is ready', 'reload'],
      ['new version', { ...ready, problems: [{ kind: 'update-ready' }] }, 'once it is loaded again', 'reload'],
      ...(
        [
          ['blocked', 'Another tab holds the data'],
          ['full', 'no space left'],
          ['newer', 'A newer Call Assist wrote'],
          ['corrupt', 'Some data of this device cannot be read'],
          ['cleared', 'The data of this device was deleted'],
          ['unavailable', 'Nothing can be stored here'],
        ] as const
      ).map(([problem, words]): [string, Partial<Snapshot>, string, string] => [
        `storage ${problem}`,
        { ...emptySnapshot(), role: 'stopped', problems: [{ kind: 'storage', problem }] },
        words,
        'reload',
      ]),
    ];
    for (const [state, snapshot, words, action] of table) {
      it(`${state} → ${words}`, async () => {
        const element = await card(snapshot);
        expect(text(find(element, 'ha-card')))
          .to.contain(words)
          .and.not.match(/[{}]/);
        if (action) expect(has(element, `[data-action="${action}"]`), action).to.equal(true);
      });
    }
  });

  it('has a row for each contact, with what is known of them', async () => {
    const element = await card(ready);
    const rows = [...element.shadowRoot!.querySelectorAll('[data-contact]')];
    expect(rows.map((row) => text(row.querySelector('.n')))).to.deep.equal([
      'Anna BergerIn another call',
      'BenNot reachable now',
      'Chris@chris:example.org',
      'GrandmaReachable',
    ]);
  });

  it('shows whom the configuration names, in its order, and the configured title', async () => {
    const element = await card(ready, {
      name: 'Hall',
      contacts: ['ben', '@grandma:example.org', 'nobody'],
      search: false,
    });
    const rows = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-contact]')];
    expect(rows.map(({ dataset }) => dataset['contact'])).to.deep.equal(['@ben:example.org', '@grandma:example.org']);
    expect(text(find(element, 'h2'))).to.equal('Hall');
    expect(has(element, '[data-action="dial-open"]')).to.equal(false);
  });

  it('calls by voice or video', async () => {
    const element = await card(ready);
    for (const action of ['call-voice', 'call-video'])
      find(element, `[data-contact="@ben:example.org"] [data-action="${action}"]`).click();
    const to = { accountId: 'account-1', contactId: '!ben:example.org' };
    expect(page.api.commands).to.deep.equal([
      { type: 'dial', to, video: false, by: 'touch' },
      { type: 'dial', to, video: true, by: 'touch' },
    ]);
  });

  it('shows, and calls from, the station that it is for, where this device has it', async () => {
    const { station } = readySnapshot();
    await card({ ...ready, stations: [station, { ...station, slug: 'hall', name: 'Long hall' }] });
    for (const [name, expected, shown] of [
      ['hall', 'hall', 'Long hall'],
      ['Long hall', 'hall', 'Long hall'],
      ['attic', undefined, 'Kitchen'],
    ] as const) {
      const element = await page.card({ station: name });
      expect(text(find(element, 'h2'))).to.equal(shown);
      find(element, '[data-contact="@ben:example.org"] [data-action="call-voice"]').click();
      expect(page.api.commands.at(-1)?.station).to.equal(expected);
      element.remove();
    }
  });

  it('offers no call that cannot be', async () => {
    const voiceOnly = { ...contact('Dana'), callable: { audio: true, video: false } };
    const element = await card({ ...ready, contacts: [voiceOnly] });
    expect(find(element, '[data-action="call-video"]')).to.have.property('disabled', true);
    expect(find(element, '[data-action="call-voice"]')).to.have.property('disabled', false);
    page.api.set(withStatus({ state: 'signed-out', reason: 'revoked' }));
    await element.updateComplete;
    expect(find(element, '[data-action="call-voice"]')).to.have.property('disabled', true);
  });

  it('dials a typed address, and says why one cannot be dialled', async () => {
    const element = await card(ready);
    find(element, '[data-action="dial-open"]').click();
    await element.updateComplete;
    const field = find(element, 'input') as HTMLInputElement;
    await until(() => element.shadowRoot?.activeElement === field);
    type(field, ' @dana:example.org ');
    await element.updateComplete;
    expect(text(find(element, '.rows'))).to.contain('Nobody has this name');
    page.api.result = { ok: false, reason: 'refused_unknown_contact' };
    find(element, '[data-action="dial-voice"]').click();
    await settled();
    expect(page.api.commands).to.deep.equal([
      { type: 'dial', to: { text: '@dana:example.org' }, video: false, by: 'touch' },
    ]);
    expect(text(find(element, '[role="alert"]'))).to.equal('Nobody with this name is a contact here.');
    expect(field.value).to.equal(' @dana:example.org ');
  });

  it('answers requests', async () => {
    const requests = [{ id: 'r1', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }];
    const element = await card({ ...ready, requests });
    expect(text(find(element, '.note'))).to.contain('Dana wants to reach you');
    find(element, '[data-action="reject"]').click();
    find(element, '[data-action="accept"]').click();
    expect(page.api.asked).to.deep.equal([
      ['rejectRequest', 'account-1', 'r1'],
      ['acceptRequest', 'account-1', 'r1'],
    ]);
  });

  it('leads to the page that asks for the PIN where a request is answered on a locked device', async () => {
    const requests = [{ id: 'r1', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }];
    const element = await card({ ...ready, requests, lock: { kind: 'pin', locked: true, retryAt: null } });
    find(element, '[data-action="accept"]').click();
    expect(page.api.asked).to.deep.equal([]);
  });

  it('offers to call again after a reload cut the call, until somebody has seen it', async () => {
    const element = await card({ ...ready, history: history('kiosk_closed') });
    find(element, '[data-action="again"]').click();
    await element.updateComplete;
    expect(page.api.commands).to.have.lengthOf(1);
    expect(has(element, '.note')).to.equal(false);
  });

  it('takes over from another tab, allows sound', async () => {
    const element = await card({ ...ready, role: 'other-tab', soundBlocked: true });
    find(element, '[data-action="use-here"]').click();
    expect(page.api.asked).to.deep.equal([['allowSound'], ['takeOver']]);
  });

  it('speaks the language of Home Assistant', async () => {
    const element = await card(ready);
    element.hass = { locale: { language: 'de' } };
    await until(() => text(find(element, 'p')) === 'Bereit für Anrufe');
  });

  it('finds people by a part of their name', async () => {
    const element = await card({ ...ready, contacts: [contact('Zoë'), contact('Ben')] });
    find(element, '[data-action="dial-open"]').click();
    await element.updateComplete;
    type(find(element, 'input') as HTMLInputElement, 'ZO');
    await element.updateComplete;
    expect(text(find(element, '.rows .n'))).to.equal('ZoëReachable');
    find(element, '[data-action="clear"]').click();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelectorAll('[data-contact]').length).to.equal(2);
  });

  it('shows the favourites of the device where the configuration names nobody', async () => {
    const element = await card({ ...ready, contacts: [contact('Ben'), { ...contact('Anna'), favourite: true }] });
    expect([...element.shadowRoot!.querySelectorAll('.rows .n')].map(text)).to.deep.equal(['AnnaReachable']);
  });

  it('says that missed calls were seen, and calls back', async () => {
    const element = await card({ ...ready, history: history('missed'), missed: 1 });
    find(element, '[data-action="seen"]').click();
    find(element, '[data-action="again"]').click();
    await settled();
    expect(page.api.asked).to.deep.equal([['markSeen'], ['markSeen']]);
    expect(page.api.commands).to.have.lengthOf(1);
  });

  it('offers to write to whose call was missed, where they can be written to and named', async () => {
    const element = await card({ ...ready, history: history('missed'), missed: 1 });
    find(element, '[data-action="write"]').click();
    await until(() => document.querySelector('ca-page') !== null);
    const shell = document.querySelector('ca-page')!;
    await until(() => has(shell, 'ca-contact') && has(find(shell, 'ca-contact'), 'ca-message'));
    const form = find(find(shell, 'ca-contact'), 'ca-message');
    await until(() => has(form, '.more:not([hidden])'));
    page.api.set({ settings: { ...ready.settings, hideNames: 'always' } });
    await element.updateComplete;
    expect(has(element, '[data-action="write"]')).to.equal(false);
    page.api.set({ settings: ready.settings, contacts: ready.contacts.map((one) => ({ ...one, writable: false })) });
    await element.updateComplete;
    expect(has(element, '[data-action="again"]')).to.equal(true);
    expect(has(element, '[data-action="write"]')).to.equal(false);
  });

  it('switches do not disturb off', async () => {
    const element = await card({ ...ready, quiet: true, quietUntil: Date.now() + 60_000 });
    find(element, '[data-action="quiet"]').click();
    expect(page.api.asked).to.deep.equal([['configureDevice', { doNotDisturb: false }]]);
  });

  it('says when something did not work', async () => {
    const requests = [{ id: 'r1', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }];
    const element = await card({ ...ready, requests });
    page.api.failure = new Error('no');
    find(element, '[data-action="accept"]').click();
    await settled();
    await element.updateComplete;
    expect(text(find(element, '[role="alert"]'))).to.equal('That did not work. Try again.');
  });

  describe('names of callers', () => {
    const missed = { ...ready, history: history('missed'), missed: 1 };
    const note = (element: Element): string => text(find(element, '[data-note]'));

    it('are hidden while it rings', async () => {
      const element = await card({ ...ready, calls: [callView('ringing-in')] }, { names: 'while_ringing' });
      expect(note(element)).to.contain('Somebody is calling');
      page.api.set({ calls: [callView('active')] });
      await element.updateComplete;
      expect(note(element)).to.contain('Call with Anna Berger');
    });

    it('are never shown by a card that always hides them, nor by others on its page', async () => {
      const element = await card(missed);
      expect(note(element)).to.contain('Anna Berger');
      const strict = document.createElement('call-assist-card') as typeof element;
      strict.setConfig({ names: 'always' });
      document.body.append(strict);
      page.api.set({});
      await element.updateComplete;
      expect(note(element)).not.to.contain('Anna');
      expect(hideNames('show')).to.equal('always');
      strict.remove();
      expect(hideNames('show')).to.equal('show');
    });

    it('of who asks to be a contact are said where people are', async () => {
      const asks = { id: 'r', accountId: 'account-1', address: '@zoe:other.org', name: 'Zoe' };
      const element = await card({ ...ready, requests: [asks], settings: { ...ready.settings, hideNames: 'always' } });
      expect(note(element)).to.contain('Somebody wants to reach you').and.not.to.match(/zoe/i);
      find(element, '[data-action="everybody"]').click();
      await until(() => document.querySelector('ca-page')?.shadowRoot?.querySelector('[data-page="contact"]') != null);
      expect(page.api.asked).to.deep.equal([]);
    });

    it('follow the device where it is stricter', async () => {
      const element = await card(
        { ...missed, settings: { ...ready.settings, hideNames: 'always' } },
        { names: 'show' },
      );
      expect(note(element)).not.to.contain('Anna');
    });
  });

  for (const layout of ['tile', 'list', 'panel']) {
    it(`in preview shows sample contacts and does nothing: ${layout}`, async () => {
      page = new TestPage(ready);
      const element = await page.card({ layout, contacts: ['@nobody:example.org'] }, true);
      const shown = element.shadowRoot?.querySelectorAll(layout === 'tile' ? '.av' : '[data-contact]');
      expect(shown?.length).to.equal(3);
      for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('[data-action]')) button.click();
      await settled();
      expect(page.api.commands).to.deep.equal([]);
      expect(page.api.asked).to.deep.equal([]);
      expect(document.querySelectorAll('ca-overlay, ca-page, dialog').length).to.equal(0);
    });
  }

  it('leaves nothing when Home Assistant throws it away', async () => {
    page = new TestPage(ready);
    const before = page.api.snapshot.listeners;
    for (let i = 0; i < 3; i += 1) (await page.card()).remove();
    expect(page.api.snapshot.listeners).to.equal(before);
  });
});
