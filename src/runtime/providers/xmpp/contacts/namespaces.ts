export const NS_CLIENT = 'jabber:client';
export const NS_STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
/** RFC 6121, 2. */
export const NS_ROSTER = 'jabber:iq:roster';
/** XEP-0030. */
export const NS_DISCO_INFO = 'http://jabber.org/protocol/disco#info';
/** XEP-0115. */
export const NS_CAPS = 'http://jabber.org/protocol/caps';
/** XEP-0004. */
export const NS_DATA = 'jabber:x:data';
/** XEP-0191. */
export const NS_BLOCKING = 'urn:xmpp:blocking';
/** XEP-0172. */
export const NS_NICK = 'http://jabber.org/protocol/nick';
/** XEP-0060. */
export const NS_PUBSUB = 'http://jabber.org/protocol/pubsub';
export const NS_PUBSUB_EVENT = 'http://jabber.org/protocol/pubsub#event';
/** XEP-0084. */
export const NS_AVATAR_DATA = 'urn:xmpp:avatar:data';
export const NS_AVATAR_METADATA = 'urn:xmpp:avatar:metadata';
/** XEP-0054. */
export const NS_VCARD = 'vcard-temp';
/** XEP-0153. */
export const NS_VCARD_UPDATE = 'vcard-temp:x:update';
