/** Blocks of the strip at the top of a picture: a time in milliseconds modulo 2^32, white = 1, highest bit left. */
const bits = 32;

/** Draws the strip over the top of a picture. */
export function drawTimecode(context: CanvasRenderingContext2D, time: number, height: number): void {
  const width = context.canvas.width / bits;
  for (let bit = 0; bit < bits; bit++) {
    context.fillStyle = Math.floor((time % 2 ** bits) / 2 ** (bits - 1 - bit)) % 2 === 1 ? '#fff' : '#000';
    context.fillRect(bit * width, 0, width, height);
  }
}

/**
 * The time in the strip of a video's present frame, in milliseconds since 1970 (the one nearest to now).
 * null if there is no picture, or if its top is no strip: a block is neither white nor black, or the time is more
 * than a minute from now. Needs nothing of this module, so that it can be run in any page.
 */
export function readTimecode(video: HTMLVideoElement): number | null {
  const bits = 32;
  const period = 2 ** bits;
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  // Cameras' strips are 32 lines of 720 or of 360: a fiftieth from the top is inside both, at any scale.
  const line = Math.floor(height / 50);
  const context = new OffscreenCanvas(width, 1).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(video, 0, line, width, 1, 0, 0, width, 1);
  const { data } = context.getImageData(0, 0, width, 1);
  let code = 0;
  for (let bit = 0; bit < bits; bit++) {
    const light = data[Math.floor(((bit + 0.5) * width) / bits) * 4 + 1]!;
    if (light > 90 && light < 165) return null;
    code = code * 2 + (light > 127 ? 1 : 0);
  }
  const now = Date.now();
  const behind = ((((now - code) % period) + period * 1.5) % period) - period / 2;
  return Math.abs(behind) < 60_000 ? now - behind : null;
}
