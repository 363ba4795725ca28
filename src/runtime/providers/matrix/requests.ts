import type { ContactRequest } from '../provider.ts';
import { nameOf, type RoomRecord } from './contacts.ts';

/** An invitation as the server shows it to somebody who is not in the room yet (stripped state). */
export interface InvitationRecord {
  readonly roomId: string;
  readonly inviter: string;
  readonly inviterName: string;
  /** `is_direct` of the invitation: it is meant for the two of us. */
  readonly direct: boolean;
  readonly encrypted: boolean;
  /** The inviter is on this account's ignore list. */
  readonly ignored: boolean;
}

export interface SortedInvitations {
  /** To be asked about. */
  readonly requests: readonly ContactRequest[];
  /** From people already known: joined without asking. */
  readonly welcome: readonly InvitationRecord[];
}

/**
 * Sorts invitations. Only those to direct rooms count; a kiosk that joined any group would ring for
 * strangers. A person is known who is in another room of ours that is not open to everybody.
 */
export function sortInvitations(
  accountId: string,
  invitations: readonly InvitationRecord[],
  rooms: readonly RoomRecord[],
): SortedInvitations {
  const known = new Set(
    rooms
      .filter((room) => !room.isPublic)
      .flatMap((room) => room.others.filter((member) => member.joined).map((member) => member.userId)),
  );
  const direct = invitations.filter((invitation) => invitation.direct && !invitation.ignored);
  return {
    requests: direct
      .filter(({ inviter }) => !known.has(inviter))
      .map(({ roomId, inviter, inviterName }) => ({
        id: roomId,
        accountId,
        address: inviter,
        name: nameOf({ userId: inviter, name: inviterName }),
      })),
    welcome: direct.filter(({ inviter }) => known.has(inviter)),
  };
}

/** Reads `m.direct`, which other clients write, so that nothing in it is certain. Returns the person of each room. */
export function readDirect(content: unknown): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const [userId, rooms] of Object.entries(typeof content === 'object' && content ? content : {})) {
    if (!userId.startsWith('@') || !Array.isArray(rooms)) continue;
    for (const room of rooms as readonly unknown[]) if (typeof room === 'string') people.set(room, userId);
  }
  return people;
}

/**
 * Account data `m.ignored_user_list` (Client-Server API, "Ignoring Users") with somebody in it, or not any more; null if
 * it says so already. What is not understood is kept.
 */
export function withIgnored(content: unknown, userId: string, on: boolean): Record<string, unknown> | null {
  const before = asRecord(content);
  const { [userId]: entry, ...others } = asRecord(before['ignored_users']);
  if ((entry !== undefined) === on) return null;
  return { ...before, ignored_users: on ? { ...others, [userId]: {} } : others };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Account data `m.direct` with one room more; null if it is in there already. What is not understood is kept. */
export function withDirect(content: unknown, userId: string, roomId: string): Record<string, string[]> | null {
  if (readDirect(content).get(roomId) === userId) return null;
  const before = { ...(content as Record<string, string[]> | null) };
  const rooms: unknown = before[userId];
  return { ...before, [userId]: [...(Array.isArray(rooms) ? (rooms as string[]) : []), roomId] };
}
