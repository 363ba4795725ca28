import { expect } from '@open-wc/testing';
import { openPage } from '../../../src/card/pages/pages.ts';
import { draw } from '../../../src/card/pages/qr.ts';
import type { CaSignInStep } from '../../../src/card/pages/sign-in-step.ts';
import { SignInError, type SignInProblem, type SignInStep } from '../../../src/runtime/providers/provider.ts';
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
      ['declined', null, '[role="alert"]', 'Signing in was declined on the other device.'],
      ['expired', null, '[role="alert"]', 'Nobody allowed it in time. Start again for a new code.'],
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

    describe('on another device', () => {
      const step: SignInStep = {
        type: 'open-address',
        address: 'https://auth.example.org/link',
        addressWithCode: 'https://auth.example.org/link?code=ABCD-EFGH',
        code: 'ABCD-EFGH',
        expiresAt: 600_000,
      };
      const shown = (form: Element) => find(form, 'ca-sign-in-step') as CaSignInStep;
      const begin = async (changes: Partial<SignInStep> = {}): Promise<Element> => {
        page.api.step = { ...step, ...changes };
        const form = await open('sign-in');
        type(form, good);
        await submit(form);
        return form;
      };

      it('shows address, code and time, and says so', async () => {
        const form = await begin();
        const asked = shown(form);
        asked.now = () => 28_000;
        asked.requestUpdate();
        await settled();
        expect(text(find(asked, '[data-shown="address"]'))).to.equal(step.address);
        expect(text(find(asked, '[data-shown="code"]'))).to.equal('ABCD-EFGH');
        expect(text(find(asked, '[role="timer"]'))).to.equal('Good for 9 min 32 sec');
        expect(asked.shadowRoot?.activeElement?.id).to.equal('lead');
        await until(() => has(asked, 'svg path'));
        await expect(document.querySelector('ca-page')).to.be.accessible();
      });

      it('draws what is to be scanned, with the code in it where the server has that', async () => {
        const drawn = async (changes: Partial<SignInStep>): Promise<string | null> => {
          const asked = shown(await begin(changes));
          await until(() => has(asked, 'svg path'));
          const path = find(asked, 'svg path').getAttribute('d');
          page.close();
          page = new TestPage(readySnapshot());
          return path;
        };
        expect(await drawn({})).to.equal(draw(step.addressWithCode!)?.path);
        expect(await drawn({ addressWithCode: null })).to.equal(draw(step.address)?.path);
      });

      it('does without a picture of what is too long for one', async () => {
        const asked = shown(await begin({ addressWithCode: `https://example.org/${'x'.repeat(4_000)}` }));
        await settled();
        expect(has(asked, 'svg')).to.equal(false);
        expect(text(find(asked, '[data-shown="address"]'))).to.equal(step.address);
      });

      it('closes when it was allowed there', async () => {
        await begin();
        page.api.allow();
        await until(() => document.querySelectorAll('ca-page').length === 0);
      });

      it('is given up by a touch; what was typed is still there, and no error is told', async () => {
        const form = await begin();
        find(shown(form), '[data-action="sign-in-cancel"]').click();
        await until(() => has(form, '#user'));
        expect(text(find(form, '[role="alert"]'))).to.equal('');
        expect((find(form, '#user') as HTMLInputElement).value).to.equal(good.user);
      });

      it('is given up with the page', async () => {
        await begin();
        let given = 'waits';
        page.api.givenUp = () => (given = 'given up');
        document.querySelector('ca-page')?.remove();
        expect(given).to.equal('given up');
      });
    });
  });
});
