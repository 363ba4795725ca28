import type { EndReason } from '../../../call/call.ts';
import { type XmlElement, element } from './element.ts';
import type { JingleProblem } from './errors.ts';
import { NS_JINGLE_ERRORS } from './namespaces.ts';

/** XEP-0166, 7.4. */
export const JINGLE_REASONS = [
  'alternative-session',
  'busy',
  'cancel',
  'connectivity-error',
  'decline',
  'expired',
  'failed-application',
  'failed-transport',
  'general-error',
  'gone',
  'incompatible-parameters',
  'media-error',
  'security-error',
  'success',
  'timeout',
  'unsupported-applications',
  'unsupported-transports',
] as const;
export type JingleReason = (typeof JINGLE_REASONS)[number];

/** When their end came: the same word means different things before and after the answer. */
export type Stage =
  /** Our call waits for an answer. */
  | 'outgoing'
  /** Theirs rings here. */
  | 'incoming'
  /** Answered; `connected` once media could flow. */
  | 'answered'
  | 'connected';

type Received = { readonly [reason in JingleReason]?: EndReason } & { readonly other: EndReason };

const CANNOT: Pick<Received, JingleReason> = {
  'failed-application': 'cannot_call',
  'incompatible-parameters': 'cannot_call',
  'security-error': 'cannot_call',
  'unsupported-applications': 'cannot_call',
  'unsupported-transports': 'cannot_call',
};
const BROKEN: Pick<Received, JingleReason> = {
  'failed-application': 'protocol_error',
  'general-error': 'protocol_error',
  'incompatible-parameters': 'protocol_error',
  'media-error': 'protocol_error',
  'security-error': 'protocol_error',
  'unsupported-applications': 'cannot_call',
  'unsupported-transports': 'cannot_call',
};

/** Their reject, retract, finish or session-terminate → why our call ended. What is not listed takes `other`. */
const RECEIVED: Readonly<Record<Stage, Received>> = {
  outgoing: {
    ...CANNOT,
    busy: 'busy',
    timeout: 'no_answer',
    expired: 'no_answer',
    gone: 'unreachable',
    'connectivity-error': 'no_connection',
    'failed-transport': 'no_connection',
    'general-error': 'protocol_error',
    'media-error': 'protocol_error',
    other: 'remote_declined',
  },
  incoming: { other: 'missed' },
  answered: {
    ...BROKEN,
    busy: 'busy',
    decline: 'remote_declined',
    'connectivity-error': 'no_connection',
    'failed-transport': 'no_connection',
    timeout: 'no_connection',
    other: 'remote_hung_up',
  },
  connected: {
    ...BROKEN,
    'connectivity-error': 'connection_lost',
    'failed-transport': 'connection_lost',
    timeout: 'connection_lost',
    gone: 'connection_lost',
    other: 'remote_hung_up',
  },
};

/** @param received the condition as it came; null: none was given */
export function endReason(stage: Stage, received: string | null): EndReason {
  const reason = JINGLE_REASONS.find((known) => known === received);
  const table = RECEIVED[stage];
  return (reason && table[reason]) ?? table.other;
}

/**
 * Our end → what the peer is told, in session-terminate and in JMI alike. The words for a person's own doing say no
 * more than that (XEP-0353, security considerations).
 */
const SENT: Readonly<Record<EndReason, JingleReason>> = {
  hung_up: 'success',
  remote_hung_up: 'success',
  accepted: 'success',
  declined: 'decline',
  missed: 'timeout',
  answered_elsewhere: 'alternative-session',
  do_not_disturb: 'busy',
  busy_here: 'busy',
  remote_declined: 'cancel',
  no_answer: 'timeout',
  busy: 'cancel',
  unreachable: 'gone',
  cannot_call: 'unsupported-applications',
  microphone_denied: 'failed-application',
  microphone_missing: 'failed-application',
  microphone_in_use: 'failed-application',
  insecure_page: 'failed-application',
  no_connection: 'connectivity-error',
  connection_lost: 'connectivity-error',
  signed_out: 'gone',
  account_away: 'gone',
  server_failed: 'general-error',
  rate_limited: 'general-error',
  protocol_error: 'failed-application',
  internal_error: 'general-error',
  kiosk_closed: 'gone',
};

export function jingleReason(reason: EndReason): JingleReason {
  return SENT[reason];
}

/** How a problem of theirs is answered (XEP-0166, 7.2 and 10; RFC 6120, 8.3), and how the session ends for it, if it does. */
interface Refusal {
  readonly type: 'cancel' | 'modify';
  readonly condition: string;
  readonly jingle: string | null;
  /** For session-initiate and session-accept: without them there is no session. */
  readonly terminate: JingleReason;
}
const REFUSALS: Readonly<Record<JingleProblem, Refusal>> = {
  malformed: { type: 'cancel', condition: 'bad-request', jingle: null, terminate: 'failed-application' },
  'too-large': { type: 'modify', condition: 'not-acceptable', jingle: null, terminate: 'failed-application' },
  'unknown-action': { type: 'cancel', condition: 'bad-request', jingle: null, terminate: 'general-error' },
  'unknown-content': { type: 'cancel', condition: 'item-not-found', jingle: null, terminate: 'failed-application' },
  'unknown-info': {
    type: 'modify',
    condition: 'feature-not-implemented',
    jingle: 'unsupported-info',
    terminate: 'general-error',
  },
  'out-of-order': {
    type: 'cancel',
    condition: 'unexpected-request',
    jingle: 'out-of-order',
    terminate: 'general-error',
  },
  'tie-break': { type: 'cancel', condition: 'conflict', jingle: 'tie-break', terminate: 'alternative-session' },
  'unsupported-application': {
    type: 'cancel',
    condition: 'feature-not-implemented',
    jingle: null,
    terminate: 'unsupported-applications',
  },
  'unsupported-transport': {
    type: 'cancel',
    condition: 'feature-not-implemented',
    jingle: null,
    terminate: 'unsupported-transports',
  },
  insecure: { type: 'cancel', condition: 'not-acceptable', jingle: null, terminate: 'security-error' },
};

/** What `session-terminate` says where a problem ends the session. */
export function terminateReason(problem: JingleProblem): JingleReason {
  return REFUSALS[problem].terminate;
}

const NS_STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';

/** The `<error/>` of the IQ that answers it, without namespace of a stream. */
export function stanzaError(problem: JingleProblem): XmlElement {
  const { type, condition, jingle } = REFUSALS[problem];
  return element('jabber:client', 'error', { type }, [
    element(NS_STANZAS, condition),
    jingle === null ? null : element(NS_JINGLE_ERRORS, jingle),
  ]);
}

/**
 * Why an action is refused without being looked at: `unavailable` is what a server says of an account without anybody
 * (RFC 6121, 8.5.3.2.3), `unknown-session` of XEP-0166, 10.
 */
export function sessionError(why: 'unavailable' | 'unknown-session' | 'too-many'): XmlElement {
  if (why === 'unknown-session') {
    return element('jabber:client', 'error', { type: 'cancel' }, [
      element(NS_STANZAS, 'item-not-found'),
      element(NS_JINGLE_ERRORS, 'unknown-session'),
    ]);
  }
  return why === 'too-many'
    ? element('jabber:client', 'error', { type: 'wait' }, [element(NS_STANZAS, 'resource-constraint')])
    : element('jabber:client', 'error', { type: 'cancel' }, [element(NS_STANZAS, 'service-unavailable')]);
}
