import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import { Store } from '../../../platform/readable.ts';
import type { RemoteMedia, RemoteParticipant } from '../../provider.ts';
import { largest } from './large.ts';
import type { RtcParticipant } from './room/room.ts';
import type { Membership } from './signalling/memberships.ts';

/** So long somebody's key may be on its way before their place says that it is missing. */
export const KEY_WAIT: Millis = 10_000;

/** A member with its name at the SFU. */
type Member = Pick<Membership, 'userId' | 'deviceId'> & { readonly identity: string };

export interface Seen {
  /** Who is to be shown: members of the call, in their order. */
  readonly members: readonly Member[];
  /** Who is at an SFU. */
  readonly participants: readonly RtcParticipant[];
  /** How the people of the room call somebody. */
  name(userId: string): string;
}

/** What is shown of the others: members of the call with their media, and whose key does not come. */
export class Remotes {
  readonly media = new Store<RemoteMedia>({ participants: [] });
  readonly #clock: Clock;
  readonly #look: () => Seen;
  /** Since when a key is awaited, by identity. */
  readonly #waiting = new Map<string, Millis>();
  #cancel = (): void => {};

  constructor(clock: Clock, look: () => Seen) {
    this.#clock = clock;
    this.#look = look;
  }

  update(): void {
    const seen = this.#look();
    const { members, participants } = seen;
    this.#note(members, participants);
    const next = members.map((member) => this.#show(member, seen));
    const before = this.media.value;
    const large = next.length > 1 ? largest(next, before.large ?? null) : null;
    if (isSame(next, before.participants) && large === (before.large ?? null)) return;
    this.media.set({ participants: next, ...(large !== null && { large }) });
  }

  close(): void {
    this.#cancel();
    this.#waiting.clear();
    this.media.set({ participants: [] });
  }

  /** The identity of who is shown large; null where everybody may be. */
  get large(): string | null {
    const { large } = this.media.value;
    const { members } = this.#look();
    return members.find((member) => idOf(member, members) === large)?.identity ?? null;
  }

  #show(member: Member, { members, participants, name }: Seen): RemoteParticipant {
    const { userId, identity } = member;
    const seen = participants.find((participant) => participant.identity === identity);
    const since = this.#waiting.get(identity);
    return {
      id: idOf(member, members),
      name: name(userId),
      audio: seen?.audio ?? null,
      video: seen?.video ?? null,
      screen: seen?.screen ?? null,
      audioMuted: seen?.audioMuted ?? true,
      videoMuted: seen?.videoMuted ?? true,
      speaking: seen?.speaking ?? false,
      unreadable: since !== undefined && this.#clock.now() - since >= KEY_WAIT,
    };
  }

  /** Notes whose key is awaited, and looks again when the first of them has waited too long. */
  #note(members: readonly Member[], participants: readonly RtcParticipant[]): void {
    const now = this.#clock.now();
    const awaited = new Set(
      participants.flatMap(({ identity, key }) =>
        key === 'waiting' && members.some((member) => member.identity === identity) ? [identity] : [],
      ),
    );
    for (const identity of this.#waiting.keys()) if (!awaited.has(identity)) this.#waiting.delete(identity);
    for (const identity of awaited) if (!this.#waiting.has(identity)) this.#waiting.set(identity, now);
    this.#cancel();
    const left = [...this.#waiting.values()].map((since) => since + KEY_WAIT - now).filter((wait) => wait > 0);
    this.#cancel = left.length === 0 ? () => {} : this.#clock.after(Math.min(...left), () => this.update());
  }
}

/** Somebody with two devices in the call is there twice. */
function idOf({ userId, deviceId }: Member, members: readonly Member[]): string {
  const alone = members.filter((other) => other.userId === userId).length === 1;
  return alone ? userId : `${userId} ${deviceId}`;
}

function isSame(some: readonly RemoteParticipant[], others: readonly RemoteParticipant[]): boolean {
  return some.length === others.length && some.every((one, index) => isSameParticipant(one, others[index]));
}

function isSameParticipant(one: RemoteParticipant, other: RemoteParticipant | undefined): boolean {
  return (
    other !== undefined && (Object.keys(one) as (keyof RemoteParticipant)[]).every((key) => one[key] === other[key])
  );
}
