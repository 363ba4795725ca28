import type { Millis } from '../../../../call/call.ts';
import type { Unsubscribe } from '../../../../platform/readable.ts';
import type { Content } from '../../calls/contents.ts';
import type { Sealed } from '../../calls/wire.ts';
import type { SendError } from '../../calls/reasons.ts';
import type { RtcType } from './contents.ts';
import type { RtcEvent } from './memberships.ts';
import type { Transport } from './transports.ts';

/** A notification, a decline or a membership as it came in a room's timeline, decrypted. */
export interface RtcSignal extends RtcEvent {
  readonly kind: RtcType;
  readonly roomId: string;
}

/** How a membership is told: as room state (MSC3401), or as a sticky event (MSC4143, MSC4354). */
export type Form = 'compatible' | '2.0';

/** Where a membership of this device stands: the key of its state event, or of its sticky events. */
export interface Seat {
  readonly roomId: string;
  readonly form: Form;
  readonly key: string;
}

export interface JoinOptions {
  readonly roomId: string;
  readonly form: Form;
  readonly memberId: string;
  /** Where we publish. */
  readonly transport: Transport;
  readonly video: boolean;
  /** Whether media keys are made, sent and received. */
  readonly encrypted: boolean;
  /** A key of a member or of ours, by its identity at the SFU. Only from devices that sent it encrypted themselves. */
  onKey(identity: string, index: number, key: Uint8Array): void;
  /** The membership could not be sent or kept, and is not tried again. */
  onFailed(error: SendError): void;
}

/** Our membership in the call of a room: kept alive, and taken away by the server once this page is silent. */
export interface Joined {
  /** Takes it away; waits shortly for the server. Idempotent, never throws. */
  leave(): Promise<void>;
}

/** What MatrixRTC needs of the account's connection; nothing of an SDK comes through. */
export interface RtcWire {
  readonly userId: string;
  readonly deviceId: string;
  isEncrypted(roomId: string): boolean;
  /** How many people are joined to or invited into the room; null: a room we are not in. */
  people(roomId: string): number | null;
  isJoined(roomId: string, userId: string): boolean;
  /** As the people of the room know somebody; the Matrix id where nobody does. */
  nameOf(roomId: string, userId: string): string;
  /** The others who are in the room, or invited. */
  others(roomId: string): readonly string[];
  /** Whether somebody may call everybody: where nobody just walks in whoever is there, else by the power levels. */
  mayCallAll(roomId: string, userId: string): boolean;
  /** Whether power levels let us be in the room's call in any form, as far as can be said at once. */
  mayJoin(roomId: string): boolean;
  /** In which forms we may be a member of the room's call, by power levels and what the server can. */
  forms(roomId: string): Promise<readonly Form[]>;
  /** The membership events that the room has now, of whatever worth. */
  memberEvents(roomId: string): readonly RtcEvent[];
  /** Whether an app of theirs has been in such calls, or has made a room for them, among the rooms that we share. */
  isAble(userId: string): boolean;
  /** Tells whenever a room's memberships may have changed. */
  watch(roomId: string, listener: () => void): Unsubscribe;
  /** Sends into a room, encrypted where the room is, and tells the event's id. @throws SendError */
  send(roomId: string, type: string, content: Content): Promise<string>;
  openIdToken(): Promise<unknown>;
  /** Now, by the homeserver's clock as far as it is known. */
  serverNow(): Millis;
  /** Whether the device is cross-signed by an identity of its owner that we know. */
  isVerified(userId: string, deviceId: string): Promise<boolean>;
  join(options: JoinOptions): Joined;
  seat(roomId: string, form: Form, memberId: string): Seat;
  /** Takes away a membership of this device that an earlier page left behind. @throws SendError */
  vacate(seat: Seat): Promise<void>;
  /** Makes ready what takes our membership away while the page goes; null where that can't be. */
  sealLeave(seat: Seat): Sealed | null;
}
