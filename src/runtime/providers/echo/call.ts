import type { CallId, EndReason, Peer } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import { Store } from '../../platform/readable.ts';
import type {
  CallSecurity,
  CallStats,
  LocalTracks,
  OutgoingMedia,
  ProviderCall,
  ProviderIO,
  RemoteMedia,
} from '../provider.ts';
import { Connection } from '../rtc/connection.ts';
import { Liveness } from '../rtc/liveness.ts';
import { callStats, NO_STATS } from '../rtc/stats.ts';
import { Partner } from './partner.ts';

/** How long the partner lets it ring, so that people hear what a call out sounds like. */
const RINGS = 3_000;

export interface EchoCallOptions {
  readonly id: CallId;
  readonly peer: Peer;
  readonly platform: Platform;
  readonly emit: ProviderIO['emit'];
  readonly createContext: () => AudioContext;
  readonly onOver: (call: EchoCall) => void;
}

type State = 'new' | 'ringing' | 'answering' | 'live' | 'over';

/** A call with oneself. Both sides are in this page: nothing of it leaves the device, and nobody is told anything. */
export class EchoCall implements ProviderCall {
  readonly id: CallId;
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security = new Store<CallSecurity>('end-to-end');
  readonly goodbye = {};
  readonly #options: EchoCallOptions;
  readonly #liveness = new Liveness();
  #state: State = 'new';
  #tracks: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
  #near: Connection | null = null;
  #far: Partner | null = null;
  #made: Promise<RTCSessionDescriptionInit> | null = null;
  /** Candidates that wait until the other side has our description. */
  #waiting: (() => void)[] | null = [];
  #turn: Promise<void> = Promise.resolve();
  #cancelRing = (): void => {};
  #video = false;

  constructor(options: EchoCallOptions) {
    this.id = options.id;
    this.#options = options;
  }

  /** The partner calls. */
  ring(video: boolean): void {
    this.#state = 'ringing';
    this.#video = video;
  }

  /** The partner is called. */
  place({ kinds, tracks }: OutgoingMedia): void {
    this.#tracks = tracks;
    void this.#attempt(async () => {
      const { near, far } = this.#open();
      await near.offerNew(kinds.video);
      if (this.#over) return;
      this.#emit('delivered');
      this.#cancelRing = this.#options.platform.clock.after(RINGS, () => {
        void this.#attempt(async () => {
          await near.accept(await far.answer(near.description));
          this.#connect();
          this.#emit('accepted');
        });
      });
    });
  }

  prepare(media: OutgoingMedia): void {
    if (this.#state !== 'ringing') return;
    this.#tracks = media.tracks;
    this.#make().catch(this.#note('the answer could not be prepared'));
  }

  answer(media: OutgoingMedia): void {
    if (this.#state !== 'ringing') return;
    this.#state = 'answering';
    this.#tracks = media.tracks;
    void this.#attempt(async () => {
      const answer = await this.#make();
      await this.#near?.setTracks(this.#tracks, false);
      await this.#far?.accept(answer);
      this.#connect();
    });
  }

  decline(): void {
    if (this.#state === 'ringing') this.#end();
  }

  hangUp(_reason: EndReason): void {
    this.#end();
  }

  restart(): void {
    if (this.#state === 'live') this.#near?.restart().catch(this.#note('the connection was not restarted'));
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    if (this.#over) return;
    this.#tracks = tracks;
    await this.#near?.setTracks(tracks, this.#state === 'live');
    this.#show();
  }

  async stats(): Promise<CallStats> {
    return this.#near && !this.#over ? callStats(await this.#near.getStats()) : NO_STATS;
  }

  async close(): Promise<void> {
    this.#end();
    this.remote.set({ participants: [] });
  }

  get #over(): boolean {
    return this.#state === 'over';
  }

  #open(): { readonly near: Connection; readonly far: Partner } {
    const far = new Partner(this.#options.createContext, (candidate) =>
      this.#deliver(() => near.addCandidates([candidate], this.#note('a candidate was refused'))),
    );
    const near = new Connection({ bundlePolicy: 'max-bundle' }, this.#tracks, {
      candidate: (candidate) =>
        this.#deliver(() => void far.addCandidate(candidate).catch(this.#note('a candidate was refused'))),
      gathered: () => {},
      ice: (state) => this.#ice(state),
      negotiationNeeded: () => this.#negotiate(),
      tracks: () => this.#show(),
    });
    this.#near = near;
    this.#far = far;
    return { near, far };
  }

  /** Our answer to the partner's call, made once. */
  #make(): Promise<RTCSessionDescriptionInit> {
    return (this.#made ??= (async () => {
      const { near, far } = this.#open();
      const offer = await far.offer(this.#video);
      if (!this.#over) await near.answer(offer);
      return near.description;
    })());
  }

  #deliver(candidate: () => void): void {
    if (this.#over) return;
    if (this.#waiting) this.#waiting.push(candidate);
    else candidate();
  }

  /** Each side has the other's description. */
  #connect(): void {
    if (this.#over) return;
    this.#state = 'live';
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const candidate of waiting) candidate();
    this.#show();
  }

  #negotiate(): void {
    if (this.#state !== 'live') return;
    this.#turn = this.#turn
      .then(async () => {
        const [near, far] = [this.#near, this.#far];
        if (this.#over || !near?.stable || !far) return;
        await near.offer();
        await near.accept(await far.answer(near.description));
      })
      .catch(this.#note('a renegotiation failed'));
  }

  #ice(state: RTCIceConnectionState): void {
    const turn = this.#over ? null : this.#liveness.turn(state);
    if (turn === 'failed') this.restart();
    else if (turn) this.#emit(turn);
  }

  /** What the partner sends is what it gets: it is muted where we are. */
  #show(): void {
    if (this.#state !== 'live' || !this.#near) return;
    const tracks = this.#near.remoteTracks();
    const first = (kind: string) => tracks.find(({ track }) => track.kind === kind)?.track ?? null;
    const { audio, video, audioMuted, videoMuted } = this.#tracks;
    this.remote.set({
      participants: [
        {
          id: this.#options.peer.address,
          audio: first('audio'),
          video: first('video'),
          screen: null,
          audioMuted: audioMuted || audio === null,
          videoMuted: videoMuted || video === null,
        },
      ],
    });
  }

  #emit(type: 'delivered' | 'accepted' | 'disconnected' | 'reconnected'): void {
    if (!this.#over) this.#options.emit({ type, callId: this.id });
  }

  /** Whatever fails of our own ends the call, and says so. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.#over) return;
      this.#note('a test call failed')(error);
      this.#end();
      this.#options.emit({ type: 'remote-ended', callId: this.id, reason: 'internal_error' });
    }
  }

  #end(): void {
    if (this.#over) return;
    this.#state = 'over';
    this.#cancelRing();
    this.#near?.close();
    this.#far?.close();
    this.#waiting = null;
    this.#options.onOver(this);
  }

  #note(message: string): (error: unknown) => void {
    return (error) => {
      if (!this.#over) this.#options.platform.log.log('warn', message, error);
    };
  }
}
