import { expect } from '@open-wc/testing';
import { openPage, type PageView } from '../../../src/card/pages/pages.ts';
import { personDetail } from '../../../src/card/pages/view.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, has, press, settled, TestPage, text, until } from './support/page.ts';

describe('pages of the device', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const shell = (): HTMLElement => document.querySelector('ca-page')!;
  const shown = (tag: string): Promise<void> => until(() => has(shell(), `main > ${tag}`));
  const open = async (view: PageView, detail: string | null = null, tag = `ca-${view}`): Promise<HTMLElement> => {
    openPage(page.api, view, detail);
    await shown(tag);
    await settled();
    return find(shell(), tag);
  };
  const gone = (): Promise<void> => until(() => document.querySelectorAll('ca-page').length === 0);

  it('closes by its button and gives the focus back', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await open('settings');
    find(shell(), '[data-action="close"]').click();
    await gone();
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });

  it('is one dialog, named by its title, with the focus in it', async () => {
    await open('settings');
    const dialog = find(shell(), 'dialog') as HTMLDialogElement;
    expect(dialog.open).to.equal(true);
    expect(text(find(shell(), '#title'))).to.equal('Settings');
    expect(shell().shadowRoot?.activeElement === dialog).to.equal(true);
    openPage(page.api, 'history');
    await shown('ca-history');
    expect(document.querySelectorAll('ca-page').length).to.equal(1);
  });

  it('has tabs, which say where one is', async () => {
    await open('history');
    find(shell(), '[data-tab="settings"]').click();
    await shown('ca-settings');
    await settled();
    expect(find(shell(), '[aria-current="page"]').dataset['tab']).to.equal('settings');
    expect((shell().shadowRoot!.activeElement as HTMLElement).dataset['tab']).to.equal('settings');
    expect(has(shell(), '[data-action="close"]')).to.equal(true);
  });

  it('goes above and back to what was there, with its focus', async () => {
    const settings = await open('settings');
    find(settings, '[data-action="diagnostics"]').focus();
    find(settings, '[data-action="diagnostics"]').click();
    await shown('ca-diagnostics');
    await settled();
    expect(has(shell(), 'nav')).to.equal(false);
    expect(shell().shadowRoot?.activeElement?.id).to.equal('title');
    find(shell(), '[data-action="back"]').click();
    await shown('ca-settings');
    expect(find(shell(), 'ca-settings') === settings).to.equal(true);
    expect((settings.shadowRoot!.activeElement as HTMLElement).dataset['action']).to.equal('diagnostics');
  });

  it('goes back by Escape, and out from the first page', async () => {
    const settings = await open('settings');
    find(settings, '[data-action="diagnostics"]').click();
    await shown('ca-diagnostics');
    await settled();
    const dialog = find(shell(), 'dialog') as HTMLDialogElement;
    const cancel = (): boolean => dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(cancel()).to.equal(false);
    await shown('ca-settings');
    expect(cancel()).to.equal(true);
  });

  it('keeps keys from what lies below', async () => {
    const settings = await open('settings');
    const heard: string[] = [];
    const hear = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', hear);
    press(find(settings, '#language'), 'e');
    document.removeEventListener('keydown', hear);
    expect(heard).to.deep.equal([]);
  });

  it('says where the calls are when another tab has them', async () => {
    page.api.set({ role: 'other-tab' });
    await open('history');
    find(shell(), '[data-action="use-here"]').click();
    expect(page.api.asked.at(-1)).to.deep.equal(['takeOver']);
    // The other tab may be closing: that is no fault of this page.
    page.api.failure = new Error('it is gone');
    find(shell(), '[data-action="use-here"]').click();
    await settled();
  });

  it('opens every page', async () => {
    const who = personDetail('account-1', '!grandma:example.org');
    const pages: [PageView, string | null, string][] = [
      ['history', null, 'Calls'],
      ['contact', null, 'People'],
      ['contact', who, 'Contact'],
      ['settings', null, 'Settings'],
      ['diagnostics', null, 'Diagnostics'],
      ['sign-in', null, 'Where are your people?'],
      ['sign-in', 'account-1', 'Sign in again'],
    ];
    for (const [view, detail, title] of pages) {
      await open(view, detail);
      expect(text(find(shell(), '#title')), view).to.equal(title);
    }
  });

  describe('what is locked', () => {
    const locked = { kind: 'pin', locked: true, retryAt: null } as const;

    it('asks for the PIN, and does then what was asked', async () => {
      page.api.set({ lock: locked });
      const contact = await open('contact', personDetail('account-1', '!grandma:example.org'));
      page.api.failure = Object.assign(new Error('locked'), { name: 'LockedError', problem: 'locked' });
      find(contact, '[name="favourite"]').click();
      await until(() => has(shell(), '.sheet'));
      await settled();
      const unlock = find(shell(), 'ca-unlock');
      expect((find(shell(), '.sheet') as HTMLDialogElement).open).to.equal(true);
      page.api.failure = null;
      page.api.asked.length = 0;
      for (const digit of '1234') find(unlock, `[data-digit="${digit}"]`).click();
      await settled();
      find(unlock, '[data-action="unlock"]').click();
      await until(() => page.api.asked.some(([name]) => name === 'configurePerson'));
      expect(page.api.asked).to.deep.equal([
        ['unlock', '1234'],
        ['configurePerson', 'account-1', '!grandma:example.org', { favourite: true }],
      ]);
      await until(() => !has(shell(), '.sheet'));
    });

    it('stays as it was when nobody unlocks', async () => {
      page.api.set({ lock: locked });
      const settings = await open('settings');
      expect(has(settings, 'ca-accounts')).to.equal(false);
      expect(has(settings, '[name="do-not-disturb"]')).to.equal(true);
      find(settings, '[data-action="unlock"]').click();
      await until(() => has(shell(), '.sheet'));
      await settled();
      find(find(shell(), 'ca-unlock'), '[data-action="leave"]').click();
      await until(() => !has(shell(), '.sheet'));
      expect(page.api.asked.some(([name]) => name === 'unlock')).to.equal(false);
    });

    it('lets an administrator in who has forgotten the PIN, and says who else can', async () => {
      page.api.set({ lock: locked });
      const settings = await open('settings');
      find(settings, '[data-action="unlock"]').click();
      await until(() => has(shell(), 'ca-unlock'));
      await settled();
      const unlock = find(shell(), 'ca-unlock');
      page.api.failure = Object.assign(new Error('locked'), { name: 'LockedError', problem: 'not_admin' });
      find(unlock, '[data-action="forgot"]').click();
      await until(() => text(find(unlock, '.err')).includes('An administrator of Home Assistant who signs in'));
      page.api.failure = null;
      find(unlock, '[data-action="forgot"]').click();
      await until(() => !has(shell(), '.sheet'));
      expect(page.api.asked.at(-1)).to.deep.equal(['unlock', null]);
    });

    it('says how long to wait after wrong PINs, and takes none until then', async () => {
      page.api.set({ lock: { ...locked, retryAt: Date.now() + 9_500 } });
      const settings = await open('settings');
      find(settings, '[data-action="unlock"]').click();
      await until(() => has(shell(), 'ca-unlock'));
      await settled();
      const unlock = find(shell(), 'ca-unlock');
      expect(text(find(unlock, '.wait'))).to.equal('The next try is in 10 seconds.');
      expect((find(unlock, '[data-digit="1"]') as HTMLButtonElement).disabled).to.equal(true);
    });

    const problems: [string, 'pin' | 'admin', string][] = [
      ['wrong_pin', 'pin', 'This PIN is wrong.'],
      ['too_many_tries', 'pin', 'Too many wrong PINs.'],
      ['not_admin', 'admin', 'Who is signed in to Home Assistant here is no administrator.'],
    ];
    for (const [problem, kind, sentence] of problems) {
      it(`${problem} → ${sentence}`, async () => {
        page.api.set({ lock: { ...locked, kind } });
        const settings = await open('settings');
        find(settings, '[data-action="unlock"]').click();
        await until(() => has(shell(), 'ca-unlock'));
        await settled();
        const unlock = find(shell(), 'ca-unlock');
        page.api.failure = Object.assign(new Error('no'), { name: 'LockedError', problem });
        if (kind === 'pin') for (const digit of '9876') find(unlock, `[data-digit="${digit}"]`).click();
        await settled();
        find(unlock, '[data-action="unlock"]').click();
        await until(() => text(find(unlock, '[role="alert"]')) !== '');
        expect(text(find(unlock, '[role="alert"]'))).to.equal(sentence);
        if (kind === 'pin') expect((find(unlock, '#pin') as HTMLInputElement).value).to.equal('');
      });
    }
  });
});
