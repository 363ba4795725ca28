import { FakeNetwork, type FakeRequest, json } from './fake-network.ts';

export const BASE = 'https://m.example.org';
export const ME = '@kitchen:example.org';

interface Event {
  readonly type: string;
  readonly state_key?: string;
  readonly sender: string;
  readonly content: Record<string, unknown>;
}
const state = (type: string, sender: string, content: Record<string, unknown>, state_key = ''): Event => ({
  type,
  sender,
  state_key,
  content,
});
const stamped = (events: readonly Event[]): unknown[] =>
  events.map((event) => ({ ...event, event_id: `$${crypto.randomUUID()}`, origin_server_ts: 1 }));

/** A room with one other person, as it comes with a first sync. */
export function roomWith(
  userId: string,
  options: { readonly encrypted?: boolean; readonly known?: boolean; readonly hasCalled?: boolean } = {},
): unknown {
  const { encrypted = false, known = true, hasCalled = false } = options;
  const algorithm = { algorithm: 'm.megolm.v1.aes-sha2' };
  const events = [
    state('m.room.create', ME, { room_version: '10' }),
    state('m.room.member', ME, { membership: 'join' }, ME),
    ...(known ? [member(userId)] : []),
    ...(encrypted ? [state('m.room.encryption', ME, algorithm)] : []),
    // Who has left a call over an SFU.
    ...(hasCalled ? [state('org.matrix.msc3401.call.member', userId, {}, `_${userId}_PHONE_m.call`)] : []),
  ];
  const summary = { 'm.joined_member_count': 2, 'm.invited_member_count': 0 };
  return { state: { events: stamped(events) }, timeline: { events: [], limited: false, prev_batch: 'p' }, summary };
}

/** A room of a few people that has a name; its other members are known but for the last. */
export function familyOf(name: string, ...userIds: readonly string[]): unknown {
  const events = [
    state('m.room.create', ME, { room_version: '10' }),
    state('m.room.name', ME, { name }),
    state('m.room.join_rules', ME, { join_rule: 'invite' }),
    state('m.room.member', ME, { membership: 'join' }, ME),
    ...userIds.slice(0, -1).map(member),
  ];
  const summary = { 'm.joined_member_count': userIds.length + 1, 'm.invited_member_count': 0 };
  return { state: { events: stamped(events) }, timeline: { events: [], limited: false, prev_batch: 'p' }, summary };
}

export function member(userId: string): Event {
  return state('m.room.member', userId, { membership: 'join', displayname: userId.slice(1, 5) }, userId);
}

/** An invitation to a direct room. */
export function invitationFrom(userId: string): unknown {
  const invite = state('m.room.member', userId, { membership: 'invite', is_direct: true }, ME);
  return { invite_state: { events: [member(userId), invite] } };
}

/** As much of a homeserver as a session needs, in the page: answers the first sync, then holds polls until news come. */
export class FakeHomeserver {
  readonly network = new FakeNetwork();
  /** `rooms` of the first sync. */
  join: Record<string, unknown> = {};
  /** Answers every sync with this status. */
  status = 200;
  #token = 0;
  #waiting: ((response: Response) => void) | null = null;
  /** What came while no poll was held. */
  readonly #news: Response[] = [];

  constructor() {
    const on = (method: string, path: string, answer: (request: FakeRequest) => unknown): void =>
      this.network.on(method, `/_matrix/client/v3${path}`, (request) => json(answer(request)));
    this.network.on('GET', '/_matrix/client/versions', () => json({ versions: ['v1.11'], unstable_features: {} }));
    this.network.on('GET', '/_matrix/client/v3/sync', (request) => this.#sync(request));
    on('GET', '/voip/turnServer', () => ({}));
    on('GET', '/capabilities', () => ({ capabilities: {} }));
    on('POST', '/keys/upload', () => ({ one_time_key_counts: { signed_curve25519: 50 } }));
    on('POST', '/keys/query', () => ({ device_keys: {}, failures: {} }));
    on('POST', '/logout', () => ({}));
    on('POST', '/createRoom', () => ({ room_id: '!made:example.org' }));
    on('PUT', `/user/${encodeURIComponent(ME)}/account_data/m.direct`, () => ({}));
  }

  /** Tells the client of rooms by the poll it holds. */
  news(rooms: Record<string, unknown>): void {
    this.#answer(json({ next_batch: this.#next(), rooms }));
  }

  /** The server forgets the session. */
  revoke(): void {
    this.status = 401;
    this.#answer(this.#failure());
  }

  #sync({ url, signal }: FakeRequest): Response | Promise<Response> {
    if (this.status !== 200) return this.#failure();
    if (!url.searchParams.has('since')) return json({ next_batch: this.#next(), rooms: { join: this.join } });
    const news = this.#news.shift();
    if (news) return news;
    if (url.searchParams.get('timeout') === '0') return json({ next_batch: this.#next() });
    return Promise.race([FakeNetwork.hang(signal), new Promise<Response>((resolve) => (this.#waiting = resolve))]);
  }

  #answer(response: Response): void {
    if (this.#waiting) this.#waiting(response);
    else this.#news.push(response);
    this.#waiting = null;
  }

  #next(): string {
    return `s${++this.#token}`;
  }

  #failure(): Response {
    const errcode = this.status === 401 ? 'M_UNKNOWN_TOKEN' : 'M_UNKNOWN';
    return json({ errcode, error: 'no' }, this.status);
  }
}
