import { expect } from '@open-wc/testing';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import { personDetail, personOf } from '../../../src/card/pages/view.ts';
import { choose, enter, historyEntry, openContent } from './support/content.ts';
import { contact, readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

describe('people', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const anna = personDetail('account-1', '!anna.berger:example.org');
  const rows = (host: Element): Element[] => [...(host.shadowRoot?.querySelectorAll('.call') ?? [])];

  it('are found by name, own name and address, whatever case and accents', async () => {
    page.api.set({ contacts: [...readySnapshot().contacts, { ...contact('Zoé'), name: 'Sister', alias: 'Sister' }] });
    const people = await openContent(page, 'contact');
    expect(rows(people).length).to.equal(5);
    for (const [typed, found] of [
      ['ZOE', 'Sister'],
      ['sister', 'Sister'],
      ['@ben:', 'Ben'],
    ] as const) {
      enter(people, '#search', typed);
      await settled();
      expect(rows(people).map((row) => text(row.querySelector('b')))).to.deep.equal([found]);
    }
    enter(people, '#search', 'nobody at all');
    await settled();
    expect(text(find(people, '.none'))).to.equal('Nobody fits.');
  });

  it('has favourites first', async () => {
    page.api.set({ contacts: [contact('Ben'), { ...contact('Grandma'), favourite: true }] });
    const people = await openContent(page, 'contact');
    expect(rows(people).map((row) => text(row.querySelector('b')))).to.deep.equal(['Grandma', 'Ben']);
  });

  it('draws two thousand a part at a time', async () => {
    page.api.set({ contacts: Array.from({ length: 2_000 }, (_, index) => contact(`Person ${index}`)) });
    const people = await openContent(page, 'contact');
    expect(rows(people).length).to.be.below(500);
    const main = people.parentElement!;
    const before = rows(people).length;
    main.scrollTop = main.scrollHeight;
    await until(() => rows(people).length > before);
  });

  it('may ask to be contacts', async () => {
    page.api.set({ requests: [{ id: 'r', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }] });
    const people = await openContent(page, 'contact');
    find(people, '[data-action="accept"]').click();
    find(people, '[data-action="reject"]').click();
    await settled();
    expect(page.api.asked).to.deep.equal([
      ['acceptRequest', 'account-1', 'r'],
      ['rejectRequest', 'account-1', 'r'],
    ]);
  });

  it('open their page, and back', async () => {
    const people = await openContent(page, 'contact');
    find(people, '[data-action="person"]').click();
    const shell = document.querySelector('ca-page')!;
    await until(() => text(find(shell, '#title')) === 'Contact');
    expect(text(find(find(shell, 'ca-contact'), '.name'))).to.equal('Grandma');
    find(shell, '[data-action="back"]').click();
    await until(() => text(find(shell, '#title')) === 'People');
  });

  describe('one of them', () => {
    const change = (choice: unknown): unknown => ['configurePerson', 'account-1', '!anna.berger:example.org', choice];

    it('is called', async () => {
      const person = await openContent(page, 'contact', anna);
      find(person, '[data-action="call-video"]').click();
      expect(page.api.commands).to.deep.equal([
        {
          type: 'dial',
          to: { accountId: 'account-1', contactId: '!anna.berger:example.org' },
          video: true,
          by: 'touch',
        },
      ]);
    });

    it('has buttons whose names begin with what can be read on them, in other languages too', async () => {
      await setLanguage('de');
      try {
        const person = await openContent(page, 'contact', anna);
        for (const button of person.shadowRoot!.querySelectorAll('.call-button'))
          expect(button.getAttribute('aria-label')).to.match(new RegExp(`^${text(button)}: .*Anna Berger`));
      } finally {
        await setLanguage('en');
      }
    });

    it('has what is chosen here', async () => {
      const person = await openContent(page, 'contact', anna);
      page.api.asked.length = 0;
      find(person, '[name="favourite"]').click();
      enter(person, '#alias', ' Auntie ');
      enter(person, '#alias', '');
      choose(person, '#ringtone', 'marimba');
      choose(person, '#ringtone', '');
      find(person, '[name="drop-in"][value="voice"]').click();
      find(person, '[name="through-quiet"]').click();
      await settled();
      expect(page.api.asked).to.deep.equal(
        [
          { favourite: true },
          { alias: 'Auntie' },
          { alias: null },
          { ringtone: 'marimba' },
          { ringtone: null },
          { autoAnswer: 'voice' },
          { throughQuiet: true },
        ].map(change),
      );
    });

    it('shows what is true when a choice was refused', async () => {
      const person = await openContent(page, 'contact', anna);
      page.api.failure = new RangeError('person.autoAnswer');
      find(person, '[name="drop-in"][value="video"]').click();
      await until(() => text(find(person, '.said')).includes('was not saved'));
      expect((find(person, '[name="drop-in"][value="off"]') as HTMLInputElement).checked).to.equal(true);
    });

    it('plays the ringtone that would be heard, until the page is left', async () => {
      const person = await openContent(page, 'contact', anna);
      page.api.asked.length = 0;
      find(person, '[data-action="preview"]').click();
      person.remove();
      expect(page.api.asked).to.deep.equal([
        ['previewRingtone', 'chimes'],
        ['previewRingtone', null],
      ]);
    });

    it('is blocked after a yes, and unblocked', async () => {
      const person = await openContent(page, 'contact', anna);
      page.api.asked.length = 0;
      find(person, '[data-action="block"]').click();
      await settled();
      expect(page.api.asked).to.deep.equal([]);
      find(person, '[data-action="confirm"]').click();
      await settled();
      const contacts = page.api.snapshot.value.contacts.map((each) => ({ ...each, blocked: true }));
      page.api.set({ contacts });
      await settled();
      find(person, '[data-action="unblock"]').click();
      expect(page.api.asked).to.deep.equal([change({ blocked: true }), change({ blocked: false })]);
    });

    it('has the calls with this person, and only those', async () => {
      const other = { ...historyEntry(1).peer, contactId: '!other:example.org' };
      page.api.entries = [historyEntry(2), historyEntry(1, { peer: other })];
      const person = await openContent(page, 'contact', anna);
      await until(() => has(person, '[data-action="all-calls"]'));
      expect(person.shadowRoot!.querySelectorAll('li.missed').length).to.equal(1);
    });

    it('is written to, and what was typed stays until it was sent', async () => {
      const message = find(await openContent(page, 'contact', anna), 'ca-message');
      page.api.asked.length = 0;
      find(message, '[data-action="message"]').click();
      await settled();
      const field = find(message, 'textarea') as HTMLTextAreaElement;
      field.value = ' See you at six ';
      page.api.failure = new Error('no');
      find(message, '[data-action="send"]').click();
      await until(() => text(find(message, '.said')).includes('was not sent'));
      expect(field.value).to.equal(' See you at six ');
      page.api.failure = null;
      find(message, '[data-action="send"]').click();
      await until(() => text(find(message, '.said')) === 'Message sent');
      expect(field.value).to.equal('');
      find(message, '[data-message="msg.later"]').click();
      expect(page.api.asked.map((asked) => asked.at(-1))).to.deep.equal([
        'See you at six',
        'See you at six',
        'I will call you later.',
      ]);
    });

    it('is not written to where the account cannot', async () => {
      page.api.set({ contacts: readySnapshot().contacts.map((each) => ({ ...each, writable: false })) });
      expect(has(await openContent(page, 'contact', anna), 'ca-message')).to.equal(false);
    });

    it('may be gone', async () => {
      const person = await openContent(page, 'contact', personDetail('account-1', '!nobody:example.org'));
      expect(text(find(person, '.none'))).to.equal('This contact is no longer there.');
    });

    it('has markup and pictures for a name, which are only text', async () => {
      const name = '<img src=x onerror="window.hacked = 1">';
      page.api.set({
        contacts: [{ ...contact('x'), id: '!x', name, ownName: name, avatar: 'data:image/svg+xml,<svg' }],
      });
      const person = await openContent(page, 'contact', personDetail('account-1', '!x'));
      expect(text(find(person, '.name'))).to.equal(name);
      expect('hacked' in window).to.equal(false);
    });
  });

  it('are named by account and id', () => {
    const who = { accountId: 'a', contactId: '!b:c' };
    expect(personOf(personDetail('a', '!b:c'))).to.deep.equal({ ...who, writes: false });
    expect(personOf(personDetail('a', '!b:c', 'write'))).to.deep.equal({ ...who, writes: true });
    for (const none of [null, '', 'a', 'a\n']) expect(personOf(none)).to.equal(null);
  });
});
