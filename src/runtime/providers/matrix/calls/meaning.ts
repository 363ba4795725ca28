import type { EndReason } from '../../../call/call.ts';
import { type Content, type SignalType, TYPES, text } from './contents.ts';
import { endReason } from './reasons.ts';

/** Where a call stands when a message of its peer comes. */
export interface Situation {
  /** `unanswered`: our invitation; `ringing`: theirs, here; `answered`: by us or by them. */
  readonly stage: 'unanswered' | 'ringing' | 'answered';
  /** Whether the peer may know of the call from us. */
  readonly announced: boolean;
  /** Whether media could flow at some time. */
  readonly connected: boolean;
  /** Whether the message is of the party that the call is with, or there is none yet. */
  readonly isOpponent: boolean;
  readonly ourParty: string;
}

/** What a message does: nothing (null), take the answer, stop ringing here, hand it to the link, or end the call. */
export type Meaning = null | 'accept' | 'elsewhere' | 'link' | { readonly ended: EndReason };

/** Pure: every message at every stage, also where it makes no sense. */
export function meaning(type: SignalType, content: Content, situation: Situation): Meaning {
  const { stage, announced, connected, isOpponent, ourParty } = situation;
  switch (type) {
    case TYPES.answer:
      return stage === 'unanswered' && announced ? 'accept' : null;
    case TYPES.reject:
      return stage === 'unanswered' ? { ended: endReason('outgoing', text(content['reason'])) } : null;
    case TYPES.hangup:
      return hangup(text(content['reason']), situation);
    case TYPES.selectAnswer: {
      const selected = text(content['selected_party_id']);
      const another = selected !== null && selected !== ourParty;
      return stage !== 'unanswered' && another && !connected && isOpponent ? 'elsewhere' : null;
    }
    case TYPES.candidates:
    case TYPES.negotiate:
    case TYPES.metadata:
      return 'link';
    case TYPES.invite:
      return null;
    default:
      return type satisfies never;
  }
}

function hangup(reason: string | null, { stage, connected, isOpponent }: Situation): Meaning {
  // `replaced`: they called at the same time, and their call goes on; its invitation is here or on its way.
  if (stage === 'unanswered') return reason === 'replaced' ? null : { ended: endReason('outgoing', reason) };
  if (stage === 'ringing') return { ended: endReason('incoming', reason) };
  return isOpponent ? { ended: endReason(connected ? 'connected' : 'answered', reason) } : null;
}
