import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';
import { SignInError } from '../provider.ts';

export interface Answer {
  readonly status: number;
  /** The JSON object that came; empty if something else came. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/**
 * @param body sent as JSON, `URLSearchParams` as a form
 * @param accessToken for what only the account may ask
 */
export type Request = (method: 'GET' | 'POST', url: string, body?: unknown, accessToken?: string) => Promise<Answer>;

/** How long one request of a sign-in may take. */
const TIMEOUT: Millis = 15_000;

/**
 * Plain requests of the sign-in, which happens before there is a client. Any answer of the server is an
 * answer; none at all is a {@link SignInError} (`network`, `server_not_found`, or `cancelled` by the signal).
 */
export function createRequest(signal: AbortSignal, clock: Clock, isOnline = () => navigator.onLine): Request {
  return async (method, url, body, accessToken) => {
    if (signal.aborted) throw new SignInError('cancelled');
    const abort = new AbortController();
    const onAbort = (): void => abort.abort();
    signal.addEventListener('abort', onAbort);
    const cancelTimeout = clock.after(TIMEOUT, onAbort);
    try {
      const response = await fetch(url, {
        method,
        signal: abort.signal,
        // Nothing of this page goes along, and a stale well-known file is no use.
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        ...content(body, accessToken),
      });
      const json: unknown = await response.json().catch((error: unknown) => {
        if (abort.signal.aborted) throw error;
        return null;
      });
      return { status: response.status, body: isRecord(json) ? json : {}, headers: response.headers };
    } catch (cause) {
      if (signal.aborted) throw new SignInError('cancelled', null, { cause });
      throw new SignInError(isOnline() ? 'server_not_found' : 'network', null, { cause });
    } finally {
      cancelTimeout();
      signal.removeEventListener('abort', onAbort);
    }
  };
}

function content(body: unknown, accessToken: string | undefined): RequestInit {
  const headers = new Headers(accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` });
  if (body === undefined) return { headers };
  // The browser names the type of a form by itself.
  if (body instanceof URLSearchParams) return { headers, body };
  headers.set('Content-Type', 'application/json');
  return { headers, body: JSON.stringify(body) };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
