import { type XmlElement, childOf, childrenOf, elements } from './element.ts';
import { JingleError } from './errors.ts';
import { NS_GROUPING, NS_ICE, NS_JINGLE, NS_RTP, NS_RTP_INFO } from './namespaces.ts';
import { readDescription } from './read-rtp.ts';
import { readTransport } from './read-transport.ts';
import { ACTIONS, type Content, type Group, type Info, type Jingle, type Role } from './types.ts';
import { LIMITS, attribute, few, name, oneOf } from './values.ts';

const ROLES = ['initiator', 'responder'] as const;
const SENDERS = ['both', 'initiator', 'responder', 'none'] as const;
const PLAIN_INFO = ['active', 'ringing', 'hold', 'unhold'] as const;

/**
 * A `<jingle/>` of the other side (XEP-0166). Elements and attributes that we do not know are left out, as XMPP wants;
 * what we know must be as its XEP says.
 * @throws JingleError
 */
export function readJingle(element: XmlElement): Jingle {
  if (element.ns !== NS_JINGLE || element.name !== 'jingle') throw new JingleError('malformed', 'jingle');
  const action = ACTIONS.find((known) => known === attribute(element, 'action'));
  if (!action) throw new JingleError('unknown-action', 'action');
  const contents = few(childrenOf(element, NS_JINGLE, 'content'), LIMITS.contents, 'contents').map(readContent);
  if (new Set(contents.map(({ creator, name }) => `${creator} ${name}`)).size < contents.length) {
    throw new JingleError('malformed', 'content names');
  }
  const groups = few(childrenOf(element, NS_GROUPING, 'group'), LIMITS.contents, 'groups');
  return {
    action,
    sid: name(attribute(element, 'sid'), 'sid'),
    initiator: optionalName(attribute(element, 'initiator'), 'initiator'),
    responder: optionalName(attribute(element, 'responder'), 'responder'),
    contents,
    groups: groups.map(readGroup),
    reason: readReason(element),
    info: action === 'session-info' ? readInfo(element) : [],
  };
}

/** The condition in `<reason/>` (XEP-0166, 7.4), whether we know it or not; null where there is none. */
export function readReason(parent: XmlElement): string | null {
  const reason = childOf(parent, NS_JINGLE, 'reason');
  const condition = reason && elements(reason).find(({ ns, name }) => ns === NS_JINGLE && name !== 'text');
  return condition?.name ?? null;
}

function readContent(element: XmlElement): Content {
  const senders = attribute(element, 'senders');
  const description = childOf(element, NS_RTP, 'description');
  const transport = childOf(element, NS_ICE, 'transport');
  return {
    creator: oneOf(attribute(element, 'creator'), ROLES, 'creator of a content'),
    name: name(attribute(element, 'name'), 'name of a content'),
    senders: senders === null ? null : oneOf(senders, SENDERS, 'senders of a content'),
    description: description && readDescription(description),
    transport: transport && readTransport(transport),
  };
}

function readGroup(element: XmlElement): Group {
  const names = few(childrenOf(element, NS_GROUPING, 'content'), LIMITS.contents, 'contents of a group');
  return {
    semantics: name(attribute(element, 'semantics'), 'semantics of a group'),
    names: names.map((content) => name(attribute(content, 'name'), 'content of a group')),
  };
}

/** What is no information about RTP is left out; only unknown ones are an error. XEP-0166, 7.2.9: none is a ping. */
function readInfo(element: XmlElement): readonly Info[] {
  const payloads = few(elements(element), LIMITS.info, 'session-info');
  const known = payloads.flatMap((payload): Info[] => {
    if (payload.ns !== NS_RTP_INFO) return [];
    const plain = PLAIN_INFO.find((type) => type === payload.name);
    if (plain) return [{ type: plain }];
    if (payload.name !== 'mute' && payload.name !== 'unmute') return [];
    const creator: Role | null = ROLES.find((role) => role === attribute(payload, 'creator')) ?? null;
    return [{ type: payload.name, creator, name: optionalName(attribute(payload, 'name'), 'name in mute') }];
  });
  if (payloads.length > 0 && known.length === 0) throw new JingleError('unknown-info', 'session-info');
  return known;
}

function optionalName(value: string | null, where: string): string | null {
  return value === null || value === '' ? null : name(value, where);
}
