/*
 * Sessions as clients send them, by what their code and measured calls show: who bundles, what stands where, what is
 * left out. Keys and addresses are made up.
 */

const print = (byte: string) => Array.from({ length: 32 }, () => byte).join(':');
export const FINGERPRINT = print('A1');
const UFRAG = 'ufr4';
export const PWD = 'passwordpasswordpassword';

export const jingle = (action: string, inner: string, attributes = `sid='a' initiator='ann@a/phone'`): string =>
  `<jingle xmlns='urn:xmpp:jingle:1' action='${action}' ${attributes}>${inner}</jingle>`;
export const fingerprint = (setup = 'actpass', value = FINGERPRINT, hash = 'sha-256'): string =>
  `<fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='${hash}' setup='${setup}'>${value}</fingerprint>`;
export const transport = (inner = fingerprint(), attributes = `ufrag='${UFRAG}' pwd='${PWD}'`): string =>
  `<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ${attributes}>${inner}</transport>`;
export const candidate = (attributes = ''): string =>
  `<candidate component='1' foundation='1' generation='0' id='c1' ip='192.0.2.1' network='0' port='5000' priority='2130706431' protocol='udp' type='host' ${attributes}/>`;
export const description = (media: string, inner: string): string =>
  `<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='${media}'>${inner}</description>`;
export const content = (name: string, inner: string, attributes = `creator='initiator' senders='both'`): string =>
  `<content name='${name}' ${attributes}>${inner}</content>`;
const fb = (type: string, subtype = ''): string =>
  `<rtcp-fb xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' type='${type}'${subtype && ` subtype='${subtype}'`}/>`;
const ext = (id: number, uri: string): string =>
  `<rtp-hdrext xmlns='urn:xmpp:jingle:apps:rtp:rtp-hdrext:0' id='${id}' uri='${uri}'/>`;
const option = (name: string): string =>
  `<${name} xmlns='http://gultsch.de/xmpp/drafts/jingle/transports/ice-udp/option'/>`;
const source = (ssrc: number, msid: string): string =>
  `<source xmlns='urn:xmpp:jingle:apps:rtp:ssma:0' ssrc='${ssrc}'><parameter name='cname' value='c'/><parameter name='msid' value='${msid}'/></source>`;
const group = (...names: readonly string[]): string =>
  `<group xmlns='urn:xmpp:jingle:apps:grouping:0' semantics='BUNDLE'>${names.map((name) => `<content name='${name}'/>`).join('')}</group>`;

export const OPUS = `<payload-type id='111' name='opus' clockrate='48000' channels='2'><parameter name='useinbandfec' value='1'/></payload-type><rtcp-mux/>`;
const VP8 = `<payload-type id='96' name='VP8' clockrate='90000'>${fb('nack')}${fb('nack', 'pli')}</payload-type><rtcp-mux/>`;
export const audio = (name = 'audio', inner = description('audio', OPUS) + transport()): string => content(name, inner);
export const video = (name = 'video', inner = description('video', VP8) + transport()): string => content(name, inner);

const TELEPHONE = `<payload-type id='110' name='telephone-event' clockrate='48000'><parameter name='' value='0-15'/></payload-type>`;
const RED = `<payload-type id='63' name='red' clockrate='48000' channels='2'><parameter name='' value='111/111'/></payload-type>`;

/** session-initiate of each. */
export const SHAPES: Readonly<Record<string, string>> = {
  /** Two transports, no bundle, SDES besides DTLS, feedback that says an interval. */
  Dino: jingle(
    'session-initiate',
    content(
      'audio',
      description(
        'audio',
        `<payload-type id='99' name='opus' clockrate='48000' channels='1'><parameter name='useinbandfec' value='1'/></payload-type><payload-type id='0' name='PCMU' clockrate='8000' channels='1'/><payload-type id='8'/><payload-type id='18'/><encryption><crypto crypto-suite='AES_CM_128_HMAC_SHA1_80' key-params='inline:AAAA' tag='1'/></encryption><rtcp-mux/>`,
      ) + transport(fingerprint() + candidate() + candidate(`tcptype='active'`).replace(`'udp'`, `'tcp'`)),
    ) +
      content(
        'video',
        description(
          'video',
          `<payload-type id='98' name='VP8' clockrate='90000'>${fb('goog-remb')}${fb('ccm', 'fir')}<rtcp-fb-trr-int xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' value='100'/></payload-type>${ext(1, 'urn:3gpp:video-orientation')}<rtcp-mux/>`,
        ) +
          transport(
            fingerprint() + candidate(`rel-addr='10.0.0.1' rel-port='9'`).replace(`'host'`, `'srflx'`),
            `ufrag='vid1' pwd='${PWD}'`,
          ),
      ),
  ),
  /** Mids as names, bundle, sources with msid, header extensions, ICE options. */
  Conversations: jingle(
    'session-initiate',
    group('0', '1') +
      content(
        '0',
        description(
          'audio',
          OPUS +
            RED +
            TELEPHONE +
            ext(1, 'urn:ietf:params:rtp-hdrext:ssrc-audio-level') +
            `<extmap-allow-mixed xmlns='urn:xmpp:jingle:apps:rtp:rtp-hdrext:0'/>` +
            source(1, 'my-media-stream audio0'),
        ) + transport(option('trickle') + option('renomination') + fingerprint()),
      ) +
      content(
        '1',
        description(
          'video',
          VP8 +
            fb('transport-cc') +
            source(2, 'my-media-stream video0') +
            source(3, 'my-media-stream video0') +
            `<ssrc-group xmlns='urn:xmpp:jingle:apps:rtp:ssma:0' semantics='FID'><source ssrc='2'/><source ssrc='3'/></ssrc-group>`,
        ) + transport(option('trickle') + fingerprint()),
      ),
  ),
  /** As Conversations, sound only; names of its own, an msid that libwebrtc refuses. */
  Monal: jingle(
    'session-initiate',
    group('Rx9+/=') + audio('Rx9+/=', description('audio', OPUS + source(1, 'stream ')) + transport()),
  ),
  /** Firefox behind it: names with braces, no sources' cname. */
  Movim: jingle(
    'session-initiate',
    group('{audio}', 'video 1') +
      audio(
        '{audio}',
        description(
          'audio',
          OPUS +
            `<source xmlns='urn:xmpp:jingle:apps:rtp:ssma:0' ssrc='7'><parameter name='msid' value='- {track}'/></source>`,
        ) + transport(fingerprint('actpass', FINGERPRINT.toLowerCase(), 'SHA-256') + candidate()),
      ) +
      video('video 1'),
  ),
  /** No bundle, no word of senders, `initiator` left out. */
  'a sparse one': jingle(
    'session-initiate',
    content('audio', description('audio', `<payload-type id='0'/><rtcp-mux/>`) + transport(), `creator='initiator'`),
    `sid='a'`,
  ),
};
