import { createHmac, randomBytes } from 'node:crypto';

/** Where a Synapse of the tests is; a part of the stack's endpoints. */
export interface MatrixEndpoints {
  readonly baseUrl: string;
  readonly registrationSharedSecret: string;
}

type Json = Readonly<Record<string, unknown>>;

/** A user of the homeserver, spoken to by plain HTTP: makes rooms, and sends what no client would send. */
export class MatrixUser {
  readonly baseUrl: string;
  readonly userId: string;
  readonly user: string;
  readonly password: string;
  readonly #token: string;
  #transactions = 0;

  private constructor(baseUrl: string, user: string, password: string, userId: string, token: string) {
    this.baseUrl = baseUrl;
    this.user = user;
    this.password = password;
    this.userId = userId;
    this.#token = token;
  }

  /** A new user, by Synapse's registration with the shared secret. */
  static async register({ baseUrl, registrationSharedSecret }: MatrixEndpoints, name: string): Promise<MatrixUser> {
    const address = `${baseUrl.replace(/\/$/, '')}/_synapse/admin/v1/register`;
    const { nonce } = (await (await fetch(address)).json()) as { nonce: string };
    const username = `${name}-${randomBytes(4).toString('hex')}`;
    const password = randomBytes(12).toString('hex');
    const mac = createHmac('sha1', registrationSharedSecret)
      .update([nonce, username, password, 'notadmin'].join('\0'))
      .digest('hex');
    const body = JSON.stringify({ nonce, username, password, displayname: name, admin: false, mac });
    const response = await fetch(address, { method: 'POST', body });
    const answer = (await response.json()) as { user_id: string; access_token: string };
    if (!response.ok) throw new Error(`${name} could not be registered: ${JSON.stringify(answer)}`);
    return new MatrixUser(baseUrl.replace(/\/$/, ''), username, password, answer.user_id, answer.access_token);
  }

  /** A direct room with somebody who joins it. */
  async directRoom(other: MatrixUser, encrypted: boolean): Promise<string> {
    const encryption = { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
    const { room_id: roomId } = await this.request('POST', '/createRoom', {
      preset: 'trusted_private_chat',
      is_direct: true,
      invite: [other.userId],
      initial_state: encrypted ? [encryption] : [],
    });
    await other.join(String(roomId));
    for (const [mine, theirs] of [
      [this, other],
      [other, this],
    ] as const) {
      const path = `/user/${encodeURIComponent(mine.userId)}/account_data/m.direct`;
      await mine.request('PUT', path, { [theirs.userId]: [roomId] });
    }
    return String(roomId);
  }

  async join(roomId: string): Promise<void> {
    await this.request('POST', `/join/${encodeURIComponent(roomId)}`, {});
  }

  async send(roomId: string, type: string, content: Json): Promise<void> {
    const path = `/rooms/${encodeURIComponent(roomId)}/send/${type}/t${Date.now()}-${this.#transactions++}`;
    await this.request('PUT', path, content);
  }

  /** The newest messages of a room, oldest first. */
  async messages(
    roomId: string,
  ): Promise<readonly { type: string; sender: string; content: Json; event_id: string }[]> {
    const { chunk } = await this.request('GET', `/rooms/${encodeURIComponent(roomId)}/messages?dir=b&limit=100`);
    return (chunk as { type: string; sender: string; content: Json; event_id: string }[]).toReversed();
  }

  async request(method: string, path: string, body?: Json): Promise<Json> {
    const response = await fetch(`${this.baseUrl}/_matrix/client/v3${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer = (await response.json()) as Json;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
}
