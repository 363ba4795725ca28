import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { UserEvent } from 'matrix-js-sdk/lib/models/user.js';
import type { Peer } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Store } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import type { Contact, ContactRequest } from '../provider.ts';
import type { Avatars } from './avatars.ts';
import { describeError } from './client-log.ts';
import {
  avatarsOf,
  isFamily,
  nameOf,
  needsMembers,
  personOf,
  type RoomRecord,
  sameList,
  selectContacts,
} from './contacts.ts';
import { accountData, DIRECT, IGNORED, readPresence, readRooms } from './contacts-rooms.ts';
import { type InvitationRecord, sortInvitations, withDirect, withIgnored } from './requests.ts';

/** Rooms whose members are fetched at the same time. */
const AT_ONCE = 4;

export interface PeopleOptions {
  readonly client: MatrixClient;
  readonly accountId: string;
  readonly platform: Platform;
  readonly scope: Scope;
  readonly avatars: Avatars;
  readonly contacts: Store<readonly Contact[]>;
  readonly requests: Store<readonly ContactRequest[]>;
  /** Whether families can be called. */
  readonly families: () => boolean;
  /** A room or invitation between two turned up that is encrypted. */
  readonly encryptedSeen: () => void;
}

/** Keeps contacts and requests true while a client runs: recomputed once per sync, told only when they changed. */
export class People {
  readonly #options: PeopleOptions;
  readonly #fetching = new Set<string>();
  readonly #fetched = new Set<string>();
  readonly #joining = new Set<string>();

  constructor(options: PeopleOptions) {
    this.#options = options;
    const { client, scope } = options;
    const update = (): void => this.update();
    client.on(ClientEvent.Sync, update);
    client.on(UserEvent.Presence, update);
    scope.add(() => {
      client.off(ClientEvent.Sync, update);
      client.off(UserEvent.Presence, update);
    });
  }

  /** Looks at everything again; cheap where nothing changed. */
  update(): void {
    const { client, accountId, scope, avatars, contacts, requests } = this.#options;
    if (scope.closed || !client.isInitialSyncComplete()) return;
    const { rooms, invitations } = readRooms(client);
    avatars.use(avatarsOf(rooms));
    const families = this.#options.families();
    const next = selectContacts({
      accountId,
      families,
      rooms,
      presence: (userId) => readPresence(client, userId),
      avatar: (mxc) => avatars.url(mxc),
      present: new Map(contacts.value.map(({ address, id }) => [address, id])),
    });
    if (!sameList(next, contacts.value)) contacts.set(next);
    const sorted = sortInvitations(accountId, invitations, rooms);
    if (!sameList(sorted.requests, requests.value)) requests.set(sorted.requests);
    for (const invitation of sorted.welcome) void this.#welcome(invitation);
    if (
      rooms.some((room) => room.encrypted && (personOf(room) || (families && isFamily(room)))) ||
      invitations.some(isEncryptedDirect)
    ) {
      this.#options.encryptedSeen();
    }
    this.#fetchMembers(rooms);
  }

  /** The room for a person that is there already: the peer's own, else that of the contact. */
  existingRoom({ contactId, address }: Peer): string | null {
    const { rooms } = readRooms(this.#options.client);
    // A family is its room.
    if (address === contactId && rooms.some(({ roomId }) => roomId === address)) return address;
    const withPeer = (room: RoomRecord): boolean => personOf(room)?.userId === address;
    if (rooms.some((room) => room.roomId === contactId && withPeer(room))) return contactId;
    return this.#options.contacts.value.find((contact) => contact.address === address)?.id ?? null;
  }

  peer(userId: string, roomId: string): Peer {
    const { accountId, contacts, client } = this.#options;
    const contact =
      contacts.value.find(({ id, address }) => id === roomId && (address === userId || address === roomId)) ??
      contacts.value.find(({ address }) => address === userId);
    if (contact) return { accountId, contactId: contact.id, address: contact.address, name: contact.name };
    const name = client.getRoom(roomId)?.getMember(userId)?.rawDisplayName ?? '';
    return {
      accountId,
      contactId: userId,
      address: userId,
      name: nameOf({ userId, name: name === userId ? '' : name }),
    };
  }

  /** Joins the room of an invitation and remembers it as a room for its sender. */
  async join(roomId: string, inviter: string): Promise<void> {
    const { client, requests } = this.#options;
    // Room ids need not name a server (room version 12): the inviter's is in the room.
    await client.joinRoom(roomId, { viaServers: [inviter.slice(inviter.indexOf(':') + 1)] });
    requests.set(requests.value.filter(({ id }) => id !== roomId));
    this.markDirect(inviter, roomId);
  }

  /** Writes a room into `m.direct`, so that other clients of the account know it too. Best effort. */
  markDirect(userId: string, roomId: string): void {
    const { client, platform } = this.#options;
    const content = withDirect(accountData(client, DIRECT), userId, roomId);
    if (!content) return;
    client
      .setAccountDataRaw(DIRECT, content as never)
      .catch((error: unknown) => platform.log.log('warn', 'a direct room was not remembered', describeError(error)));
  }

  /** Has the server keep somebody's events away, or let them through again. */
  async ignore(userId: string, on: boolean): Promise<void> {
    const { client } = this.#options;
    const content = withIgnored(accountData(client, IGNORED), userId, on);
    if (content) await client.setAccountDataRaw(IGNORED, content);
  }

  async #welcome({ roomId, inviter }: InvitationRecord): Promise<void> {
    // Once per page: an invitation that cannot be joined (the room is gone) is not tried at every sync.
    if (this.#joining.has(roomId)) return;
    this.#joining.add(roomId);
    try {
      await this.join(roomId, inviter);
    } catch (error) {
      this.#options.platform.log.log('warn', 'an invitation could not be accepted', describeError(error));
    }
  }

  #fetchMembers(rooms: readonly RoomRecord[]): void {
    for (const room of rooms) {
      if (this.#fetching.size >= AT_ONCE) return;
      if (
        !needsMembers(room, this.#options.families()) ||
        this.#fetching.has(room.roomId) ||
        this.#fetched.has(room.roomId)
      )
        continue;
      this.#fetching.add(room.roomId);
      void this.#fetchMembersOf(room.roomId);
    }
  }

  async #fetchMembersOf(roomId: string): Promise<void> {
    try {
      await this.#options.client.getRoom(roomId)?.loadMembersIfNeeded();
    } catch (error) {
      this.#options.platform.log.log('warn', 'members of a room are not known', describeError(error));
    }
    // Whatever came, asking again would bring the same.
    this.#fetched.add(roomId);
    this.#fetching.delete(roomId);
    this.update();
  }
}

function isEncryptedDirect({ direct, encrypted, ignored }: InvitationRecord): boolean {
  return direct && encrypted && !ignored;
}
