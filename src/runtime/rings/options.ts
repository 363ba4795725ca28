import type { AccountEvents } from '../accounts.ts';
import type { CallMediaView, PersonView } from '../api.ts';
import type { Command, CommandResult } from '../command.ts';
import type { CallId, CallsState, Refusal } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import type { Readable } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { Station } from '../storage/storage.ts';
import type { openDoor } from './door-link.ts';

/** What rings need of the runtime. */
export interface RingsOptions {
  readonly platform: Platform;
  readonly homeAssistant: HomeAssistant;
  /** The owner's. */
  readonly scope: Scope;
  readonly events: AccountEvents;
  readonly state: Readable<CallsState>;
  readonly command: (command: Command) => Promise<CommandResult>;
  /** Says in the last result why a ring was refused. */
  readonly refuse: (reason: Refusal) => Promise<CommandResult>;
  /** The stations of this kiosk; the first is meant where none is named. */
  readonly stations: () => readonly Station[];
  /** The call that begins next with this id belongs to the station. */
  readonly place: (callId: CallId, slug: string) => void;
  readonly contacts: () => readonly PersonView[];
  readonly protocols: readonly string[];
  /** Live media of a call. */
  readonly media: (callId: CallId) => CallMediaView | null;
  /** Something that the page shows has changed. */
  readonly onChange: () => void;
  /** Injected by tests. */
  readonly openDoor?: typeof openDoor;
}
