import { redact } from '../platform/redact.ts';

const HOLE = '…';
const HOST = String.raw`\[[\da-f:.]+\]|[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?`;
/** Domains that we name, and those that errors of Home Assistant most likely name. */
const ENTITIES =
  'input_[a-z]+|counter|timer|camera|media_player|person|device_tracker|zone|(?:binary_)?sensor|light|switch|lock|' +
  'script|automation|scene|group|event|notify|button|select|text';

/** In this order: what is replaced first is not looked at again. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // What somebody wrote or is called stands in quotes where it stands at all.
  [/"[^"\n]*"?/g, `"${HOLE}"`],
  [/[“«„][^”»“\n]*[”»“]?/g, `"${HOLE}"`],
  // Of an address of the web the server; paths and queries name rooms, people and tokens.
  [new RegExp(String.raw`\b(https?|wss?)://(?:[^\s/@]*@)?(${HOST})(:\d+)?[^\s)\]]*`, 'giu'), `$1://$2$3/${HOLE}`],
  // Matrix: users keep their server, everything else has none to tell.
  [new RegExp(String.raw`@[^\s:@]+:(${HOST})(:\d+)?`, 'giu'), `@${HOLE}:$1$2`],
  [new RegExp(String.raw`[!#$+][^\s:@]+:(?:${HOST})(:\d+)?`, 'giu'), HOLE],
  [/[!$][\w+/=-]{16,}/g, HOLE],
  // JIDs and mail addresses, with a resource.
  [new RegExp(String.raw`[^\s@<>"'(),;=…]+@(${HOST})(?:/[^\s),]+)?`, 'giu'), `${HOLE}@$1`],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, HOLE],
  // IPv6, and the addresses of network cards; a time of day has fewer colons.
  [/(?<![\p{L}\p{N}:])(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}(?![\p{L}\p{N}:])|[\da-f:]*::[\da-f:]*/giu, HOLE],
  // Entities are named after rooms and people.
  [new RegExp(String.raw`\b(${ENTITIES})\.[a-z0-9_]+`, 'g'), `$1.${HOLE}`],
  [/\+?\d[\d\s()/-]{5,}\d/g, HOLE],
];

/**
 * A line of the log as it may be given to strangers: without secrets, addresses beyond their server, quoted words, and
 * the given names. Rather too little of it than too much.
 */
export function hide(text: string, names: readonly string[]): string {
  const known = namesPattern(names);
  // Secrets first, while they are whole.
  let hidden = redact(text);
  if (known) hidden = hidden.replace(known, HOLE);
  for (const [pattern, hole] of RULES) hidden = hidden.replace(pattern, hole);
  return redact(hidden).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** Each name, and each of its words: a log line may have the first name only. null without any. */
function namesPattern(names: readonly string[]): RegExp | null {
  const parts = new Set<string>();
  for (const name of names) {
    const whole = name.trim();
    if (whole !== '') parts.add(whole);
    for (const word of whole.split(/[^\p{L}\p{N}]+/u)) if ([...word].length > 2) parts.add(word);
  }
  if (parts.size === 0) return null;
  const longestFirst = [...parts].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.join('|')})(?![\p{L}\p{N}])`, 'giu');
}
