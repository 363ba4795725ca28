/**
 * In place of the table of look-alike letters (118 kB) that matrix-js-sdk uses to tell apart two members of one room
 * whose names look the same. Our rooms have one other person; names there are compared as they are.
 */
export default function unhomoglyph(text: string): string {
  return text;
}
