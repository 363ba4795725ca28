import {
  type DisconnectReason,
  isE2EESupported,
  LogLevel,
  type Participant,
  Room,
  RoomEvent,
  type RoomOptions,
  setLogLevel,
} from 'livekit-client';
import type { MediaKinds } from '../../../../call/call.ts';
import { Store } from '../../../../platform/readable.ts';
import type { Scope } from '../../../../platform/scope.ts';
import { within } from '../../../../platform/wait.ts';
import type { CallStats, LocalTracks } from '../../../provider.ts';
import { callStats } from '../../../rtc/stats.ts';
import { deaf } from './deaf.ts';
import { Doubts } from './doubts.ts';
import { Incoming } from './incoming.ts';
import { RoomKeys } from './keys.ts';
import { Lane } from './lane.ts';
import { ended, refused } from './lost.ts';
import { sameParticipants } from './participants.ts';
import { Placeholders } from './placeholders.ts';
import type { OpenRtcRoom, RtcParticipant, RtcRoom, RtcRoomLost, RtcRoomOptions, RtcRoomState } from './room.ts';
import { StatsTally } from './tally.ts';
import { openWorker } from './worker.ts';

const CONNECT_TIMEOUT = 15_000;
const LEAVE_TIMEOUT = 2_000;
/** How long LiveKit tries to come back; the call gives up earlier by itself. */
const RECONNECT_TIMEOUT = 60_000;
const RECONNECT_DELAYS = [0, 300, 1_000, 2_000];

/** What changes who is there and what they send. */
const CHANGES = [
  RoomEvent.SignalConnected,
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.ActiveSpeakersChanged,
] as const;

/** As much of what LiveKit's worker says as is read here. */
interface WorkerMessage {
  readonly kind: string;
  readonly data?: { readonly participantIdentity?: string };
}

// The console is the log's; LiveKit's lines hold descriptions and names.
setLogLevel(LogLevel.silent);

/** One connection to a LiveKit SFU. */
class LiveRoom implements RtcRoom {
  readonly participants = new Store<readonly RtcParticipant[]>([]);
  readonly state = new Store<RtcRoomState>('connecting');
  readonly #options: RtcRoomOptions;
  readonly #scope: Scope;
  readonly #room: Room;
  readonly #keys: RoomKeys;
  readonly #doubts: Doubts;
  readonly #incoming: Incoming;
  readonly #audio: Lane;
  readonly #video: Lane;
  readonly #tally = new StatsTally();
  readonly #connected: Promise<void>;

  constructor(options: RtcRoomOptions) {
    const { encrypted } = options;
    this.#options = options;
    this.#scope = options.scope.child();
    const placeholders = new Placeholders();
    this.#scope.add(() => placeholders.stop());
    this.#keys = new RoomKeys(() => this.#room.localParticipant.identity);
    this.#doubts = new Doubts((identity, index) => this.#keys.has(identity, index));
    const room = (this.#room = this.#open(placeholders));
    const { localParticipant, remoteParticipants } = room;
    this.#incoming = new Incoming(
      remoteParticipants,
      encrypted,
      (identity) => this.#keys.has(identity) && !this.#doubts.has(identity),
    );
    this.#audio = new Lane(localParticipant, 'audio', placeholders.audio);
    this.#video = new Lane(localParticipant, 'video', placeholders.video);
    this.#listen(room);
    this.#connected = this.#connect();
    this.#connected.catch((error: unknown) => this.#lose(refused(error), error));
  }

  admit(identities: readonly string[]): void {
    this.#incoming.admit(identities);
    this.#update();
  }

  focus(identity: string | null): void {
    this.#incoming.focus(identity);
    this.#update();
  }

  async publish({ audio, video }: MediaKinds): Promise<void> {
    await this.#connected;
    if (this.#isOver) throw new Error('the room is over');
    await Promise.all([audio && this.#audio.publish(), video && this.#video.publish()]);
  }

  async setTracks({ audio, audioMuted, video, videoMuted }: LocalTracks): Promise<void> {
    await this.publish({ audio: audio !== null, video: video !== null });
    await Promise.all([this.#audio.send(audioMuted ? null : audio), this.#video.send(videoMuted ? null : video)]);
  }

  async setKey(identity: string, index: number, key: Uint8Array): Promise<void> {
    await this.#keys.put(identity, index, key);
    this.#doubts.keyed(identity, index);
    this.#update();
  }

  async stats(): Promise<CallStats> {
    const ends = new Map<string, RTCRtpSender | RTCRtpReceiver>(this.#incoming.receivers());
    for (const { trackSid, track } of this.#room.localParticipant.trackPublications.values()) {
      if (track?.sender) ends.set(trackSid, track.sender);
    }
    const reports = [...ends].map(async ([sid, end]) => [sid, callStats(await end.getStats())] as const);
    return this.#tally.total(new Map(await Promise.all(reports)));
  }

  restart(): void {
    if (this.state.value !== 'connected') return;
    // The one way of LiveKit's to have it connect again: its socket is taken for closed, and ICE starts anew.
    this.#room.simulateScenario('signal-reconnect').catch(this.#note('a room could not be connected again'));
  }

  close(): Promise<void> {
    return this.#scope.close();
  }

  #open({ context }: Placeholders): Room {
    const { encrypted, platform } = this.#options;
    const options: RoomOptions = {
      adaptiveStream: false,
      dynacast: false,
      disconnectOnPageLeave: true,
      webAudioMix: { audioContext: context },
      reconnectPolicy: {
        nextRetryDelayInMs: ({ retryCount, elapsedMs }) =>
          elapsedMs > RECONNECT_TIMEOUT
            ? null
            : (RECONNECT_DELAYS[retryCount] ?? 2_000) * (0.75 + platform.random() / 2),
      },
      ...(encrypted && isE2EESupported() ? { encryption: { keyProvider: this.#keys, worker: this.#worker() } } : {}),
    };
    const room = deaf(() => new Room(options));
    // The one that connects: LiveKit makes another after a failure.
    const { engine } = room;
    this.#scope.add(() => this.#leave(room, engine));
    return room;
  }

  #worker(): Worker {
    const worker = openWorker();
    this.#scope.add(() => worker.terminate());
    worker.addEventListener('error', (error) => this.#lose('unsupported', error));
    worker.addEventListener('message', (message: MessageEvent<WorkerMessage>) => {
      const { kind, data } = message.data;
      const who = kind === 'enable' ? data?.participantIdentity : undefined;
      // LiveKit throws at what its worker says of somebody who has left meanwhile (2.23.0).
      if (who !== undefined && !this.#room.getParticipantByIdentity(who)) message.stopImmediatePropagation();
    });
    return worker;
  }

  async #connect(): Promise<void> {
    const { url, token, encrypted, platform } = this.#options;
    if (encrypted && !isE2EESupported()) {
      this.#lose('unsupported', 'this browser cannot encrypt media');
      throw new Error('this browser cannot encrypt media');
    }
    if (encrypted) await this.#room.setE2EEEnabled(true);
    await within(this.#room.connect(url, token, { autoSubscribe: false, maxRetries: 1 }), {
      clock: platform.clock,
      limit: CONNECT_TIMEOUT,
      signal: this.#scope.signal,
      expired: () => new Error('the SFU does not answer'),
    });
    this.state.set('connected');
  }

  #listen(room: Room): void {
    const update = (): void => this.#update();
    for (const change of CHANGES) room.on(change, update);
    const reconnecting = (): void => this.#turn('reconnecting');
    room
      .on(RoomEvent.Reconnecting, reconnecting)
      .on(RoomEvent.SignalReconnecting, reconnecting)
      .on(RoomEvent.Reconnected, () => this.#turn('connected'))
      .on(RoomEvent.Disconnected, (reason?: DisconnectReason) => {
        if (this.state.value !== 'connecting') this.#lose(ended(reason), reason);
      })
      .on(RoomEvent.LocalTrackPublished, () => {
        Promise.all([this.#audio.refill(), this.#video.refill()]).catch(this.#note('tracks could not be sent again'));
      })
      .on(RoomEvent.EncryptionError, (error: Error, participant?: Participant) => {
        if (participant && this.#doubts.note(participant.identity, error.message)) this.#update();
      });
  }

  #update(): void {
    if (this.#scope.closed) return;
    this.#incoming.subscribe();
    const participants = this.#incoming.participants();
    if (!sameParticipants(participants, this.participants.value)) this.participants.set(participants);
  }

  #turn(state: 'connected' | 'reconnecting'): void {
    if (!this.#isOver && this.state.value !== 'connecting') this.state.set(state);
  }

  #lose(lost: RtcRoomLost, cause: unknown): void {
    if (this.#isOver) return;
    this.#note(`a room is over: ${lost}`)(cause);
    this.state.set({ lost });
    this.participants.set([]);
    void this.close();
  }

  get #isOver(): boolean {
    return this.#scope.closed || typeof this.state.value === 'object';
  }

  async #leave(room: Room, engine: Room['engine']): Promise<void> {
    const { clock } = this.#options.platform;
    // Aborted by nobody: this is the end itself.
    const signal = new AbortController().signal;
    const expired = (): Error => new Error('the SFU did not take our leave');
    try {
      await within(room.disconnect(), { clock, limit: LEAVE_TIMEOUT, signal, expired });
    } finally {
      // Where the SFU was never reached, LiveKit takes its engine for closed, and keeps what it has (2.23.0).
      engine.cleanupLossyDataStats();
      await engine.cleanupPeerConnections();
      room.removeAllListeners();
    }
  }

  #note(message: string): (detail: unknown) => void {
    return (detail) => this.#options.platform.log.log('warn', message, detail);
  }
}

export const openLiveRoom: OpenRtcRoom = (options) => Promise.resolve(new LiveRoom(options));
