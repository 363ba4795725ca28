import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { avatar } from './avatar.ts';
import { registerUser, request, signIn, signOut, type Session } from './api.ts';
import { serverName } from './configuration.ts';

export interface Person {
  readonly userId: string;
  readonly password: string;
}

/** Somebody the kiosk can call, and the direct room the two share. */
export interface Contact extends Person {
  readonly name: string;
  readonly roomId: string;
  readonly isEncrypted: boolean;
}

export interface Accounts {
  readonly kiosk: Person;
  /** The first in a plain room, the second in an encrypted one, the others in plain ones. */
  readonly people: readonly Contact[];
}

interface Planned {
  readonly username: string;
  readonly name: string;
  readonly isEncrypted?: boolean;
  readonly colour: readonly [number, number, number];
}

const kioskPlan: Planned = { username: 'kiosk', name: 'Kitchen', colour: [3, 169, 244] };
const plan: readonly Planned[] = [
  { username: 'grandma', name: 'Grandma', colour: [216, 67, 121] },
  { username: 'anna', name: 'Anna', isEncrypted: true, colour: [67, 160, 71] },
  { username: 'ben', name: 'Ben', colour: [251, 140, 0] },
  { username: 'carla', name: 'Carla', colour: [126, 87, 194] },
];

const userIdOf = ({ username }: Planned) => `@${username}:${serverName}`;
const passwordOf = ({ username }: Planned) => `${username}-password`;

/**
 * Makes the accounts and their rooms, once: a later start finds them, with all that has been said in them.
 * The devices used for it are signed out again, so that no call is encrypted for devices nobody has.
 */
export async function seedAccounts(state: string): Promise<Accounts> {
  const file = join(state, 'synapse', 'accounts.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Accounts;
  const kiosk = await createAccount(kioskPlan);
  const people: Contact[] = [];
  const direct: Record<string, string[]> = {};
  for (const person of plan) {
    const session = await createAccount(person);
    const isEncrypted = person.isEncrypted ?? false;
    const roomId = await createDirectRoom(session, kiosk, isEncrypted);
    await setDirectRooms(session, { [kiosk.userId]: [roomId] });
    await signOut(session);
    direct[session.userId] = [roomId];
    people.push({ userId: session.userId, password: passwordOf(person), name: person.name, roomId, isEncrypted });
  }
  await setDirectRooms(kiosk, direct);
  await signOut(kiosk);
  const accounts = { kiosk: { userId: kiosk.userId, password: passwordOf(kioskPlan) }, people };
  writeFileSync(file, JSON.stringify(accounts, null, 2));
  return accounts;
}

async function createAccount(person: Planned): Promise<Session> {
  await registerUser(person.username, passwordOf(person));
  const session = await signIn(person.username, passwordOf(person), 'SETUP');
  const profile = `/profile/${encodeURIComponent(userIdOf(person))}`;
  await request('PUT', `${profile}/displayname`, { session, body: { displayname: person.name } });
  const upload = { session, body: avatar(person.colour) };
  const { content_uri } = await request<{ content_uri: string }>('POST', '/_matrix/media/v3/upload', upload);
  await request('PUT', `${profile}/avatar_url`, { session, body: { avatar_url: content_uri } });
  return session;
}

/** A room without a name, of two with equal rights: what a client makes to write to somebody. */
async function createDirectRoom(person: Session, kiosk: Session, isEncrypted: boolean): Promise<string> {
  const encryption = { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
  const body = {
    preset: 'trusted_private_chat',
    is_direct: true,
    invite: [kiosk.userId],
    initial_state: isEncrypted ? [encryption] : [],
  };
  const { room_id } = await request<{ room_id: string }>('POST', '/createRoom', { session: person, body });
  await request('POST', `/rooms/${encodeURIComponent(room_id)}/join`, { session: kiosk, body: {} });
  return room_id;
}

async function setDirectRooms(session: Session, rooms: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await request('PUT', `/user/${encodeURIComponent(session.userId)}/account_data/m.direct`, { session, body: rooms });
}
