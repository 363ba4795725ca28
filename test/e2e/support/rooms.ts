import { request, signIn, signOut, type Session } from '../../../demo/matrix/api.ts';
import type { Stack } from '../../../demo/stack.ts';

export interface RoomOptions {
  readonly isEncrypted?: boolean;
  /** Without one, as direct rooms are. */
  readonly name?: string;
}

/** A new room of two of the stack's people. @returns its id */
export function directRoom(stack: Stack, names: readonly [string, string], options: RoomOptions = {}): Promise<string> {
  return room(stack, names, { is_direct: true }, options);
}

/** A new room of a family, where everybody may do the same; the kiosk is called Kitchen. @returns its id */
export function familyRoom(
  stack: Stack,
  names: readonly string[],
  options: RoomOptions & { readonly name: string },
): Promise<string> {
  return room(stack, names, {}, options);
}

async function room(
  stack: Stack,
  names: readonly string[],
  kind: object,
  { isEncrypted = false, name }: RoomOptions,
): Promise<string> {
  const sessions = await Promise.all(names.map((one) => enter(stack, one)));
  try {
    const [first, ...others] = sessions as [Session, ...Session[]];
    const encryption = { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
    const body = {
      ...kind,
      preset: 'trusted_private_chat',
      ...(name === undefined ? {} : { name }),
      invite: others.map(({ userId }) => userId),
      initial_state: isEncrypted ? [encryption] : [],
    };
    const { room_id } = await request<{ room_id: string }>('POST', '/createRoom', { session: first, body });
    for (const session of others)
      await request('POST', `/rooms/${encodeURIComponent(room_id)}/join`, { session, body: {} });
    return room_id;
  } finally {
    await Promise.all(sessions.map(signOut));
  }
}

function enter({ accounts }: Stack, name: string): Promise<Session> {
  const { userId, password } =
    name === 'Kitchen' ? accounts.kiosk : accounts.people.find((person) => person.name === name)!;
  return signIn(userId.slice(1).split(':')[0]!, password);
}
