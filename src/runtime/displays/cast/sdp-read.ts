import { LinkError } from './bytes.ts';
import type { Candidate } from './candidate.ts';
import type { Description, Formats, Offer } from './description.ts';

/** More do not fit a helper where they are names of mDNS or IPv6, and the first ones are those that carry. */
const MAX_CANDIDATES = 6;

const EXTENSIONS = {
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
  transportCc: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  absSendTime: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
} as const;

/** What our own offer of one sound and one picture says, in the browser's words. @throws LinkError `unsupported` */
export function readOffer(sdp: string): Offer {
  const [audio, video] = [sectionOf(sdp, 'audio'), sectionOf(sdp, 'video')];
  const [h264, vp8] = [h264Of(video), payloadOf(video, 'VP8/90000')];
  const rtxOf = (type: number): number =>
    type === 0 ? 0 : Number(new RegExp(`^a=fmtp:(\\d+) apt=${type}\\s*$`, 'm').exec(video)?.[1] ?? 0);
  const extension = (uri: string): number =>
    Number(new RegExp(`^a=extmap:(\\d+)(?:/\\w+)? ${uri}`, 'm').exec(video)?.[1] ?? 0);
  const formats: Formats = {
    opus: payloadOf(audio, 'opus/48000/2'),
    h264,
    h264Rtx: rtxOf(h264),
    vp8,
    vp8Rtx: rtxOf(vp8),
    mid: extension(EXTENSIONS.mid),
    transportCc: extension(EXTENSIONS.transportCc),
    absSendTime: extension(EXTENSIONS.absSendTime),
  };
  if (formats.opus === 0 || (h264 === 0 && vp8 === 0)) throw new LinkError('unsupported', 'codecs');
  return { ...readCommon(sdp, h264 === 0 || firstOf(video) === vp8 ? 'VP8' : 'H264'), formats };
}

/** @param offer the one that it answers @throws LinkError `unsupported` */
export function readAnswer(sdp: string, { formats }: Pick<Offer, 'formats'>): Description {
  const first = firstOf(sectionOf(sdp, 'video'));
  if (first !== formats.h264 && first !== formats.vp8) throw new LinkError('unsupported', 'codecs');
  return readCommon(sdp, first === formats.vp8 ? 'VP8' : 'H264');
}

export { EXTENSIONS };

function readCommon(sdp: string, codec: Description['codec']): Description {
  const value = (pattern: RegExp): string => {
    const found = pattern.exec(sdp)?.[1];
    if (found === undefined) throw new LinkError('unsupported', 'description');
    return found;
  };
  return {
    ufrag: value(/^a=ice-ufrag:(\S+)/m),
    pwd: value(/^a=ice-pwd:(\S+)/m),
    fingerprint: value(/^a=fingerprint:sha-256 (\S+)/im).toUpperCase(),
    codec,
    candidates: candidatesOf(sdp),
  };
}

/** The UDP ones of both sections, each once, by their priority. */
function candidatesOf(sdp: string): readonly Candidate[] {
  const found = new Map<string, Candidate & { readonly priority: number }>();
  const pattern = /^a=candidate:\S+ 1 udp (\d+) (\S+) (\d+) typ (host|srflx|relay)\b/gim;
  for (const [, priority, address = '', port, type] of sdp.matchAll(pattern)) {
    const candidate = { type: type as Candidate['type'], address, port: Number(port), priority: Number(priority) };
    if (!found.has(`${address} ${port}`)) found.set(`${address} ${port}`, candidate);
  }
  return [...found.values()]
    .sort((one, other) => other.priority - one.priority)
    .slice(0, MAX_CANDIDATES)
    .map(({ type, address, port }) => ({ type, address, port }));
}

function sectionOf(sdp: string, kind: 'audio' | 'video'): string {
  return sdp.split(/\r?\n(?=m=)/).find((section) => section.startsWith(`m=${kind}`)) ?? '';
}

function firstOf(section: string): number {
  return Number(/^m=\w+ \d+ \S+ (\d+)/.exec(section)?.[1] ?? 0);
}

function payloadOf(section: string, codec: string): number {
  return Number(new RegExp(`^a=rtpmap:(\\d+) ${codec}\\s*$`, 'm').exec(section)?.[1] ?? 0);
}

/** Packetization mode 1, constrained baseline before others: what every receiver decodes. */
function h264Of(video: string): number {
  const types = new Set([...video.matchAll(/^a=rtpmap:(\d+) H264\/90000/gm)].map(([, type]) => type));
  const mode1 = [...video.matchAll(/^a=fmtp:(\d+) (.*packetization-mode=1.*)$/gm)].filter(([, type]) =>
    types.has(type),
  );
  const best = mode1.find(([, , parameters = '']) => parameters.includes('42e01f')) ?? mode1[0];
  return Number(best?.[1] ?? 0);
}
