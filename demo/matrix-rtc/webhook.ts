import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { sfu } from '../services/livekit.ts';
import type { DelegatedLeaves } from './delegated-leaves.ts';

/** What the media server tells of a room; there is more in it. */
interface SfuEvent {
  readonly event: string;
  readonly room?: { readonly name: string };
  readonly participant?: { readonly identity: string };
}

/** Hears who comes to the media server and who is gone from it. @throws where it is not the media server that tells */
export async function hearWebhook(incoming: IncomingMessage, leaves: DelegatedLeaves): Promise<void> {
  const { event, room, participant } = await read(incoming);
  if (!room || !participant) return;
  const who = { room: room.name, identity: participant.identity };
  if (event === 'participant_joined') leaves.joined(who);
  if (event === 'participant_left' || event === 'participant_connection_aborted') leaves.left(who);
}

async function read(incoming: IncomingMessage): Promise<SfuEvent> {
  const body = await buffer(incoming);
  const [header, claims, signature] = (incoming.headers.authorization ?? '').split('.');
  const signed = createHmac('sha256', sfu.secret).update(`${header}.${claims}`).digest('base64url');
  if (claims === undefined || signature !== signed) throw new Error('this is not signed by the media server');
  const { sha256 } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { readonly sha256?: string };
  if (sha256 !== createHash('sha256').update(body).digest('base64')) throw new Error('this is not what was signed');
  return JSON.parse(body.toString()) as SfuEvent;
}
