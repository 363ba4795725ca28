import { colourAt, distance, type Box, type Picture } from './picture.ts';

/** Blocks of the strip at the top of a camera's picture: milliseconds modulo 2^32, white = 1, highest bit left. */
const bits = 32;
const period = 2 ** bits;
/** A picture in the area is at least this part of its width, and in its middle but for so many pixels. */
const narrowest = 0.6;
const aside = 6;
/** Milliseconds a picture may be old. The clocks agree, so all bits above these are known. */
const oldest = 60_000;

/**
 * The time in the strip of a camera's picture that is shown in the middle of an area, at any scale, in milliseconds
 * since 1970; null where there is none.
 * @param now when the screen was looked at, in milliseconds since 1970
 */
export function readTimecode(picture: Picture, now: number, area: Box = wholeOf(picture)): number | null {
  for (let y = area.top; y < area.bottom; y += 2) {
    const time = readLine(greys(picture, y, area), now);
    if (time !== null) return time;
  }
  return null;
}

const wholeOf = ({ width, height }: Picture): Box => ({ left: 0, top: 0, right: width, bottom: height });

/** A pixel of a line: 0 black, 1 white, -1 neither. */
type Line = Int8Array;

function greys(picture: Picture, y: number, { left, right }: Box): Line {
  return Int8Array.from({ length: right - left }, (_, i) => {
    const colour = colourAt(picture, left + i, y);
    if (distance(colour, [0, 0, 0]) < 90) return 0;
    return distance(colour, [255, 255, 255]) < 90 ? 1 : -1;
  });
}

/** Every place and width at which the line could be a strip; the known bits at its left tell which one is. */
function readLine(line: Line, now: number): number | null {
  for (let width = line.length; width >= line.length * narrowest; width--) {
    const middle = Math.floor((line.length - width) / 2);
    for (let left = Math.max(0, middle - aside); left <= Math.min(middle + aside, line.length - width); left++) {
      const time = read(line, left, width, now);
      if (time !== null) return time;
    }
  }
  return null;
}

/** A strip has black and white only, each block its own colour from near its left to near its right end. */
function read(line: Line, left: number, width: number, now: number): number | null {
  let code = 0;
  for (let bit = 0; bit < bits; bit++) {
    const at = (share: number) => line[Math.floor(left + ((bit + share) * width) / bits)];
    const middle = at(0.5);
    if (middle === undefined || middle < 0 || at(0.25) !== middle || at(0.75) !== middle) return null;
    code = code * 2 + middle;
  }
  const behind = ((((now - code) % period) + period * 1.5) % period) - period / 2;
  return Math.abs(behind) < oldest ? now - behind : null;
}
