import type { EndReason } from '../../../../../../../src/runtime/call/call.ts';
import type { Media } from '../../../../../../../src/runtime/providers/xmpp/jingle/types.ts';
import type { JmiMessage } from '../../../../../../../src/runtime/providers/xmpp/jmi/messages.ts';
import { reduce } from '../../../../../../../src/runtime/providers/xmpp/jmi/reduce.ts';
import {
  type Caller,
  JMI_POLICY,
  type JmiContext,
  type JmiEffect,
  type JmiEvent,
  type JmiState,
  NO_SESSIONS,
} from '../../../../../../../src/runtime/providers/xmpp/jmi/state.ts';

export const OWN = 'kiosk@home/panel';
export const ANN = 'ann@a/phone';
export const ANN_TABLET = 'ann@a/tablet';
const BOTH: readonly Media[] = ['audio', 'video'];
export const NOW = 1_000_000;

export const context: JmiContext = { own: OWN, policy: JMI_POLICY, now: NOW };

interface Said {
  readonly from?: string;
  readonly to?: string;
  readonly age?: number;
  readonly caller?: Caller;
}
export function says(message: JmiMessage, said: Said = {}): JmiEvent {
  const { from = ANN, to = OWN, age = 0, caller = 'contact' } = said;
  return { type: 'message', envelope: { from, to, stamp: null, message }, age, caller };
}
export const proposes = (id: string, said: Said = {}, media = BOTH): JmiEvent =>
  says({ action: 'propose', id, media }, { to: 'kiosk@home', ...said });
export const dials = (id: string, media = BOTH): JmiEvent => ({ type: 'dial', id, peer: 'ann@a', media });
export const hangsUp = (id: string, reason: EndReason = 'hung_up'): JmiEvent => ({ type: 'hang-up', id, reason });
export const plain = (action: 'ringing' | 'proceed' | 'accept', id: string): JmiMessage => ({ action, id });
export const no = (action: 'reject' | 'retract', id: string, tieBreak = false): JmiMessage => {
  return { action, id, reason: tieBreak ? 'expired' : null, tieBreak };
};
export const finished = (id: string, migratedTo: string | null = null): JmiMessage => {
  return { action: 'finish', id, reason: 'success', migratedTo };
};
export const initiates = (id: string, said: Said & { readonly media?: readonly Media[] } = {}): JmiEvent => {
  const { from = ANN, caller = 'contact', media = BOTH } = said;
  return { type: 'initiate', id, from, media, caller };
};

/** Everything one after the other; what the last one made is told apart. */
export function tell(events: readonly JmiEvent[], at: Partial<JmiContext> = {}): [JmiState, readonly JmiEffect[]] {
  let last: [JmiState, readonly JmiEffect[]] = [NO_SESSIONS, []];
  for (const event of events) last = [...reduce(last[0], event, { ...context, ...at })];
  return last;
}

/** An effect in a few words. */
export function word(effect: JmiEffect): string {
  switch (effect.type) {
    case 'send': {
      const { message, to } = effect;
      const reason = 'reason' in message && message.reason ? ` ${message.reason}` : '';
      return `${message.action}${reason}${'tieBreak' in message && message.tieBreak ? ' tie-break' : ''} → ${to}`;
    }
    case 'ended':
      return `ended ${effect.reason}`;
    case 'refuse':
      return `refuse ${effect.why}`;
    case 'terminate':
      return `terminate ${effect.reason}`;
    case 'initiate':
      return `initiate → ${effect.to}`;
    case 'continue':
      return `continue as ${effect.to}`;
    default:
      return effect.type;
  }
}

/** What has become of a session (`!` contested, `+` connected), and what is to be done. */
export function outcome([state, effects]: readonly [JmiState, readonly JmiEffect[]], id = 'm'): string {
  const session = state.sessions.find((one) => one.id === id);
  const flags = session ? [session.contested ? '!' : '', session.connected ? '+' : ''].join('') : '';
  const phase = session ? `${session.phase}${flags}` : state.past.includes(id) ? 'over' : '–';
  return [phase, ...effects.map(word)].join('; ');
}
