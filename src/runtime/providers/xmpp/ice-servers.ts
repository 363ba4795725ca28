import type { Millis } from '../../call/call.ts';
import { childrenOf, type XmlElement } from './jingle/element.ts';
import { attribute } from './jingle/values.ts';

/** XEP-0215. */
export const NS_SERVICES = 'urn:xmpp:extdisco:2';
/** Each one is asked for candidates; more make calls slower. */
const MOST = 8;
// A host name or an IP address: it becomes part of a URL.
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|[0-9a-f:.]{2,45})$/i;

/** What a server offers for calls. */
export interface Offer {
  readonly servers: readonly RTCIceServer[];
  /** Whether there is a relay among them (TURN). */
  readonly relay: boolean;
  /** When the first of its credentials ends, by the server's clock; null where none does. */
  readonly expires: Millis | null;
}

/**
 * Reads `<services/>` into addresses that a browser takes: no query behind `stun:`, TURN with its transport and only
 * with credentials. What is not understood is left out.
 */
export function readServices(services: XmlElement): Offer {
  const read = childrenOf(services, NS_SERVICES, 'service').map(readService).filter(isSomething);
  const unique = [...new Map(read.map((service) => [String(service.server.urls), service])).values()];
  // Relays first: with many of both it is them that calls cannot do without.
  const chosen = [...unique.filter(({ relay }) => relay), ...unique.filter(({ relay }) => !relay)].slice(0, MOST);
  const ends = chosen.map(({ expires }) => expires).filter(isSomething);
  return {
    servers: chosen.map(({ server }) => server),
    relay: chosen.some(({ relay }) => relay),
    expires: ends.length > 0 ? Math.min(...ends) : null,
  };
}

interface Service {
  readonly server: RTCIceServer;
  readonly relay: boolean;
  readonly expires: Millis | null;
}

function readService(service: XmlElement): Service | null {
  const [type, host = '', port, transport = 'udp'] = ['type', 'host', 'port', 'transport'].map(
    (name) => attribute(service, name) ?? undefined,
  );
  if (!HOST.test(host) || (port !== undefined && !/^\d{1,5}$/.test(port))) return null;
  const address = `${host.includes(':') ? `[${host}]` : host}${port === undefined ? '' : `:${port}`}`;
  if (type === 'stun' || type === 'stuns') {
    // STUN over TCP is none that browsers do.
    if (type === 'stun' && transport !== 'udp') return null;
    return { server: { urls: `${type}:${address}` }, relay: false, expires: null };
  }
  const [username, credential] = [attribute(service, 'username'), attribute(service, 'password')];
  if ((type !== 'turn' && type !== 'turns') || (transport !== 'udp' && transport !== 'tcp')) return null;
  if (!username || !credential) return null;
  const urls = `${type}:${address}?transport=${transport}`;
  const expires = Date.parse(attribute(service, 'expires') ?? '');
  return { server: { urls, username, credential }, relay: true, expires: Number.isFinite(expires) ? expires : null };
}

function isSomething<T>(value: T | null): value is T {
  return value !== null;
}
