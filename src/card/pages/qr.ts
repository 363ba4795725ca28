import { toSvgPath } from 'lean-qr/extras/svg';
import { generate } from 'lean-qr/nano';

/** A text as a QR code: modules of a side, and the outline of the dark ones for an SVG path. null: it is too long. */
export function draw(text: string): { readonly size: number; readonly path: string } | null {
  try {
    const code = generate(text);
    return { size: code.size, path: toSvgPath(code) };
  } catch {
    return null;
  }
}
