import type { CallerChoice, ProviderCallEvent } from './call/events.ts';
import type { People } from './people/people.ts';
import { isTestCall } from './test-calls.ts';

export type Invited = Extract<ProviderCallEvent, { type: 'invited' }>;

/** What has to be known of the device when somebody calls. */
export interface Reception {
  readonly people: Pick<People, 'choice' | 'named'>;
  /** Whether a ring would be heard now: sound is allowed and turned up. */
  readonly audible: () => boolean;
  /** Whether the browser has not been told to keep the microphone (and the camera, where it is this device's) shut. */
  readonly mayOpen: (video: boolean) => boolean;
}

/**
 * An invitation as the core is to see it: under the name that is used here, and with what was chosen for who calls.
 * null: blocked; nothing rings, and nothing is written down. Who tries the ring hears it, also while it is quiet.
 */
export function received(event: Invited, { people, audible, mayOpen }: Reception): Invited | null {
  if (isTestCall(event)) return { ...event, caller: { autoAnswer: 'off', throughQuiet: true } };
  const { blocked, autoAnswer, throughQuiet } = people.choice(event.peer);
  if (blocked) return null;
  const mayDropIn = autoAnswer !== 'off' && audible() && mayOpen(autoAnswer === 'video');
  const caller: CallerChoice = { autoAnswer: mayDropIn ? autoAnswer : 'off', throughQuiet };
  return { ...event, peer: people.named(event.peer), caller };
}
