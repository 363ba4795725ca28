import { request, signIn, signOut, type Session } from '../../../demo/matrix/api.ts';
import { tokenServiceUrl } from '../../../demo/matrix-rtc/token-service.ts';
import { rtcHouse } from './rtc-house.ts';

export const NOTIFICATION = 'org.matrix.msc4075.rtc.notification';
export const DECLINE = 'org.matrix.msc4310.rtc.decline';
const MEMBER = 'org.matrix.msc3401.call.member';

/** Somebody of the stack who writes the events of calls by hand, right or wrong, into the room shared with the kiosk. */
export class RtcByHand {
  readonly session: Session;
  readonly #room: string;

  private constructor(session: Session, roomId: string) {
    this.session = session;
    this.#room = `/rooms/${encodeURIComponent(roomId)}`;
  }

  static async signIn(name: string): Promise<RtcByHand> {
    const { stack, roomOf } = await rtcHouse();
    const { userId, password } = stack.accounts.people.find((person) => person.name === name)!;
    return new RtcByHand(await signIn(userId.slice(1).split(':')[0]!, password), roomOf(name));
  }

  /** Somebody has been in a call over the SFU, so that this is how they are called first. */
  static async hasBeenThere(name: string): Promise<void> {
    const somebody = await RtcByHand.signIn(name);
    await somebody.join('PHONE');
    await somebody.leave('PHONE');
    await somebody.close();
  }

  /** @returns the event's id */
  async send(type: string, body: object): Promise<string> {
    const path = `${this.#room}/send/${type}/${crypto.randomUUID()}`;
    return (await request<{ event_id: string }>('PUT', path, { session: this.session, body })).event_id;
  }

  /** A membership of one of their devices. @returns the event's id */
  async join(device: string, change: object = {}): Promise<string> {
    return this.#member(device, {
      application: 'm.call',
      call_id: '',
      scope: 'm.room',
      device_id: device,
      expires: 3_600_000,
      focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
      foci_preferred: [{ type: 'livekit', livekit_service_url: tokenServiceUrl, livekit_alias: 'alias' }],
      ...change,
    });
  }

  async leave(device: string): Promise<void> {
    await this.#member(device, {});
  }

  /** When the homeserver had the newest notification of the room, in milliseconds since 1970. */
  async lastNotification(): Promise<number> {
    type Messages = { readonly chunk: readonly { readonly type: string; readonly origin_server_ts: number }[] };
    const { chunk } = await request<Messages>('GET', `${this.#room}/messages?dir=b&limit=20`, {
      session: this.session,
    });
    return chunk.find(({ type }) => type === NOTIFICATION)!.origin_server_ts;
  }

  async close(): Promise<void> {
    await signOut(this.session);
  }

  async #member(device: string, body: object): Promise<string> {
    const key = encodeURIComponent(`_${this.session.userId}_${device}_m.call`);
    const path = `${this.#room}/state/${MEMBER}/${key}`;
    return (await request<{ event_id: string }>('PUT', path, { session: this.session, body })).event_id;
  }
}

/** Long enough for whatever would happen to happen. */
export const MOMENT = 1_500;

export async function nothingRings(): Promise<void> {
  const { kiosk } = await rtcHouse();
  await kiosk.page.waitForTimeout(MOMENT);
  const { calls, sounding } = await kiosk.snapshot();
  const running = calls.filter(({ phase }) => phase !== 'ended');
  if (running.length > 0 || sounding !== null) throw new Error(`it rings: ${JSON.stringify({ running, sounding })}`);
}
