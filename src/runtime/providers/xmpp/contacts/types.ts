import type { Peer } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Readable } from '../../../platform/readable.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Contact, ContactRequest } from '../../provider.ts';
import type { Caller } from '../jmi/state.ts';
import type { Wire } from '../wire.ts';
import type { Remembered } from './remembered.ts';

export interface ContactsContext {
  readonly accountId: string;
  readonly wire: Wire;
  readonly platform: Platform;
  readonly scope: Scope;
  /** What this account answers besides calls and disco#info, for others to know: `urn:xmpp:ping` … */
  readonly features: readonly string[];
  /** What {@link remember} was given on an earlier page, or anything else: it is looked at. */
  readonly remembered: unknown;
  /** Keeps who can be called with what; once a minute at most. */
  remember(who: Remembered): void;
}

/** The people of one signed-in account, and its presence. Make it before the first stream begins. */
export interface Contacts {
  readonly contacts: Readable<readonly Contact[]>;
  readonly requests: Readable<readonly ContactRequest[]>;
  /**
   * Resolves when roster and block list of the present stream are here, or have failed to come: then it is known who
   * is a contact.
   */
  ready(): Promise<void>;
  /** Bare or full JID. Whoever is in the roster is a contact; our own account is `blocked`: it never rings itself. */
  callerOf(jid: string): Caller;
  /** A bare JID, whether it is a contact or not. */
  peerOf(jid: string): Peer;
  /**
   * Shows our presence to somebody whom we call and who does not see it by subscription (directed presence, RFC 6121,
   * 4.6): some clients want to know what we can do. Sent before what is sent next.
   * @param jid bare
   */
  announce(jid: string): void;
  /** Lets them see our presence and asks to see theirs. @throws WireError */
  acceptRequest(id: string): Promise<void>;
  /** @throws WireError */
  rejectRequest(id: string): Promise<void>;
  /** Has the server keep somebody away, or lets them in again (XEP-0191). @param jid bare @throws WireError */
  block(jid: string, on: boolean): Promise<void>;
}
