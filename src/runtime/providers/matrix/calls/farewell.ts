import type { EndReason } from '../../../call/call.ts';
import { type Content, TYPES } from './contents.ts';
import type { Link } from './link.ts';
import { hangupReason } from './reasons.ts';
import type { Sealed, Wire } from './wire.ts';

/** How a call tells its peer of the end, and keeps a message ready for a page that goes without warning. */
export class Farewell {
  readonly #wire: Wire;
  readonly #note: (message: string) => (error: unknown) => void;
  #sealed: Sealed | null = null;

  constructor(wire: Wire, note: (message: string) => (error: unknown) => void) {
    this.#wire = wire;
    this.#note = note;
  }

  /** From now on the peer would wait for us: makes the message ready that {@link post} sends. */
  prepare(link: Link): void {
    const content = link.content(hangupContent(link, 'kiosk_closed'));
    this.#wire.seal(link.roomId, TYPES.hangup, content).then((sealed) => {
      if (!link.closed) this.#sealed = sealed;
    }, this.#note('a goodbye could not be made ready'));
  }

  /** There is nothing to be told any more. */
  drop(): void {
    this.#sealed = null;
  }

  /** Synchronous; once. */
  post(): void {
    this.#sealed?.post();
    this.#sealed = null;
  }

  /** Ends an announced call. */
  hangUp(link: Link, reason: EndReason): void {
    link.send(TYPES.hangup, hangupContent(link, reason)).catch(this.#note('the peer could not be told of the end'));
  }

  /** Our invitation gives way to theirs. */
  replaced(link: Link): void {
    link.send(TYPES.hangup, { reason: 'replaced' }).catch(this.#note('the replaced call could not be ended'));
  }

  /**
   * Declines what was never answered: `m.call.reject` (MSC2746), with `reason: user_busy` as matrix-js-sdk reads it
   * there, since it does not listen to a hangup of a party that never answered. Version 0 peers know hangup only.
   */
  reject(link: Link, reason: EndReason): void {
    if (link.opponent?.legacy) return this.hangUp(link, reason);
    const content = reason === 'busy_here' ? { reason: hangupReason(reason) } : {};
    link.send(TYPES.reject, content).catch(this.#note('the caller could not be told'));
  }
}

/** Version 0 peers know no reason for an ordinary end. */
function hangupContent(link: Link, reason: EndReason): Content {
  const told = hangupReason(reason);
  return link.opponent?.legacy && told === 'user_hangup' ? {} : { reason: told };
}
