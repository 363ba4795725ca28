import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../../demo/wait.ts';
import type { ElementCallPeer } from './element-call.ts';

/** Blocks of a timecode's strip that are not covered by the small picture of oneself: all but a quarter of a second. */
const VISIBLE = 24;
const BITS = 32;
/** The oldest picture that still counts as live. */
const FRESH = 5_000;

/**
 * A person sees the camera: its burnt-in clock is in a picture of Element Call's screen, in the tile of the other one.
 * What is decoded may still be hidden behind an avatar; this looks at pixels.
 */
export async function cameraIsPainted(peer: ElementCallPeer): Promise<void> {
  await waitFor(
    `the camera's clock on the screen of ${peer.name}`,
    async () => {
      const age = await paintedAge(peer);
      return age !== null && Math.abs(age) < FRESH;
    },
    { timeout: 15_000, interval: 200 },
  ).catch(async (error: Error) => {
    const path = join(tmpdir(), `call-assist-element-call-${peer.name}.png`);
    await peer.page.screenshot({ path });
    throw new Error(`${error.message}; it shows ${path}`);
  });
}

/** How old the picture is, in milliseconds; null where no strip can be read. */
async function paintedAge(peer: ElementCallPeer): Promise<number | null> {
  const box = await peer.frame?.locator('video[data-lk-local-participant="false"]').first().boundingBox();
  if (!box) return null;
  const now = Date.now();
  const png = await peer.page.screenshot({ type: 'png' });
  const greys = await peer.page.evaluate(readLine, { png: png.toString('base64'), box, bits: BITS });
  if (greys.slice(0, VISIBLE).some((grey) => grey > 90 && grey < 165)) return null;
  const high = greys.slice(0, VISIBLE).reduce((code, grey) => code * 2 + (grey > 127 ? 1 : 0), 0);
  const unit = 2 ** (BITS - VISIBLE);
  return (now % 2 ** BITS) - high * unit;
}

interface Line {
  readonly png: string;
  /** Of the tile, in pixels of the page. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number };
  readonly bits: number;
}

/** Runs in the page. @returns the grey in the middle of each block of a strip, just below the upper edge of the tile */
async function readLine({ png, box, bits }: Line): Promise<number[]> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0);
  // The page's own scale; the tile's corners are round.
  const scale = image.width / innerWidth;
  return Array.from({ length: bits }, (_, bit) => {
    const x = (box.x + ((bit + 0.5) * box.width) / bits) * scale;
    const [red, green, blue] = context.getImageData(x, (box.y + 4) * scale, 1, 1).data;
    return (red! + green! + blue!) / 3;
  });
}
