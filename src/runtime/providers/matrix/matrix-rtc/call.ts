import type { CallId, EndReason, Peer } from '../../../call/call.ts';
import { type Readable, Store } from '../../../platform/readable.ts';
import type { CallSecurity, CallStats, LocalTracks, OutgoingMedia, ProviderCall, RemoteMedia } from '../../provider.ts';
import { NO_STATS } from '../../rtc/stats.ts';
import { Company } from './company.ts';
import { failureReason } from './ends.ts';
import { Meeting } from './meeting.ts';
import type { RtcOffice } from './office.ts';
import { Reply, type Ring } from './reply.ts';
import type { RtcRoomState } from './room/room.ts';
import type { Decline } from './signalling/contents.ts';
import { Summons } from './summons.ts';
import { Uplink } from './uplink.ts';
import { Waning } from './waning.ts';

/**
 * `placing`: until their devices are told; `waiting`: for somebody to come; `ringing`: here; `answering`: until we are
 * a member; `live`: answered; `over`: nothing is sent or told any more.
 */
type State = 'placing' | 'waiting' | 'ringing' | 'answering' | 'live' | 'over';

/** One MatrixRTC call for the runtime: with one person, or with a family. */
export class RtcCall implements ProviderCall {
  readonly id: CallId;
  readonly peer: Peer;
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly #security = new Store<CallSecurity>('on-the-way');
  readonly #office: RtcOffice<RtcCall>;
  #state: State;
  #media: OutgoingMedia;
  #meeting: Meeting | null = null;
  readonly #uplink = new Uplink();
  readonly #company: Company;
  readonly #waning: Waning;
  /** Outgoing: what rings there. */
  readonly #summons: Summons;
  /** Incoming: the answer could not be prepared. */
  #doubtful = false;
  /** Incoming: what whoever has rung is told. */
  #reply: Reply | null = null;

  constructor(
    office: RtcOffice<RtcCall>,
    id: CallId,
    peer: Peer,
    media: OutgoingMedia,
    direction: 'outgoing' | 'incoming',
  ) {
    this.#office = office;
    this.id = id;
    this.peer = peer;
    this.#media = media;
    this.#state = direction === 'outgoing' ? 'placing' : 'ringing';
    this.#summons = new Summons(office.wire, peer);
    this.#company = new Company(office.wire.userId);
    this.#waning = new Waning(office.platform.clock, (reason) => this.#ended(reason));
  }

  get security(): Readable<CallSecurity> {
    return this.#security;
  }

  get roomId(): string | null {
    return this.#meeting?.roomId ?? null;
  }

  get ringing(): Ring | null {
    return this.#state === 'ringing' ? (this.#reply?.ring ?? null) : null;
  }

  get over(): boolean {
    return this.#state === 'over';
  }

  get goodbye(): Readonly<Record<string, unknown>> {
    return { matrixRtc: this.#meeting?.seat ?? null };
  }

  /** Outgoing: becomes a member of the room's call, and rings; or comes to a call that others are in already. */
  async place(): Promise<void> {
    try {
      const roomId = await this.#office.roomFor(this.peer);
      if (this.#state !== 'placing') return;
      const meeting = this.#meet(roomId);
      const { video } = this.#media.kinds;
      await Promise.all([meeting.prepare(this.#media.kinds), meeting.join(this.#media.kinds)]);
      if (this.#state !== 'placing') return;
      this.#company.look(meeting);
      if (!this.#company.isIn(meeting)) await this.#summons.send(meeting, video);
      if (this.#state !== 'placing') return;
      this.#state = 'waiting';
      this.#emit('delivered');
      this.#members();
      this.#declined();
    } catch (error) {
      this.#fail(failureReason(error), error);
    }
  }

  /** Incoming: rings. */
  ring(ring: Ring): void {
    this.#reply = new Reply(this.#office.wire, ring);
    this.#meet(ring.roomId);
  }

  prepare(media: OutgoingMedia): void {
    if (this.#state !== 'ringing') return;
    this.#media = media;
    // A failure shows when the answer is wanted, which then tries again.
    this.#meeting?.prepare(media.kinds).catch((error: unknown) => {
      this.#doubtful = true;
      this.#note('the answer could not be prepared')(error);
    });
  }

  answer(media: OutgoingMedia): void {
    if (this.#state !== 'ringing') return;
    this.#media = media;
    this.#state = 'answering';
    void this.#answer();
  }

  decline(reason: 'declined' | 'busy_here'): void {
    if (this.#state === 'ringing') this.hangUp(reason);
  }

  hangUp(reason: EndReason): void {
    if (this.over) return;
    this.#end();
    this.#refuse(reason);
  }

  restart(): void {
    if (this.#state === 'live') this.#meeting?.restart();
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    if (this.over) return;
    this.#media = { ...this.#media, tracks };
    await this.#meeting?.setTracks(tracks);
  }

  /** Nothing of a call that rings here: what is ready is only between us and the SFU. */
  async stats(): Promise<CallStats> {
    return this.#meeting && this.#state !== 'ringing' && !this.over ? this.#meeting.stats() : NO_STATS;
  }

  /** The page goes: takes our membership away without waiting. A call that only rings here will ring again. */
  pageClosing(): void {
    this.#meeting?.pageClosing();
  }

  async close(): Promise<void> {
    this.#end();
    this.remote.set({ participants: [] });
    await this.#leave();
  }

  /** Outgoing: somebody declined a notification. */
  declinedBy(userId: string, decline: Decline): void {
    this.#summons.hear(userId, decline);
    this.#declined();
  }

  /** Incoming: another device of ours declined. */
  elsewhere(): void {
    if (this.#state !== 'ringing') return;
    this.#end();
    this.#office.emit({ type: 'answered-elsewhere', callId: this.id });
  }

  /** We are out of the room. */
  removed(): void {
    this.#ended(this.#state === 'live' ? 'remote_hung_up' : 'server_failed');
  }

  async #answer(): Promise<void> {
    const meeting = this.#meeting;
    if (!meeting) return;
    try {
      const { kinds } = this.#media;
      const ready = meeting.prepare(kinds).then(() => {
        // The SFU does not wait for our membership, and who calls hears of it at the same time. What is encrypted is
        // of no use before our key has come.
        if (!meeting.encrypted && this.#state === 'answering') this.#begin(meeting);
      });
      // A member is who has come: nobody is to believe that of an answer that most likely fails.
      if (this.#doubtful) await ready;
      if (this.over) return;
      await Promise.all([ready, meeting.join(kinds)]);
      if (this.over) return;
      this.#reply?.come();
      if (this.#state === 'answering') this.#begin(meeting);
      this.#members();
    } catch (error) {
      this.#fail(failureReason(error), error);
    }
  }

  /** Both sides are there: what was ready is sent, and theirs is shown. */
  #begin(meeting: Meeting): void {
    this.#state = 'live';
    meeting.open(this.#media.tracks).catch(this.#note('tracks could not be sent'));
  }

  #meet(roomId: string): Meeting {
    const meeting = new Meeting(this.#office, roomId, {
      members: () => this.#members(),
      own: (state) => this.#own(state),
      failed: (error) => {
        const isCutOff = error.reason === 'unreachable' && this.#state === 'live';
        this.#fail(isCutOff ? 'connection_lost' : failureReason(error), 'our membership was lost');
      },
      note: (message, error) => this.#note(message)(error),
    });
    this.#meeting = meeting;
    meeting.remote.subscribe((remote) => {
      if (!this.over) this.remote.set(remote);
    });
    this.#security.set(meeting.security.value);
    meeting.security.subscribe((security) => this.#security.set(security));
    this.#office.register(this);
    return meeting;
  }

  #members(): void {
    const meeting = this.#meeting;
    if (!meeting) return;
    if (this.#state === 'ringing') return this.#membersWhileRinging(meeting);
    const isAnswered = this.#company.isIn(meeting);
    if (this.#state === 'waiting' && isAnswered) {
      this.#begin(meeting);
      this.#emit('accepted');
    }
    if (this.#state === 'live') this.#waning.see(isAnswered, meeting.hasParticipants);
  }

  #declined(): void {
    if (this.#state !== 'waiting' || !this.#meeting) return;
    const reason = this.#summons.verdict(this.#meeting.roomId);
    if (reason) this.#ended(reason);
  }

  #membersWhileRinging({ others }: Meeting): void {
    const ours = this.#office.wire.userId;
    if (others.some(({ userId }) => userId === ours)) this.elsewhere();
    else if (others.length === 0) this.#ended('missed');
  }

  #own(state: RtcRoomState): void {
    const stage = this.#state === 'live' ? 'running' : this.#state === 'ringing' ? 'ringing' : 'joining';
    const turn = this.#uplink.turn(state, stage);
    if (typeof turn === 'string') this.#emit(turn);
    else if (turn) this.#fail(turn.ended, 'the SFU is lost');
  }

  #emit(type: 'delivered' | 'accepted' | 'disconnected' | 'reconnected'): void {
    if (!this.over) this.#office.emit({ type, callId: this.id });
  }

  /** Something here failed: both sides are told. */
  #fail(reason: EndReason, error: unknown): void {
    if (this.over) return;
    this.#note('a call failed')(error);
    this.#ended(reason);
    this.#refuse(reason);
  }

  #refuse(reason: EndReason): void {
    this.#reply?.decline(reason).catch(this.#note('the caller could not be told'));
  }

  /** Over, and the runtime is told. */
  #ended(reason: EndReason): void {
    if (this.over) return;
    this.#end();
    this.#office.emit({ type: 'remote-ended', callId: this.id, reason });
  }

  #end(): void {
    if (this.over) return;
    this.#state = 'over';
    this.#waning.stop();
    void this.#leave();
    this.#office.forget(this);
  }

  async #leave(): Promise<void> {
    await this.#meeting?.close(this.#summons.arrived(this.#office.platform.clock));
  }

  #note(message: string): (error: unknown) => void {
    return (error) => this.#office.platform.log.log('warn', message, error);
  }
}
