import type { Description } from '../displays/cast/description.ts';

/** What this browser decodes of what can be sent to it, the best first. Empty: it receives no calls. */
export function receivable(): readonly Description['codec'][] {
  if (!('RTCPeerConnection' in globalThis) || !isSecureContext) return [];
  const known = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
  return (['H264', 'VP8'] as const).filter((codec) => known.some(({ mimeType }) => mimeType === `video/${codec}`));
}
