import { expect } from '@open-wc/testing';
import { openPage } from '../../../src/card/pages/pages.ts';
import { SignInError, type SignInProblem } from '../../../src/runtime/providers/provider.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

describe('pages of the device', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const open = async (view: 'sign-in' | 'settings', again: string | null = null) => {
    openPage(page.api, view, again);
    await settled();
    const content = find(document.querySelector('ca-page')!, view === 'settings' ? 'ca-settings' : 'ca-sign-in');
    await settled();
    return content;
  };
  const type = (host: Element, values: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(values)) {
      const field = find(host, `#${name}`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  };
  const submit = async (host: Element): Promise<void> => {
    find(host, '[data-action="sign-in-submit"]').click();
    await settled();
    await settled();
  };

  describe('sign-in', () => {
    const good = { user: ' @kitchen:example.org ', password: ' secret ', homeserver: '' };

    it('gives what was typed to the runtime and closes', async () => {
      const form = await open('sign-in');
      type(form, good);
      await submit(form);
      const values = { user: '@kitchen:example.org', password: ' secret ', homeserver: '' };
      expect(page.api.asked).to.deep.equal([['addAccount', 'matrix', values, {}]]);
      await until(() => document.querySelectorAll('ca-page').length === 0);
    });

    it('signs an account in anew under its own id', async () => {
      const form = await open('sign-in', 'account-1');
      type(form, good);
      await submit(form);
      expect(page.api.asked[0]?.at(-1)).to.deep.equal({ again: 'account-1' });
    });

    it('names what is missing, and focuses the first of it', async () => {
      const form = await open('sign-in');
      await submit(form);
      expect(page.api.asked).to.deep.equal([]);
      expect(text(find(form, '#user-hint'))).to.equal('This is needed.');
      expect(text(find(form, '#password-hint'))).to.equal('This is needed.');
      expect(form.shadowRoot?.activeElement?.id).to.equal('user');
    });

    /** [problem, field the provider names, where it is shown, the sentence] */
    const table: [SignInProblem, string | null, string, string][] = [
      ['needed', 'user', '#user-hint', 'This is needed.'],
      ['bad_address', 'user', '#user-hint', 'An address looks like name@server.org or @name:server.org.'],
      ['server_not_found', 'homeserver', '#homeserver-hint', 'We could not find this server.'],
      ['server_not_secure', 'homeserver', '#homeserver-hint', 'This server has no HTTPS. A secure page cannot use it.'],
      ['server_error', null, '[role="alert"]', 'The server has a problem. Try again in a few minutes.'],
      ['wrong_password', 'password', '#password-hint', 'The server did not accept this password.'],
      ['bad_token', null, '[role="alert"]', 'The server did not accept this token. Tokens work once and not for long.'],
      ['rate_limited', null, '[role="alert"]', 'The server asks us to wait 12 seconds.'],
      ['not_offered', null, '[role="alert"]', 'This server does not offer this way to sign in.'],
      ['network', null, '[role="alert"]', 'The server cannot be reached. Is this device online?'],
      ['cancelled', null, '[role="alert"]', 'Signing in was stopped.'],
      ['wrong_password', 'no_such_field', '[role="alert"]', 'The server did not accept this password.'],
    ];
    for (const [problem, field, place, sentence] of table) {
      it(`${problem} at ${field ?? 'the whole form'} → ${sentence}`, async () => {
        const form = await open('sign-in');
        type(form, good);
        page.api.failure = new SignInError(problem, field, { retryAfter: 11_500 });
        await submit(form);
        expect(text(find(form, place))).to.equal(sentence);
        if (place !== '[role="alert"]') expect(form.shadowRoot?.activeElement?.id).to.equal(field);
        for (const [name, value] of Object.entries(good))
          expect((find(form, `#${name}`) as HTMLInputElement).value).to.equal(value);
      });
    }

    it('says something plain of an error nobody foresaw, and never what was typed', async () => {
      const form = await open('sign-in');
      type(form, good);
      page.api.failure = new Error('secret is wrong');
      await submit(form);
      expect(text(find(form, '[role="alert"]'))).to.equal('That did not work. Try again.');
    });

    it('has ways to sign in that share what was typed', async () => {
      const form = await open('sign-in');
      type(form, { homeserver: 'https://example.org' });
      find(form, '[data-variant="token"]').click();
      await settled();
      expect(has(form, '#user')).to.equal(false);
      expect((find(form, '#homeserver') as HTMLInputElement).value).to.equal('https://example.org');
      type(form, { token: 'abc' });
      await submit(form);
      expect(page.api.asked).to.deep.equal([
        ['addAccount', 'matrix', { homeserver: 'https://example.org', token: 'abc' }, {}],
      ]);
    });
  });

  describe('settings', () => {
    it('saves the name and the camera', async () => {
      const settings = await open('settings');
      const name = find(settings, '#name') as HTMLInputElement;
      expect(name.value).to.equal('Kitchen');
      name.value = ' Hall ';
      name.dispatchEvent(new Event('change'));
      const camera = find(settings, '#camera') as HTMLSelectElement;
      expect([...camera.options].map((option) => text(option))).to.deep.equal([
        'The camera of this device',
        'Kitchen camera',
        'Front door (not available)',
      ]);
      expect(camera.value).to.equal('camera.kitchen');
      camera.value = 'this_device';
      camera.dispatchEvent(new Event('change'));
      expect(page.api.asked).to.deep.equal([
        ['configureStation', { name: 'Hall' }],
        ['configureStation', { camera: 'this_device' }],
      ]);
    });

    it('puts back what was refused, and says so', async () => {
      const settings = await open('settings');
      page.api.failure = new RangeError('name');
      const name = find(settings, '#name') as HTMLInputElement;
      name.value = '';
      name.dispatchEvent(new Event('change'));
      await settled();
      expect(name.value).to.equal('Kitchen');
      expect(text(find(settings, '.stack [role="status"]'))).to.contain('was not saved');
    });

    it('signs out only after a yes', async () => {
      const settings = await open('settings');
      find(settings, '[data-action="sign-out"]').click();
      await settled();
      expect(page.api.asked).to.deep.equal([]);
      find(settings, '[data-action="sign-out-confirm"]').click();
      expect(page.api.asked).to.deep.equal([['signOut', 'account-1']]);
    });

    it('verifies this device with the recovery key', async () => {
      const settings = await open('settings');
      find(settings, '[data-action="verify"]').click();
      await settled();
      type(settings, { key: 'EsT1 key' });
      find(settings, '[data-action="verify-submit"]').click();
      await settled();
      expect(page.api.asked).to.deep.equal([['verifyAccount', 'account-1', 'EsT1 key']]);
      expect(text(settings)).to.equal('');
      expect(text(find(settings, '.account [role="status"]'))).to.equal('This device is verified.');
    });
  });

  describe('options of an account', () => {
    const [account] = readySnapshot().accounts;
    const option = { name: 'strangers', label: 'Anybody may ring', help: 'People not in the list.', byDefault: false };

    it('are switches that show what is true', async () => {
      page.api.set({ accounts: [{ ...account!, verifiable: false, options: [{ ...option, on: false }] }] });
      const settings = await open('settings');
      expect(settings.shadowRoot!.querySelector('[data-action="verify"]')).to.equal(null);
      const box = find(settings, '[name="strangers"]') as HTMLInputElement;
      box.click();
      await settled();
      expect(page.api.asked).to.deep.equal([['setAccountOption', 'account-1', 'strangers', true]]);
      await until(() => !box.checked);
    });

    it('stand beside what the server lacks', async () => {
      page.api.set({ accounts: [{ ...account!, status: { state: 'online', notice: 'no_relay' } }] });
      expect(text(find(await open('settings'), '.account'))).to.contain('no relay (TURN)');
    });
  });

  it('closes by its button and gives the focus back', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await open('settings');
    find(document.querySelector('ca-page')!, '[data-action="close"]').click();
    await settled();
    await until(() => document.querySelectorAll('ca-page').length === 0);
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });
});
