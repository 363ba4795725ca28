import { EventTimeline, type IEvent, type MatrixClient, type MatrixEvent } from 'matrix-js-sdk/lib/matrix.js';
import {
  OpenIDRequestState,
  WidgetDriver,
  type Capability,
  type IOpenIDUpdate,
  type IReadEventRelationsResult,
  type IRoomEvent,
  type IRtcTransportsResult,
  type ISendDelayedEventDetails,
  type ISendEventDetails,
  type SimpleObservable,
} from 'matrix-widget-api';
import { Requests } from './requests.ts';

/** The SDK's, which is not stable yet. */
const STICKY_EVENTS = '_unstable_getStickyEvents';

type ToDevice = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What Element Call does in Matrix it asks its host to do; this host does it, and allows everything. */
export class Driver extends WidgetDriver {
  readonly #client: MatrixClient;
  readonly #roomId: string;
  readonly #requests: Requests;

  constructor(client: MatrixClient, roomId: string) {
    super();
    this.#client = client;
    this.#roomId = roomId;
    this.#requests = new Requests(client, roomId);
  }

  override async validateCapabilities(requested: Set<Capability>): Promise<Set<Capability>> {
    return requested;
  }

  override async sendEvent(type: string, content: unknown, stateKey?: string | null): Promise<ISendEventDetails> {
    const roomId = this.#roomId;
    if (stateKey === undefined || stateKey === null) {
      // By the SDK, which encrypts where the room is.
      const sent = await this.#client.sendEvent(roomId, type as never, content as never);
      return { roomId, eventId: sent.event_id };
    }
    return { roomId, eventId: await this.#requests.send(type, content, stateKey) };
  }

  override async sendStickyEvent(duration: number, type: string, content: unknown): Promise<ISendEventDetails> {
    const sticky = { 'org.matrix.msc4354.sticky_duration_ms': duration };
    return { roomId: this.#roomId, eventId: await this.#requests.send(type, content, null, sticky) };
  }

  override async sendDelayedEvent(
    delay: number,
    type: string,
    content: unknown,
    stateKey: string | null = null,
  ): Promise<ISendDelayedEventDetails> {
    return { roomId: this.#roomId, delayId: await this.#requests.delay(delay, type, content, stateKey) };
  }

  override async sendDelayedStickyEvent(
    delay: number,
    duration: number,
    type: string,
    content: unknown,
  ): Promise<ISendDelayedEventDetails> {
    const sticky = { 'org.matrix.msc4354.sticky_duration_ms': duration };
    return { roomId: this.#roomId, delayId: await this.#requests.delay(delay, type, content, null, sticky) };
  }

  override cancelScheduledDelayedEvent(id: string): Promise<void> {
    return this.#requests.updateDelayed(id, 'cancel');
  }

  override restartScheduledDelayedEvent(id: string): Promise<void> {
    return this.#requests.updateDelayed(id, 'restart');
  }

  override sendScheduledDelayedEvent(id: string): Promise<void> {
    return this.#requests.updateDelayed(id, 'send');
  }

  override async sendToDevice(type: string, encrypted: boolean, contents: ToDevice): Promise<void> {
    const all = Object.entries(contents).flatMap(([userId, devices]) =>
      Object.entries(devices).map(([deviceId, payload]) => ({ userId, deviceId, payload })),
    );
    if (!encrypted) return this.#client.queueToDevice({ eventType: type, batch: all });
    const crypto = this.#client.getCrypto()!;
    await crypto.getUserDeviceInfo([...new Set(all.map(({ userId }) => userId))], true);
    for (const { payload, ...device } of all)
      await this.#client.queueToDevice(await crypto.encryptToDeviceMessages(type, [device], payload));
  }

  override async readRoomAccountData(): Promise<[]> {
    return [];
  }

  override async readRoomTimeline(
    roomId: string,
    type: string,
    _messageType: string | undefined,
    _stateKey: string | undefined,
    limit: number,
  ): Promise<IRoomEvent[]> {
    const events = this.#timeline(roomId)?.getEvents() ?? [];
    return events
      .filter((event) => event.getType() === type)
      .slice(-Math.min(limit || 50, 50))
      .map(raw);
  }

  override async readRoomState(roomId: string, type: string, stateKey: string | undefined): Promise<IRoomEvent[]> {
    const state = this.#timeline(roomId)?.getState(EventTimeline.FORWARDS);
    if (!state) return [];
    if (stateKey === undefined) return state.getStateEvents(type).map(raw);
    const event = state.getStateEvents(type, stateKey);
    return event ? [raw(event)] : [];
  }

  override async readStickyEvents(roomId: string): Promise<IRoomEvent[]> {
    return [...(this.#client.getRoom(roomId)?.[STICKY_EVENTS]() ?? [])].map(raw);
  }

  override async readEventRelations(
    eventId: string,
    roomId?: string,
    relation?: string,
    type?: string,
    from?: string,
    to?: string,
    limit?: number,
    direction?: 'f' | 'b',
  ): Promise<IReadEventRelationsResult> {
    const found = await this.#client.relations(roomId ?? this.#roomId, eventId, relation ?? null, type ?? null, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(limit === undefined ? {} : { limit }),
      ...(direction === undefined ? {} : { dir: direction as never }),
    });
    return {
      chunk: found.events.map(raw),
      ...(found.nextBatch ? { nextBatch: found.nextBatch } : {}),
      ...(found.prevBatch ? { prevBatch: found.prevBatch } : {}),
    };
  }

  override askOpenID(observer: SimpleObservable<IOpenIDUpdate>): void {
    void this.#client.getOpenIdToken().then((token) => observer.update({ state: OpenIDRequestState.Allowed, token }));
  }

  override getRtcTransports(): Promise<IRtcTransportsResult> {
    return this.#requests.transports();
  }

  override getKnownRooms(): string[] {
    return this.#client.getVisibleRooms().map(({ roomId }) => roomId);
  }

  #timeline(roomId: string): EventTimeline | undefined {
    return this.#client.getRoom(roomId)?.getLiveTimeline();
  }
}

/** An event as widgets see it: decrypted. */
export const raw = (event: MatrixEvent): IRoomEvent => event.getEffectiveEvent() as Partial<IEvent> as IRoomEvent;
