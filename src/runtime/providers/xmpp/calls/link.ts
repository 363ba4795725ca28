import type { Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LocalTracks, OutgoingMedia, RemoteMedia } from '../../provider.ts';
import { Batches } from '../../rtc/batches.ts';
import { Connection } from '../../rtc/connection.ts';
import { JingleError } from '../jingle/errors.ts';
import { localInfo } from '../jingle/session-info.ts';
import { localCandidates } from '../jingle/session-local.ts';
import type { SessionStart, Step } from '../jingle/session.ts';
import type { Info, Jingle } from '../jingle/types.ts';
import { Exchange } from './exchange.ts';
import { NoServers } from './failure.ts';
import { Mutes } from './mutes.ts';
import type { Post } from './post.ts';

/** How long candidates gather into one message. */
const BATCH: Millis = 20;
/** Candidates of one session; a real one has some dozens. */
const MAX_CANDIDATES = 1_000;
/** ICE restarts of theirs in `RESTARTS_WITHIN`: two sides that take each other's answers for offers would never end. */
const MAX_RESTARTS = 4;
const RESTARTS_WITHIN: Millis = 15_000;

/** After the first connection: Dino may lose the first whole picture, and does not ask for another. */
const REFRESH: Millis = 1_000;

export interface LinkEvents {
  ice(state: RTCIceConnectionState): void;
  remote(): void;
  /** Session-accept of theirs is in effect. */
  accepted(): void;
  /** There can't be a session: what they accepted is not what the browser takes. */
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
 * One Jingle session with its connection: begins it, from either side, lets candidates through, tells of mute. Who may
 * say what, what rings and what ends is `XmppCall`'s and the machine's.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #exchange: Exchange;
  readonly #batches: Batches;
  readonly #mutes = new Mutes();
  #connection: Connection | null = null;
  #opening: Promise<Connection> | null = null;
  /** Ours, made while it rings over there. */
  #offer: Promise<void> | null = null;
  /** Theirs, while it rings here. */
  #offered: RTCSessionDescriptionInit | null = null;
  /** Their candidates are tried from now on. */
  #letIn = false;
  #cancelRefresh: (() => void) | null = null;
  #held: RTCIceCandidateInit[] = [];
  #candidates = 0;
  #restarts: readonly Millis[] = [];
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { post, platform } = options;
    this.#batches = new Batches(platform.clock, BATCH, (batch) => {
      const { session } = this.#exchange;
      const jingle = session && localCandidates(session, batch);
      if (jingle) this.#exchange.send(jingle).catch(this.#noted('candidates could not be sent'));
    });
    this.#exchange = new Exchange({
      post,
      platform,
      batches: this.#batches,
      connection: () => this.#connection,
      note: (message, error) => this.#noted(message)(error),
      settled: () => this.#tellMuted(),
    });
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** How many actions of theirs wait. */
  get waiting(): number {
    return this.#exchange.waiting;
  }

  /**
   * Opens the connection; nothing of it is known to the peer. Once, and once more after a failure.
   * @param pool transports whose candidates are found before there is a description
   */
  async open(pool = 1): Promise<Connection> {
    const opening = (this.#opening ??= this.#open(pool));
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

  /**
   * Sends our offer; resolves when they have taken it.
   * @param made called as it goes out
   * @throws WireError, or what the browser does
   */
  async initiate(start: SessionStart, made: () => void): Promise<void> {
    await this.prepareOffer();
    this.#letIn = true;
    await this.#exchange.initiate(start, made);
    // XEP-0176, 5.2: more candidates follow when they know of the session.
    if (!this.#closed) this.#batches.release();
  }

  /** Incoming: their session-initiate, as read into a session. */
  hold({ session, description, candidates }: Step): void {
    this.#offered = description;
    this.#exchange.hold(session);
    this.#keep(candidates);
  }

  /** Answers what is held; resolves when they have taken it. @throws WireError, or what the browser does */
  async answer(): Promise<void> {
    if (!this.#offered) throw new JingleError('out-of-order', 'an answer of ours');
    await this.#exchange.answer(
      () => this.open(),
      this.#offered,
      () => {
        this.#letIn = true;
        this.#keep([]);
        this.#batches.release();
        this.#establish();
      },
    );
  }

  /** An action of theirs; resolves when it is to be answered by a result. @throws JingleError */
  async take(jingle: Jingle): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const done = this.#exchange.take(jingle, (step) => {
      resolve();
      this.#mutes.hear(step.session, step.info);
      return !this.#isStorm(jingle, step);
    });
    done.then(
      (step) => {
        // The session has gone meanwhile.
        reject(new JingleError('out-of-order', jingle.action));
        if (step) this.#taken(step, jingle);
      },
      (error: unknown) => {
        reject(error);
        if (error instanceof JingleError || this.#closed) return;
        if (jingle.action === 'session-accept') this.#options.events.failed(error);
        else this.#noted('a change of theirs was not taken')(error);
      },
    );
    await promise;
  }

  tell(info: Info): void {
    const { session } = this.#exchange;
    if (session) this.#exchange.send(localInfo(session, [info])).catch(this.#noted('the peer was not told'));
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    await this.#connection?.setTracks(tracks, this.#exchange.established && !this.#exchange.refused);
    this.#tellMuted();
  }

  /** New credentials for the way between both. */
  restart(): void {
    if (this.#exchange.established) this.#exchange.negotiate({ iceRestart: true });
  }

  remote(participant: string): RemoteMedia {
    const tracks = this.#connection?.remoteTracks() ?? [];
    const first = (kind: string) => tracks.find(({ track }) => track.kind === kind)?.track ?? null;
    const [audio, video] = [first('audio'), first('video')];
    const audioMuted = audio === null || this.#mutes.muted('audio');
    const videoMuted = video === null || this.#mutes.muted('video');
    return {
      participants: [{ id: participant, audio, video, screen: null, audioMuted, videoMuted, onHold: this.#mutes.held }],
    };
  }

  close(): void {
    this.#closed = true;
    this.#exchange.close();
    this.#batches.stop();
    this.#cancelRefresh?.();
    this.#connection?.close();
    this.#held = [];
  }

  async #open(pool: number): Promise<Connection> {
    const { configuration, media, events } = this.#options;
    const given = await configuration().catch((error: unknown) => {
      throw new NoServers(error);
    });
    if (this.#closed) throw new Error('closed');
    const handlers = {
      candidate: (candidate: RTCIceCandidateInit) => this.#batches.add(candidate),
      gathered: () => this.#batches.flush(),
      ice: (state: RTCIceConnectionState) => {
        if (state === 'connected') this.#refreshSoon();
        events.ice(state);
      },
      tracks: () => events.remote(),
      negotiationNeeded: () => this.#exchange.negotiate(),
    };
    return (this.#connection = new Connection(
      { ...given, iceCandidatePoolSize: pool },
      media().tracks,
      handlers,
      'recvonly',
    ));
  }

  #refreshSoon(): void {
    this.#cancelRefresh ??= this.#options.platform.clock.after(REFRESH, () => {
      this.#connection?.refresh().catch(this.#noted('no whole picture'));
    });
  }

  async #makeOffer(): Promise<void> {
    const connection = await this.open(0);
    await connection.offerNew(this.#options.media().kinds.video);
  }

  #taken(step: Step, { action }: Jingle): void {
    const { events } = this.#options;
    this.#keep(step.candidates);
    if (step.ended) return events.emptied();
    if (action === 'session-accept') {
      this.#establish();
      events.accepted();
    }
    events.remote();
  }

  #establish(): void {
    this.#exchange.establish();
    // A call that goes on as theirs may be about less than ours was.
    this.setTracks(this.#options.media().tracks).catch(this.#noted('tracks could not be replaced'));
  }

  #tellMuted(): void {
    const { session, established } = this.#exchange;
    if (!established || !session) return;
    for (const info of this.#mutes.tell(session, this.#options.media().tracks)) this.tell(info);
  }

  /** Their candidates, which are tried once somebody has answered. */
  #keep(candidates: readonly RTCIceCandidateInit[]): void {
    const taken = candidates.slice(0, Math.max(0, MAX_CANDIDATES - this.#candidates));
    this.#candidates += taken.length;
    this.#held.push(...taken);
    if (!this.#letIn || !this.#connection) return;
    const ready = this.#held;
    this.#held = [];
    this.#connection.addCandidates(ready, this.#noted('a candidate was refused'));
  }

  #isStorm({ action }: Jingle, { description }: Step): boolean {
    if (action !== 'transport-info' || description?.type !== 'offer') return false;
    const now = this.#options.platform.clock.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTARTS_WITHIN), now].slice(-MAX_RESTARTS - 1);
    return this.#restarts.length > MAX_RESTARTS;
  }

  #noted(message: string): (error: unknown) => void {
    return (error) => {
      if (!this.#closed) this.#options.events.note(message, error);
    };
  }
}
