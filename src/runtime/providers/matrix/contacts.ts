import type { Contact, Resolution } from '../provider.ts';
import { parseUserId } from './well-known.ts';

/** One room as far as contacts go: plain data, so that what follows is a pure function of it. */
export interface RoomRecord {
  readonly roomId: string;
  /** Name given to the room itself; empty if it has none. */
  readonly name: string;
  readonly avatar: string | null;
  readonly encrypted: boolean;
  /** Newest event, by the server's clock. */
  readonly lastActive: number;
  /** The person `m.direct` says this room is for. */
  readonly directFor: string | null;
  /** Joined and invited members, ourselves included, as the server counts them. */
  readonly size: number;
  /** The joined and invited others, as far as they are known. */
  readonly others: readonly MemberRecord[];
  /** Power levels let us send a call's events. */
  readonly maySend: boolean;
  readonly isPublic: boolean;
}

export interface MemberRecord {
  readonly userId: string;
  readonly joined: boolean;
  /** Empty if the person has set none. */
  readonly name: string;
  /** mxc: address. */
  readonly avatar: string | null;
}

export interface ContactsInput {
  readonly accountId: string;
  readonly rooms: readonly RoomRecord[];
  readonly presence: (userId: string) => Contact['presence'];
  /** Where an mxc: address can be shown from, or null while it is not loaded. */
  readonly avatar: (mxc: string) => string | null;
  /** Whether rooms of a family can be called as a whole. */
  readonly families?: boolean;
  /** Room of each person so far: kept as long as no other is better, so that a contact keeps its id. */
  readonly present: ReadonlyMap<string, string>;
}

/** A room with the person it would be a contact for. */
interface Candidate {
  readonly room: RoomRecord;
  readonly member: MemberRecord;
}

/**
 * The people an account can call: direct rooms and rooms with exactly one other person, one contact for
 * each person, and families where they can be called; sorted by name.
 */
export function selectContacts(input: ContactsInput): readonly Contact[] {
  const people = new Map<string, Candidate[]>();
  for (const room of input.rooms) {
    const member = personOf(room);
    if (!member) continue;
    const known = people.get(member.userId);
    if (known) known.push({ room, member });
    else people.set(member.userId, [{ room, member }]);
  }
  const families = input.families ? input.rooms.filter(isFamily).map((room) => toFamily(room, input)) : [];
  return [...people]
    .map(([userId, candidates]) => toContact(bestRoom(candidates, input.present.get(userId)), input))
    .concat(families)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.address < b.address ? -1 : 1));
}

/** Whom a room is for, if it is a room between two. In a room of two, who is there counts, not what `m.direct` says. */
export function personOf(room: RoomRecord): MemberRecord | null {
  const direct = room.others.find((member) => member.userId === room.directFor);
  if (direct) return direct;
  const [only, another] = room.others;
  return only && !another && room.size <= 2 ? only : null;
}

/** A room of so many people is called as a whole. */
export const FAMILY = { least: 3, most: 8 };

/** Whether a room is a family's: a few people, under a name that somebody gave it, which nobody just walks into. */
export function isFamily(room: RoomRecord): boolean {
  const { size, name, isPublic } = room;
  return size >= FAMILY.least && size <= FAMILY.most && name.trim() !== '' && !isPublic && personOf(room) === null;
}

/** Whether a room may be one between two, but its members have to be fetched to know (lazy loading leaves them out). */
export function needsMembers(room: RoomRecord, families = false): boolean {
  const missing = room.others.length + 1 < room.size;
  // Whom to ring is each of them.
  if (families && isFamily(room)) return missing;
  if (room.directFor !== null) return missing && !room.others.some((member) => member.userId === room.directFor);
  return room.size === 2 && missing;
}

/**
 * The room to call in: one where the person is joined, where we may send, that is encrypted; among equals the
 * one in use, so that the contact keeps its id; else one meant to be direct, and the most recently active.
 */
function bestRoom(candidates: readonly Candidate[], present: string | undefined): Candidate {
  const rank = ({ room, member }: Candidate): readonly number[] => [
    Number(member.joined),
    Number(room.maySend),
    Number(room.encrypted),
    Number(room.roomId === present),
    Number(room.directFor === member.userId),
    room.lastActive,
  ];
  return candidates.reduce((best, next) => (isGreater(rank(next), rank(best)) ? next : best));
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function toContact({ room, member }: Candidate, { accountId, presence, avatar }: ContactsInput): Contact {
  const mxc = member.avatar ?? room.avatar;
  return {
    id: room.roomId,
    accountId,
    address: member.userId,
    name: nameOf(member, room.name),
    avatar: mxc === null ? null : avatar(mxc),
    presence: presence(member.userId),
    callable: { audio: room.maySend, video: room.maySend },
    encrypted: room.encrypted,
  };
}

function toFamily(room: RoomRecord, { accountId, avatar }: ContactsInput): Contact {
  return {
    id: room.roomId,
    accountId,
    address: room.roomId,
    name: room.name.trim(),
    avatar: room.avatar === null ? null : avatar(room.avatar),
    presence: 'unknown',
    callable: { audio: room.maySend, video: room.maySend },
    encrypted: room.encrypted,
  };
}

/** Their display name, the room's own name, or the first part of their id, which reads better than all of it. */
export function nameOf(member: Pick<MemberRecord, 'userId' | 'name'>, roomName = ''): string {
  return member.name.trim() || roomName.trim() || (/^@([^:]+):/.exec(member.userId)?.[1] ?? member.userId);
}

/** Which avatars the contacts of these rooms can need; all others may be let go. */
export function avatarsOf(rooms: readonly RoomRecord[]): ReadonlySet<string> {
  const all = rooms.map((room) => {
    const member = personOf(room);
    return member ? (member.avatar ?? room.avatar) : isFamily(room) ? room.avatar : null;
  });
  return new Set(all.filter((mxc) => mxc !== null));
}

/** Whether two lists say the same; both come from {@link selectContacts}, so the keys are in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whom an address means: somebody who need not be a contact, but not ourselves. */
export function resolveAddress(
  address: string,
  accountId: string,
  ownUserId: string,
  contacts: readonly Contact[],
): Resolution {
  const id = parseUserId(address);
  if (!id || id.userId === ownUserId) return { refused: 'refused_bad_value' };
  const contact = contacts.find((candidate) => candidate.address === id.userId);
  const name = contact?.name ?? nameOf({ userId: id.userId, name: '' });
  return { peer: { accountId, contactId: contact?.id ?? id.userId, address: id.userId, name } };
}
