import type { Millis } from '../../call/call.ts';
import type { Readable } from '../../platform/readable.ts';
import type { XmlElement } from './jingle/element.ts';

/**
 * The stream of one signed-in account as calls, contacts and archive use it: elements in, elements out. It outlives
 * a lost socket: what was sent is kept and sent again when the stream resumes (XEP-0198).
 */
export interface Wire {
  /** Our full JID. The resource is the account's own, so it stays the same when the stream begins anew. */
  readonly own: string;
  /** Whether stanzas reach the server now. */
  readonly online: Readable<boolean>;
  /** By the server's clock (XEP-0202), or this device's until the server has told. */
  now(): Millis;
  /**
   * Sends a `<message/>` or `<presence/>`; `from` is the server's to add, `id` is made where it has none. Resolves when
   * the server has it (XEP-0198), or without stream management when it was written. @throws WireError `lost`
   */
  send(stanza: XmlElement): Promise<void>;
  /**
   * Asks by IQ. `to: null`: our own account.
   * @returns the payload of the result; null where it has none
   * @throws WireError
   */
  ask(request: IqRequest): Promise<XmlElement | null>;
  /** Every `<message/>` as it comes, in the order it came: errors, carbons (still wrapped) and all. */
  onMessage(listener: (stanza: XmlElement) => void): () => void;
  onPresence(listener: (stanza: XmlElement) => void): () => void;
  /** IQs of this kind are this handler's. One for each; others are refused as RFC 6120, 8.4 says. */
  onIq(
    kind: { readonly type: 'get' | 'set'; readonly ns: string; readonly name: string },
    handler: IqHandler,
  ): () => void;
  /**
   * A stream has begun. `resumed`: nothing of it was lost. Otherwise presence, roster and the archive start afresh, and
   * what was not acknowledged has failed.
   */
  onStream(listener: (stream: { readonly resumed: boolean }) => void): () => void;
  /** Writes to the socket at once, or not at all: for a page that goes away. */
  sendNow(stanza: XmlElement): void;
}

export interface IqRequest {
  readonly to: string | null;
  readonly type: 'get' | 'set';
  readonly payload: XmlElement;
  /** 15 s unless given. */
  readonly timeout?: Millis;
}

/**
 * Answers an IQ: what it returns is the payload of the result (null: an empty one); what it throws as
 * {@link StanzaRefusal} is the error, whatever else it throws is `internal-server-error`. The answer is sent before
 * anything that the handler sends afterwards.
 */
export type IqHandler = (iq: Iq) => XmlElement | null | Promise<XmlElement | null>;

export interface Iq {
  readonly from: string;
  readonly id: string;
  readonly payload: XmlElement;
}

/** The `<error/>` that answers an IQ (RFC 6120, 8.3). */
export class StanzaRefusal extends Error {
  readonly error: XmlElement;

  constructor(error: XmlElement) {
    super('an IQ was refused');
    this.name = 'StanzaRefusal';
    this.error = error;
  }
}

/**
 * `refused`: answered with an error; `timeout`: not answered in time; `lost`: the stream ended and did not resume;
 * `closed`: the account is closed.
 */
export type WireProblem = 'refused' | 'timeout' | 'lost' | 'closed';

/** Its message names a condition of RFC 6120, never what was sent. */
export class WireError extends Error {
  readonly problem: WireProblem;
  /** Of RFC 6120, 8.3.3, such as `item-not-found`; null unless refused. */
  readonly condition: string | null;
  /** Application-specific condition beside it (XEP-0166, 10), such as `tie-break`. */
  readonly specific: string | null;

  constructor(problem: WireProblem, condition: string | null = null, specific: string | null = null) {
    super(condition === null ? problem : `${problem}: ${condition}`);
    this.name = 'WireError';
    this.problem = problem;
    this.condition = condition;
    this.specific = specific;
  }
}
