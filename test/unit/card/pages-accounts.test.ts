import { expect } from '@open-wc/testing';
import { fieldWords, optionWords, wayWord } from '../../../src/card/localize/forms.ts';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import '../../../src/card/localize/setup.ts';
import { matrixDescriptor } from '../../../src/runtime/providers/matrix/descriptor.ts';
import { xmppDescriptor } from '../../../src/runtime/providers/xmpp/descriptor.ts';
import { openContent } from './support/content.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { find, has, settled, TestPage, text, until } from './support/page.ts';

describe('accounts in the settings', () => {
  let page: TestPage;
  beforeEach(() => (page = new TestPage(readySnapshot())));
  afterEach(async () => {
    page.close();
    await setLanguage('en');
  });

  const open = async (): Promise<HTMLElement> => {
    const accounts = find(await openContent(page, 'settings'), 'ca-accounts');
    page.api.asked.length = 0;
    return accounts;
  };
  const [account] = readySnapshot().accounts;

  it('are signed out only after a yes', async () => {
    const accounts = await open();
    find(accounts, '[data-action="sign-out"]').click();
    await settled();
    expect(page.api.asked).to.deep.equal([]);
    find(accounts, '[data-action="confirm"]').click();
    expect(page.api.asked).to.deep.equal([['signOut', 'account-1']]);
  });

  it('verify this device with the recovery key', async () => {
    const accounts = await open();
    find(accounts, '[data-action="verify"]').click();
    await settled();
    (find(accounts, '#key') as HTMLInputElement).value = ' EsT1 key ';
    find(accounts, '[data-action="verify-submit"]').click();
    await until(() => !has(accounts, '#key'));
    expect(page.api.asked).to.deep.equal([['verifyAccount', 'account-1', 'EsT1 key']]);
    expect(text(find(accounts, '.said'))).to.equal('This device is verified.');
  });

  it('say when the recovery key does not fit', async () => {
    const accounts = await open();
    find(accounts, '[data-action="verify"]').click();
    await settled();
    page.api.failure = Object.assign(new Error('no'), { name: 'VerificationError', problem: 'wrong_key' });
    (find(accounts, '#key') as HTMLInputElement).value = 'key';
    find(accounts, '[data-action="verify-submit"]').click();
    await until(() => text(find(accounts, '.said')).includes('does not fit'));
    expect(has(accounts, '#key')).to.equal(true);
  });

  it('have switches that show what is true', async () => {
    const option = { name: 'none_such', label: 'Anybody may ring', help: 'People not in the list.', byDefault: false };
    const options = [{ ...option, type: 'switch', on: false }] as const;
    page.api.set({ accounts: [{ ...account!, verifiable: false, options }] });
    const accounts = await open();
    expect(has(accounts, '[data-action="verify"]')).to.equal(false);
    const box = find(accounts, '[name="none_such"]') as HTMLInputElement;
    box.click();
    await settled();
    expect(page.api.asked).to.deep.equal([['setAccountOption', 'account-1', 'none_such', true]]);
    await until(() => !box.checked);
  });

  it('take an address that few have to give, and say what is wrong with it', async () => {
    const [value, placeholder] = ['https://a.test', 'https://example.org'];
    const option = {
      type: 'url',
      name: 'livekitServiceUrl',
      label: 'Service',
      help: 'Help.',
      placeholder,
      value,
    } as const;
    page.api.set({ accounts: [{ ...account!, protocol: 'matrix', options: [option] }] });
    const accounts = await open();
    find(accounts, 'summary').click();
    const field = find(accounts, '[name="livekitServiceUrl"]') as HTMLInputElement;
    expect([field.value, text(find(accounts, `label[for="${field.id}"]`))]).to.deep.equal([
      value,
      'Token service of the SFU',
    ]);
    field.value = ' https://b.test ';
    const save = find(accounts, '[data-action="save-livekitServiceUrl"]');
    save.click();
    await until(() => text(find(accounts, '.said')) === 'Saved.');
    expect(page.api.asked).to.deep.equal([['setAccountOption', 'account-1', 'livekitServiceUrl', 'https://b.test']]);
    page.api.failure = new RangeError('option: livekitServiceUrl');
    save.click();
    await until(() => text(find(accounts, '.said')).startsWith('This is no address of a token service.'));
    page.api.failure = new Error('storage');
    save.click();
    await until(() => text(find(accounts, '.said')).startsWith('This was not saved.'));
  });

  it('say what their server lacks', async () => {
    page.api.set({ accounts: [{ ...account!, status: { state: 'online', notice: 'no_relay' } }] });
    expect(text(find(await open(), '.box'))).to.contain('no relay (TURN)');
  });

  it('are signed in anew, and added, on a page above', async () => {
    page.api.set({ accounts: [{ ...account!, status: { state: 'signed-out', reason: 'revoked' } }] });
    const accounts = await open();
    const shell = document.querySelector('ca-page')!;
    find(accounts, '[data-action="sign-in-again"]').click();
    await until(() => text(find(shell, '#title')) === 'Sign in again');
    find(shell, '[data-action="back"]').click();
    await until(() => text(find(shell, '#title')) === 'Settings');
    find(accounts, '[data-action="add-account"]').click();
    await until(() => text(find(shell, '#title')) === 'Where are your people?');
  });

  describe('words of a provider', () => {
    const field = { name: 'password', type: 'password', label: 'Password', required: true } as const;

    it('are those of the page’s language, and the provider’s own where it has none', async () => {
      await setLanguage('de');
      expect(fieldWords('matrix', 'password', field).label).to.equal('Passwort');
      expect(wayWord('matrix', { id: 'password', label: 'Password' })).to.equal('Passwort');
      const strange = { ...field, name: 'colour', label: 'Colour', help: 'Any.', placeholder: 'red' };
      expect(fieldWords('smoke', 'fire', strange)).to.deep.equal(strange);
      expect(wayWord('smoke', { id: 'fire', label: 'Fire' })).to.equal('Fire');
    });

    it('differ by the way to sign in where they have to', async () => {
      const server = { name: 'homeserver', type: 'url', label: 'Homeserver', required: false } as const;
      const [own, other] = [fieldWords('matrix', 'token', server).help, fieldWords('matrix', 'password', server).help];
      expect([own, other]).not.to.include(undefined);
      expect(own).not.to.equal(other);
    });

    for (const { protocol, options } of [matrixDescriptor, xmppDescriptor])
      for (const option of options)
        it(`of the option ${option.name} are there in every language`, async () => {
          const seen = new Set<string>();
          for (const language of ['en', 'de', 'fr', 'es', 'nl']) {
            await setLanguage(language);
            const { label, help } = optionWords(protocol, option);
            seen.add(label).add(help);
          }
          expect(seen.size).to.equal(10);
        });

    it('of options are the provider’s own where no language has them, the help too if there is one', () => {
      const option = { name: 'colour', label: 'Colour' };
      expect(optionWords('smoke', option)).to.deep.equal({ label: 'Colour', help: '', wrong: undefined });
      expect(optionWords('smoke', { ...option, help: 'Any.' }).help).to.equal('Any.');
    });
  });
});
