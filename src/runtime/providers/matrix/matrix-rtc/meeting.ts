import type { MediaKinds } from '../../../call/call.ts';
import { Store } from '../../../platform/readable.ts';
import { Scope } from '../../../platform/scope.ts';
import type { CallSecurity, LocalTracks, RemoteMedia } from '../../provider.ts';
import { SendError } from '../calls/reasons.ts';
import type { RtcOffice } from './office.ts';
import { Remotes } from './remotes.ts';
import type { RtcRoomState } from './room/room.ts';
import { Sfus } from './sfus.ts';
import { sfuIdentity } from './signalling/identity.ts';
import { type Membership, readMemberships, transportOf } from './signalling/memberships.ts';
import type { Form, Seat } from './signalling/wire.ts';
import { Stay, type Terms } from './stay.ts';

/** A member with its name at the SFU. */
export interface Member extends Membership {
  readonly identity: string;
}

export interface MeetingEvents {
  /** Who is in the call, or at its SFUs, has changed. */
  members(): void;
  /** Of the SFU at which we publish. */
  own(state: RtcRoomState): void;
  /** Our membership is lost for good. */
  failed(error: SendError): void;
  note(message: string, error: unknown): void;
}

/**
 * The call of a room as we see it and take part in it: who is there, our membership, the media of both. What of that
 * is a ring, an answer or an end is the call's to say.
 */
export class Meeting {
  readonly roomId: string;
  readonly remote: Store<RemoteMedia>;
  readonly security: Store<CallSecurity>;
  readonly encrypted: boolean;
  readonly #office: RtcOffice<never>;
  readonly #events: MeetingEvents;
  readonly #scope: Scope;
  readonly #sfus: Sfus;
  readonly #remotes: Remotes;
  readonly #stay: Stay;
  #memberships: readonly Membership[] = [];
  #others: readonly Member[] = [];
  #looks = 0;
  #terms: Promise<Terms> | null = null;
  #shown = false;
  #closing: Promise<void> | null = null;

  constructor(office: RtcOffice<never>, roomId: string, events: MeetingEvents) {
    const { platform, wire } = office;
    this.roomId = roomId;
    this.#office = office;
    this.#events = events;
    this.encrypted = wire.isEncrypted(roomId);
    this.security = new Store<CallSecurity>(this.encrypted ? 'end-to-end-unverified' : 'on-the-way');
    this.#scope = new Scope((error) => events.note('leaving a call', error));
    this.#sfus = new Sfus({
      open: () => office.openRoom(),
      token: (serviceUrl, signal) => this.#token(serviceUrl, signal),
      encrypted: this.encrypted,
      platform,
      events: { changed: () => this.#seen(), own: (state) => events.own(state), note: events.note },
    });
    this.#stay = new Stay({
      office,
      roomId,
      encrypted: this.encrypted,
      scope: this.#scope,
      isListed: () => this.#own !== undefined,
      onKey: (identity, index, key) => this.#sfus.setKey(identity, index, key),
      failed: (error) => events.failed(error),
    });
    this.#remotes = new Remotes(platform.clock, () => ({
      members: this.#shown ? this.#others : [],
      participants: this.#sfus.participants(),
      name: (userId) => wire.nameOf(roomId, userId),
    }));
    this.remote = this.#remotes.media;
    this.#scope.add(() => this.#remotes.close());
    this.#scope.add(this.remote.subscribe(() => this.#sfus.focus(this.#remotes.large)));
    this.#scope.add(wire.watch(roomId, () => this.#look()));
    this.#look();
  }

  /** Everybody in the call but this device, oldest first. */
  get others(): readonly Membership[] {
    return this.#memberships.filter((membership) => !this.#isUs(membership));
  }

  /** Event id of our membership; null while the room has none. */
  get ownEvent(): string | null {
    return (this.seat && this.#own?.eventId) ?? null;
  }

  /** Where our membership stands; null: none was sent. */
  get seat(): Seat | null {
    return this.#stay.seat;
  }

  /** Whether anybody in the call is at an SFU. */
  get hasParticipants(): boolean {
    return this.#sfus.participants().length > 0;
  }

  /** Whether whoever has this membership is at an SFU: some are only left behind by an app that has died. */
  isPresent({ eventId }: Membership): boolean {
    const identity = this.#others.find((member) => member.eventId === eventId)?.identity;
    return this.#sfus.participants().some((participant) => participant.identity === identity);
  }

  /**
   * Connects, subscribes and publishes silence: nobody can see or hear that we are there. Again: nothing, or once more
   * what failed. @throws SendError, TokenError, or an Error where the SFU's state says why
   */
  async prepare(kinds: MediaKinds): Promise<void> {
    const { transport } = await this.#agree();
    if (this.#scope.closed) return;
    const prepared = this.#sfus.prepare(transport.serviceUrl, kinds);
    this.#follow();
    await prepared;
  }

  /** Becomes a member; resolves when the room says so. @throws SendError */
  async join(kinds: MediaKinds): Promise<void> {
    await this.#stay.begin(await this.#agree(), kinds);
  }

  /** From now on the others are shown and heard, and these are sent. */
  async open(tracks: LocalTracks): Promise<void> {
    this.#shown = true;
    this.#remotes.update();
    await this.#sfus.send(tracks);
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    if (this.#shown) await this.#sfus.send(tracks);
  }

  stats(): ReturnType<Sfus['stats']> {
    return this.#sfus.stats();
  }

  restart(): void {
    this.#sfus.restart();
  }

  /** The page goes: takes our membership away without waiting. */
  pageClosing(): void {
    this.#stay.post();
  }

  /**
   * Leaves room and SFUs at the same time, so that neither shows us for longer. Idempotent.
   * @param rung what has to be in the room before we leave it
   */
  close(rung: Promise<unknown>): Promise<void> {
    return (this.#closing ??= this.#close(rung));
  }

  async #close(rung: Promise<unknown>): Promise<void> {
    await Promise.all([this.#scope.close(), this.#stay.end(rung), this.#sfus.close()]);
  }

  /** A membership of this device, of this call or left behind by an earlier page. */
  get #own(): Membership | undefined {
    return this.#memberships.find((membership) => this.#isUs(membership));
  }

  #agree(): Promise<Terms> {
    const terms = (this.#terms ??= this.#settle());
    terms.catch(() => {
      if (this.#terms === terms) this.#terms = null;
    });
    return terms;
  }

  async #settle(): Promise<Terms> {
    const { wire, platform } = this.#office;
    const [forms, ours] = await Promise.all([wire.forms(this.roomId), this.#office.transport()]);
    const others = this.others;
    const [oldest] = others;
    // A caller's SFU lets in whoever is in the room, where ours has none.
    const transport = ours ?? (oldest ? transportOf(oldest, this.#memberships) : null);
    const form = chooseForm(forms, others);
    if (!transport || !form) throw new SendError('cannot_call', null, new Error('no transport, or no right to join'));
    const memberId = form === '2.0' ? platform.id() : `${wire.userId}:${wire.deviceId}`;
    return { form, memberId, transport };
  }

  async #token(serviceUrl: string, signal: AbortSignal): ReturnType<RtcOffice<never>['token']> {
    const { wire } = this.#office;
    const { form, memberId } = await this.#agree();
    const { userId, deviceId } = wire;
    return this.#office.token({ serviceUrl, roomId: this.roomId, userId, deviceId, memberId, form }, signal);
  }

  #seen(): void {
    this.#remotes.update();
    this.#events.members();
  }

  #look(): void {
    const { wire } = this.#office;
    if (this.#scope.closed) return;
    this.#memberships = readMemberships(wire.memberEvents(this.roomId), (user) => wire.isJoined(this.roomId, user));
    void this.#meet(++this.#looks, this.others);
    this.#events.members();
  }

  async #meet(look: number, others: readonly Membership[]): Promise<void> {
    try {
      const members = await Promise.all(others.map(async (m) => ({ ...m, identity: await sfuIdentity(m) })));
      if (look !== this.#looks || this.#scope.closed) return;
      this.#others = members;
      this.#follow();
      this.#remotes.update();
      if (this.encrypted) await this.#verify(look, members);
    } catch (error) {
      this.#events.note('members of a call could not be looked at', error);
    }
  }

  /** Once we connect at all. */
  #follow(): void {
    if (!this.#terms) return;
    const urls = this.#others.flatMap((member) => transportOf(member, this.#memberships)?.serviceUrl ?? []);
    this.#sfus.follow(
      urls,
      this.#others.map(({ identity }) => identity),
    );
  }

  /** As well protected as the least verified of the devices that have our keys. */
  async #verify(look: number, members: readonly Member[]): Promise<void> {
    const { wire } = this.#office;
    const verified = await Promise.all(members.map(({ userId, deviceId }) => wire.isVerified(userId, deviceId)));
    if (look !== this.#looks || this.#scope.closed || members.length === 0) return;
    this.security.set(verified.every(Boolean) ? 'end-to-end' : 'end-to-end-unverified');
  }

  #isUs({ userId, deviceId }: Membership): boolean {
    return userId === this.#office.wire.userId && deviceId === this.#office.wire.deviceId;
  }
}

/** The form that everybody else has, where we may; else what every client reads. */
function chooseForm(forms: readonly Form[], others: readonly Membership[]): Form | null {
  const wanted: Form = others.length > 0 && others.every(({ form }) => form === '2.0') ? '2.0' : 'compatible';
  return forms.includes(wanted) ? wanted : (forms[0] ?? null);
}
