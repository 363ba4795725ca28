import type { CallId, EndReason, Peer } from '../../../call/call.ts';
import { type Readable, Store } from '../../../platform/readable.ts';
import type { CallSecurity, CallStats, LocalTracks, OutgoingMedia, ProviderCall, RemoteMedia } from '../../provider.ts';
import { type Identity, TYPES, VERSION } from './contents.ts';
import { AnswerDraft } from './draft.ts';
import { Farewell } from './farewell.ts';
import { sendAnswer, sendInvite, sendSelection, takeAnswer } from './handshake.ts';
import { Link } from './link.ts';
import type { Invitation } from './invitation.ts';
import { Liveness } from '../../rtc/liveness.ts';
import { Lock } from './lock.ts';
import { meaning } from './meaning.ts';
import type { Office } from './office.ts';
import { SILENT_WHILE_RINGING, SendError, sendError } from './reasons.ts';
import { NO_STATS, callStats } from '../../rtc/stats.ts';
import type { Signal } from './wire.ts';

/**
 * `placing`: until the server has our invitation; `waiting`: for their answer; `ringing`: here; `answering`: our answer
 * is on its way; `live`: answered; `over`: nothing is sent or told any more.
 */
type State = 'placing' | 'waiting' | 'ringing' | 'answering' | 'live' | 'over';

/**
 * One call for the runtime. It has one {@link Link} at a time: where both sides called each other at once, an outgoing
 * call drops its own and answers theirs, and the runtime sees one call that was accepted.
 */
export class MatrixCall implements ProviderCall {
  readonly id: CallId;
  readonly peer: Peer;
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security: Readable<CallSecurity>;
  readonly #direction: 'outgoing' | 'incoming';
  readonly #office: Office<MatrixCall>;
  readonly #lock: Lock;
  readonly #farewell: Farewell;
  readonly #liveness = new Liveness();
  #state: State;
  #link: Link | null = null;
  #media: OutgoingMedia;
  #draft: AnswerDraft | null = null;
  #delivered = false;

  constructor(
    office: Office<MatrixCall>,
    id: CallId,
    peer: Peer,
    media: OutgoingMedia,
    direction: 'outgoing' | 'incoming',
  ) {
    this.#office = office;
    this.id = id;
    this.peer = peer;
    this.#media = media;
    this.#direction = direction;
    this.#state = direction === 'outgoing' ? 'placing' : 'ringing';
    this.#lock = new Lock(this.#note('the security of a call is unknown'));
    this.security = this.#lock.level;
    this.#farewell = new Farewell(office.wire, (message) => this.#note(message));
  }

  get link(): Link | null {
    return this.#link;
  }

  get over(): boolean {
    return this.#state === 'over';
  }

  get ringing(): boolean {
    return this.#state === 'ringing';
  }

  /** Ours, and nobody has answered it: what two calls at once may replace. */
  get unanswered(): boolean {
    return this.#state === 'placing' || this.#state === 'waiting';
  }

  get goodbye(): Readonly<Record<string, unknown>> {
    const { roomId = null, callId = null } = this.#link ?? {};
    return { roomId, matrixCallId: callId, partyId: this.#office.wire.partyId, version: VERSION };
  }

  /** Outgoing: invites the peer. */
  async place(): Promise<void> {
    try {
      const [roomId, configuration] = await Promise.all([
        this.#office.roomFor(this.peer),
        this.#office.configuration(),
      ]);
      if (this.#state !== 'placing') return;
      const link = this.#begin(roomId, this.#office.platform.id());
      await sendInvite(this.#sending(link), this.peer, configuration);
      if (link.closed || !this.unanswered) return;
      this.#state = 'waiting';
      this.#deliver();
    } catch (error) {
      if (!this.unanswered) return;
      const { reason } = sendError(error);
      // Where the network failed the invitation may have arrived; otherwise the server refused it.
      this.#fail(reason, error, reason === 'unreachable');
    }
  }

  /** Incoming: rings with this invitation. */
  ring({ signal, from, invite }: Invitation): void {
    const link = this.#begin(signal.roomId, from.callId);
    link.choose(from, signal.content);
    const offer = invite && link.hold(invite.offer);
    this.#draft = new AnswerDraft(link, offer, () => this.#office.configuration());
    this.#lock.reset();
    this.#lock.uses(signal);
  }

  /** An invitation that nobody could answer. */
  refuse(): void {
    this.#ended('protocol_error');
  }

  /** Both called at once and theirs goes on: drops our invitation and answers theirs. */
  adopt(invitation: Invitation): void {
    const ours = this.#link;
    if (ours?.announced) this.#farewell.replaced(ours);
    ours?.close();
    this.#farewell.drop();
    this.#state = 'answering';
    this.#deliver();
    this.ring(invitation);
    void this.#answer();
  }

  prepare(media: OutgoingMedia): void {
    if (this.#state !== 'ringing' || !this.#draft) return;
    this.#media = media;
    // A failure shows when the answer is wanted, which then tries again.
    this.#draft.make(() => this.#media).catch(this.#note('the answer could not be prepared'));
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
    const state = this.#state;
    const link = this.#link;
    this.#end();
    if (!link || state === 'over') return;
    if (state === 'ringing' && SILENT_WHILE_RINGING.has(reason)) return;
    if (link.announced) this.#farewell.hangUp(link, reason);
    else if (state !== 'placing') this.#farewell.reject(link, reason);
  }

  restart(): void {
    if (this.#state !== 'live') return;
    this.#link?.connection?.restart().catch(this.#note('the connection was not restarted'));
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    if (this.over) return;
    this.#media = { ...this.#media, tracks };
    await this.#link?.setTracks(tracks);
  }

  async stats(): Promise<CallStats> {
    const connection = this.#link?.connection;
    return connection && !this.over ? callStats(await connection.getStats()) : NO_STATS;
  }

  /** The page goes: tells the peer what can be told without waiting. A call that only rings here will ring again. */
  pageClosing(): void {
    this.#farewell.post();
  }

  async close(): Promise<void> {
    this.#end();
    this.remote.set({ participants: [] });
  }

  /** A message of the peer about the call of our {@link link}, of whatever kind, at whatever time. */
  receive(signal: Signal, from: Identity): void {
    const { type, content } = signal;
    const link = this.#link;
    if (!link || this.over) return;
    const isOpponent = link.isOpponent(from);
    const means = meaning(type, content, {
      stage: this.unanswered ? 'unanswered' : this.ringing ? 'ringing' : 'answered',
      announced: link.announced,
      connected: this.#liveness.connected,
      isOpponent,
      ourParty: this.#office.wire.partyId,
    });
    if (means === 'accept') void this.#accept(link, signal, from);
    else if (means === 'elsewhere') this.elsewhere();
    else if (means === 'link') link.receive(type, content, from);
    else if (means) this.#ended(means.ended);
    if (type === TYPES.negotiate && isOpponent) this.#lock.uses(signal);
  }

  /** Incoming: another device of ours answered or declined, or the caller chose its answer. */
  elsewhere(): void {
    if (this.unanswered || this.over) return;
    this.#end();
    this.#office.emit({ type: 'answered-elsewhere', callId: this.id });
  }

  async #accept(link: Link, signal: Signal, from: Identity): Promise<void> {
    this.#state = 'live';
    this.#deliver();
    this.#lock.uses(signal);
    try {
      await takeAnswer(link, signal.content, from);
    } catch (error) {
      if (!link.closed) this.#fail('protocol_error', error);
      return;
    }
    if (link.closed) return;
    this.#running(link);
    this.#emit('accepted');
    sendSelection(link, from).catch(this.#note('their other devices could not be told'));
  }

  async #answer(): Promise<void> {
    const [link, draft] = [this.#link, this.#draft];
    if (!link || !draft) return;
    try {
      await sendAnswer(this.#sending(link), draft, this.#note('tracks could not be replaced'));
    } catch (error) {
      if (!link.closed) this.#fail(error instanceof SendError ? error.reason : 'protocol_error', error);
      return;
    }
    if (link.closed) return;
    this.#state = 'live';
    this.#running(link);
    if (this.#direction === 'outgoing') this.#emit('accepted');
  }

  #sending(link: Link): Parameters<typeof sendAnswer>[0] {
    return { link, media: () => this.#media, announcing: () => this.#farewell.prepare(link) };
  }

  #running(link: Link): void {
    link.letIn();
    link.establish();
    link.tellMuted(this.#media.tracks);
    this.#show(link);
  }

  #begin(roomId: string, callId: string): Link {
    const { wire, platform } = this.#office;
    const link = new Link({
      wire,
      clock: platform.clock,
      roomId,
      callId,
      polite: this.#state !== 'placing',
      events: {
        ice: (state) => this.#ice(link, state),
        remote: () => this.#show(link),
        note: (message, error) => this.#note(message)(error),
      },
    });
    this.#link = link;
    this.#office.register(this);
    return link;
  }

  #ice(link: Link, state: RTCIceConnectionState): void {
    if (link.closed) return;
    const turn = this.#liveness.turn(state);
    // Once more with what is known by now; how long connecting may take is the runtime's to say.
    if (turn === 'failed') this.restart();
    else if (turn) this.#emit(turn);
  }

  #show(link: Link): void {
    if (!link.closed) this.remote.set(link.remote(this.peer.address));
  }

  #deliver(): void {
    if (this.#delivered) return;
    this.#delivered = true;
    this.#emit('delivered');
  }

  #emit(type: 'delivered' | 'accepted' | 'disconnected' | 'reconnected'): void {
    if (!this.over) this.#office.emit({ type, callId: this.id });
  }

  /** Something here failed: tells both sides. A caller waits for our answer, too, that does not come. */
  #fail(reason: EndReason, error: unknown, tellPeer = true): void {
    this.#note('a call failed')(error);
    const link = this.#link;
    const answering = this.#state === 'answering';
    this.#ended(reason);
    if (!link || !tellPeer) return;
    if (link.announced) this.#farewell.hangUp(link, reason);
    else if (answering) this.#farewell.reject(link, reason);
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
    this.#farewell.drop();
    this.#link?.close();
    this.#office.forget(this);
  }

  #note(message: string): (error: unknown) => void {
    return (error) => this.#office.platform.log.log('warn', message, error);
  }
}
