import type { Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Batches } from '../../rtc/batches.ts';
import type { Connection } from '../../rtc/connection.ts';
import { localAnswer, localOffer } from '../jingle/session-local.ts';
import { receive, refused, withdraw } from '../jingle/session-receive.ts';
import { type JingleSession, type SessionStart, type Step, message, named, newSession } from '../jingle/session.ts';
import type { Jingle } from '../jingle/types.ts';
import { WireError } from '../wire.ts';
import type { Post } from './post.ts';
import { Queue } from './queue.ts';

/** How long an answer waits for the first way that it can tell: shorter than another message takes. */
const FIRST_OF_ANSWER: Millis = 10;
/** As long for an ICE restart: some peers give up at once where they are told none. */
const FIRST_CANDIDATE: Millis = 250;
const MORE_CANDIDATES: Millis = 80;

export interface ExchangeOptions {
  readonly post: Post;
  readonly platform: Platform;
  /** Our candidates: they wait while a description of ours is made. */
  readonly batches: Batches;
  readonly connection: () => Connection | null;
  readonly note: (message: string, error: unknown) => void;
  /** A change has been agreed on, or refused. */
  readonly settled: () => void;
}

/**
 * Descriptions of one session both ways. What is done to the connection is done one after the other; what comes
 * meanwhile waits. A change that fails, here or there, leaves the session as it was.
 */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #queue: Queue;
  #session: JingleSession | null = null;
  /** Both sides have accepted: there may be changes. */
  #established = false;
  /** There is more to be offered than could be so far. */
  #again = false;
  #refused = false;
  #closed = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#queue = new Queue((error) => this.#note('a session was not changed', error));
  }

  get session(): JingleSession | null {
    return this.#session;
  }

  get established(): boolean {
    return this.#established;
  }

  /** They do not want pictures of ours to be added. */
  get refused(): boolean {
    return this.#refused;
  }

  /** How many changes run or wait. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Their offer that waits for our answer. */
  hold(session: JingleSession): void {
    this.#session = session;
  }

  /**
   * Begins with our offer, as the connection has it. Resolves when they have taken it.
   * @param made called as it goes out
   * @throws WireError
   */
  async initiate(start: SessionStart, made: () => void): Promise<void> {
    const sent = await this.#queue.run(() => {
      const connection = this.#options.connection();
      if (this.#closed || !connection) return null;
      const step = localOffer(newSession(start), connection.description.sdp);
      this.#session = step.session;
      this.#options.batches.discard();
      made();
      return { over: Promise.all(step.send.map((jingle) => this.send(jingle))) };
    });
    await sent?.over;
  }

  /** Begins with our answer to their offer. Resolves when they have taken it. @throws WireError, or what the browser does */
  async answer(open: () => Promise<Connection>, offer: RTCSessionDescriptionInit, made: () => void): Promise<void> {
    const sent = await this.#queue.run(async () => {
      const connection = await open();
      if (this.#closed || !this.#session) return null;
      await connection.answer(offer);
      await this.#options.batches.found(FIRST_OF_ANSWER);
      if (this.#closed) return null;
      const step = localAnswer(this.#session, connection.description.sdp);
      this.#session = step.session;
      this.#options.batches.discard();
      const over = Promise.all(step.send.map((jingle) => this.send(jingle)));
      made();
      return { over };
    });
    await sent?.over;
  }

  /** Session-accept has been sent, or is in effect. */
  establish(): void {
    this.#established = true;
    this.#settled();
  }

  /**
   * An action of theirs: `taken` when it is to be answered by a result. Then what it means is done.
   * @throws JingleError (nothing is changed), or what the browser does (nothing is changed either)
   */
  take(jingle: Jingle, taken: (step: Step) => boolean): Promise<Step | null> {
    return this.#queue.run(async () => {
      const before = this.#session;
      if (this.#closed || !before) return null;
      const step = receive(before, jingle);
      if (!taken(step)) return null;
      // What follows at once goes out after the result.
      if (step.send.length > 0 || step.ended) await this.#afterResult();
      if (this.#closed) return null;
      this.#session = step.session;
      if (jingle.action === 'content-reject' || jingle.action === 'content-add') {
        this.#refused = jingle.action === 'content-reject';
      }
      this.#requestAll(step.send);
      try {
        await this.#describe(step);
      } catch (error) {
        if (!this.#closed && jingle.action !== 'session-accept') await this.#revert(before, jingle);
        throw error;
      }
      if (this.#established && step.description) this.#settled();
      return this.#closed ? null : step;
    });
  }

  /**
   * An offer of ours in a running session, for what has changed here. One that waits for their answer gives way to an
   * ICE restart only.
   */
  negotiate(options: RTCOfferOptions = {}): void {
    if (!this.#established) {
      this.#again = true;
      return;
    }
    this.#queue.start(async () => {
      const connection = this.#options.connection();
      if (this.#closed || !connection || !this.#session) return;
      if (this.#session.turn === 'theirs' && options.iceRestart) await this.#withdraw(connection, true);
      if (this.#session.turn !== 'none') {
        this.#again = true;
        return;
      }
      const { batches } = this.#options;
      batches.hold();
      try {
        await connection.offer(options);
        const step = localOffer(this.#session, await this.#local(connection, this.#session));
        this.#session = step.session;
        this.#requestAll(step.send);
        await this.#describe(step);
      } catch (error) {
        await connection.rollback();
        throw error;
      } finally {
        if (!this.#closed) batches.release();
      }
    });
  }

  /** Resolves when they have taken it. @throws WireError */
  send(jingle: Jingle): Promise<void> {
    const session = this.#session;
    if (this.#closed || !session) return Promise.resolve();
    const to = session.role === 'initiator' ? session.responder : session.initiator;
    const { post } = this.#options;
    if (jingle.action !== 'transport-info' || session.bundle.length > 0) return post.action(to, jingle);
    // A way of its own for each content is told of alone: Dino 0.4 refuses more at once.
    const each = jingle.contents.map((content) => post.action(to, { ...jingle, contents: [content] }));
    return Promise.all(each).then(() => {});
  }

  close(): void {
    this.#closed = true;
    this.#established = false;
  }

  /** Sets what the step says, and answers where it is an offer. */
  async #describe({ description, session }: Pick<Step, 'description' | 'session'>): Promise<void> {
    const { batches } = this.#options;
    const connection = this.#options.connection();
    if (!description || !connection) return;
    if (description.type === 'answer') return connection.accept(description);
    batches.hold();
    try {
      await connection.answer(description);
      if (this.#closed) return;
      const answered = localAnswer(session, await this.#local(connection, session));
      this.#session = answered.session;
      this.#requestAll(answered.send);
    } finally {
      if (!this.#closed) batches.release();
    }
  }

  /** Our description. That of an ICE restart has a candidate or two, which then are not sent once more. */
  async #local(connection: Connection, { sections }: JingleSession): Promise<string> {
    const { batches } = this.#options;
    const restarts = sections.some(({ ours, state }) => {
      const ufrag = ours?.transport.credentials.ufrag;
      return state === 'open' && ufrag !== undefined && !connection.description.sdp.includes(`a=ice-ufrag:${ufrag}\r`);
    });
    if (restarts) {
      await batches.found(FIRST_CANDIDATE);
      // The first is often the way back to this device alone; those of its networks come right behind.
      await this.#wait(MORE_CANDIDATES);
      batches.discard();
    }
    return connection.description.sdp;
  }

  /** The browser did not take a change of theirs. */
  async #revert(before: JingleSession, jingle: Jingle): Promise<void> {
    const waited = before.turn === 'theirs';
    this.#session = waited ? { ...before, turn: 'none', sections: before.before, before: [] } : before;
    await this.#options.connection()?.rollback();
    const rejected = jingle.contents.map((content) => named(content));
    if (jingle.action === 'content-add') this.#requestAll([message(before, 'content-reject', rejected)]);
  }

  #requestAll(jingles: readonly Jingle[]): void {
    for (const jingle of jingles) {
      this.send(jingle).catch((error: unknown) => {
        this.#note(`${jingle.action} was not taken`, error);
        const heard = error instanceof WireError && error.problem !== 'closed';
        if (heard && !this.#closed) this.#queue.start(() => this.#declined(jingle, error));
      });
    }
  }

  /** They have refused a change of ours that waits for their answer, or never heard of it. */
  async #declined(jingle: Jingle, error: WireError): Promise<void> {
    const [connection, session] = [this.#options.connection(), this.#session];
    if (this.#closed || !connection || session?.turn !== 'theirs') return;
    const restarts = jingle.action === 'transport-info' && session.sections.some(({ restarting }) => restarting);
    if (error.specific === 'tie-break' || restarts) {
      // Theirs is on its way, or nothing is: either way ours is as if it had not been.
      await this.#withdraw(connection, false);
    } else if (jingle.action === 'content-add') {
      this.#refused = true;
      const step = refused(session, jingle);
      this.#session = step.session;
      await this.#describe(step);
      this.#settled();
    }
  }

  async #withdraw(connection: Connection, tell: boolean): Promise<void> {
    if (!this.#session) return;
    const step = withdraw(this.#session);
    await connection.rollback();
    this.#session = step.session;
    if (tell) this.#requestAll(step.send);
  }

  #settled(): void {
    this.#options.settled();
    if (!this.#again) return;
    this.#again = false;
    this.negotiate();
  }

  #afterResult(): Promise<void> {
    return this.#wait(0);
  }

  #wait(delay: Millis): Promise<void> {
    return new Promise((resolve) => this.#options.platform.clock.after(delay, resolve));
  }

  #note(text: string, error: unknown): void {
    if (!this.#closed) this.#options.note(text, error);
  }
}
