import type { Millis } from '../../../call/call.ts';
import type { Media } from '../jingle/types.ts';
import { type Envelope, ageOf } from './envelope.ts';
import { bareOf, isFull } from './jid.ts';

/** A call that nobody of ours answered, told once by its id. */
export interface MissedCall {
  readonly id: string;
  readonly from: string;
  readonly media: readonly Media[];
  /** By the server's clock. */
  readonly at: Millis;
}

/**
 * What calls came while we were away, from an archive in its order (XEP-0313; XEP-0353, "Disavowing Intent").
 * `missed`: over, or too old to ring, and no device of ours had answered or declined. `open`: may still ring; give
 * them to the machine like messages that have just come.
 * @param own our full JID
 * @param now by the server's clock
 */
export function readArchive(
  envelopes: readonly Envelope[],
  own: string,
  ringWindow: Millis,
  now: Millis,
): { readonly missed: readonly MissedCall[]; readonly open: readonly Envelope[] } {
  const account = bareOf(own);
  const calls = new Map<string, { readonly proposal: Envelope; state: 'open' | 'over' | 'dealt-with' }>();
  for (const envelope of envelopes) {
    const { from, to, message } = envelope;
    const ours = bareOf(from) === account;
    const call = calls.get(message.id);
    if (message.action === 'propose') {
      const forUs = !ours && isFull(from) && (to === account || to === own);
      if (!call && forUs) calls.set(message.id, { proposal: envelope, state: 'open' });
    } else if (!call || call.state === 'dealt-with') {
      continue;
    } else if (ours && message.action !== 'ringing') {
      call.state = 'dealt-with';
    } else if (bareOf(from) === bareOf(call.proposal.from)) {
      if (message.action === 'retract' || message.action === 'finish') call.state = 'over';
    }
  }
  const [missed, open]: [MissedCall[], Envelope[]] = [[], []];
  for (const { proposal, state } of calls.values()) {
    if (state === 'dealt-with' || proposal.message.action !== 'propose') continue;
    const { from, stamp, message } = proposal;
    const { id, media } = message;
    if (state === 'open' && ageOf(proposal, now) < ringWindow) open.push(proposal);
    else missed.push({ id, from, media, at: stamp ?? now });
  }
  return { missed, open };
}
