/**
 * What a page's browser decodes of video calls, the profiles of H.264 told apart (in packetization mode 1, RFC 6184).
 * Their order is that of the bits in which a TV tells them.
 */
export const CODECS = [
  'h264-constrained-baseline',
  'h264-baseline',
  'h264-main',
  'h264-high',
  'vp8',
  'vp9',
  'av1',
  'h265',
] as const;
export type Codec = (typeof CODECS)[number];

/** What the two pages can agree on. */
export type SentCodec = 'H264' | 'VP8';

export const isCodec = (value: unknown): value is Codec => CODECS.some((codec) => codec === value);

/**
 * What a call can be sent in, the best first: a TV has a chip for H.264, and seldom one for VP8. Only the constrained
 * baseline profile of H.264 is sent, which every decoder of others knows, but which has to be named by the TV itself.
 */
export function sendable(codecs: readonly Codec[]): readonly SentCodec[] {
  return [
    ...(codecs.includes('h264-constrained-baseline') ? (['H264'] as const) : []),
    ...(codecs.includes('vp8') ? (['VP8'] as const) : []),
  ];
}

/** Of what `RTCRtpReceiver.getCapabilities('video')` tells; everything else has a name of its own. */
export function codecOf({ mimeType, sdpFmtpLine = '' }: Pick<RTCRtpCodec, 'mimeType' | 'sdpFmtpLine'>): Codec | null {
  const name = mimeType.toLowerCase().replace('video/', '');
  if (name !== 'h264') return isCodec(name) ? name : null;
  if (!/(^|;)\s*packetization-mode=1(;|$)/.test(sdpFmtpLine)) return null;
  const [, profile = '', constraints = ''] = /profile-level-id=(..)(..)/i.exec(sdpFmtpLine) ?? [];
  switch (Number.parseInt(profile, 16)) {
    case 0x42:
      // RFC 6184, 8.1: constraint_set1 makes it the constrained one.
      return Number.parseInt(constraints, 16) & 0x40 ? 'h264-constrained-baseline' : 'h264-baseline';
    case 0x4d:
      return 'h264-main';
    case 0x64:
      return 'h264-high';
    default:
      return null;
  }
}
