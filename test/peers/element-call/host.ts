import { initAsync } from '@matrix-org/matrix-sdk-crypto-wasm';
import {
  ClientEvent,
  createClient,
  MatrixEventEvent,
  RoomStateEvent,
  SyncState,
  type MatrixClient,
  type MatrixEvent,
} from 'matrix-js-sdk/lib/matrix.js';
import { ElementCallWidget, type Intent } from './widget.ts';

const NOTIFICATION = 'org.matrix.msc4075.rtc.notification';
const DECLINE = 'org.matrix.msc4310.rtc.decline';

export interface SignIn {
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
}

/** A notification of somebody else's call that reached this host. */
export interface Ring {
  readonly eventId: string;
  readonly roomId: string;
  readonly from: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** By this page's clock, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * What Element's apps are around Element Call: a Matrix client that rings, declines, and opens the call in a frame.
 * Nothing of it knows the card. One call at a time.
 */
export class ElementCallHost {
  /** Oldest first; those that are over, too. */
  readonly rings: Ring[] = [];
  /** Who declined a call of ours, oldest first. */
  readonly declined: string[] = [];
  #client: MatrixClient | undefined;
  #widget: ElementCallWidget | undefined;

  /** `idle`, `joining` from the frame's opening, `joined` as Element Call says it. */
  get state(): 'idle' | 'joining' | 'joined' {
    return this.#widget?.state ?? 'idle';
  }

  get userId(): string | null {
    return this.#client?.getUserId() ?? null;
  }

  get deviceId(): string | null {
    return this.#client?.getDeviceId() ?? null;
  }

  /** Ends when the rooms are known. */
  async signIn({ baseUrl, user, password }: SignIn): Promise<void> {
    const identifier = { type: 'm.id.user', user };
    const login = await createClient({ baseUrl }).loginRequest({ type: 'm.login.password', identifier, password });
    const client = createClient({
      baseUrl,
      userId: login.user_id,
      accessToken: login.access_token,
      deviceId: login.device_id,
    });
    this.#client = client;
    await initAsync(new URL('/crypto.wasm', location.href));
    await client.initRustCrypto({ useIndexedDB: false });
    const prepared = new Promise<void>((resolve) =>
      client.on(ClientEvent.Sync, (state) => (state === SyncState.Prepared ? resolve() : undefined)),
    );
    await client.startClient({ initialSyncLimit: 5 });
    await prepared;
    client.on(ClientEvent.Event, (event) => this.#feed(event));
    client.on(MatrixEventEvent.Decrypted, (event) => this.#feed(event));
    client.on(RoomStateEvent.Events, (event) => void this.#widget?.feedState(event));
    client.on(ClientEvent.ReceivedToDeviceMessage, ({ message, encryptionInfo }) => {
      void this.#widget?.feedToDevice(message, encryptionInfo !== null);
    });
  }

  /** Whether this client has heard of a room that it is in. */
  knows(roomId: string): boolean {
    return this.#need().getRoom(roomId)?.getMyMembership() === 'join';
  }

  /** Opens the call of a room. Ends when the frame is there; {@link state} tells what becomes of it. */
  async open(roomId: string, intent: Intent): Promise<void> {
    this.#widget?.close();
    const client = this.#need();
    const profile = await client.getProfileInfo(client.getSafeUserId());
    this.#widget = new ElementCallWidget(client, roomId, intent, profile.displayname ?? client.getSafeUserId());
  }

  /** Answers as Element X does: it joins. */
  async answer(video: boolean): Promise<void> {
    await this.open(this.#lastRing().roomId, video ? 'join_existing_dm' : 'join_existing_dm_voice');
  }

  async decline(): Promise<void> {
    const { roomId, eventId } = this.#lastRing();
    const content = { 'm.relates_to': { rel_type: 'm.reference', event_id: eventId } };
    await this.#need().sendEvent(roomId, DECLINE as never, content as never);
  }

  /** Ends when Element Call has left and its frame is gone. */
  async hangUp(): Promise<void> {
    await this.#widget?.hangUp();
    this.#widget = undefined;
  }

  async setMuted({ audio, video }: { readonly audio: boolean; readonly video: boolean }): Promise<void> {
    await this.#widget?.setDevices({ audio: !audio, video: !video });
  }

  /** The frame disappears as in a crash: nobody is told. */
  crash(): void {
    this.#widget?.close();
    this.#widget = undefined;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    await this.hangUp();
    client.stopClient();
    await client.logout(true).catch(() => {}); // the server may be gone already
  }

  #feed(event: MatrixEvent): void {
    if (event.isBeingDecrypted() || event.isDecryptionFailure()) return;
    this.#notice(event);
    void this.#widget?.feed(event);
  }

  #notice(event: MatrixEvent): void {
    const [eventId, roomId, from] = [event.getId(), event.getRoomId(), event.getSender()];
    if (!eventId || !roomId || !from || from === this.userId) return;
    if (event.getType() === DECLINE) this.declined.push(from);
    if (event.getType() !== NOTIFICATION || this.rings.some((ring) => ring.eventId === eventId)) return;
    this.rings.push({ eventId, roomId, from, content: event.getContent(), at: Date.now() });
  }

  #need(): MatrixClient {
    if (!this.#client) throw new Error('nobody is signed in');
    return this.#client;
  }

  #lastRing(): Ring {
    const ring = this.rings.at(-1);
    if (!ring) throw new Error('nothing rings');
    return ring;
  }
}
