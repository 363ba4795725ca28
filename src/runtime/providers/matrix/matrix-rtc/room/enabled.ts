/**
 * Keeps what comes from somebody enabled, whoever disables it. LiveKit disables tracks that end or are muted, and enables
 * them again when the SFU sends somebody else's by the same transceiver (2.23.0). Chromium plays no sound of a track that
 * was disabled and enabled in between two times that a stream had it. What is muted is told, and nothing of it is sent.
 */
export function keepEnabled(track: MediaStreamTrack): void {
  Object.defineProperty(track, 'enabled', { configurable: true, get: () => true, set: () => {} });
}
