import { readBareJid } from './contacts/text.ts';
import { bareOf } from './jmi/jid.ts';

/** An account's address in its parts, as a server would write it as far as that is known without it. */
export interface Address {
  /** Bare. */
  readonly jid: string;
  readonly local: string;
  readonly domain: string;
}

// A name, or an IP address literal; servers with names in other alphabets are written as they are (RFC 7622, 3.2).
const DOMAIN = /^(?:\[[0-9a-f:.]{2,45}\]|[^\s@/:?#\\[\]%]+)$/u;

/** Understands `name@server`, with or without a resource, and `xmpp:` URIs (RFC 5122); null where it is neither. */
export function parseAddress(text: string): Address | null {
  const jid = readBareJid(bareOf(withoutScheme(text.trim())).toLowerCase());
  if (jid === null) return null;
  const at = jid.indexOf('@');
  const [local, domain] = [jid.slice(0, at), jid.slice(at + 1).replace(/\.$/, '')];
  return at > 0 && DOMAIN.test(domain) ? { jid: `${local}@${domain}`, local, domain } : null;
}

function withoutScheme(text: string): string {
  if (!/^xmpp:/i.test(text)) return text;
  const path = text.slice('xmpp:'.length).replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
