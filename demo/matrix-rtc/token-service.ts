import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import { request } from '../matrix/api.ts';
import { ports } from '../ports.ts';
import type { Service } from '../processes.ts';
import { sfu } from '../services/livekit.ts';
import { accessToken, hashed, type Access } from './access-token.ts';

export const tokenServiceUrl = `http://127.0.0.1:${ports.rtcTokens}`;

/** What a token service can do wrong: answer after 20 s, refuse, or give a token for another room, of the past, or none. */
export type Mischief = 'slow' | 'refuses' | 'foreign-room' | 'expired' | 'nonsense';

export interface TokenService extends Service {
  /** How it treats the next requests; null: as it should. */
  misbehave(how: Mischief | null): void;
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
}

/**
 * What stands beside the media server (MSC4195): whoever can prove with an OpenID token of the homeserver who they are
 * gets a token for a call's room. Both forms of request: `/sfu/get`, and `/get_token` of Matrix 2.0.
 */
export async function startTokenService(): Promise<TokenService> {
  let mischief: Mischief | null = null;
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    if (incoming.method === 'OPTIONS' || incoming.url === '/healthz') return reply(response, 200, {});
    asked.push(incoming.url ?? '');
    void serve(incoming, mischief).then(
      (answer) => reply(response, 200, answer),
      (error: unknown) => reply(response, error instanceof Refusal ? error.status : 400, refusal(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(ports.rtcTokens, '127.0.0.1', resolve);
  });
  return {
    name: 'token service',
    asked,
    misbehave(how) {
      mischief = how;
    },
    stop: () =>
      new Promise((resolve) => {
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

async function serve(incoming: IncomingMessage, mischief: Mischief | null): Promise<unknown> {
  const wish = (await json(incoming)) as Wish;
  if (mischief === 'slow') await sleep(20_000, undefined, { ref: false });
  if (mischief === 'refuses') throw new Refusal(403, 'M_FORBIDDEN', 'Nobody enters today');
  if (mischief === 'nonsense') return { url: 7, jwt: { toString: 'x'.repeat(10_000) } };
  const { identity, room } = entry(incoming.url, wish, await whoAsks(wish));
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
function entry(
  path: string | undefined,
  { room, device_id, room_id, slot_id, member }: Wish,
  userId: string,
): Pick<Access, 'identity' | 'room'> {
  if (path === '/sfu/get' && room && device_id)
    return { identity: `${userId}:${device_id}`, room: hashed([room, 'm.call#ROOM']) };
  if (path === '/get_token' && room_id && slot_id && member) {
    if (member.claimed_user_id !== userId) throw new Refusal(401, 'M_UNAUTHORIZED', 'That is somebody else');
    return { identity: hashed([userId, member.claimed_device_id, member.id]), room: hashed([room_id, slot_id]) };
  }
  throw new Refusal(404, 'M_UNRECOGNIZED', `${path ?? ''} with these fields`);
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
