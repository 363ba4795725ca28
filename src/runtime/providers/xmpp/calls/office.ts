import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { JmiEvent } from '../jmi/state.ts';
import type { Goodbye } from './goodbye.ts';
import type { Post } from './post.ts';

/** What every call of an account works with. */
export interface Office<Call> {
  /** Our full JID. */
  readonly own: string;
  readonly platform: Platform;
  readonly post: Post;
  /** ICE servers that hold now, and whether only relays may be used. */
  configuration(): Promise<RTCConfiguration>;
  emit(event: Exclude<ProviderCallEvent, { type: 'invited' }>): void;
  /** Something happened to a call: XEP-0353 says what follows. */
  tell(event: JmiEvent): void;
  /** What an abandoned session of this id is ended by, as it is now. */
  goodbye(sid: string): Goodbye;
  /** The call is of this session from now on. */
  register(call: Call, sid: string): void;
  /** It is over: nothing of its session does anything any more. */
  forget(call: Call): void;
}
