/** RFC 6120. */
export const NS_CLIENT = 'jabber:client';
export const NS_STREAM = 'http://etherx.jabber.org/streams';
export const NS_STREAM_ERRORS = 'urn:ietf:params:xml:ns:xmpp-streams';
export const NS_STANZA_ERRORS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
export const NS_SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
export const NS_BIND = 'urn:ietf:params:xml:ns:xmpp-bind';
/** RFC 7395. */
export const NS_FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
/** XEP-0198. */
export const NS_SM = 'urn:xmpp:sm:3';
/** XEP-0199. */
export const NS_PING = 'urn:xmpp:ping';
/** XEP-0202. */
export const NS_TIME = 'urn:xmpp:time';
/** XEP-0280. */
export const NS_CARBONS = 'urn:xmpp:carbons:2';
/** XEP-0352. */
export const NS_CSI = 'urn:xmpp:csi:0';
