import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';
import type { Scope } from '../../platform/scope.ts';

/** How much longer than asked for a long poll may take before its connection counts as dead. */
const POLL_GRACE = 15_000;

export interface ClientFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Gives up the long poll that is open now: it may hang on a connection that is gone. The SDK begins another. */
  dropPoll(): void;
}

/**
 * The `fetch` that a client of the SDK gets. It ends with `scope`: what is under way then is aborted, and
 * neither that nor any later request is ever answered. The SDK would take an error for a lost network and
 * start timers to try again, after it was stopped (CapabilityPoller in matrix-js-sdk 43).
 * @param fetch what sends
 */
export function createClientFetch(
  scope: Scope,
  clock: Clock,
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): ClientFetch {
  let poll: AbortController | null = null;

  async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    const { isPoll, limit } = kindOf(input);
    if (init.signal?.aborted) stop();
    init.signal?.addEventListener('abort', stop);
    scope.signal.addEventListener('abort', stop);
    const cancelLimit = limit === null ? null : clock.after(limit, stop);
    if (isPoll) poll = abort;
    try {
      return await fetch(input, { ...init, signal: abort.signal });
    } finally {
      cancelLimit?.();
      init.signal?.removeEventListener('abort', stop);
      scope.signal.removeEventListener('abort', stop);
      if (poll === abort) poll = null;
    }
  }

  return {
    fetch: async (input, init) => {
      if (scope.closed) return never();
      try {
        return await send(input, init);
      } catch (error) {
        if (scope.closed) return never();
        throw error;
      }
    },
    dropPoll: () => poll?.abort(),
  };
}

/** How long a message, or what the account keeps, may take: said twice it is the same, and a dead connection says nothing. */
const SEND_LIMIT: Millis = 10_000;

/**
 * Whether a request is a `/sync` that waits for news, and how long it may take; null: as long as the server needs, as for a
 * first sync.
 */
function kindOf(input: RequestInfo | URL): { readonly isPoll: boolean; readonly limit: number | null } {
  const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
  const isPoll = pathname.endsWith('/sync') && searchParams.has('since');
  if (isPoll) return { isPoll, limit: Number(searchParams.get('timeout')) + POLL_GRACE };
  return { isPoll, limit: /\/rooms\/[^/]+\/send\/|\/account_data\//.test(pathname) ? SEND_LIMIT : null };
}

function never(): Promise<never> {
  return new Promise(() => {});
}
