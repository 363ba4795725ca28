import type { Millis } from './call/call.ts';
import { pageConnection } from './home-assistant/page.ts';
import type { Clock } from './platform/platform.ts';

const WAIT: Millis = 10_000;

/** Whether this browser's user is an administrator of Home Assistant. Rejects when it does not say in 10 s. */
export async function isAdministrator(clock: Clock): Promise<boolean> {
  const gaveUp = new AbortController();
  const late = Promise.withResolvers<never>();
  const cancel = clock.after(WAIT, () => {
    gaveUp.abort();
    late.reject(new Error('Home Assistant does not say who is signed in'));
  });
  const ask = async (): Promise<boolean> => {
    const { conn } = await pageConnection(clock, gaveUp.signal);
    const user = await conn.sendMessagePromise<{ readonly is_admin?: boolean }>({ type: 'auth/current_user' });
    return user.is_admin === true;
  };
  try {
    return await Promise.race([ask(), late.promise]);
  } finally {
    cancel();
  }
}
