import type { Millis } from '../../../call/call.ts';
import { type XmlElement, childOf, childrenOf } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import { type JmiMessage, readJmi } from './messages.ts';
import { bareOf } from './jid.ts';

const NS_CARBONS = 'urn:xmpp:carbons:2';
const NS_FORWARD = 'urn:xmpp:forward:0';
const NS_DELAY = 'urn:xmpp:delay';
const NS_CLIENT = 'jabber:client';

/** One message initiation with what the stream says of it: who it really is from and for. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  /**
   * When the server took it, if it was kept before it came (XEP-0203), by the server's clock. Of several times the oldest:
   * a sender could have written one into the message, which may make a call older, never newer.
   */
  readonly stamp: Millis | null;
  readonly message: JmiMessage;
}

/**
 * Reads a `<message/>`, unpacking carbons; null where it holds no message initiation for a call, or is an error.
 * A carbon that does not come from our own account is forged (XEP-0280, 11) and counts for nothing. Its own delay is
 * only that of the copy; what counts is the time within.
 * @param own our full JID
 * @throws JingleError
 */
export function readEnvelope(stanza: XmlElement, own: string): Envelope | null {
  if (stanza.name !== 'message') return null;
  const carbon = childOf(stanza, NS_CARBONS, 'received') ?? childOf(stanza, NS_CARBONS, 'sent');
  if (!carbon) return open(stanza, stanza, own);
  // A server may leave out `from` of what is our own account's.
  if ((attribute(stanza, 'from') ?? bareOf(own)) !== bareOf(own)) return null;
  const forwarded = childOf(carbon, NS_FORWARD, 'forwarded');
  return openForwarded(forwarded, own);
}

/** The message in a `<forwarded/>` of carbons or of an archive (XEP-0297, 0313). The wrapper has been checked. */
export function openForwarded(forwarded: XmlElement | null, own: string): Envelope | null {
  const inner = forwarded && childOf(forwarded, NS_CLIENT, 'message');
  return inner ? open(inner, forwarded, own) : null;
}

/** @param wrapper what it came in, or itself */
function open(stanza: XmlElement, wrapper: XmlElement, own: string): Envelope | null {
  const type = attribute(stanza, 'type');
  if (type === 'error' || type === 'groupchat') return null;
  const message = readJmi(stanza);
  if (!message) return null;
  const from = attribute(stanza, 'from') ?? bareOf(own);
  return { from, to: attribute(stanza, 'to') ?? bareOf(own), stamp: stampOf([stanza, wrapper]), message };
}

function stampOf(delayed: readonly XmlElement[]): Millis | null {
  const stamps = delayed
    .flatMap((stanza) => childrenOf(stanza, NS_DELAY, 'delay'))
    .map((delay) => Date.parse(attribute(delay, 'stamp') ?? ''))
    .filter((stamp) => !Number.isNaN(stamp));
  return stamps.reduce<Millis | null>((oldest, stamp) => Math.min(oldest ?? stamp, stamp), null);
}

/**
 * How old a message is. What came without a stamp is new; one from the future is new too.
 * @param now by the server's clock: ours with the offset that XEP-0202 tells
 */
export function ageOf({ stamp }: Envelope, now: Millis): Millis {
  return stamp === null ? 0 : Math.max(0, now - stamp);
}
