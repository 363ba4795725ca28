import type { Accounts } from './accounts.ts';
import type { CallAssist } from './api.ts';
import type { People } from './people/people.ts';
import type { ProviderSession } from './providers/provider.ts';
import type { Lock } from './settings/lock.ts';

export interface AccountsApiOptions {
  readonly accounts: Pick<Accounts, 'add' | 'account' | 'signOut' | 'setOption'>;
  readonly people: Pick<People, 'adopt'>;
  readonly lock: Pick<Lock, 'require'>;
  /** @throws RangeError for an account that is not open */
  readonly session: (accountId: string) => Pick<ProviderSession, 'verify' | 'acceptRequest' | 'rejectRequest'>;
  /** What people chose for somebody was not stored. */
  readonly onStorageError: (error: unknown) => void;
}

type AccountsApi = Pick<
  CallAssist,
  'addAccount' | 'signOut' | 'verifyAccount' | 'setAccountOption' | 'acceptRequest' | 'rejectRequest'
>;

/** What can be done about accounts, and about those who want to be their contacts. Each throws LockedError while it is locked. */
export function createAccountsApi({
  accounts,
  people,
  lock,
  session,
  onStorageError,
}: AccountsApiOptions): AccountsApi {
  return {
    async addAccount(protocol, values, options = {}) {
      lock.require();
      const accountId = await accounts.add(protocol, values, options);
      const account = accounts.account(accountId);
      if (account) await people.adopt(account).catch(onStorageError);
      return accountId;
    },
    async signOut(accountId) {
      lock.require();
      await accounts.signOut(accountId);
    },
    async verifyAccount(accountId, recoveryKey) {
      lock.require();
      await session(accountId).verify?.(recoveryKey);
    },
    async setAccountOption(accountId, name, value) {
      lock.require();
      await accounts.setOption(accountId, name, value);
    },
    async acceptRequest(accountId, id) {
      lock.require();
      await session(accountId).acceptRequest(id);
    },
    async rejectRequest(accountId, id) {
      lock.require();
      await session(accountId).rejectRequest(id);
    },
  };
}
