import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Content } from './contents.ts';

/*
 * All that is touched of matrix-js-sdk 43 beyond its documented interface. Look here first when it is updated.
 *
 * Its own legacy calls (webrtc/callEventHandler.ts, webrtc/call.ts) are not used: they drop invitations whose room key
 * is late, deadlock or double calls in glare, hold candidates for 2 s and answers for 200 ms, stop the tracks they are
 * given, reopen the device's camera on unmute, cannot prepare an answer, and run timers of their own. Only TURN
 * credentials come from there (`getTurnServers`), which is why `disableVoip` stays off.
 */

/**
 * Keeps the SDK from handling call messages, before or after it was started (`startClient` starts it after the first
 * sync).
 */
export function silenceCalls(client: MatrixClient): void {
  const { callEventHandler, groupCallEventHandler } = client;
  if (callEventHandler) {
    callEventHandler.stop();
    callEventHandler.start = () => {};
  }
  if (groupCallEventHandler) {
    groupCallEventHandler.stop();
    groupCallEventHandler.start = () => Promise.resolve();
  }
}

/** The rust crypto object behind `getCrypto()` encrypts room events; the SDK keeps that method to itself. */
interface Encrypts {
  encryptEvent(event: MatrixEvent): Promise<void>;
}

/** Encrypts a message without sending it. null: there is no encryption here. @throws where the room's keys can't be shared */
export async function encryptContent(
  client: MatrixClient,
  roomId: string,
  type: string,
  content: Content,
): Promise<{ readonly type: string; readonly content: Content } | null> {
  const crypto = client.getCrypto() as Partial<Encrypts> | undefined;
  if (!crypto || typeof crypto.encryptEvent !== 'function') return null;
  const sender = client.getSafeUserId();
  const event = new MatrixEvent({ type, content: { ...content }, room_id: roomId, sender, event_id: '~goodbye' });
  await crypto.encryptEvent(event);
  return { type: event.getWireType(), content: event.getWireContent() };
}
