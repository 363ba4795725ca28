/** XEP-0166. */
export const NS_JINGLE = 'urn:xmpp:jingle:1';
/** XEP-0166, application-specific conditions of stanza errors. */
export const NS_JINGLE_ERRORS = 'urn:xmpp:jingle:errors:1';
/** XEP-0167. */
export const NS_RTP = 'urn:xmpp:jingle:apps:rtp:1';
/** XEP-0167, session-info. */
export const NS_RTP_INFO = 'urn:xmpp:jingle:apps:rtp:info:1';
/** XEP-0293. */
export const NS_FEEDBACK = 'urn:xmpp:jingle:apps:rtp:rtcp-fb:0';
/** XEP-0294. */
export const NS_HDREXT = 'urn:xmpp:jingle:apps:rtp:rtp-hdrext:0';
/** XEP-0339. */
export const NS_SSMA = 'urn:xmpp:jingle:apps:rtp:ssma:0';
/** XEP-0320. */
export const NS_DTLS = 'urn:xmpp:jingle:apps:dtls:0';
/** XEP-0338. */
export const NS_GROUPING = 'urn:xmpp:jingle:apps:grouping:0';
/** XEP-0176. */
export const NS_ICE = 'urn:xmpp:jingle:transports:ice-udp:1';
/** `ice-options` as Conversations writes and reads them: one empty element each. */
export const NS_ICE_OPTION = 'http://gultsch.de/xmpp/drafts/jingle/transports/ice-udp/option';
