import { expect } from '@open-wc/testing';
import type { Snapshot } from '../../../src/runtime/api.ts';
import type { HistoryEntry } from '../../../src/runtime/storage/storage.ts';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import { callView, contact, emptySnapshot, readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

const ready = readySnapshot();
const [account] = ready.accounts;
const withStatus = (status: Snapshot['accounts'][number]['status']): Partial<Snapshot> => ({
  ...ready,
  accounts: [{ ...account!, status }],
});
let entryId = 0;
const history = (reason: HistoryEntry['reason']): readonly HistoryEntry[] => {
  const { peer, direction, offered, began, answered, connected } = callView('ended');
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
      ['degraded', withStatus({ state: 'degraded', reason: 'network' }), '1 of 1 accounts away', 'settings'],
      [
        'signed out',
        withStatus({ state: 'signed-out', reason: 'revoked' }),
        '@kitchen:example.org needs you to sign in again',
        'sign-in-again',
      ],
      ['sound blocked', { ...ready, soundBlocked: true }, 'Touch once to allow sound', 'allow-sound'],
      ['missed', { ...ready, history: history('missed') }, 'Missed call', 'again'],
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
        'Home Assistant away',
        { ...ready, problems: [{ kind: 'home-assistant-away' }] },
        'Home Assistant is away',
        null,
      ],
      ['update', { ...ready, problems: [{ kind: 'update-waiting' }] }, 'An update is ready', 'reload'],
      ...(['blocked', 'full', 'newer', 'corrupt', 'unavailable'] as const).map(
        (problem): [string, Partial<Snapshot>, string, string] => [
          `storage ${problem}`,
          { ...emptySnapshot(), role: 'stopped', problems: [{ kind: 'storage', problem }] },
          'Nothing can be stored here',
          'reload',
        ],
      ),
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
      'GrandmaReachable',
      'Anna BergerIn another call',
      'BenNot reachable now',
      'Chris@chris:example.org',
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
    expect(element.shadowRoot?.activeElement === field).to.equal(true);
    field.value = ' @dana:example.org ';
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

  it('in preview shows sample contacts and does nothing', async () => {
    page = new TestPage(ready);
    const element = await page.card({}, true);
    expect(element.shadowRoot?.querySelectorAll('[data-contact]').length).to.equal(3);
    for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('[data-action]')) button.click();
    await settled();
    expect(page.api.commands).to.deep.equal([]);
    expect(page.api.asked).to.deep.equal([]);
    expect(document.querySelectorAll('ca-overlay, ca-page, dialog').length).to.equal(0);
  });

  it('leaves nothing when Home Assistant throws it away', async () => {
    page = new TestPage(ready);
    const before = page.api.snapshot.listeners;
    for (let i = 0; i < 3; i += 1) (await page.card()).remove();
    expect(page.api.snapshot.listeners).to.equal(before);
  });
});
