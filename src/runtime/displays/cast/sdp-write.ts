import type { Candidate } from './candidate.ts';
import type { Description, Formats, Offer } from './description.ts';
import { EXTENSIONS } from './sdp-read.ts';

/** RFC 8445, 5.1.2.1. */
const PREFERENCES: Readonly<Record<Candidate['type'], number>> = { host: 126, srflx: 100, relay: 0 };
const FEEDBACK = ['goog-remb', 'transport-cc', 'ccm fir', 'nack', 'nack pli'];

interface Bitrates {
  /** In kbit/s: where Chromium's encoder begins, and what it does not go below or above. */
  readonly start: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The SDP that the other page's offer was (RFC 8829): sound, their picture, our own small one, all sent by it alone, and a
 * data channel, as sections 0 to 3.
 */
export function writeOffer(offer: Offer): string {
  const { codec, formats } = offer;
  const order = codec === 'VP8' ? (['VP8', 'H264'] as const) : (['H264', 'VP8'] as const);
  return write(offer, formats, {
    codecs: order.filter((one) => payloads(formats, one)[0] !== 0),
    setup: 'actpass',
    direction: 'sendonly',
  });
}

/**
 * The SDP that the other page's answer was.
 * @param bitrates Chromium begins at 300 kbit/s, which is a quarter of the picture, unless the description of the other
 * side says otherwise
 */
export function writeAnswer(answer: Description, { formats }: Pick<Offer, 'formats'>, bitrates: Bitrates): string {
  return write(answer, formats, { codecs: [answer.codec], setup: 'active', direction: 'recvonly', bitrates });
}

interface Side {
  readonly codecs: readonly Description['codec'][];
  readonly setup: 'actpass' | 'active';
  readonly direction: 'sendonly' | 'recvonly';
  readonly bitrates?: Bitrates;
}

function write(description: Description, formats: Formats, side: Side): string {
  const { opus } = formats;
  const types = side.codecs.flatMap((codec) => payloads(formats, codec)).filter((type) => type !== 0);
  const [common, candidates] = [commonLines(description, formats, side), candidateLines(description)];
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1 2 3',
    'a=msid-semantic: WMS tv',
    `m=audio 9 UDP/TLS/RTP/SAVPF ${opus}`,
    ...common('0', 'tv sound'),
    `a=rtpmap:${opus} opus/48000/2`,
    `a=rtcp-fb:${opus} transport-cc`,
    `a=fmtp:${opus} minptime=10;useinbandfec=1;stereo=1`,
    ...candidates,
    ...['picture', 'preview'].flatMap((name, index) => [
      `m=video 9 UDP/TLS/RTP/SAVPF ${types.join(' ')}`,
      ...common(String(index + 1), `tv ${name}`),
      'a=rtcp-rsize',
      ...side.codecs.flatMap((codec) => codecLines(formats, codec, side.bitrates)),
    ]),
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    ...transportLines(description, side),
    'a=mid:3',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function transportLines({ ufrag, pwd, fingerprint }: Description, { setup }: Side): readonly string[] {
  return [
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    `a=setup:${setup}`,
  ];
}

function commonLines(
  description: Description,
  formats: Formats,
  side: Side,
): (mid: string, msid: string) => readonly string[] {
  const { direction } = side;
  return (mid, msid) => [
    ...transportLines(description, side),
    `a=mid:${mid}`,
    ...Object.entries(EXTENSIONS).flatMap(([name, uri]) => {
      const id = formats[name as keyof typeof EXTENSIONS];
      return id === 0 ? [] : [`a=extmap:${id} ${uri}`];
    }),
    `a=${direction}`,
    ...(direction === 'sendonly' ? [`a=msid:${msid}`] : []),
    'a=rtcp-mux',
  ];
}

function codecLines(formats: Formats, codec: Description['codec'], bitrates?: Bitrates): readonly string[] {
  const [type, rtx] = payloads(formats, codec);
  const parameters = [
    ...(codec === 'H264' ? ['level-asymmetry-allowed=1', 'packetization-mode=1', 'profile-level-id=42e01f'] : []),
    ...(bitrates
      ? [
          `x-google-start-bitrate=${bitrates.start}`,
          `x-google-min-bitrate=${bitrates.min}`,
          `x-google-max-bitrate=${bitrates.max}`,
        ]
      : []),
  ];
  return [
    `a=rtpmap:${type} ${codec}/90000`,
    ...FEEDBACK.map((feedback) => `a=rtcp-fb:${type} ${feedback}`),
    ...(parameters.length > 0 ? [`a=fmtp:${type} ${parameters.join(';')}`] : []),
    ...(rtx === 0 ? [] : [`a=rtpmap:${rtx} rtx/90000`, `a=fmtp:${rtx} apt=${type}`]),
  ];
}

function candidateLines({ candidates }: Description): readonly string[] {
  const lines = candidates.map(({ type, address, port }, index) => {
    const priority = PREFERENCES[type] * 2 ** 24 + (0xff_ff - index) * 2 ** 8 + 255;
    const related = type === 'host' ? '' : ' raddr 0.0.0.0 rport 0';
    return `a=candidate:${index + 1} 1 udp ${priority} ${address} ${port} typ ${type}${related}`;
  });
  return [...lines, 'a=end-of-candidates'];
}

function payloads({ h264, h264Rtx, vp8, vp8Rtx }: Formats, codec: Description['codec']): readonly [number, number] {
  return codec === 'H264' ? [h264, h264Rtx] : [vp8, vp8Rtx];
}
