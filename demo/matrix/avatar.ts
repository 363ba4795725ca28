import { crc32, deflateSync } from 'node:zlib';

const size = 128;

/** A PNG of a face on a coloured ground: enough to see whose picture is where. */
export function avatar([red, green, blue]: readonly [number, number, number]): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: size }, (_, y) => [
    0, // filter: none
    ...Array.from({ length: size }, (__, x) => (isFace(x, y) ? [250, 235, 215] : [red, green, blue])).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8); // 8 bits a channel, RGB
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]),
  );
}

function isFace(x: number, y: number): boolean {
  const inside = (centreX: number, centreY: number, radius: number) => Math.hypot(x - centreX, y - centreY) < radius;
  const eye = inside(50, 56, 5) || inside(78, 56, 5);
  const mouth = inside(64, 70, 22) && !inside(64, 62, 22) && y > 74;
  return inside(64, 64, 44) && !eye && !mouth;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
