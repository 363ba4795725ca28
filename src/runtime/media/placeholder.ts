import type { Millis } from '../call/call.ts';
import type { Clock } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';

/** Often enough that encoders and jitter buffers of the peer keep going, and that somebody who joins sees it soon. */
const DRAW_EVERY: Millis = 500;
const SIZE = { width: 1280, height: 720 } as const;

/**
 * A picture instead of the camera's: `text` in white on black, or black alone for a camera that is switched off.
 * (A sender without a track would leave the last frame frozen at the peer.) Stops with the scope.
 */
export function placeholder({
  scope,
  clock,
  text = '',
}: {
  scope: Scope;
  clock: Clock;
  text?: string;
}): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  // Frames are taken when something is drawn: the loop decides the rate.
  const [track] = canvas.captureStream().getVideoTracks();
  if (!track) throw new Error('the browser gives no track of a canvas');
  const draw = (): void => {
    if (context) paint(context, text);
    cancel = clock.after(DRAW_EVERY, draw);
  };
  let cancel = (): void => {};
  draw();
  scope.add(() => {
    cancel();
    track.stop();
  });
  return track;
}

function paint(context: CanvasRenderingContext2D, text: string): void {
  context.fillStyle = '#000';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  if (!text) return;
  context.fillStyle = '#fff';
  context.font = '64px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, SIZE.width / 2, SIZE.height / 2, SIZE.width - 80);
}
