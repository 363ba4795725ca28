import type { Platform } from '../platform/platform.ts';
import type { Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { CameraChoice } from '../call/call.ts';
import type { MemoryStore } from './helpers-memory.ts';
import type { HelperSnapshot } from './helpers-words.ts';
import type { HomeAssistant } from './home-assistant.ts';

/** What somebody asks for through helpers; the runtime's commands with `by: 'helper'`. */
export type HelperCommand =
  | { readonly type: 'dial'; readonly to: { readonly text: string }; readonly video: true; readonly by: 'helper' }
  | { readonly type: 'ring'; readonly text: string; readonly by: 'helper' }
  | { readonly type: 'answer'; readonly video: true; readonly by: 'helper' }
  | { readonly type: 'decline' | 'hang-up'; readonly by: 'helper' }
  | { readonly type: 'set-media'; readonly audio: boolean; readonly by: 'helper' }
  | { readonly type: 'set-media'; readonly video: boolean; readonly by: 'helper' }
  | { readonly type: 'set-camera'; readonly camera: CameraChoice; readonly by: 'helper' }
  | { readonly type: 'set-display'; readonly display: string; readonly by: 'helper' };

export interface HelpersOptions {
  readonly homeAssistant: HomeAssistant;
  /** The station whose helpers these are. */
  readonly slug: string;
  readonly snapshot: Readable<HelperSnapshot>;
  /** Refusals reach `_last_result` through the snapshot. */
  readonly command: (command: HelperCommand) => Promise<{ readonly ok: boolean; readonly reason?: string }>;
  readonly platform: Platform;
  /** Ends the binding; nothing is written any more. */
  readonly scope: Scope;
  /** Bound both ways when given. At start and after a loss Home Assistant's value wins. */
  readonly doNotDisturb?: Store<boolean>;
  /** What the binding has to know of an earlier page; without it that is forgotten. */
  readonly memory?: MemoryStore;
}
