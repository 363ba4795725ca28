import type { MediaKinds, Millis } from '../call/call.ts';
import type { Platform } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';
import type { CallStats } from '../providers/provider.ts';

/** What is to flow before a call counts as connected, as known now. */
export interface FlowExpected {
  readonly send: MediaKinds;
  readonly receive: MediaKinds;
}

/** After this, something in each direction is enough: what is missing may be muted, or a camera that takes long. */
const LENIENT_AFTER: Millis = 3_000;
const LOOK_EVERY: Millis = 100;
const LOOK_EVERY_LATER: Millis = 500;

/**
 * Whether media flows in both directions that were agreed. Packets and frames count, not connection states:
 * a connected transport over which nothing can be decoded is no call.
 */
export function flows(
  { audio, video, relayed, roundTrip }: CallStats,
  { send, receive }: FlowExpected,
  elapsed: Millis,
): boolean {
  const complete =
    (!send.audio || audio.packetsSent > 0) &&
    (!send.video || video.framesSent > 0) &&
    (!receive.audio || audio.packetsReceived > 0) &&
    (!receive.video || video.framesDecoded > 0);
  // Nothing to receive is what a call looks like before the peer's tracks are known: that alone proves nothing yet.
  if (complete && (receive.audio || receive.video)) return true;
  if (elapsed < LENIENT_AFTER) return false;
  const sent = audio.packetsSent > 0 || video.framesSent > 0;
  const received = audio.packetsReceived > 0 || video.framesDecoded > 0;
  const transport = sent || received || relayed !== null || roundTrip !== null;
  return transport && (sent || !(send.audio || send.video)) && (received || !(receive.audio || receive.video));
}

export interface FlowOptions {
  readonly stats: () => Promise<CallStats>;
  /** Asked at every look: mutes and the peer's tracks change meanwhile. */
  readonly expects: () => FlowExpected;
  readonly platform: Platform;
  readonly scope: Scope;
  /** Called once, when media flows; never after the scope is closed. */
  readonly onFlowing: () => void;
}

/** Watches a call that was just answered until media flows. */
export function watchFlow({ stats, expects, platform, scope, onFlowing }: FlowOptions): void {
  const { clock, log } = platform;
  const began = clock.now();
  let cancel = (): void => {};
  scope.add(() => cancel());

  const look = async (): Promise<void> => {
    const seen = await stats().catch((error: unknown) => {
      log.log('debug', 'no statistics', error);
      return null;
    });
    if (scope.closed) return;
    const elapsed = clock.now() - began;
    if (seen && flows(seen, expects(), elapsed)) return onFlowing();
    cancel = clock.after(elapsed < LENIENT_AFTER ? LOOK_EVERY : LOOK_EVERY_LATER, () => void look());
  };
  void look();
}
