import type { CallView, Snapshot } from '../../runtime/api.ts';
import type { Ring } from '../../runtime/worker/messages.ts';
import { t } from '../localize/more.ts';
import { type HideNames, hides } from '../overlay/hiding.ts';

/** Who would see it otherwise, and whether the browser may show it. */
export interface Sight {
  /** Nobody sees this page now. */
  readonly hidden: boolean;
  /** Asked only where it matters: the answer comes from another process of the browser. */
  allowed(): boolean;
}

/** The rings that somebody has to be told of beside the page. Pure. */
export function ringsToTell(snapshot: Snapshot, { hidden, allowed }: Sight, hide: HideNames): readonly Ring[] {
  const { role, calls, sounding } = snapshot;
  if (role !== 'owner' || !hidden || !allowed()) return [];
  const ringing = calls.filter(({ phase }) => phase === 'ringing-in');
  // In a call, an answer would end that one: this is decided where both are seen.
  const runs = calls.some(({ phase, reason }) => phase !== 'ringing-in' && reason === null);
  return ringing.map((call) => ringOf(call, hides(call, hide), !runs, sounding !== null));
}

function ringOf(call: CallView, nameless: boolean, answerable: boolean, heard: boolean): Ring {
  const { offered } = call;
  return {
    callId: call.id,
    title: nameless ? t('in.private') : t('in.waiting', { n: call.peer.name }),
    body: t(offered.video ? 'in.video' : 'in.voice'),
    silent: heard || call.silenced,
    until: call.deadline ?? 0,
    actions: [
      ...(answerable ? [{ action: 'answer' as const, title: t(offered.video ? 'in.answer_video' : 'in.answer') }] : []),
      { action: 'decline', title: t('in.decline') },
    ],
  };
}
