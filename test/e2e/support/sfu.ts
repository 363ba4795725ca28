import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessToken } from '../../../demo/matrix-rtc/access-token.ts';
import { matrixRtcPorts, requireFreePorts } from '../../../demo/ports.ts';
import type { Context } from '../../../demo/processes.ts';
import { provisionLivekit } from '../../../demo/provision/livekit.ts';
import { sfu, startLivekit, type Livekit } from '../../../demo/services/livekit.ts';

/** A media server alone, without a homeserver that knows of it. */
export interface Sfu {
  readonly url: string;
  readonly server: Livekit;
  /** The name of a room that nobody was in. */
  room(): string;
  /** @param lifetime in seconds; an hour unless said otherwise */
  token(room: string, identity: string, lifetime?: number): string;
  /** Takes somebody out, as an administrator. */
  remove(room: string, identity: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startSfu(): Promise<Sfu> {
  await requireFreePorts(matrixRtcPorts);
  await provisionLivekit((line) => console.error(`# ${line}`));
  const state = mkdtempSync(join(tmpdir(), 'call-assist-sfu-'));
  const context: Context = { state, signal: new AbortController().signal, onCrash: (error) => console.error(error) };
  const server = await startLivekit(context);
  return {
    url: sfu.url,
    server,
    room: () => `room-${randomBytes(6).toString('hex')}`,
    token: (room, identity, lifetime = 3_600) =>
      accessToken({ identity, room, expires: Math.floor(Date.now() / 1_000) + lifetime }),
    remove: removeParticipant,
    async stop() {
      await server.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Takes somebody out of a room of the media server, as an administrator. */
export async function removeParticipant(room: string, identity: string): Promise<void> {
  await administer(room, 'RemoveParticipant', { room, identity });
}

/** Who is in a room of the media server. */
export async function identitiesIn(room: string): Promise<readonly string[]> {
  const { participants } = (await administer(room, 'ListParticipants', { room })) as {
    readonly participants: readonly { readonly identity: string }[];
  };
  return participants.map(({ identity }) => identity);
}

async function administer(room: string, method: string, body: object): Promise<unknown> {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const payload = { iss: sfu.key, nbf: 0, exp: Math.floor(Date.now() / 1_000) + 60, video: { room, roomAdmin: true } };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
  const token = `${signed}.${createHmac('sha256', sfu.secret).update(signed).digest('base64url')}`;
  const response = await fetch(`${sfu.url.replace(/^ws/, 'http')}/twirp/livekit.RoomService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method}: ${response.status} ${await response.text()}`);
  return response.json();
}
