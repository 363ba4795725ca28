import { type XmlElement, childOf, childrenOf, element, elements } from '../jingle/element.ts';
import { NS_RTP } from '../jingle/namespaces.ts';
import { readReason } from '../jingle/read.ts';
import type { Media } from '../jingle/types.ts';
import { attribute, few, name } from '../jingle/values.ts';
import { writeReason } from '../jingle/write.ts';

/** XEP-0353. */
const NS_JMI = 'urn:xmpp:jingle-message:0';
const NS_HINTS = 'urn:xmpp:hints';

/** `reason`: a condition of XEP-0166, 7.4; null where none is given. */
export type JmiMessage =
  | { readonly action: 'propose'; readonly id: string; readonly media: readonly Media[] }
  /** `accept` is of version 0.3: Dino and Conversations send it to their own account. */
  | { readonly action: 'ringing' | 'proceed' | 'accept'; readonly id: string }
  | {
      readonly action: 'reject' | 'retract';
      readonly id: string;
      readonly reason: string | null;
      readonly tieBreak: boolean;
    }
  | {
      readonly action: 'finish';
      readonly id: string;
      readonly reason: string | null;
      /** The session that goes on instead (XEP-0353, "Existing session"). */
      readonly migratedTo: string | null;
    };

/**
 * The message initiation in a `<message/>`; null where there is none, or one for something that is no call.
 * @throws JingleError `malformed`, `too-large`
 */
export function readJmi(stanza: XmlElement): JmiMessage | null {
  const given = elements(stanza).find(({ ns }) => ns === NS_JMI);
  if (!given) return null;
  const action = given.name;
  switch (action) {
    case 'propose': {
      const media = mediaOf(given);
      return media.length > 0 ? { action, id: idOf(given), media } : null;
    }
    case 'ringing':
    case 'proceed':
    case 'accept':
      return { action, id: idOf(given) };
    case 'reject':
    case 'retract': {
      const tieBreak = childOf(given, NS_JMI, 'tie-break') !== null;
      return { action, id: idOf(given), reason: readReason(given), tieBreak };
    }
    case 'finish': {
      const migrated = childOf(given, NS_JMI, 'migrated');
      const migratedTo = migrated && name(attribute(migrated, 'to'), 'migrated');
      return { action, id: idOf(given), reason: readReason(given), migratedTo };
    }
    default:
      return null;
  }
}

function idOf(given: XmlElement): string {
  return name(attribute(given, 'id'), 'id of a message initiation');
}

function mediaOf(propose: XmlElement): readonly Media[] {
  const named = few(childrenOf(propose, NS_RTP, 'description'), 16, 'descriptions').map((one) =>
    attribute(one, 'media'),
  );
  return (['audio', 'video'] as const).filter((media) => named.includes(media));
}

/** What a `<message type='chat'/>` holds, with the hint that archives keep it (XEP-0353, "Use Cases"). */
export function writeJmi(message: JmiMessage): readonly XmlElement[] {
  return [element(NS_JMI, message.action, { id: message.id }, contentOf(message)), element(NS_HINTS, 'store')];
}

function contentOf(message: JmiMessage): readonly (XmlElement | null)[] {
  switch (message.action) {
    case 'propose':
      return message.media.map((media) => element(NS_RTP, 'description', { media }));
    case 'reject':
    case 'retract':
      return [
        message.reason === null ? null : writeReason(message.reason),
        message.tieBreak ? element(NS_JMI, 'tie-break') : null,
      ];
    case 'finish':
      return [
        message.reason === null ? null : writeReason(message.reason),
        message.migratedTo === null ? null : element(NS_JMI, 'migrated', { to: message.migratedTo }),
      ];
    case 'ringing':
    case 'proceed':
    case 'accept':
      return [];
    default:
      return message satisfies never;
  }
}
