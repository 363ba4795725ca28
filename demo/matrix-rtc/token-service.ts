import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import { request } from '../matrix/api.ts';
import { ports } from '../ports.ts';
import type { Service } from '../processes.ts';
import { sfu } from '../services/livekit.ts';
import { accessToken, hashed, type Participant } from './access-token.ts';
import { DelegatedLeaves, type DelayedLeave } from './delegated-leaves.ts';
import { hearWebhook } from './webhook.ts';

export const tokenServiceUrl = `http://127.0.0.1:${ports.rtcTokens}`;

/** Where somebody hands over a leave who is at the media server already. */
const DELEGATE = '/delegate_delayed_leave';

/** What a token service can do wrong: answer after 20 s, refuse, or give a token for another room, of the past, or none. */
export type Mischief = 'slow' | 'refuses' | 'foreign-room' | 'expired' | 'nonsense';

export interface TokenService extends Service {
  /** How it treats the next requests; null: as it should. @param towards one user alone; without it, everybody */
  misbehave(how: Mischief | null, towards?: string): void;
  /** Paths that were asked for, oldest first. */
  readonly asked: readonly string[];
}

/** Who wants to enter which call, as said in a request. */
interface Wish {
  readonly openid_token: { readonly access_token: string };
  /** `/sfu/get`: the Matrix room and the device. */
  readonly room?: string;
  readonly device_id?: string;
  /** `/get_token`: the same, and the slot of the call in its room. */
  readonly room_id?: string;
  readonly slot_id?: string;
  readonly member?: { readonly id: string; readonly claimed_user_id: string; readonly claimed_device_id: string };
  /** A leave that is handed over: what the homeserver calls it, and its milliseconds; both or none. */
  readonly delay_id?: string;
  readonly delay_timeout?: number;
}

/**
 * What stands beside the media server (MSC4195): whoever can prove with an OpenID token of the homeserver who they are
 * gets a token for a call's room, in both forms of request: `/sfu/get`, and `/get_token` of Matrix 2.0. Who hands over
 * a delayed leave, there or by `/delegate_delayed_leave`, is taken out of the call when they are gone from the media
 * server, as that tells by a webhook. (Element Call asks for the last of these without a body: what is not 404 means
 * that it may hand over its leave, and then it has one of an hour.)
 */
export async function startTokenService(): Promise<TokenService> {
  let wrong: { readonly how: Mischief; readonly towards: string | undefined } | null = null;
  const asked: string[] = [];
  const leaves = new DelegatedLeaves();
  const serve = async (incoming: IncomingMessage): Promise<unknown> => {
    const { url = '' } = incoming;
    if (url === '/sfu_webhook') return hearWebhook(incoming, leaves);
    asked.push(url);
    const wish = (await json(incoming)) as Wish;
    const userId = await whoAsks(wish);
    const member = entry(url, wish, userId);
    const leave = delayedLeave(wish);
    const how = wrong && (wrong.towards ?? userId) === userId ? wrong.how : null;
    const answer = url === DELEGATE ? {} : await token(member, how);
    if (leave) leaves.take(member, leave);
    return answer;
  };
  const server = createServer((incoming, response) => {
    if (incoming.method === 'OPTIONS' || incoming.url === '/healthz') return reply(response, 200, {});
    serve(incoming).then(
      (found) => reply(response, 200, found ?? {}),
      (error: unknown) => reply(response, error instanceof Refusal ? error.status : 400, refusal(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(ports.rtcTokens, '127.0.0.1', resolve);
  });
  return {
    name: 'token service',
    asked,
    misbehave(how, towards) {
      wrong = how && { how, towards };
    },
    stop: () =>
      new Promise((resolve) => {
        leaves.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What lets somebody into a room of the media server. */
async function token({ identity, room }: Participant, mischief: Mischief | null): Promise<unknown> {
  if (mischief === 'slow') await sleep(20_000, undefined, { ref: false });
  if (mischief === 'refuses') throw new Refusal(403, 'M_FORBIDDEN', 'Nobody enters today');
  if (mischief === 'nonsense') return { url: 7, jwt: { toString: 'x'.repeat(10_000) } };
  const jwt = accessToken({
    identity,
    room: mischief === 'foreign-room' ? hashed(['somewhere', 'else']) : room,
    expires: Math.floor(Date.now() / 1000) + (mischief === 'expired' ? -3600 : 3600),
  });
  return { url: sfu.url, jwt };
}

/** @throws {Refusal} where the homeserver does not know the token */
async function whoAsks({ openid_token }: Wish): Promise<string> {
  const path = `/_matrix/federation/v1/openid/userinfo?access_token=${encodeURIComponent(openid_token.access_token)}`;
  const { sub } = await request<{ sub: string }>('GET', path).catch((error: Error) => {
    throw new Refusal(401, 'M_UNAUTHORIZED', error.message);
  });
  return sub;
}

/** As whom they enter which room of the media server. */
function entry(path: string, { room, device_id, room_id, slot_id, member }: Wish, userId: string): Participant {
  if (path === '/sfu/get' && room && device_id)
    return { identity: `${userId}:${device_id}`, room: hashed([room, 'm.call#ROOM']) };
  if ((path === '/get_token' || path === DELEGATE) && room_id && slot_id && member) {
    if (member.claimed_user_id !== userId) throw new Refusal(401, 'M_UNAUTHORIZED', 'That is somebody else');
    return { identity: hashed([userId, member.claimed_device_id, member.id]), room: hashed([room_id, slot_id]) };
  }
  throw new Refusal(404, 'M_UNRECOGNIZED', `${path} with these fields`);
}

function delayedLeave({ delay_id: id, delay_timeout: timeout }: Wish): DelayedLeave | null {
  if (id && timeout) return { id, timeout };
  if (id || timeout) throw new Refusal(400, 'M_BAD_JSON', 'delay_id and delay_timeout belong together');
  return null;
}

const refusal = (error: unknown): unknown => ({
  errcode: error instanceof Refusal ? error.code : 'M_BAD_JSON',
  error: (error as Error).message,
});

function reply(response: ServerResponse, status: number, body: unknown): void {
  const anywhere = {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, GET, OPTIONS',
    'access-control-allow-headers': 'content-type',
  };
  response.writeHead(status, { ...anywhere, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
