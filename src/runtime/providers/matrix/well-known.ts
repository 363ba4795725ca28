import { SignInError } from '../provider.ts';
import { isRecord, type Request } from './client-request.ts';

/** A complete Matrix user id in its parts. */
export interface UserId {
  readonly userId: string;
  readonly localpart: string;
  /** Server name with its port, if it has one. */
  readonly server: string;
}

// Spec appendices "Server name": DNS name, IPv4 or bracketed IPv6, with an optional port.
const SERVER_NAME = /^(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?$/i;
// Spec appendices "User identifiers": at most 255 bytes; historical ids hold any printable ASCII but the colon.
const LOCALPART = /^[\x21-\x39\x3b-\x7e]+$/;

/** Understands `@user:server`; null where that is not what it is. */
export function parseUserId(text: string): UserId | null {
  const userId = text.trim();
  const colon = userId.indexOf(':');
  if (!userId.startsWith('@') || colon < 2 || userId.length > 255) return null;
  const localpart = userId.slice(1, colon);
  const server = userId.slice(colon + 1);
  return LOCALPART.test(localpart) && SERVER_NAME.test(server) ? { userId, localpart, server } : null;
}

/** Where to look for a homeserver: addresses to try as they are, and hosts whose well-known file may name one. */
export type Lookup =
  { readonly kind: 'address'; readonly baseUrl: string } | { readonly kind: 'well-known'; readonly host: string };

/**
 * Turns what was typed into places to look, best first. An explicit address is tried before its well-known
 * file, a bare name after it: `example.org` is often a web site whose homeserver lives elsewhere.
 * @throws SignInError `needed` or `bad_address`
 */
export function lookups(homeserver: string, user: string): readonly Lookup[] {
  const typed = homeserver.trim();
  if (typed === '') {
    const id = parseUserId(user);
    if (!id) throw new SignInError('needed', 'homeserver');
    // The port belongs to federation; the well-known file is asked from the host (spec "Well-known URI").
    return [
      { kind: 'well-known', host: id.server.replace(/:\d+$/, '') },
      { kind: 'address', baseUrl: `https://${id.server}` },
    ];
  }
  const explicit = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  let url: URL;
  try {
    url = new URL(explicit ? typed : `https://${typed}`);
  } catch (cause) {
    throw new SignInError('bad_address', 'homeserver', { cause });
  }
  const usable = /^https?:$/.test(url.protocol) && SERVER_NAME.test(url.host) && url.username + url.password === '';
  if (!usable) throw new SignInError('bad_address', 'homeserver');
  const address: Lookup = { kind: 'address', baseUrl: withoutSlash(url.origin + url.pathname) };
  const wellKnown: Lookup = { kind: 'well-known', host: url.host };
  if (url.protocol === 'http:') return [address];
  return explicit || url.pathname !== '/' ? [address, wellKnown] : [wellKnown, address];
}

/**
 * Whether a page may talk to `baseUrl`: browsers block http from an https page (mixed content), except to
 * loopback, which they take for trustworthy (W3C Secure Contexts 3.1).
 */
export function mayConnect(baseUrl: string, pageProtocol: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:' || pageProtocol !== 'https:') return true;
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * Finds the homeserver's base address (client-server API "Server discovery", and a plain
 * `/_matrix/client/versions` for addresses that are typed).
 * @throws SignInError
 */
export async function discover(
  homeserver: string,
  user: string,
  request: Request,
  pageProtocol: string,
): Promise<string> {
  const field = homeserver.trim() === '' ? 'user' : 'homeserver';
  let offline: SignInError | null = null;
  for (const lookup of lookups(homeserver, user)) {
    try {
      const baseUrl = lookup.kind === 'address' ? lookup.baseUrl : await readWellKnown(lookup.host, request);
      if (baseUrl === null) continue;
      if (!mayConnect(baseUrl, pageProtocol)) throw new SignInError('server_not_secure', field);
      if (await speaksMatrix(baseUrl, request)) return baseUrl;
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      if (error.problem === 'cancelled' || error.problem === 'server_not_secure') throw error;
      // A server that is there but ill says more than the next guess, which fails for another reason.
      offline ??= error.problem === 'server_not_found' ? null : error;
    }
  }
  throw offline ?? new SignInError('server_not_found', field);
}

async function readWellKnown(host: string, request: Request): Promise<string | null> {
  const answer = await request('GET', `https://${host}/.well-known/matrix/client`).catch(ignoreUnlessCancelled);
  const entry = answer?.status === 200 ? answer.body['m.homeserver'] : null;
  const baseUrl = isRecord(entry) ? entry['base_url'] : null;
  if (typeof baseUrl !== 'string' || !/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) return null;
  return withoutSlash(baseUrl);
}

async function speaksMatrix(baseUrl: string, request: Request): Promise<boolean> {
  const answer = await request('GET', `${baseUrl}/_matrix/client/versions`);
  if (answer.status >= 500) throw new SignInError('server_error');
  return answer.status === 200 && Array.isArray(answer.body['versions']);
}

function ignoreUnlessCancelled(error: unknown): null {
  if (error instanceof SignInError && error.problem === 'cancelled') throw error;
  return null;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
