import type { CallAssist, CallView } from '../../runtime/api.ts';

/** Whether there is a ring that can be made silent: it stays on the screen, and goes on at the other side. */
export function silenceable(callAssist: CallAssist, { phase, silenced }: CallView): boolean {
  const { sounding, soundBlocked } = callAssist.snapshot.value;
  return phase === 'ringing-in' && !silenced && sounding !== null && !soundBlocked;
}

export async function silence(callAssist: CallAssist, { id }: CallView): Promise<void> {
  await callAssist.command({ type: 'silence', callId: id, by: 'touch' });
}
