import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { RoomMember } from 'matrix-js-sdk/lib/models/room-member.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Contact } from '../provider.ts';
import type { MemberRecord, RoomRecord } from './contacts.ts';
import { type InvitationRecord, readDirect } from './requests.ts';

/** What the SDK knows, as the plain records that contacts and requests are made from. */
export interface RoomsRecord {
  readonly rooms: readonly RoomRecord[];
  readonly invitations: readonly InvitationRecord[];
}

export function readRooms(client: MatrixClient): RoomsRecord {
  const direct = readDirect(accountData(client, DIRECT));
  const all = client.getRooms();
  return {
    rooms: all.filter(isRoom).map((room) => readRoom(room, client.getSafeUserId(), direct.get(room.roomId) ?? null)),
    invitations: all
      .filter((room) => room.getMyMembership() === 'invite')
      .map((room) => readInvitation(room, client))
      .filter((invitation) => invitation !== null),
  };
}

type AccountDataType = Parameters<MatrixClient['getAccountData']>[0];
/** Rooms and whom they are for (Client-Server API, "Direct messaging"); whom to hear nothing of ("Ignoring Users"). */
export const DIRECT = 'm.direct' as AccountDataType;
export const IGNORED = 'm.ignored_user_list' as AccountDataType;

/** Content of the account data event of this type; others write it, so that nothing in it is certain. */
export function accountData(client: MatrixClient, type: AccountDataType): unknown {
  return client.getAccountData(type)?.getContent() ?? null;
}

/** Presence as far as the server offers it; without an event of it nothing is known, whatever the SDK's default says. */
export function readPresence(client: MatrixClient, userId: string): Contact['presence'] {
  const user = client.getUser(userId);
  if (!user?.events.presence) return 'unknown';
  return user.presence === 'offline' ? 'offline' : 'reachable';
}

/** Rooms people are in; not spaces, nor rooms that were replaced by another. */
function isRoom(room: Room): boolean {
  return (
    room.getMyMembership() === 'join' &&
    !room.isSpaceRoom() &&
    !room.currentState.getStateEvents('m.room.tombstone', '')
  );
}

function readRoom(room: Room, me: string, directFor: string | null): RoomRecord {
  const encrypted = room.hasEncryptionStateEvent();
  const state = room.currentState;
  return {
    roomId: room.roomId,
    name: text(state.getStateEvents('m.room.name', '')?.getContent()['name']) ?? '',
    avatar: room.getMxcAvatarUrl(),
    encrypted,
    lastActive: room.getLastActiveTimestamp(),
    directFor,
    size: room.getInvitedAndJoinedMemberCount(),
    others: room
      .getMembers()
      .filter(({ userId, membership }) => userId !== me && (membership === 'join' || membership === 'invite'))
      .map(readMember),
    // An encrypted call is sent as an encrypted event, so that is the permission that counts.
    maySend: state.maySendEvent(encrypted ? 'm.room.encrypted' : 'm.call.invite', me),
    isPublic: state.getJoinRule() === 'public',
  };
}

function readMember(member: RoomMember): MemberRecord {
  const { userId, membership, rawDisplayName } = member;
  return {
    userId,
    joined: membership === 'join',
    name: rawDisplayName === userId ? '' : rawDisplayName,
    avatar: member.getMxcAvatarUrl() ?? null,
  };
}

function readInvitation(room: Room, client: MatrixClient): InvitationRecord | null {
  const invite = room.currentState.getStateEvents('m.room.member', client.getSafeUserId());
  const inviter = invite?.getSender();
  if (!invite || !inviter) return null;
  const name = room.getMember(inviter)?.rawDisplayName ?? '';
  return {
    roomId: room.roomId,
    inviter,
    inviterName: name === inviter ? '' : name,
    direct: invite.getContent()['is_direct'] === true,
    encrypted: room.hasEncryptionStateEvent(),
    ignored: client.isUserIgnored(inviter),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
