import type { Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LocalTracks, OutgoingMedia, RemoteMedia } from '../../provider.ts';
import { Batches } from '../../rtc/batches.ts';
import { Connection } from '../../rtc/connection.ts';
import { JingleError } from '../jingle/errors.ts';
import { localInfo } from '../jingle/session-info.ts';
import { localAnswer, localCandidates, localOffer } from '../jingle/session-local.ts';
import { receive, refused, withdraw } from '../jingle/session-receive.ts';
import { type JingleSession, type SessionStart, type Step, message, named, newSession } from '../jingle/session.ts';
import type { Info, Jingle } from '../jingle/types.ts';
import { WireError } from '../wire.ts';
import { Mutes } from './mutes.ts';
import type { Post } from './post.ts';
import { Queue } from './queue.ts';

/** How long candidates gather into one message: as Matrix, where a message costs as much. */
const BATCH: Millis = 20;
/** Candidates of one session; a real one has some dozens. */
const MAX_CANDIDATES = 1_000;
/** ICE restarts of theirs in `RESTARTS_WITHIN`: two sides that take each other's answers for offers would never end. */
const MAX_RESTARTS = 4;
const RESTARTS_WITHIN: Millis = 15_000;

export interface LinkEvents {
  ice(state: RTCIceConnectionState): void;
  remote(): void;
  /** Session-accept of theirs is in effect. */
  accepted(): void;
  /** The session cannot be: what they sent is not what it takes. */
  failed(error: unknown): void;
  /** They have taken out the last content. */
  emptied(): void;
  /** Something went wrong that the call can live with. */
  note(message: string, error: unknown): void;
}

export interface LinkOptions {
  readonly post: Post;
  readonly platform: Platform;
  readonly media: () => OutgoingMedia;
  readonly configuration: () => Promise<RTCConfiguration>;
  readonly events: LinkEvents;
}

/**
 * One Jingle session with its connection: descriptions and candidates both ways, changes in a running session, mute.
 * What is done to the connection is done one after the other; what comes meanwhile waits. Who may say what, what rings
 * and what ends is `XmppCall`'s and the machine's.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #queue: Queue;
  readonly #batches: Batches;
  readonly #mutes = new Mutes();
  #connection: Connection | null = null;
  #opening: Promise<Connection> | null = null;
  /** Ours, made while it rings over there. */
  #offer: Promise<void> | null = null;
  #session: JingleSession | null = null;
  /** Theirs, while it rings here. */
  #offered: Step | null = null;
  #early: RTCIceCandidateInit[] = [];
  #candidates = 0;
  #restarts: Millis[] = [];
  #letIn = false;
  #established = false;
  /** There is more to be offered than could be so far. */
  #again = false;
  /** They do not want pictures. */
  #refused = false;
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { platform } = options;
    this.#queue = new Queue((error) => this.#note('a session was not changed', error));
    this.#batches = new Batches(platform.clock, BATCH, (batch) => {
      const jingle = this.#session && localCandidates(this.#session, batch);
      if (jingle) this.#send(jingle).catch((error: unknown) => this.#note('candidates could not be sent', error));
    });
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Opens the connection; nothing of it is known to the peer. Once, and once more after a failure. */
  async open(): Promise<Connection> {
    const opening = (this.#opening ??= this.#open());
    try {
      return await opening;
    } catch (error) {
      if (this.#opening === opening) this.#opening = null;
      throw error;
    }
  }

  /** Outgoing: makes our offer ready. Candidates are found, and kept. */
  async prepareOffer(): Promise<void> {
    const offer = (this.#offer ??= this.#makeOffer());
    try {
      await offer;
    } catch (error) {
      if (this.#offer === offer) this.#offer = null;
      throw error;
    }
  }

  /** Sends our offer; resolves when they have taken it. @throws WireError, or what the browser throws */
  async initiate(start: SessionStart): Promise<void> {
    await this.prepareOffer();
    const sent = await this.#queue.run(() => {
      if (this.#closed || !this.#connection) return null;
      const step = localOffer(newSession(start), this.#connection.description.sdp);
      this.#session = step.session;
      this.#letIn = true;
      this.#batches.discard();
      return { done: Promise.all(step.send.map((jingle) => this.#send(jingle))) };
    });
    await sent?.done;
    // XEP-0176, 5.2: more candidates follow when they know of the session.
    this.#batches.release();
  }

  /** Incoming: their session-initiate, as read into a session. */
  hold(offered: Step): void {
    this.#offered = offered;
    this.#session = offered.session;
    this.#keep(offered.candidates);
  }

  /** Answers what is held; resolves when they have taken it. @throws WireError, or what the browser throws */
  async answer(): Promise<void> {
    const sent = await this.#queue.run(async () => {
      const connection = await this.open();
      const description = this.#offered?.description;
      if (this.#closed || !description || !this.#session) return null;
      await connection.answer(description);
      if (this.#closed) return null;
      const step = localAnswer(this.#session, connection.description.sdp);
      this.#session = step.session;
      this.#batches.discard();
      const done = Promise.all(step.send.map((jingle) => this.#send(jingle)));
      this.#letIn = true;
      this.#keep([]);
      this.#batches.release();
      this.#establish();
      return { done };
    });
    await sent?.done;
  }

  /**
   * An action of theirs; resolves when it is to be answered by a result.
   * @throws JingleError
   */
  async take(jingle: Jingle): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.start(async () => {
      const before = this.#session;
      if (this.#closed || !before) return reject(new JingleError('out-of-order', jingle.action));
      let step: Step;
      try {
        step = receive(before, jingle);
      } catch (error) {
        return reject(error);
      }
      resolve();
      if (this.#isStorm(jingle, step)) return this.#note('too many restarts', null);
      // What follows at once goes out after the result.
      if (step.send.length > 0 || step.ended) {
        await new Promise<void>((done) => this.#options.platform.clock.after(0, done));
      }
      await this.#apply(step, before, jingle);
    });
    await promise;
  }

  /** How many actions of theirs wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  tell(info: Info): void {
    if (!this.#session) return;
    this.#send(localInfo(this.#session, [info])).catch((error: unknown) => this.#note('not told', error));
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    await this.#connection?.setTracks(tracks, this.#established && !this.#refused);
    this.#tellMuted();
  }

  /** New credentials for the way between both. */
  restart(): void {
    if (this.#established) this.#negotiate({ iceRestart: true });
  }

  remote(participant: string): RemoteMedia {
    const tracks = this.#connection?.remoteTracks() ?? [];
    const first = (kind: string) => tracks.find(({ track }) => track.kind === kind)?.track ?? null;
    const [audio, video] = [first('audio'), first('video')];
    const audioMuted = audio === null || this.#mutes.muted('audio');
    const videoMuted = video === null || this.#mutes.muted('video');
    return { participants: [{ id: participant, audio, video, screen: null, audioMuted, videoMuted }] };
  }

  close(): void {
    this.#closed = true;
    this.#established = false;
    this.#batches.stop();
    this.#connection?.close();
    this.#early = [];
  }

  async #open(): Promise<Connection> {
    const { configuration, media, events } = this.#options;
    const given = await configuration();
    if (this.#closed) throw new Error('closed');
    const handlers = {
      candidate: (candidate: RTCIceCandidateInit) => this.#batches.add(candidate),
      gathered: () => this.#batches.flush(),
      ice: (state: RTCIceConnectionState) => events.ice(state),
      tracks: () => events.remote(),
      negotiationNeeded: () => this.#negotiate(),
    };
    return (this.#connection = new Connection(given, media().tracks, handlers, 'recvonly'));
  }

  async #makeOffer(): Promise<void> {
    const connection = await this.open();
    await connection.offerNew(this.#options.media().kinds.video);
  }

  async #apply(step: Step, before: JingleSession, jingle: Jingle): Promise<void> {
    if (this.#closed) return;
    this.#session = step.session;
    for (const one of step.send) void this.#request(one);
    if (jingle.action === 'content-reject') this.#refused = true;
    this.#mutes.hear(step.session, step.info);
    try {
      await this.#describe(step);
    } catch (error) {
      if (this.#closed) return;
      if (jingle.action === 'session-accept') return this.#options.events.failed(error);
      await this.#revert(before, jingle, error);
      return;
    }
    if (this.#closed) return;
    this.#keep(step.candidates);
    if (step.ended) return this.#options.events.emptied();
    if (jingle.action === 'session-accept') {
      this.#establish();
      this.#options.events.accepted();
    } else if (this.#established && step.description) this.#settled();
    this.#options.events.remote();
  }

  /** Sets what the step says, and answers where it is an offer. */
  async #describe({ description, session }: Pick<Step, 'description' | 'session'>): Promise<void> {
    const connection = this.#connection;
    if (!description || !connection) return;
    if (description.type === 'answer') return connection.accept(description);
    this.#batches.hold();
    try {
      await connection.answer(description);
      if (this.#closed) return;
      const answered = localAnswer(session, connection.description.sdp);
      this.#session = answered.session;
      for (const jingle of answered.send) void this.#request(jingle);
    } finally {
      if (!this.#closed) this.#batches.release();
    }
  }

  /** The browser did not take it: the running session stays as it was. */
  async #revert(before: JingleSession, jingle: Jingle, error: unknown): Promise<void> {
    this.#note('a change of theirs was not taken', error);
    this.#session =
      before.turn === 'theirs' ? { ...before, turn: 'none', sections: before.before, before: [] } : before;
    await this.#connection?.rollback();
    if (jingle.action !== 'content-add') return;
    const rejected = jingle.contents.map((content) => named(content));
    void this.#request(message(before, 'content-reject', rejected));
  }

  #establish(): void {
    this.#established = true;
    this.#settled();
    const { media } = this.#options;
    // A call that has become theirs may be about less than ours was.
    this.setTracks(media().tracks).catch((error: unknown) => this.#note('tracks could not be replaced', error));
  }

  #settled(): void {
    this.#tellMuted();
    if (!this.#again) return;
    this.#again = false;
    this.#negotiate();
  }

  #tellMuted(): void {
    if (!this.#established || !this.#session || this.#closed) return;
    for (const info of this.#mutes.tell(this.#session, this.#options.media().tracks)) this.tell(info);
  }

  /** An offer of ours in a running session. One that waits for their answer gives way to a restart only. */
  #negotiate(options: RTCOfferOptions = {}): void {
    if (!this.#established) {
      this.#again = true;
      return;
    }
    this.#queue.start(async () => {
      const [connection, session] = [this.#connection, this.#session];
      if (this.#closed || !connection || !session) return;
      if (session.turn === 'theirs' && options.iceRestart) await this.#withdraw(connection, session);
      else if (session.turn !== 'none') {
        this.#again = true;
        return;
      }
      this.#batches.hold();
      try {
        await connection.offer(options);
        const step = localOffer(this.#session ?? session, connection.description.sdp);
        this.#session = step.session;
        for (const jingle of step.send) void this.#request(jingle);
        await this.#describe(step);
      } catch (error) {
        await connection.rollback();
        throw error;
      } finally {
        if (!this.#closed) this.#batches.release();
      }
    });
  }

  async #withdraw(connection: Connection, session: JingleSession): Promise<void> {
    const step = withdraw(session);
    await connection.rollback();
    this.#session = step.session;
    for (const jingle of step.send) void this.#request(jingle);
  }

  /** Sends a change of a running session. Where they refuse it, it has not been. */
  async #request(jingle: Jingle): Promise<void> {
    try {
      await this.#send(jingle);
    } catch (error) {
      this.#note(`${jingle.action} was not taken`, error);
      if (this.#closed || !(error instanceof WireError) || error.problem === 'closed') return;
      this.#queue.start(() => this.#declined(jingle, error));
    }
  }

  async #declined(jingle: Jingle, error: WireError): Promise<void> {
    const [connection, session] = [this.#connection, this.#session];
    if (this.#closed || !connection || session?.turn !== 'theirs') return;
    const restarts = jingle.contents.some(({ transport }) => (transport?.fingerprints.length ?? 0) > 0);
    if (error.specific === 'tie-break' || (jingle.action === 'transport-info' && restarts)) {
      // Theirs is on its way, or nothing is: either way ours is as if it had not been.
      const step = withdraw(session);
      await connection.rollback();
      this.#session = step.session;
    } else if (jingle.action === 'content-add') {
      this.#refused = true;
      const step = refused(session, jingle);
      this.#session = step.session;
      await this.#describe(step);
      this.#settled();
    }
  }

  #send(jingle: Jingle): Promise<void> {
    const session = this.#session;
    if (this.#closed || !session) return Promise.resolve();
    const to = session.role === 'initiator' ? session.responder : session.initiator;
    return this.#options.post.action(to, jingle);
  }

  /** Their candidates, which are tried once we have answered. */
  #keep(candidates: readonly RTCIceCandidateInit[]): void {
    const taken = candidates.slice(0, Math.max(0, MAX_CANDIDATES - this.#candidates));
    this.#candidates += taken.length;
    this.#early.push(...taken);
    if (!this.#letIn || !this.#connection) return;
    const ready = this.#early;
    this.#early = [];
    this.#connection.addCandidates(ready, (error) => this.#note('a candidate was refused', error));
  }

  #isStorm({ action }: Jingle, { description }: Step): boolean {
    if (action !== 'transport-info' || description?.type !== 'offer') return false;
    const now = this.#options.platform.clock.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTARTS_WITHIN), now].slice(-MAX_RESTARTS - 1);
    return this.#restarts.length > MAX_RESTARTS;
  }

  #note(message: string, error: unknown): void {
    if (!this.#closed) this.#options.events.note(message, error);
  }
}
