import type { Millis } from '../../call/call.ts';
import type { Clock } from '../../platform/platform.ts';
import { pause } from '../../platform/wait.ts';

/** Pages of one house find their own addresses at once; a network card that does not answer is not waited for. */
const GATHER_WITHIN: Millis = 1_000;

/** Resolves when the description has all candidates, or those that were found within a second. */
export async function gathered(peer: RTCPeerConnection, clock: Clock, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const look = (): void => {
    if (peer.iceGatheringState === 'complete') done.abort();
  };
  peer.addEventListener('icegatheringstatechange', look, { signal: done.signal });
  // Not `AbortSignal.any`, which browsers of TVs may not have.
  signal.addEventListener('abort', () => done.abort(), { signal: done.signal });
  if (signal.aborted) done.abort();
  look();
  await pause(clock, GATHER_WITHIN, done.signal);
  done.abort();
}
