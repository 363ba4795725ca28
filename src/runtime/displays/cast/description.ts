import { toBase64 } from '../../platform/base64.ts';
import type { SentCodec } from '../codecs.ts';
import { ByteReader, LinkError, fromBase64 } from './bytes.ts';
import { type Candidate, bytesOfHex, hexOf, packCandidate, unpackCandidate } from './candidate.ts';

/** What one page has to know of the other; everything else of an SDP is the same each time. */
export interface Description {
  /** RFC 8839, 5.4: at least 4 and 22 characters of base64's alphabet, here in fours, as browsers make them. */
  readonly ufrag: string;
  readonly pwd: string;
  /** SHA-256 of the certificate: `AB:CD:…` (RFC 8122). */
  readonly fingerprint: string;
  /** Which one the picture goes in; of an offer: which one is preferred. */
  readonly codec: SentCodec;
  readonly candidates: readonly Candidate[];
}

/** Numbers that the offerer chose; 0: not there. */
export interface Formats {
  readonly opus: number;
  readonly h264: number;
  readonly h264Rtx: number;
  readonly vp8: number;
  readonly vp8Rtx: number;
  /** Header extensions (RFC 8285), 1 to 14. */
  readonly mid: number;
  readonly transportCc: number;
  readonly absSendTime: number;
}

export interface Offer extends Description {
  readonly formats: Formats;
}

const VERSION = 1;
const VP8 = 1;
const FINGERPRINT = 32;
const MAX_PAYLOAD_TYPE = 127;

/**
 * `[version, flags] [fours of ufrag, of pwd] ufrag pwd fingerprint` – of an offer then five payload types and three ids of
 * extensions – and candidates to the end.
 * @throws LinkError `unsupported` where a value does not fit
 */
export function packDescription(description: Description | Offer): Uint8Array<ArrayBuffer> {
  const { ufrag, pwd, fingerprint, codec, candidates } = description;
  return Uint8Array.from([
    (VERSION << 4) | (codec === 'VP8' ? VP8 : 0),
    (foursOf(ufrag) << 4) | foursOf(pwd),
    ...fromBase64(ufrag),
    ...fromBase64(pwd),
    ...packFingerprint(fingerprint),
    ...('formats' in description ? packFormats(description.formats) : []),
    ...candidates.flatMap(packCandidate),
  ]);
}

/** @throws LinkError `version`, `malformed` */
export function unpackOffer(bytes: Uint8Array): Offer {
  const reader = new ByteReader(bytes);
  const head = unpackHead(reader);
  const formats = unpackFormats(reader);
  if (formats[head.codec === 'VP8' ? 'vp8' : 'h264'] === 0) throw new LinkError('malformed', 'codec');
  return { ...head, formats, candidates: unpackCandidates(reader) };
}

/** @throws LinkError `version`, `malformed` */
export function unpackAnswer(bytes: Uint8Array): Description {
  const reader = new ByteReader(bytes);
  return { ...unpackHead(reader), candidates: unpackCandidates(reader) };
}

function unpackHead(reader: ByteReader): Omit<Description, 'candidates'> {
  const [version, flags] = reader.nibbles();
  if (version !== VERSION) throw new LinkError('version', String(version));
  const [ufrag, pwd] = reader.nibbles();
  // RFC 8839, 5.4.
  if (ufrag < 1 || pwd < 6) throw new LinkError('malformed', 'ufrag, pwd');
  return {
    codec: flags & VP8 ? 'VP8' : 'H264',
    ufrag: toBase64(reader.take(ufrag * 3)),
    pwd: toBase64(reader.take(pwd * 3)),
    fingerprint: hexOf(reader.take(FINGERPRINT))
      .toUpperCase()
      .replace(/(..)(?!$)/g, '$1:'),
  };
}

function unpackCandidates(reader: ByteReader): readonly Candidate[] {
  const candidates: Candidate[] = [];
  while (reader.left > 0) candidates.push(unpackCandidate(reader));
  return candidates;
}

function foursOf(text: string): number {
  const fours = text.length / 4;
  if (!/^[A-Za-z0-9+/]+$/.test(text) || !Number.isInteger(fours) || fours > 15) {
    throw new LinkError('unsupported', 'ufrag, pwd');
  }
  return fours;
}

function packFingerprint(fingerprint: string): readonly number[] {
  const bytes = bytesOfHex(fingerprint.replaceAll(':', ''));
  if (bytes.length !== FINGERPRINT || bytes.some(Number.isNaN)) throw new LinkError('unsupported', 'fingerprint');
  return bytes;
}

function packFormats(formats: Formats): readonly number[] {
  const { opus, h264, h264Rtx, vp8, vp8Rtx, mid, transportCc, absSendTime } = formats;
  const types = [opus, h264, h264Rtx, vp8, vp8Rtx];
  const ids = [mid, transportCc, absSendTime];
  if (types.some((type) => type > MAX_PAYLOAD_TYPE) || ids.some((id) => id > 14)) {
    throw new LinkError('unsupported', 'formats');
  }
  return [...types, (mid << 4) | transportCc, absSendTime << 4];
}

function unpackFormats(reader: ByteReader): Formats {
  const [opus = 0, h264 = 0, h264Rtx = 0, vp8 = 0, vp8Rtx = 0] = reader.take(5);
  const [mid, transportCc] = reader.nibbles();
  const [absSendTime] = reader.nibbles();
  const types = [opus, h264, h264Rtx, vp8, vp8Rtx].filter((type) => type !== 0);
  const ids = [mid, transportCc, absSendTime].filter((id) => id !== 0);
  const distinct = new Set(types).size === types.length && new Set(ids).size === ids.length;
  if (opus === 0 || !distinct || types.some((type) => type > MAX_PAYLOAD_TYPE) || ids.includes(15)) {
    throw new LinkError('malformed', 'formats');
  }
  return { opus, h264, h264Rtx, vp8, vp8Rtx, mid, transportCc, absSendTime };
}
