import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Millis } from '../../../call/call.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Account, ProviderIO } from '../../provider.ts';
import { TOKEN_SERVICE } from '../options.ts';
import { loadRtcRoom } from './room/load.ts';
import type { OpenRtcRoom } from './room/room.ts';
import { type FoundTransports, findTransports } from './signalling/transports.ts';
import { UNSTABLE } from './signalling/unstable.ts';

/** How long a well-known file may take. */
const WELL_KNOWN = 8_000;
/** When transports are looked for again, where the homeserver could not be asked. */
const ASK_AGAIN = 60_000;
/** A well-known file that cannot be fetched most likely never can: asked for twice as late each time, at most so late. */
const ASK_AGAIN_MOST = 60 * 60_000;
/** When what is known is asked for anew: a tablet runs for months, and its homeserver may get an SFU, or another. */
const ASK_ANEW = 6 * 60 * 60_000;

export interface SfuFinderContext {
  readonly client: MatrixClient;
  /** `settings` may name a token service ({@link TOKEN_SERVICE}). */
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
  #wait = ASK_AGAIN;

  constructor(context: SfuFinderContext) {
    this.#context = context;
    void this.find();
  }

  /** What is known by now; null: nothing yet. */
  get known(): FoundTransports | null {
    return this.#known;
  }

  /** What the homeserver names; asked again by itself where somebody could not be asked. */
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
    const { client, account, scope } = this.#context;
    const answer = await findTransports({
      endpoint: () => endpoint(client),
      wellKnown: () => wellKnown(client.getDomain(), scope.signal),
      configured: account.settings[TOKEN_SERVICE],
    });
    if (scope.closed) return answer;
    // What was found counts until who named it can be asked, and names none.
    const isStill = !hasAny(answer) && answer.unasked.some((asked) => asked === this.#known?.from);
    const found = isStill && this.#known ? this.#known : answer;
    this.#known = found;
    const has = hasAny(found);
    const isUnsure = answer.unasked.includes('endpoint');
    // A well-known file that nobody serves is none: in many homes the server has no name outside.
    this.#context.transport(has ? true : isUnsure ? null : false);
    if (has) whenIdle(() => void this.openRoom().catch(() => undefined)); // Told where it is wanted.
    if (isUnsure) this.#again(ASK_AGAIN);
    else if (answer.unasked.length > 0) this.#again((this.#wait = Math.min(this.#wait * 2, ASK_AGAIN_MOST)));
    else this.#again(ASK_ANEW);
    return found;
  }

  #again(wait: Millis): void {
    const { io, scope } = this.#context;
    const forget = scope.add(
      io.platform.clock.after(wait, () => {
        forget();
        const finding = this.#find();
        // No call waits for it where an SFU is known.
        if (this.#known && hasAny(this.#known)) void finding.then(() => (this.#finding = finding));
        else this.#finding = finding;
      }),
    );
  }
}

function hasAny({ transports }: FoundTransports): boolean {
  return transports.length > 0;
}

/** @throws where the homeserver does not answer */
async function endpoint(client: MatrixClient): Promise<unknown> {
  try {
    return { rtc_transports: await client[UNSTABLE.transports]() };
  } catch (error) {
    // A homeserver without the endpoint says M_UNRECOGNIZED or M_NOT_FOUND, and not all of them with one of these.
    const { httpStatus, errcode } = (error ?? {}) as { readonly httpStatus?: unknown; readonly errcode?: unknown };
    if (httpStatus === 404 || httpStatus === 405 || errcode === 'M_UNRECOGNIZED') return null;
    throw error;
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
