import type { CallAssist, CallView } from '../../runtime/api.ts';

/** A runtime that can stop the ring of a call which goes on ringing on the screen, and at the other side. */
type Silencing = CallAssist & { silence?(callId: string): void };

/** Whether there is a ring, and a way to stop it. */
export function silenceable(callAssist: Silencing, call: CallView): boolean {
  const { sounding, soundBlocked } = callAssist.snapshot.value;
  return callAssist.silence !== undefined && call.phase === 'ringing-in' && sounding !== null && !soundBlocked;
}

export function silence(callAssist: Silencing, call: CallView): void {
  callAssist.silence?.(call.id);
}
