import { expect } from '@open-wc/testing';
import { openPage } from '../../../src/card/pages/pages.ts';
import { SignInError, type SignInProblem } from '../../../src/runtime/providers/provider.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

describe('pages of the device', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(() => page.close());

  const open = async (view: 'sign-in', again: string | null = null) => {
    openPage(page.api, view, again);
    const shell = document.querySelector('ca-page')!;
    await until(() => has(shell, 'ca-sign-in'));
    await settled();
    return find(shell, 'ca-sign-in');
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
});
