import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { LocalTracks, RemoteMedia } from '../../provider.ts';
import { Batches } from '../../rtc/batches.ts';
import { Connection } from '../../rtc/connection.ts';
import { type Content, type Identity, type SignalType, TYPES, VERSION, candidates, description } from './contents.ts';
import { type Metadata, mergeMetadata, readMetadata, writeMetadata } from './metadata.ts';
import { takeCandidates } from '../../rtc/sdp.ts';
import type { Wire } from './wire.ts';

/** How long candidates gather into one message. Rooms have rate limits, and each message costs a sync on the other side. */
const BATCH: Millis = 50;
const MAX_HELD = 1_000;

export interface LinkEvents {
  ice(state: RTCIceConnectionState): void;
  remote(): void;
  /** Something went wrong that the call can live with. */
  note(message: string, error: unknown): void;
}

export interface LinkOptions {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly roomId: string;
  /** `call_id` on the wire. */
  readonly callId: string;
  /** In a collision of offers the polite side takes the other's: the called one (MSC2746). */
  readonly polite: boolean;
  readonly events: LinkEvents;
}

/**
 * One `call_id` on the wire with its connection: candidates both ways, renegotiation (perfect negotiation: the called
 * side is polite), stream metadata. What makes it ring, be answered and end is `MatrixCall`'s.
 */
export class Link {
  readonly roomId: string;
  readonly callId: string;
  /** Whether the server may know of this call from us: it was invited or answered. */
  announced = false;
  /** Whom we are connected to; null until somebody answered. */
  opponent: Identity | null = null;
  readonly #options: LinkOptions;
  readonly #batches: Batches;
  #connection: Connection | null = null;
  #metadata: Metadata | null = null;
  #held: { readonly partyId: string | null; readonly candidates: readonly RTCIceCandidateInit[] }[] = [];
  #letIn = false;
  #established = false;
  #chain: Promise<void> = Promise.resolve();
  /** What the peer was told of our muting, and of which tracks. */
  #told = '';
  #tracks: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.roomId = options.roomId;
    this.callId = options.callId;
    this.#batches = new Batches(options.clock, BATCH, (batch) => {
      this.send(TYPES.candidates, { candidates: batch }).catch(this.#note('candidates could not be sent'));
    });
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get closed(): boolean {
    return this.#closed;
  }

  open(configuration: RTCConfiguration, tracks: LocalTracks): Connection {
    this.#connection?.close();
    const { events } = this.#options;
    return (this.#connection = new Connection({ ...configuration, bundlePolicy: 'max-bundle' }, tracks, {
      candidate: (candidate) => this.#batches.add(candidate),
      gathered: () => this.#batches.flush(),
      ice: (state) => events.ice(state),
      tracks: () => events.remote(),
      negotiationNeeded: () => this.#established && this.#negotiate(),
    }));
  }

  send(type: SignalType, content: Content, patience: 'once' | 'patient' = 'patient'): Promise<void> {
    const { wire } = this.#options;
    return wire.send(this.roomId, type, this.content(content), patience);
  }

  /** `content` with what every message of a call has. */
  content(content: Content): Content {
    return { ...content, version: VERSION, call_id: this.callId, party_id: this.#options.wire.partyId };
  }

  /** Sends our description with the candidates found so far; those still to be found follow in batches. */
  async announce(type: SignalType, key: 'offer' | 'answer', more: Content, tracks: LocalTracks): Promise<void> {
    if (!this.#connection) throw new Error('nothing to announce');
    const content = {
      ...more,
      [key]: this.#connection.description,
      capabilities: { 'm.call.transferee': false, 'm.call.dtmf': false },
      ...this.#ownMetadata(tracks),
    };
    this.#batches.discard();
    this.announced = true;
    await this.send(type, content, key === 'offer' ? 'once' : 'patient');
    if (!this.#closed) this.#batches.release();
  }

  /** Whether a message is of the party we are connected to. Before there is one, of any. */
  isOpponent({ partyId }: Identity): boolean {
    return this.opponent === null || this.opponent.partyId === partyId;
  }

  choose(opponent: Identity, content: Content): void {
    this.opponent = opponent;
    this.#metadata = mergeMetadata(this.#metadata, readMetadata(content));
  }

  /** Their candidates that stand in a description: held like those that come by themselves. */
  hold(offer: RTCSessionDescriptionInit): RTCSessionDescriptionInit {
    const { sdp, candidates: found } = takeCandidates(offer.sdp ?? '');
    this.#held.push({ partyId: this.opponent?.partyId ?? null, candidates: found });
    return { type: offer.type, sdp };
  }

  /** Somebody answered: their candidates are tried from now on, and the connection may be renegotiated. */
  letIn(): void {
    this.#letIn = true;
    const held = this.#held.filter(({ partyId }) => partyId === (this.opponent?.partyId ?? null));
    this.#held = [];
    for (const { candidates: found } of held) this.#addCandidates(found);
  }

  establish(): void {
    this.#established = true;
  }

  /** Messages of a running call. */
  receive(type: SignalType, content: Content, from: Identity): void {
    if (type === TYPES.candidates) {
      const found = candidates(content);
      if (this.#letIn) {
        if (this.isOpponent(from)) this.#addCandidates(found);
      } else if (this.#held.length < MAX_HELD && found.length > 0) {
        this.#held.push({ partyId: from.partyId, candidates: found });
      }
      return;
    }
    if (this.opponent === null || !this.isOpponent(from)) return;
    if (type === TYPES.metadata) {
      this.#metadata = mergeMetadata(this.#metadata, readMetadata(content));
      this.#options.events.remote();
    } else if (type === TYPES.negotiate && this.#established) {
      this.#enqueue(() => this.#negotiated(content));
    }
  }

  async setTracks(tracks: LocalTracks): Promise<void> {
    await this.#connection?.setTracks(tracks, this.#established && this.opponent?.legacy === false);
    if (this.#established) this.tellMuted(tracks);
  }

  /** Tells what is muted, if it has changed since it was told. */
  tellMuted(tracks: LocalTracks): void {
    const before = this.#told;
    const metadata = this.#ownMetadata(tracks);
    if (before === this.#told || this.#closed) return;
    this.send(TYPES.metadata, metadata).catch(this.#note('mute could not be told'));
  }

  remote(participant: string): RemoteMedia {
    const tracks = this.#connection?.remoteTracks() ?? [];
    const of = (id: string | null) => (id === null ? undefined : this.#metadata?.get(id));
    const screen = tracks.filter(({ streamId }) => of(streamId)?.purpose === 'm.screenshare');
    const person = tracks.filter((track) => !screen.includes(track));
    const first = (kind: string) => person.find(({ track }) => track.kind === kind);
    const [audio, video] = [first('audio'), first('video')];
    return {
      participants: [
        {
          id: participant,
          audio: audio?.track ?? null,
          video: video?.track ?? null,
          screen: screen.find(({ track }) => track.kind === 'video')?.track ?? null,
          audioMuted: audio ? (of(audio.streamId)?.audioMuted ?? false) : true,
          videoMuted: video ? (of(video.streamId)?.videoMuted ?? false) : true,
          onHold: this.#connection?.held ?? false,
        },
      ],
    };
  }

  close(): void {
    this.#closed = true;
    this.#established = false;
    this.#batches.stop();
    this.#connection?.close();
    this.#held = [];
  }

  #ownMetadata(tracks: LocalTracks): Content {
    const muted = {
      audio: tracks.audioMuted || tracks.audio === null,
      video: tracks.videoMuted || tracks.video === null,
    };
    this.#told = JSON.stringify(muted);
    this.#tracks = tracks;
    return writeMetadata(this.#connection?.streamId ?? '', muted);
  }

  /** An offer of ours in a running call. Version 0 peers know of none. */
  #negotiate(): void {
    if (this.opponent?.legacy !== false) return;
    this.#enqueue(async (connection) => {
      if (!connection.stable) return;
      await connection.offer();
      await this.#sendDescription(connection);
    });
  }

  async #negotiated(content: Content): Promise<void> {
    const connection = this.#connection;
    const given = description(content['description'], ['offer', 'answer']);
    if (!connection || !given) return;
    if (given.type === 'answer') {
      if (!connection.stable) await connection.accept(given);
    } else {
      if (!connection.stable && !this.#options.polite) return;
      await connection.answer(given);
      await this.#sendDescription(connection);
    }
    this.#metadata = mergeMetadata(this.#metadata, readMetadata(content));
    if (!this.#closed) this.#options.events.remote();
  }

  async #sendDescription(connection: Connection): Promise<void> {
    if (this.#closed) return;
    this.#batches.discard();
    const metadata = this.#ownMetadata(this.#tracks);
    await this.send(TYPES.negotiate, { description: connection.description, lifetime: 60_000, ...metadata });
  }

  /** Descriptions are set one after the other. One that fails leaves the connection as it was. */
  #enqueue(task: (connection: Connection) => Promise<void>): void {
    this.#chain = this.#chain.then(async () => {
      if (this.#closed || !this.#connection) return;
      try {
        await task(this.#connection);
      } catch (error) {
        if (!this.#closed) this.#options.events.note('a renegotiation failed', error);
      }
    });
  }

  #addCandidates(found: readonly RTCIceCandidateInit[]): void {
    this.#connection?.addCandidates(found, this.#note('a candidate was refused'));
  }

  #note(message: string): (error: unknown) => void {
    return (error) => {
      if (!this.#closed) this.#options.events.note(message, error);
    };
  }
}
