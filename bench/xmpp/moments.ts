/** Moments of the newest call, in milliseconds since 1970; 0: not yet. */
export interface Moments {
  /** When somebody answered here. */
  answered: number;
  /** When the peer connection said that it is connected. */
  connected: number;
  /** When the first of their frames had been decoded and was presented. */
  firstFrame: number;
}

export const now = (): number => performance.timeOrigin + performance.now();

/** Notes the moments of every peer connection that the page makes from now on, whoever makes it. */
export function watchMoments(): { readonly moments: Moments; forget(): void } {
  const none: Moments = { answered: 0, connected: 0, firstFrame: 0 };
  const moments = { ...none };
  const Original = RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...given);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') moments.connected ||= now();
      });
      this.addEventListener('track', ({ track }) => {
        const player = document.createElement(track.kind === 'video' ? 'video' : 'audio');
        Object.assign(player, { autoplay: true, muted: track.kind === 'video', srcObject: new MediaStream([track]) });
        document.body.append(player);
        track.addEventListener('ended', () => player.remove());
        if (player instanceof HTMLVideoElement)
          player.requestVideoFrameCallback(() => {
            moments.firstFrame ||= now();
          });
      });
    }
  };
  return { moments, forget: () => Object.assign(moments, none) };
}
