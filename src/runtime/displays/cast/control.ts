import type { Millis } from '../../call/call.ts';
import { LinkError } from './bytes.ts';

/** What the kiosk tells the TV's page over their data channel, once a second and whenever it changes. */
export type ToTv =
  | {
      readonly type: 'call';
      /** Whom the picture shows; empty where names are hidden. */
      readonly name: string;
      /** How long the call has been going on. */
      readonly lasted: Millis;
      /** Whether the TV plays the sound; the tablet does otherwise. */
      readonly sound: boolean;
    }
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
const MAX_LENGTH = 1_000;

export function writeMessage(message: ToTv | ToKiosk): string {
  return JSON.stringify(message);
}

/** @throws LinkError `malformed` */
export function readToTv(text: unknown): ToTv {
  const fields = fieldsOf(text);
  const { type, name, lasted, sound } = fields;
  if (type === 'bye') return { type };
  if (type === 'call' && typeof name === 'string' && isCount(lasted) && typeof sound === 'boolean') {
    return { type, name, lasted, sound };
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

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
