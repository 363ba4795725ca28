/** Bytes of a picture; real ones have some ten thousand. What is fetched goes through the stream that rings us. */
export const MAX_PICTURE = 262_144;
/** Pixels of a side: a small file can unfold to more than a tablet's memory. */
const MAX_SIDE = 4_096;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export type PictureType = 'image/png' | 'image/jpeg';

/** Base64 as it stands in a stanza, lines and all; null where it is none, or too large. */
export function decodePicture(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > 2 * MAX_PICTURE) return null;
  try {
    const binary = atob(text);
    if (binary.length > MAX_PICTURE) return null;
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** What the bytes are, whatever somebody calls them: a PNG or JPEG of reasonable size, or null. */
export function pictureType(data: Uint8Array<ArrayBuffer>): PictureType | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (PNG.every((byte, at) => data[at] === byte)) {
    return data.length >= 24 && isSize(view.getUint32(16), view.getUint32(20)) ? 'image/png' : null;
  }
  return data[0] === 0xff && data[1] === 0xd8 && isJpegSize(view) ? 'image/jpeg' : null;
}

/** ITU-T T.81, B.2.2: the frame header says how large the picture is. */
function isJpegSize(view: DataView): boolean {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return false;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return isSize(view.getUint16(at + 7), view.getUint16(at + 5));
    // A fill byte, or a segment with its length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return false;
}

function isSize(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE;
}
