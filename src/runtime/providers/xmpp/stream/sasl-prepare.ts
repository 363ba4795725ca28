/** Other spaces (RFC 3454, C.1.2) become a space. */
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g;
/** Mapped to nothing (RFC 3454, B.1). */
const NOTHING = /\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/g;

/**
 * SASLprep (RFC 4013) as far as it changes a password: mapping and normalisation. What it would prohibit is passed on;
 * a server that refuses it says so.
 */
export function preparePassword(password: string): string {
  return password.replaceAll(SPACES, ' ').replaceAll(NOTHING, '').normalize('NFKC');
}
