import type { CallAssist, CallView } from '../../../runtime/api.ts';
import type { DisplayId } from '../../../runtime/displays/view.ts';

/** The partner in this page answers at once; a machine that is busy needs a moment, in ms. */
const ANSWERS_WITHIN = 15_000;

const TALKS: ReadonlySet<CallView['phase']> = new Set(['active', 'reconnecting']);
const OVER: ReadonlySet<CallView['phase']> = new Set(['ending', 'ended']);

/**
 * A call with oneself that goes to a display as soon as it runs; what comes of it there is seen in the call.
 * @param name of the partner, in the person's language
 * @returns whether it came so far
 */
export async function tryDisplay(callAssist: CallAssist, display: DisplayId, name: string): Promise<boolean> {
  const others = new Set(callAssist.snapshot.value.calls.map(({ id }) => id));
  const { ok } = await callAssist.testCall({ video: true, name });
  const callId = ok ? await running(callAssist, others) : null;
  if (callId === null) return false;
  return (await callAssist.command({ type: 'set-display', display, callId, by: 'touch' })).ok;
}

/** The new call once it runs; null: it ended before, or none came. */
function running(
  { snapshot }: Pick<CallAssist, 'snapshot'>,
  others: ReadonlySet<string>,
): Promise<CallView['id'] | null> {
  return new Promise((resolve) => {
    const settle = (id: CallView['id'] | null): void => {
      stop();
      clearTimeout(timer);
      resolve(id);
    };
    const look = (): void => {
      const call = snapshot.value.calls.find(({ id }) => !others.has(id));
      if (call && (TALKS.has(call.phase) || OVER.has(call.phase))) settle(TALKS.has(call.phase) ? call.id : null);
    };
    const stop = snapshot.subscribe(look);
    const timer = setTimeout(() => settle(null), ANSWERS_WITHIN);
    look();
  });
}
