import type { Millis } from '../../../call/call.ts';
import type { CallSecurity } from '../../provider.ts';
import type { Content, SignalType } from './contents.ts';

/** One call message as it came from a room, decrypted. */
export interface Signal {
  readonly roomId: string;
  readonly sender: string;
  readonly type: SignalType;
  readonly content: Content;
  /** How old it is: its age on arrival by the homeserver's clock, and the time since in our memory. Never negative. */
  age(): Millis;
  /** What protects the keys that this message carries. */
  security(): Promise<CallSecurity>;
}

/** What calls need of the account's connection; nothing of an SDK comes through. */
export interface Wire {
  readonly userId: string;
  /** Names this device in a call: its device id. */
  readonly partyId: string;
  /**
   * Sends into a room, encrypted where the room is. Messages of one room keep their order.
   * `patient`: tries again for a while where that may help.
   * @throws SendError
   */
  send(roomId: string, type: SignalType, content: Content, patience: 'once' | 'patient'): Promise<void>;
  /** Makes a message ready that {@link Sealed.post} can send while the page goes away; null where that can't be. */
  seal(roomId: string, type: SignalType, content: Content): Promise<Sealed | null>;
  /** How many people are joined to or invited into the room; null: a room we are not in. */
  people(roomId: string): number | null;
  /** STUN and TURN of the homeserver, with credentials that hold; empty where it has none. Bounded wait. */
  iceServers(): Promise<readonly RTCIceServer[]>;
}

export interface Sealed {
  /** Synchronous best effort, `fetch` with keepalive. */
  post(): void;
}
