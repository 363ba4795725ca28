import type { MatrixClient, MatrixEvent } from 'matrix-js-sdk/lib/matrix.js';
import { ClientWidgetApi, Widget, type IWidgetApiRequest } from 'matrix-widget-api';
import { Driver, raw } from './driver.ts';

/** How Element Call is opened; those of a direct room ring, and leave when the others do. */
export type Intent =
  | 'start_call'
  | 'join_existing'
  | 'start_call_dm'
  | 'start_call_dm_voice'
  | 'join_existing_dm'
  | 'join_existing_dm_voice';

type ToDeviceMessage = Parameters<ClientWidgetApi['feedToDevice']>[0];

/** What Element Call tells its host beyond what the widget API serves by itself. */
const TOLD = [
  'io.element.join',
  'io.element.close',
  'io.element.device_mute',
  'im.vector.hangup',
  'io.element.tile_layout',
  'io.element.spotlight_layout',
  'set_always_on_screen',
] as const;

/** One call in Element Call's own page, in a frame over all of ours. */
export class ElementCallWidget {
  readonly #frame = document.createElement('iframe');
  readonly #api: ClientWidgetApi;
  readonly #roomId: string;
  readonly #fed = new Set<string>();
  #state: 'joining' | 'joined' | 'idle' = 'joining';
  #left = Promise.withResolvers<void>();

  /** @param name is written into the picture of its camera */
  constructor(client: MatrixClient, roomId: string, intent: Intent, name: string) {
    this.#roomId = roomId;
    const userId = client.getSafeUserId();
    this.#frame.allow = 'camera; microphone; autoplay; display-capture; screen-wake-lock';
    this.#frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
    this.#frame.addEventListener('load', () => {
      const media = this.#frame.contentWindow?.peerMedia;
      if (media) media.devices.name = name;
    });
    const url = `${location.origin}/element-call/index.html#?${query(client, roomId, intent)}`;
    const widget = new Widget({
      id: 'element-call',
      creatorUserId: userId,
      type: 'm.custom',
      url,
      waitForIframeLoad: false,
      name: 'Element Call',
    });
    document.body.append(this.#frame);
    this.#api = new ClientWidgetApi(widget, this.#frame, new Driver(client, roomId));
    this.#api.setViewedRoomId(roomId);
    for (const action of TOLD)
      this.#api.on(`action:${action}`, (event: CustomEvent<IWidgetApiRequest>) => {
        event.preventDefault();
        this.#api.transport.reply(event.detail, action === 'set_always_on_screen' ? { success: true } : {});
        if (action === 'io.element.join') this.#state = 'joined';
        if (action === 'io.element.close') this.close();
        if (action === 'im.vector.hangup') this.#left.resolve();
      });
    this.#frame.src = url;
  }

  get state(): 'joining' | 'joined' | 'idle' {
    return this.#state;
  }

  async feed(event: MatrixEvent): Promise<void> {
    const id = event.getId();
    if (event.getRoomId() !== this.#roomId || id === undefined || this.#fed.has(id)) return;
    this.#fed.add(id);
    await this.#quietly(this.#api.feedEvent(raw(event)));
  }

  async feedState(event: MatrixEvent): Promise<void> {
    if (event.getRoomId() === this.#roomId) await this.#quietly(this.#api.feedStateUpdate(raw(event)));
  }

  async feedToDevice(message: ToDeviceMessage, encrypted: boolean): Promise<void> {
    await this.#quietly(this.#api.feedToDevice(message, encrypted));
  }

  /** Ends when Element Call says that it has left, at the latest after five seconds. */
  async hangUp(): Promise<void> {
    if (this.#state === 'idle') return;
    void this.#quietly(this.#api.transport.send('im.vector.hangup', {}));
    await Promise.race([this.#left.promise, new Promise((resolve) => setTimeout(resolve, 5000))]);
    this.close();
  }

  /** Whether microphone and camera are on. */
  async setDevices({ audio, video }: { readonly audio: boolean; readonly video: boolean }): Promise<void> {
    await this.#api.transport.send('io.element.device_mute', { audio_enabled: audio, video_enabled: video });
  }

  close(): void {
    if (this.#state === 'idle') return;
    this.#state = 'idle';
    this.#left.resolve();
    this.#api.stop();
    this.#frame.remove();
  }

  /** A frame that is just being closed answers nothing; what counts is seen in the call. */
  async #quietly(work: Promise<unknown>): Promise<void> {
    await work.catch(() => {});
  }
}

function query(client: MatrixClient, roomId: string, intent: Intent): string {
  const encrypted = client.getRoom(roomId)?.hasEncryptionStateEvent() ?? false;
  return new URLSearchParams({
    widgetId: 'element-call',
    parentUrl: location.href.split('#')[0]!,
    userId: client.getSafeUserId(),
    deviceId: client.getDeviceId()!,
    roomId,
    baseUrl: client.baseUrl,
    lang: 'en',
    theme: 'light',
    intent,
    skipLobby: 'true',
    preload: 'false',
    perParticipantE2EE: String(encrypted),
    confineToRoom: 'true',
    appPrompt: 'false',
    header: 'none',
  }).toString();
}
