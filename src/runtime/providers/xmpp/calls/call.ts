import type { CallId, EndReason, Peer } from '../../../call/call.ts';
import { type Readable, Store } from '../../../platform/readable.ts';
import type { CallSecurity, CallStats, LocalTracks, OutgoingMedia, ProviderCall, RemoteMedia } from '../../provider.ts';
import { Liveness } from '../../rtc/liveness.ts';
import { NO_STATS, callStats } from '../../rtc/stats.ts';
import { JingleError } from '../jingle/errors.ts';
import { sessionError, stanzaError } from '../jingle/reasons.ts';
import type { Step } from '../jingle/session.ts';
import type { Jingle, Media } from '../jingle/types.ts';
import { StanzaRefusal, WireError } from '../wire.ts';
import { failure } from './failure.ts';
import { Link } from './link.ts';
import type { Office } from './office.ts';
import { Progress } from './progress.ts';
import { harmless } from './stanzas.ts';

/**
 * `waiting`: ours, for their answer; `ringing`: here; `connecting`: answered, here or there, until both have agreed on a
 * session; `live`; `over`: nothing is sent or told any more.
 */
type State = 'waiting' | 'ringing' | 'connecting' | 'live' | 'over';

/** Actions of theirs that may wait at a time. */
const MAX_WAITING = 100;
/** What little it takes to be connected may fail by bad luck; more is for the runtime to say. */
const MAX_RETRIES = 2;

/**
 * One call for the runtime. It has one {@link Link} at a time: where a call goes on as another session (both called at
 * once, or they moved to another device), the runtime sees one call that was accepted.
 */
export class XmppCall implements ProviderCall {
  readonly id: CallId;
  readonly peer: Peer;
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security: Readable<CallSecurity> = new Store<CallSecurity>('on-the-way');
  readonly #office: Office<XmppCall>;
  readonly #liveness = new Liveness();
  readonly #progress: Progress;
  #sid: string;
  #link: Link;
  #state: State;
  #media: OutgoingMedia;
  #retries = 0;
  #cancelRinging: () => void = () => {};

  constructor(
    office: Office<XmppCall>,
    { id, sid, peer, media }: { readonly id: CallId; sid: string; peer: Peer; media: OutgoingMedia },
    direction: 'outgoing' | 'incoming',
  ) {
    this.#office = office;
    this.id = id;
    this.peer = peer;
    this.#sid = sid;
    this.#media = media;
    this.#state = direction === 'outgoing' ? 'waiting' : 'ringing';
    const reached = direction === 'incoming' ? 'accepted' : null;
    this.#progress = new Progress(office.platform.clock, reached, (stage) => this.#emit(stage));
    this.#link = this.#newLink();
    office.register(this, sid);
  }

  get sid(): string {
    return this.#sid;
  }

  get over(): boolean {
    return this.#state === 'over';
  }

  get goodbye(): Readonly<Record<string, unknown>> {
    return this.over ? {} : this.#office.goodbye(this.#sid);
  }

  /** Outgoing: proposes the call, and makes the offer ready meanwhile. */
  place(media: readonly Media[]): void {
    this.#office.tell({ type: 'dial', id: this.#sid, peer: this.peer.address, media });
    const link = this.#link;
    link.prepareOffer().catch(this.#ahead(link));
  }

  /** The server has our proposal. */
  sent(): void {
    if (this.#state === 'waiting') this.#progress.sent();
  }

  delivered(): void {
    this.#progress.delivered();
  }

  /** They have answered: our offer goes to exactly this device. */
  initiate(to: string): void {
    if (this.#state !== 'waiting') return;
    this.#state = 'connecting';
    this.#progress.accepted();
    const sid = this.#sid;
    const start = { sid, role: 'initiator', initiator: this.#office.own, responder: to } as const;
    const link = this.#link;
    const made = (): void => this.#office.tell({ type: 'initiated', id: sid });
    link.initiate(start, made).catch((error: unknown) => this.#failed(link, error));
  }

  /** Their session-initiate, which rings without any proposal. */
  hold(offered: Step): void {
    const link = this.#link;
    link.hold(offered);
    // After the result of their session-initiate.
    this.#cancelRinging = this.#office.platform.clock.after(0, () => link.tell({ type: 'ringing' }));
  }

  /** Their session-initiate is to be answered; null: the one that is held. */
  take(offered: Step | null): void {
    if (this.#state !== 'connecting') return;
    const link = this.#link;
    if (offered) link.hold(offered);
    link.answer().then(
      () => this.#agreed(link),
      (error: unknown) => {
        // What flows is agreed on, whether they say so or not.
        const silent = error instanceof WireError && error.problem !== 'refused' && this.#liveness.connected;
        if (silent) this.#agreed(link);
        else this.#failed(link, error);
      },
    );
  }

  /** It goes on as this session of theirs, which we have proceeded with. */
  continueAs(sid: string): void {
    const old = this.#link;
    if (this.#liveness.turn('disconnected')) this.#emit('disconnected');
    this.#progress.delivered();
    this.#sid = sid;
    this.#state = 'connecting';
    this.#link = this.#newLink();
    old.close();
    this.#office.register(this, sid);
    const link = this.#link;
    link.open().catch(this.#ahead(link));
  }

  /** Over by what they did, or failed; says so once. */
  ended(reason: EndReason): void {
    if (this.over) return;
    this.#end();
    if (reason === 'answered_elsewhere') this.#office.emit({ type: 'answered-elsewhere', callId: this.id });
    else this.#office.emit({ type: 'remote-ended', callId: this.id, reason });
  }

  /** An action of theirs in this session. @throws StanzaRefusal */
  async request(jingle: Jingle): Promise<void> {
    const link = this.#link;
    if (link.waiting >= MAX_WAITING) throw new StanzaRefusal(sessionError('too-many'));
    try {
      await link.take(jingle);
    } catch (error) {
      if (!(error instanceof JingleError)) throw error;
      this.#note(`${jingle.action} was refused`)(error);
      if (jingle.action === 'session-accept' && error.problem !== 'out-of-order') this.broken(error);
      throw new StanzaRefusal(stanzaError(error.problem));
    }
  }

  /** What begins the session is not what it should be. */
  broken(error: JingleError): void {
    if (this.#state === 'connecting') this.#failed(this.#link, error);
  }

  /** What there is no call without could not be sent. */
  unsent(error: unknown): void {
    if (this.#state === 'waiting' || this.#state === 'connecting') this.#failed(this.#link, error);
  }

  prepare(media: OutgoingMedia): void {
    if (this.#state !== 'ringing') return;
    this.#media = media;
    // Nothing of theirs is known before we have answered: what can be ready is the connection itself.
    const link = this.#link;
    link.open().catch(this.#ahead(link));
  }

  answer(media: OutgoingMedia): void {
    if (this.#state !== 'ringing') return;
    this.#media = media;
    this.#state = 'connecting';
    const link = this.#link;
    this.#office.tell({ type: 'answer', id: this.#sid });
    link.open().catch((error: unknown) => this.#failed(link, error));
    link.setTracks(media.tracks).catch(this.#note('tracks could not be replaced'));
  }

  decline(reason: 'declined' | 'busy_here'): void {
    if (this.#state === 'ringing') this.hangUp(reason);
  }

  hangUp(reason: EndReason): void {
    if (this.over) return;
    this.#office.tell({ type: 'hang-up', id: this.#sid, reason });
    this.#end();
  }

  restart(): void {
    if (this.#state === 'live') this.#link.restart();
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    if (this.over) return;
    this.#media = { ...this.#media, tracks };
    await this.#link.setTracks(tracks);
  }

  async stats(): Promise<CallStats> {
    const { connection } = this.#link;
    return connection && !this.over ? callStats(await connection.getStats()) : NO_STATS;
  }

  close(): Promise<void> {
    this.#end();
    this.remote.set({ participants: [] });
    return Promise.resolve();
  }

  #newLink(): Link {
    const { post, platform } = this.#office;
    const link: Link = new Link({
      post,
      platform,
      media: () => this.#media,
      configuration: () => this.#office.configuration(),
      events: {
        ice: (state) => this.#ice(link, state),
        remote: () => this.#show(link),
        accepted: () => this.#agreed(link),
        failed: (error) => this.#failed(link, error),
        emptied: () => {
          this.#office.tell({ type: 'hang-up', id: this.#sid, reason: 'remote_hung_up' });
          this.ended('remote_hung_up');
        },
        note: (message, error) => this.#note(message)(error),
      },
    });
    return link;
  }

  #agreed(link: Link): void {
    if (link.closed || this.#state !== 'connecting') return;
    this.#state = 'live';
    this.#progress.accepted();
    this.#show(link);
  }

  #ice(link: Link, state: RTCIceConnectionState): void {
    if (link.closed) return;
    if (state === 'connected' || state === 'completed') this.#office.tell({ type: 'connected', id: this.#sid });
    const turn = this.#liveness.turn(state);
    // With what is known by now; how long connecting may take is the runtime's to say.
    if (turn === 'failed') {
      if (this.#retries++ < MAX_RETRIES) this.restart();
    } else if (turn) this.#emit(turn);
  }

  #show(link: Link): void {
    if (!link.closed) this.remote.set(link.remote(this.peer.address));
  }

  #emit(type: 'delivered' | 'accepted' | 'disconnected' | 'reconnected'): void {
    if (!this.over) this.#office.emit({ type, callId: this.id });
  }

  /** There will be no session: tells both sides why. */
  #failed(link: Link, error: unknown): void {
    if (link.closed || this.over) return;
    this.#note('a call failed')(error);
    const { reason, told } = failure(error);
    this.#office.tell({ type: 'hang-up', id: this.#sid, reason, ...(told && { told }) });
    this.ended(reason);
  }

  #end(): void {
    if (this.over) return;
    this.#state = 'over';
    this.#cancelRinging();
    this.#progress.stop();
    this.#link.close();
    this.#office.forget(this);
  }

  /** A failure shows again when it matters. */
  #ahead(link: Link): (error: unknown) => void {
    return (error) => {
      if (!link.closed) this.#note('a connection could not be made ready')(error);
    };
  }

  #note(message: string): (error: unknown) => void {
    return (error) => this.#office.platform.log.log('warn', message, harmless(error));
  }
}
