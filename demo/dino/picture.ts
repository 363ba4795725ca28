import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Pixels, row by row from the top left, three bytes each: red, green, blue. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle in pixels; right and bottom are the first that are not part of it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

const headerLines = 3;

/** What a display shows now, all of it. */
export async function capture(display: string): Promise<Picture> {
  return parsePpm(await bytes('import', ['-display', display, '-window', 'root', '-depth', '8', 'ppm:-']));
}

async function bytes(command: string, args: readonly string[]): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024, timeout: 10_000 } as const;
  return (await promisify(execFile)(command, args, options)).stdout;
}

/** A binary PPM: "P6", width and height, greatest value, each on a line, then the pixels. */
export function parsePpm(ppm: Buffer): Picture {
  let at = 0;
  const lines = Array.from({ length: headerLines }, () => {
    const end = ppm.indexOf('\n', at);
    const line = ppm.toString('latin1', at, end);
    at = end + 1;
    return line;
  });
  const [width, height] = lines[1]!.split(' ').map(Number);
  return { width: width!, height: height!, data: ppm.subarray(at) };
}

export function colourAt({ width, data }: Picture, x: number, y: number): Colour {
  const at = (Math.floor(y) * width + Math.floor(x)) * 3;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
}

/** The smallest box around all pixels of an area that are so; null if none is. */
export function boxOf(picture: Picture, isSo: (colour: Colour) => boolean, area: Box): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left; x < area.right; x++) {
      if (!isSo(colourAt(picture, x, y))) continue;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  return right < 0 ? null : { left, top, right, bottom };
}

/** The greatest difference of a channel, 0 to 255. */
export const distance = (a: Colour, b: Colour): number =>
  Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));
