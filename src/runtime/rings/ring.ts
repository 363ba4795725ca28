import type { Millis } from '../call/call.ts';

/** What every ring has: who gave the same to several stations gave them the same id. */
interface Common {
  /** 1 to 40 letters, digits and `_ . : -`. */
  readonly id: string;
}

/** What rings: it shows who wants something, for as long as it is told to. */
interface Ringing extends Common {
  /** Who calls, as people read it. null: the name of what it is about. */
  readonly name: string | null;
  /** null: as long as any call rings here. */
  readonly lifetime: Millis | null;
}

/** A conversation with Home Assistant's own Assist. */
export interface AssistTarget {
  /** `preferred`, `last_used`, or the id of a pipeline. */
  readonly pipeline: string;
  /** Whether it listens at once. */
  readonly listen: boolean;
}

export interface AssistRing extends Ringing, AssistTarget {
  readonly kind: 'assist';
  readonly name: string;
}

export interface DoorRing extends Ringing {
  readonly kind: 'door';
  readonly camera: `camera.${string}`;
  /** The script that opens the door, without `script.`; asks before it runs. null: there is none. */
  readonly open: string | null;
  /** Further scripts; with `open` at most three. */
  readonly buttons: readonly string[];
  /** Who is called when nobody answers at home; null: nobody. */
  readonly forward: { readonly to: string; readonly after: Millis } | null;
}

/** A contact is called: now, or when somebody here has accepted. */
export interface ConnectRing extends Ringing {
  readonly kind: 'connect';
  /** As in the dial helper. */
  readonly to: string;
  readonly video: boolean;
  readonly first: 'ring' | 'dial';
}

/** Says something on the card, in silence. */
export interface NoteRing extends Common {
  readonly kind: 'note';
  readonly name: string;
  readonly text: string;
  readonly action: NoteAction | null;
}
export type NoteAction =
  | ({ readonly kind: 'assist' } & AssistTarget)
  | { readonly kind: 'dial'; readonly to: string; readonly video: boolean }
  | { readonly kind: 'run'; readonly script: string };

/** Takes a ring or a note of this id back. */
export interface StopRing extends Common {
  readonly kind: 'stop';
}

export type Ring = AssistRing | DoorRing | ConnectRing | NoteRing | StopRing;
export type RingKind = Ring['kind'];

/** Why a text is no ring. What came from outside is not repeated: it goes into logs and reports. */
export interface RingError {
  readonly problem: 'too_long' | 'not_json' | 'not_an_object' | 'unknown_kind' | 'unknown_key' | 'missing' | 'wrong';
  /** The key it is about, where it is one of ours. */
  readonly key?: string;
}
