import type { MediaKinds } from '../../../call/call.ts';
import { NS_DTLS, NS_FEEDBACK, NS_HDREXT, NS_ICE, NS_JINGLE, NS_RTP } from '../jingle/namespaces.ts';
import type { DiscoInfo } from './disco.ts';
import { NS_AVATAR_METADATA, NS_CAPS, NS_DISCO_INFO, NS_NICK } from './namespaces.ts';

const RTP_AUDIO = 'urn:xmpp:jingle:apps:rtp:audio';
const RTP_VIDEO = 'urn:xmpp:jingle:apps:rtp:video';
const MESSAGE_INITIATION = 'urn:xmpp:jingle-message:0';

/** What a client needs to be called by us, and we by it: Conversations asks for the same. */
const NEEDED = [NS_JINGLE, NS_RTP, NS_ICE, NS_DTLS, MESSAGE_INITIATION];

/**
 * What others look for before they call. `urn:ietf:rfc:3264` is not among it and must not be: Conversations would turn
 * trickle off and gather everything first.
 */
const CALLS = [
  ...NEEDED,
  RTP_AUDIO,
  RTP_VIDEO,
  NS_FEEDBACK,
  NS_HDREXT,
  // Grouping (XEP-0338) and sources (XEP-0339) under the names that are registered for them.
  'urn:ietf:rfc:5888',
  'urn:ietf:rfc:5576',
];

/** What servers send us because of it (XEP-0163, 4.3.2). */
const NOTIFY = [`${NS_AVATAR_METADATA}+notify`, `${NS_NICK}+notify`];

/** What we say of ourselves. @param more what others of this account answer, such as `urn:xmpp:ping` */
export function ownInfo(more: readonly string[]): DiscoInfo {
  const features = [NS_DISCO_INFO, NS_CAPS, ...CALLS, ...NOTIFY, ...more];
  return {
    identities: [{ category: 'client', type: 'web', lang: '', name: 'Call Assist' }],
    features: [...new Set(features)].sort(),
    forms: [],
    sound: true,
  };
}

/** What a client with these features can be called with. */
export function callableBy({ features }: Pick<DiscoInfo, 'features'>): MediaKinds {
  const all = new Set(features);
  const calls = NEEDED.every((feature) => all.has(feature));
  return { audio: calls && all.has(RTP_AUDIO), video: calls && all.has(RTP_VIDEO) };
}
