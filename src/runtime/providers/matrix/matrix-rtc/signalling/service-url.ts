const MAX_URL = 1_000;

/** An address that tokens may be asked for; null for everything else. */
export function readServiceUrl(given: unknown): string | null {
  if (typeof given !== 'string' || given.length > MAX_URL || !URL.canParse(given)) return null;
  const { protocol, username, password, origin, pathname } = new URL(given);
  if (!/^https?:$/.test(protocol) || username + password !== '') return null;
  return origin + pathname.replace(/\/+$/, '');
}
