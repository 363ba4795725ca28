import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFolder, domain, text } from './configuration.ts';

/** Somebody with an account on the stack's XMPP server. */
export interface XmppPerson {
  /** Bare. */
  readonly jid: string;
  readonly password: string;
  readonly name: string;
  readonly colour: readonly [number, number, number];
}

/** Somebody the kiosk has in its roster, in a group. */
export interface XmppContact extends XmppPerson {
  readonly group: string;
}

/** The names differ from those of the Matrix people, so that a name says who is meant. */
export const kiosk = person('kiosk', 'Kitchen', [3, 169, 244]);
export const people: readonly [XmppContact, ...XmppContact[]] = [
  { ...person('dora', 'Dora', [0, 137, 123]), group: 'Family' },
  { ...person('emil', 'Emil', [121, 85, 72]), group: 'Family' },
  { ...person('frieda', 'Frieda', [192, 202, 51]), group: 'Friends' },
];

function person(username: string, name: string, colour: XmppPerson['colour']): XmppPerson {
  return { jid: `${username}@${domain}`, password: `${username}-password`, name, colour };
}

interface RosterItem {
  readonly jid: string;
  readonly name: string;
  readonly group?: string;
}

/**
 * Writes accounts and rosters into Prosody's internal storage, before it starts: the kiosk and each of the people
 * see each other's presence, as after a request and its approval in both directions. What is there already stays.
 */
export function furnishAccounts(folder: string): void {
  for (const { jid, password } of [kiosk, ...people])
    store(folder, 'accounts', jid, `return { ["password"] = ${text(password)}; };\n`);
  store(folder, 'roster', kiosk.jid, roster(people));
  for (const { jid } of people) store(folder, 'roster', jid, roster([kiosk]));
}

/** Two new accounts that know each other and nobody else. The server may be running: it reads accounts when they sign in. */
export function furnishPair(folder: string, names: readonly [string, string]): readonly [XmppPerson, XmppPerson] {
  const [one, other] = [person(names[0], names[0], [0, 0, 0]), person(names[1], names[1], [0, 0, 0])];
  for (const { jid, password } of [one, other])
    store(folder, 'accounts', jid, `return { ["password"] = ${text(password)}; };\n`);
  store(folder, 'roster', one.jid, roster([other]));
  store(folder, 'roster', other.jid, roster([one]));
  return [one, other];
}

/** The folder and file names are Prosody's: letters and digits stay as they are, and ours have no others. */
function store(folder: string, name: string, jid: string, content: string): void {
  const [username = ''] = jid.split('@');
  const file = join(dataFolder(folder), domain, name, `${username}.dat`);
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function roster(items: readonly RosterItem[]): string {
  const lines = items.map(({ jid, name, group }) => {
    const groups = group === undefined ? '' : `[${text(group)}] = true; `;
    return `  [${text(jid)}] = { ["subscription"] = "both"; ["name"] = ${text(name)}; ["groups"] = { ${groups}}; };\n`;
  });
  return `return {\n  [false] = { ["version"] = 1; ["pending"] = { }; };\n${lines.join('')}};\n`;
}
