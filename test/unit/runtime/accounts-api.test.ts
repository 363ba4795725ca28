import { expect } from '@open-wc/testing';
import { createAccountsApi } from '../../../src/runtime/accounts-api.ts';
import type { Account } from '../../../src/runtime/providers/provider.ts';

const account: Account = { id: 'a', protocol: 'matrix', address: '@a:test', settings: {} };

describe('what can be done about accounts', () => {
  const done: string[] = [];
  const note = (...said: readonly unknown[]): Promise<void> => {
    done.push(said.join(' '));
    return Promise.resolve();
  };
  let locked: Error | null;
  let refusal: Error | null;
  const api = createAccountsApi({
    accounts: {
      add: (protocol) => note('add', protocol).then(() => 'a'),
      account: (id) => (id === 'a' ? account : null),
      signOut: (id) => note('sign out', id),
      setOption: (id, name, value) => note('option', id, name, value),
    },
    people: { adopt: ({ id }) => (refusal ? Promise.reject(refusal) : note('adopt', id)) },
    lock: {
      require: () => {
        if (locked) throw locked;
      },
    },
    session: (id) => ({
      verify: (key) => note('verify', id, key),
      acceptRequest: (request) => note('accept', id, request),
      rejectRequest: (request) => note('reject', id, request),
    }),
    onStorageError: (error) => void note('storage', error),
  });
  const everything = (): readonly Promise<unknown>[] => [
    api.addAccount('matrix', {}),
    api.signOut('a'),
    api.verifyAccount('a', 'key'),
    api.setAccountOption('a', 'matrixRtc', true),
    api.acceptRequest('a', 'r'),
    api.rejectRequest('a', 'r'),
  ];
  beforeEach(() => {
    done.length = 0;
    locked = refusal = null;
  });

  it('goes to the account that is meant', async () => {
    await Promise.all(everything());
    expect(done.toSorted()).to.deep.equal([
      'accept a r',
      'add matrix',
      'adopt a',
      'option a matrixRtc true',
      'reject a r',
      'sign out a',
      'verify a key',
    ]);
  });

  it('is for nobody while the device is locked', async () => {
    locked = new Error('locked');
    const results = await Promise.allSettled(everything());
    expect(results.map(({ status }) => status)).to.deep.equal(results.map(() => 'rejected'));
    expect(done).to.deep.equal([]);
  });

  it('keeps an account whose people could not be stored, and says so', async () => {
    refusal = new Error('full');
    expect(await api.addAccount('matrix', {})).to.equal('a');
    expect(done).to.deep.equal(['add matrix', 'storage Error: full']);
  });
});
