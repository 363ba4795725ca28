import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import { StreamError } from './problems.ts';

const RELATION = 'urn:xmpp:alt-connections:websocket';
/** How long a server may take to tell its addresses. */
const TIMEOUT: Millis = 10_000;

/** Whether a WebSocket may carry a password: TLS, or a server on this device (W3C Secure Contexts, 3.1). */
export function isSecure(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'wss:' || (protocol === 'ws:' && /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
  );
}

export interface LookupOptions {
  readonly domain: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Finds the WebSocket of a domain (XEP-0156): asks for host-meta as JSON and as XML at once, and takes the first
 * secure address.
 * @throws StreamError `no-address`; `not-secure` where all that is told is without TLS; `closed` by the signal
 */
export async function findWebSocket(options: LookupOptions): Promise<string> {
  const answers = await Promise.all([read(options, 'host-meta.json', fromJson), read(options, 'host-meta', fromXml)]);
  if (options.signal.aborted) throw new StreamError('closed');
  const addresses = answers.flat();
  const secure = addresses.find(isSecure);
  if (secure === undefined) throw new StreamError(addresses.length > 0 ? 'not-secure' : 'no-address');
  return secure;
}

/** What a file tells; nothing where it is not there, or is something else. */
async function read(
  { domain, clock, signal, fetch = globalThis.fetch }: LookupOptions,
  file: string,
  addressesOf: (text: string) => readonly string[],
): Promise<readonly string[]> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const cancel = clock.after(TIMEOUT, stop);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const response = await fetch(`https://${domain}/.well-known/${file}`, {
      signal: abort.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    return response.ok ? addressesOf(await response.text()) : [];
  } catch {
    return [];
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
  }
}

function fromJson(text: string): readonly string[] {
  const file: unknown = JSON.parse(text);
  const links = isRecord(file) && Array.isArray(file['links']) ? (file['links'] as readonly unknown[]) : [];
  return links.flatMap((link) => (isRecord(link) ? addressOf(link['rel'], link['href']) : []));
}

function fromXml(text: string): readonly string[] {
  const file = new DOMParser().parseFromString(text, 'application/xml');
  return [...file.getElementsByTagNameNS('*', 'Link')].flatMap((link) =>
    addressOf(link.getAttribute('rel'), link.getAttribute('href')),
  );
}

function addressOf(relation: unknown, address: unknown): readonly string[] {
  return relation === RELATION && typeof address === 'string' && /^wss?:/i.test(address) ? [address] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
