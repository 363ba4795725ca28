import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import { childOf, element, textOf } from '../jingle/element.ts';
import { bareOf } from '../jmi/jid.ts';
import type { Wire } from '../wire.ts';
import { NS_TIME } from './namespaces.ts';

/** What begins a stream waits for it. */
const WITHIN: Millis = 3_000;

/**
 * How far the server's clock (XEP-0202) is ahead of ours, taken at the middle of question and answer.
 * @throws WireError where it does not tell
 */
export async function askTime(wire: Pick<Wire, 'ask' | 'own'>, clock: Clock): Promise<Millis> {
  const bare = bareOf(wire.own);
  const asked = clock.now();
  const to = bare.slice(bare.indexOf('@') + 1);
  const answer = await wire.ask({ to, type: 'get', payload: element(NS_TIME, 'time'), timeout: WITHIN });
  const utc = answer && childOf(answer, NS_TIME, 'utc');
  const told = utc ? Date.parse(textOf(utc)) : Number.NaN;
  if (!utc || !Number.isFinite(told)) throw new Error('no time was told');
  // Servers that tell whole seconds cut the rest off.
  const cutOff = textOf(utc).includes('.') ? 0 : 500;
  return told + cutOff - (asked + clock.now()) / 2;
}
