import type { Millis } from './call/call.ts';
import { type Accounts, canCall } from './accounts.ts';
import { Unavailable } from './call-sessions.ts';
import type { Platform } from './platform/platform.ts';
import type { ProviderSession } from './providers/provider.ts';

/** How long a call waits for its account to come online before it is given up as `account_away`. */
const ACCOUNT_WAIT: Millis = 20_000;

/** The account's session once it can call. @throws {@link Unavailable} when it is signed out, or not online in time */
export async function whenOnline(
  accounts: Pick<Accounts, 'status' | 'session' | 'views'>,
  accountId: string,
  platform: Pick<Platform, 'clock'>,
  signal: AbortSignal,
): Promise<ProviderSession> {
  const look = (): ProviderSession | null => {
    const state = accounts.status(accountId)?.state ?? 'signed-out';
    if (state === 'signed-out') throw new Unavailable('signed_out');
    return canCall(accounts.status(accountId)) ? accounts.session(accountId) : null;
  };
  const ready = look();
  if (ready) return ready;
  return new Promise((resolve, reject) => {
    const attemptNow = (): void => {
      try {
        const session = look();
        if (session) settle(() => resolve(session));
      } catch (error) {
        settle(() => reject(error));
      }
    };
    const settle = (done: () => void): void => {
      stop();
      cancel();
      done();
    };
    const stop = accounts.views.subscribe(attemptNow);
    const cancel = platform.clock.after(ACCOUNT_WAIT, () => settle(() => reject(new Unavailable('account_away'))));
    signal.addEventListener('abort', () => settle(() => reject(new Unavailable('account_away'))), { once: true });
  });
}
