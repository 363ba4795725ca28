const NAMES: Readonly<Record<string, string>> = { 'sha-1': 'SHA-1', 'sha-256': 'SHA-256', 'sha-512': 'SHA-512' };

/**
 * Hashes by an algorithm of IANA's "Hash Function Textual Names" (XEP-0300, 3.1). Null where we do not know it, or the
 * page is not secure, so that the browser hashes nothing.
 */
export async function digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const name = Object.hasOwn(NAMES, algorithm) ? NAMES[algorithm] : undefined;
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  if (name === undefined || !subtle) return null;
  return new Uint8Array(await subtle.digest(name, data));
}

/** RFC 4648, 4. */
export function base64(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data));
}

export function hexadecimal(data: Uint8Array): string {
  return [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
