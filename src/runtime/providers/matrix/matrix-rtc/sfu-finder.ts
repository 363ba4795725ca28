import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Scope } from '../../../platform/scope.ts';
import type { Account, ProviderIO } from '../../provider.ts';
import { loadRtcRoom } from './room/load.ts';
import type { OpenRtcRoom } from './room/room.ts';
import { UNSTABLE } from './signalling/sdk-session.ts';
import { type FoundTransports, findTransports } from './signalling/transports.ts';

/** How long a well-known file may take. */
const WELL_KNOWN = 8_000;
/** When transports are looked for again, where the server could not be asked. */
const ASK_AGAIN = 60_000;

export interface SfuFinderContext {
  readonly client: MatrixClient;
  /** `settings.livekitServiceUrl`: the token service to use where the homeserver names none. */
  readonly account: Account;
  readonly io: ProviderIO;
  readonly scope: Scope;
  /** Whether the homeserver names an SFU; null while that is not known. */
  transport(known: boolean | null): void;
}

/** Finds out where media can be published, and fetches what that needs while the page is idle. */
export class SfuFinder {
  #known: FoundTransports | null = null;
  readonly #context: SfuFinderContext;
  #finding: Promise<FoundTransports> | null = null;
  #opening: Promise<OpenRtcRoom> | null = null;

  constructor(context: SfuFinderContext) {
    this.#context = context;
    void this.find();
  }

  /** What is known by now; null: nothing yet. */
  get known(): FoundTransports | null {
    return this.#known;
  }

  /** What the homeserver names; asked again where it could not be asked. */
  find(): Promise<FoundTransports> {
    return (this.#finding ??= this.#find());
  }

  /** Fetched once; once more after a failure. */
  openRoom(): Promise<OpenRtcRoom> {
    const opening = (this.#opening ??= loadRtcRoom());
    opening.catch((error: unknown) => {
      if (this.#opening !== opening) return;
      this.#opening = null;
      this.#context.io.chunkLost?.(error);
    });
    return opening;
  }

  async #find(): Promise<FoundTransports> {
    const { client, account, io, scope } = this.#context;
    const found = await findTransports({
      endpoint: async () => ({ rtc_transports: await client[UNSTABLE.transports]() }),
      wellKnown: () => wellKnown(client.getDomain(), scope.signal),
      configured: account.settings['livekitServiceUrl'],
    });
    if (scope.closed) return found;
    const has = found.transports.length > 0;
    this.#known = found;
    this.#context.transport(has ? true : found.uncertain ? null : false);
    if (has) whenIdle(() => void this.openRoom().catch(() => undefined)); // Told where it is wanted.
    if (!has && found.uncertain) {
      this.#finding = null;
      scope.add(io.platform.clock.after(ASK_AGAIN, () => void this.find()));
    }
    return found;
  }
}

async function wellKnown(domain: string | null, signal: AbortSignal): Promise<unknown> {
  if (domain === null) return null;
  const response = await fetch(`https://${domain}/.well-known/matrix/client`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(WELL_KNOWN)]),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  return response.ok ? response.json() : null;
}

function whenIdle(task: () => void): void {
  // WebKit has none.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 10_000 });
  else task();
}
