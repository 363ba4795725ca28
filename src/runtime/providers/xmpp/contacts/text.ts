import { bareOf } from '../jmi/jid.ts';

/** RFC 7622, 3.1: octets of each part of a JID. Characters are counted here; no real one comes near. */
const MAX_PART = 1023;
/** Characters of a name that is shown. */
const MAX_NAME = 200;
// A JID with any of these would not have passed a server; whoever builds addresses from it relies on that.
// eslint-disable-next-line no-control-regex
const NOT_IN_JID = /[\u0000-\u0020\u007f<>"&']/;
// Control characters, and those that turn the direction of what follows: a name must not rewrite its surroundings.
// eslint-disable-next-line no-control-regex
const NOT_IN_NAME = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** A JID, bare or full, as somebody else wrote it; null where it is none. */
export function readJid(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const bare = bareOf(value);
  const resource = value.slice(bare.length + 1);
  const at = bare.indexOf('@');
  const [local, domain] = at < 0 ? [null, bare] : [bare.slice(0, at), bare.slice(at + 1)];
  if (local === '' || domain === '' || domain.includes('@') || NOT_IN_JID.test(bare)) return null;
  return [local ?? '', domain, resource].every((part) => part.length <= MAX_PART) ? value : null;
}

/** A bare JID; null where it is none, or has a resource. */
export function readBareJid(value: string | null | undefined): string | null {
  const jid = readJid(value);
  return jid !== null && !jid.includes('/') ? jid : null;
}

/** The part before the @, which reads better than all of it; a server's whole name. */
export function localPart(jid: string): string {
  const at = jid.indexOf('@');
  return at > 0 ? jid.slice(0, at) : jid;
}

export function domainOf(jid: string): string {
  const bare = bareOf(jid);
  return bare.slice(bare.indexOf('@') + 1);
}

/** A name as it may be shown: one line, at most 200 characters; empty where nothing is left. */
export function readName(value: string | null | undefined): string {
  return (value ?? '')
    .slice(0, 2 * MAX_NAME)
    .replaceAll(NOT_IN_NAME, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .toWellFormed();
}
