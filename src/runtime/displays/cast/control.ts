import type { Millis } from '../../call/call.ts';
import { LinkError } from './bytes.ts';

/** A call that waits for somebody to answer it on the tablet: no media, and nothing that says who it is, unless wanted. */
export interface TvRing {
  readonly type: 'ringing';
  /** Who calls; empty: the TV says that somebody does. */
  readonly name: string;
  /** The call station that can answer. */
  readonly station: string;
  readonly kind: (typeof KINDS)[number];
}

/** A call that runs. */
export interface TvCall {
  readonly type: 'call';
  /** Whom the picture shows; empty where names are hidden. */
  readonly name: string;
  /** The call station that controls the call. */
  readonly station: string;
  readonly state: (typeof STATES)[number];
  /** How long the call has been going on. */
  readonly lasted: Millis;
  /** Whether the other person sends pictures; the TV shows the name alone otherwise. */
  readonly picture: boolean;
  /** The camera that they see here; empty: they see nothing. */
  readonly camera: string;
  /** Whether the TV plays the sound; the tablet does otherwise. */
  readonly sound: boolean;
  /** How loud the TV plays it, 0 to 1, beside its own volume. */
  readonly level: number;
}

/** What the kiosk tells the TV's page over their data channel, once a second and whenever it changes. */
export type ToTv =
  | TvRing
  | TvCall
  /** The display session is over. */
  | { readonly type: 'bye' };

/** What the TV's page tells the kiosk, once a second. */
export interface ToKiosk {
  readonly type: 'playing';
  /** Frames shown since the page began. */
  readonly frames: number;
  readonly width: number;
  readonly height: number;
  /** The browser plays no sound before somebody touched it. */
  readonly soundBlocked: boolean;
}

/** How often each side says something; its silence is how the other learns that it is gone. */
export const SAYS_EVERY: Millis = 1_000;
export const CHANNEL = 'call-assist';
const KINDS = ['video', 'voice', 'door'] as const;
/** `held`: by either side; no media flows. */
const STATES = ['active', 'held', 'reconnecting'] as const;
const MAX_LENGTH = 4_000;
/** Names are what people choose: more than that no TV could show. */
const MAX_NAME = 200;

export function writeMessage(message: ToTv | ToKiosk): string {
  return JSON.stringify(message, (key, value: unknown) => (NAMES.includes(key) ? shortened(value) : value));
}

/** @throws LinkError `malformed` */
export function readToTv(text: unknown): ToTv {
  const { type, name, station, ...fields } = fieldsOf(text);
  if (type === 'bye') return { type };
  if (isText(name) && isText(station)) {
    const { kind, state, lasted, picture, camera, sound, level } = fields;
    if (type === 'ringing' && isOneOf(KINDS, kind)) return { type, name, station, kind };
    if (
      type === 'call' &&
      isOneOf(STATES, state) &&
      isCount(lasted) &&
      typeof picture === 'boolean' &&
      isText(camera) &&
      typeof sound === 'boolean' &&
      isCount(level) &&
      level <= 1
    ) {
      return { type, name, station, state, lasted, picture, camera, sound, level };
    }
  }
  throw new LinkError('malformed', 'message');
}

/** @throws LinkError `malformed` */
export function readToKiosk(text: unknown): ToKiosk {
  const { type, frames, width, height, soundBlocked } = fieldsOf(text);
  if (type === 'playing' && isCount(frames) && isCount(width) && isCount(height) && typeof soundBlocked === 'boolean') {
    return { type, frames, width, height, soundBlocked };
  }
  throw new LinkError('malformed', 'message');
}

const NAMES: readonly string[] = ['name', 'station', 'camera'];

function shortened(value: unknown): unknown {
  // By characters as people count them: half a pair is none.
  return typeof value === 'string' && value.length > MAX_NAME ? [...value].slice(0, MAX_NAME / 2).join('') : value;
}

function fieldsOf(text: unknown): Readonly<Record<string, unknown>> {
  if (typeof text === 'string' && text.length <= MAX_LENGTH) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
    } catch {
      // As any other text.
    }
  }
  throw new LinkError('malformed', 'message');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_NAME;
}

function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return words.some((word) => word === value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
