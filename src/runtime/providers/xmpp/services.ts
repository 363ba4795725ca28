import type { Millis } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import { Store } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import { type Offer, NS_SERVICES, readServices } from './ice-servers.ts';
import { element } from './jingle/element.ts';
import { bareOf } from './jmi/jid.ts';
import { WireError, type Wire } from './wire.ts';

/** A call does not wait longer: without servers it may still work within the own network. */
const WITHIN: Millis = 5_000;
/** Credentials that end sooner are not used for a call that begins. */
const MARGIN = 60_000;
const RETRY: Millis = 60_000;
/** Servers whose credentials do not end are asked again all the same: they may move. */
const RENEW = 3_600_000;

export interface ServicesContext {
  readonly wire: Wire;
  readonly platform: Platform;
  readonly scope: Scope;
}

const NOTHING: Offer = { servers: [], relay: false, expires: null };

/** STUN and TURN of the account's server (XEP-0215), asked for when a stream begins and before credentials end. */
export class Services {
  /** Whether there is a relay; null while unknown. */
  readonly relay = new Store<boolean | null>(null);
  readonly #context: ServicesContext;
  #offer: Offer | null = null;
  #asking: Promise<void> | null = null;
  #cancelRenew = (): void => {};

  constructor(context: ServicesContext) {
    this.#context = context;
    const { wire, scope } = context;
    scope.add(() => this.#cancelRenew());
    scope.add(wire.onStream(({ resumed }) => (resumed && this.#holds ? undefined : void this.#renew())));
  }

  /** Servers with credentials that hold for a call that begins now; waits for them, but not for long. */
  async servers(): Promise<readonly RTCIceServer[]> {
    if (!this.#holds) await this.#renew();
    return this.#holds ? (this.#offer ?? NOTHING).servers : [];
  }

  get #holds(): boolean {
    if (!this.#offer) return false;
    const { expires } = this.#offer;
    return expires === null || expires - MARGIN > this.#context.wire.now();
  }

  #renew(): Promise<void> {
    return (this.#asking ??= this.#ask().finally(() => (this.#asking = null)));
  }

  async #ask(): Promise<void> {
    const { wire, scope, platform } = this.#context;
    if (scope.closed) return;
    this.#cancelRenew();
    let next = RETRY;
    try {
      const bare = bareOf(wire.own);
      const to = bare.slice(bare.indexOf('@') + 1);
      const payload = element(NS_SERVICES, 'services');
      const answer = await wire.ask({ to, type: 'get', payload, timeout: WITHIN });
      const offer = answer ? readServices(answer) : NOTHING;
      this.#offer = offer;
      this.relay.set(offer.relay);
      next = offer.expires === null ? RENEW : Math.max((offer.expires - wire.now()) * 0.75, RETRY);
    } catch (error) {
      const refused = error instanceof WireError && error.problem === 'refused';
      if (refused) this.#offer = NOTHING;
      if (refused) this.relay.set(false);
      platform.log.log('info', 'no STUN or TURN of the server', error instanceof WireError ? error.message : '');
      next = refused ? RENEW : RETRY;
    }
    if (!scope.closed) this.#cancelRenew = platform.clock.after(next, () => void this.#renew());
  }
}
