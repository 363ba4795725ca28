import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';

const TIMEOUT: Millis = 5_000;

/**
 * Tells the server to forget this device. Best effort: signing out works offline too, and the token is
 * deleted here in any case.
 */
export async function logOut(baseUrl: string, accessToken: string, clock: Clock): Promise<void> {
  const abort = new AbortController();
  const cancel = clock.after(TIMEOUT, () => abort.abort());
  try {
    await fetch(`${baseUrl}/_matrix/client/v3/logout`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}` },
      signal: abort.signal,
      credentials: 'omit',
      // Goes out although the page may be closing.
      keepalive: true,
    });
  } catch {
    // Offline, or the server is gone.
  } finally {
    cancel();
  }
}
