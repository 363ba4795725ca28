import { initAsync } from '@matrix-org/matrix-sdk-crypto-wasm';
import { ClientEvent, createClient, SyncState, type MatrixClient } from 'matrix-js-sdk/lib/matrix.js';
import { CallErrorCode, CallEvent, CallState, type MatrixCall } from 'matrix-js-sdk/lib/webrtc/call.js';
import { CallEventHandlerEvent } from 'matrix-js-sdk/lib/webrtc/callEventHandler.js';
import { countOpenConnections, readStats, type MediaStats } from './connections.ts';
import type { FakeDevices } from './picture.ts';
import { readTimecode } from './timecode.ts';

export interface SignIn {
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  /** A device of that name; without it, a new one. */
  readonly deviceId?: string;
  /** Calls go over the relay only. */
  readonly forceTurn?: boolean;
}

/** An invitation that reached this page. Times in milliseconds since 1970. */
export interface Ring {
  readonly callId: string;
  readonly roomId: string;
  readonly from: string;
  /** By this page's clock. */
  readonly at: number;
}

export interface CallTarget {
  readonly userId?: string;
  readonly roomId?: string;
  readonly video: boolean;
}

/**
 * One person with a plain matrix-js-sdk client, as its examples would write it: nothing of it knows the card. It
 * calls as stock clients do, and answers when it is told to. One call at a time.
 */
export class Person {
  readonly rings: Ring[] = [];
  readonly #video: HTMLVideoElement;
  readonly #devices: FakeDevices;
  readonly #changed: (what: string) => void;
  #client: MatrixClient | undefined;
  #call: MatrixCall | undefined;
  #endReason: string | null = null;

  /** @param changed told in words whatever happens */
  constructor(video: HTMLVideoElement, devices: FakeDevices, changed: (what: string) => void) {
    this.#video = video;
    this.#devices = devices;
    this.#changed = changed;
  }

  /** Of the present call: `ringing`, `invite_sent`, `connecting`, `connected` …; `idle` if there is none. */
  get state(): string {
    return this.#call?.state ?? 'idle';
  }

  /** How the last call ended: the reason that was sent or received, such as `user_hangup`. */
  get endReason(): string | null {
    return this.#endReason;
  }

  get userId(): string | null {
    return this.#client?.getUserId() ?? null;
  }

  get deviceId(): string | null {
    return this.#client?.getDeviceId() ?? null;
  }

  get openPeerConnections(): number {
    return countOpenConnections();
  }

  /** Ends when the rooms are known and calls can come. */
  async signIn({ baseUrl, user, password, deviceId, forceTurn = false }: SignIn): Promise<void> {
    await this.close();
    const identifier = { type: 'm.id.user', user };
    const login = await createClient({ baseUrl }).loginRequest({
      type: 'm.login.password',
      identifier,
      password,
      ...(deviceId === undefined ? {} : { device_id: deviceId }),
    });
    const client = createClient({
      baseUrl,
      userId: login.user_id,
      accessToken: login.access_token,
      deviceId: login.device_id,
      forceTURN: forceTurn,
    });
    this.#client = client;
    await initAsync(new URL('/crypto.wasm', location.href));
    await client.initRustCrypto({ useIndexedDB: false });
    client.on(CallEventHandlerEvent.Incoming, (call) => this.#ring(call));
    const prepared = new Promise<void>((resolve) =>
      client.on(ClientEvent.Sync, (state) => (state === SyncState.Prepared ? resolve() : undefined)),
    );
    await client.startClient({ initialSyncLimit: 1 });
    await prepared;
    this.#devices.name = (await client.getProfileInfo(login.user_id)).displayname ?? login.user_id;
    this.#changed(`signed in as ${login.user_id}, device ${login.device_id}`);
  }

  /** Calls a room, or the room shared with somebody. Ends when the invitation is on its way. */
  async call({ userId, roomId, video }: CallTarget): Promise<void> {
    const client = this.#need();
    const room = roomId ?? this.#directRoom(userId);
    const call = client.createCall(room);
    if (!call) throw new Error('this browser cannot make calls');
    this.#take(call);
    await (video ? call.placeVideoCall() : call.placeVoiceCall());
  }

  async answer({ video }: { video: boolean }): Promise<void> {
    await this.#needCall().answer(true, video);
  }

  reject(): void {
    this.#needCall().reject();
  }

  /** Refuses because another call runs, as a client with one line does. */
  busy(): void {
    this.#needCall().hangup(CallErrorCode.UserBusy, false);
  }

  /** Whether this client has heard of a room that it is in. */
  knows(roomId: string): boolean {
    return this.#need().getRoom(roomId)?.getMyMembership() === 'join';
  }

  hangUp(): void {
    this.#needCall().hangup(CallErrorCode.UserHangup, false);
  }

  setMuted({ audio, video }: { audio?: boolean; video?: boolean }): Promise<unknown> {
    const call = this.#needCall();
    return Promise.all([
      audio === undefined ? undefined : call.setMicrophoneMuted(audio),
      video === undefined ? undefined : call.setLocalVideoMuted(video),
    ]);
  }

  /** Of the present call; all zero without one. */
  stats(): Promise<MediaStats> {
    return readStats(this.#call?.peerConn);
  }

  /** The time in the picture that is shown now, in milliseconds since 1970; null if none can be read. */
  readTimecode(): number | null {
    return readTimecode(this.#video);
  }

  /** Hangs up, signs out and removes this device. The page can sign in again. */
  async close(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    if (this.#call) this.hangUp();
    this.#client = undefined;
    client.stopClient();
    await client.logout(true).catch(() => {}); // the server may be gone already
    this.#changed('signed out');
  }

  #ring(call: MatrixCall): void {
    const from = call.getOpponentMember()?.userId ?? call.invitee ?? '';
    this.rings.push({ callId: call.callId, roomId: call.roomId, from, at: Date.now() });
    if (this.#call) return; // one at a time; the other goes on ringing until its caller gives up
    this.#take(call);
  }

  #take(call: MatrixCall): void {
    this.#call = call;
    this.#endReason = null;
    this.#changed(call.state);
    call.on(CallEvent.State, (state) => {
      if (state !== CallState.Ended) this.#changed(state);
    });
    call.on(CallEvent.FeedsChanged, () => this.#showRemote(call));
    call.on(CallEvent.Error, (error) => this.#changed(`error: ${error.message}`));
    call.on(CallEvent.Replaced, (other) => this.#take(other));
    call.on(CallEvent.Hangup, () => {
      if (this.#call !== call) return;
      this.#call = undefined;
      this.#endReason = call.hangupReason ?? null;
      this.#video.srcObject = null;
      this.#changed(`ended: ${this.#endReason ?? 'no reason given'}`);
    });
  }

  #showRemote(call: MatrixCall): void {
    const stream = call.getRemoteFeeds()[0]?.stream ?? null;
    if (this.#call === call && this.#video.srcObject !== stream) this.#video.srcObject = stream;
  }

  #directRoom(userId: string | undefined): string {
    const room = this.#need()
      .getRooms()
      .find((candidate) => userId !== undefined && candidate.getMember(userId)?.membership === 'join');
    if (!room) throw new Error(`there is no room with ${userId ?? 'nobody'}`);
    return room.roomId;
  }

  #need(): MatrixClient {
    if (!this.#client) throw new Error('nobody is signed in');
    return this.#client;
  }

  #needCall(): MatrixCall {
    if (!this.#call) throw new Error('there is no call');
    return this.#call;
  }
}
