/** What is wrong with the address of a go2rtc, for a page that wants to speak with it. */
export type AddressProblem = 'no_server' | 'server_insecure';

/** Whether a text can be the address of a go2rtc: of HTTP, its API below it, nothing of a secret in it. */
export function isServerAddress(text: string): boolean {
  return read(text) !== null;
}

/**
 * The address that those of its API are relative to: `https://house.example/go2rtc/` behind a proxy.
 * @param text as somebody wrote it; '': none is set
 * @param pageProtocol `https:` where this page came by HTTPS: a browser then speaks HTTP with this machine alone
 */
export function serverAddress(text: string, pageProtocol: string): URL | AddressProblem {
  const address = read(text);
  if (!address) return 'no_server';
  if (pageProtocol === 'https:' && address.protocol === 'http:' && !isLoopback(address)) return 'server_insecure';
  return address;
}

/** A password is no part of it: the address goes to media players, whose states everybody in the house can read. */
function read(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  const { protocol, username, password, search, hash } = address;
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  if ([username, password, search, hash].some((part) => part !== '')) return null;
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
