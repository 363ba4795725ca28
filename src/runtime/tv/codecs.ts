import { CODECS, type Codec, codecOf } from '../displays/codecs.ts';

/** What this browser decodes of video calls. Empty: it receives none at all. */
export function receivable(): readonly Codec[] {
  if (!('RTCPeerConnection' in globalThis) || !isSecureContext) return [];
  const known = new Set((RTCRtpReceiver.getCapabilities('video')?.codecs ?? []).map(codecOf));
  return CODECS.filter((codec) => known.has(codec));
}
