import { expect } from '@open-wc/testing';
import { matrixDescriptor } from '../../../../../src/runtime/providers/matrix/descriptor.ts';
import { SignInError } from '../../../../../src/runtime/providers/provider.ts';
import { fakePlatform } from '../../../support/fake-platform.ts';

describe('matrixDescriptor', () => {
  it('loads a provider of its protocol', async () => {
    const provider = await matrixDescriptor.load();
    expect(provider.protocol).to.equal(matrixDescriptor.protocol);
    expect(provider.open).to.be.a('function');
    expect(provider.signIn).to.be.a('function');
  });

  it('signs in with a part that is loaded then', async () => {
    const provider = await matrixDescriptor.load();
    const context = { platform: fakePlatform(), previous: null, signal: new AbortController().signal };
    const refused = await provider.signIn({ user: '', password: '' }, context).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(SignInError);
  });

  it('asks for a password, for a token, or for no secret at all, and hides what it asks for', () => {
    const { variants } = matrixDescriptor.accountForm;
    const secret = variants.map(({ fields }) =>
      fields.filter(({ type }) => type === 'password').map(({ name }) => name),
    );
    expect(secret).to.deep.equal([['password'], [], ['token']]);
  });
});
