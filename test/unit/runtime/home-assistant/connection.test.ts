import { expect } from '@open-wc/testing';
import { Connection, ERR_CONNECTION_LOST, type HaWebSocket } from 'home-assistant-js-websocket';
import { connectHomeAssistant } from '../../../../src/runtime/home-assistant/connection.ts';
import { homeAssistantError } from '../../../../src/runtime/home-assistant/errors.ts';
import { HomeAssistantError, type HomeAssistant } from '../../../../src/runtime/home-assistant/home-assistant.ts';
import { pageConnection, type PageConnection } from '../../../../src/runtime/home-assistant/page.ts';
import { settled } from '../../support/fake-clock.ts';
import { fakePlatform, type FakePlatform } from '../../support/fake-platform.ts';
import { FakeSocket, type Sent } from '../../support/fake-socket.ts';
import { waitUntil } from '../../support/wait-until.ts';

describe('connectHomeAssistant', () => {
  let platform: FakePlatform;
  let socket: FakeSocket;
  let conn: Connection;
  let home: HomeAssistant;
  let config: string;

  const answer = ({ type }: Sent): unknown => {
    if (type === 'get_config') return { state: config };
    if (type === 'auth/current_user') return { id: 'u', name: 'Kiosk', is_admin: false };
    return type.startsWith('subscribe') || type === 'unsubscribe_events' ? null : undefined;
  };
  const newSocket = (): FakeSocket => {
    socket = new FakeSocket();
    socket.answer = answer;
    return socket;
  };
  const asSocket = (): HaWebSocket => newSocket() as unknown as HaWebSocket;
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof HomeAssistantError ? error.code : 'other'),
    );
  const states = (all: Record<string, string>): void => {
    const entities = Object.entries(all).map(([id, s]) => [id, { s, a: {}, c: 'x', lc: 1 }]);
    socket.event(socket.of('subscribe_entities').id, { a: Object.fromEntries(entities) });
  };
  /** The library waits for real. */
  const reconnect = async (): Promise<void> => {
    const before = socket;
    before.close();
    await waitUntil(() => socket !== before);
    await settled();
  };

  beforeEach(async () => {
    platform = fakePlatform();
    config = 'RUNNING';
    conn = new Connection(asSocket(), { setupRetry: 0, createSocket: async () => asSocket() });
    const auth = { data: { hassUrl: 'https://home.test:8123' } } as PageConnection['auth'];
    home = await connectHomeAssistant({ platform, page: Promise.resolve({ auth, conn }) });
    await settled();
  });
  afterEach(async () => {
    home.close();
    conn.close();
    await settled();
    // The library's own collection keeps one for its grace period.
    expect(conn.eventListeners.get('ready')?.length).to.equal(0);
    expect(conn.eventListeners.get('disconnected')?.length).to.be.at.most(1);
    await platform.clock.advance(200);
    expect(platform.clock.pending).to.equal(0);
  });

  it('shows states, the user, and addresses of this instance', async () => {
    states({ 'camera.door': 'idle' });
    expect(home.states.value['camera.door']?.state).to.equal('idle');
    expect(home.connected.value).to.equal(true);
    expect(await home.user).to.deep.equal({ id: 'u', name: 'Kiosk', isAdmin: false });
    expect(home.url('/api/hls/x')).to.equal('https://home.test:8123/api/hls/x');
  });

  it('calls services on an entity', async () => {
    const call = home.callService('input_text', 'set_value', { value: 'x' }, 'input_text.a');
    const { id, ...message } = socket.of('call_service');
    expect(message).to.deep.include({ domain: 'input_text', service: 'set_value', service_data: { value: 'x' } });
    expect(message['target']).to.deep.equal({ entity_id: 'input_text.a' });
    socket.result(id, { context: {} });
    await call;
  });

  it('fails with Home Assistant’s code and a redacted message', async () => {
    const request = home.request({ type: 'camera/x' });
    socket.fail(socket.of('camera/x').id, 'invalid_format', 'not a thing: access_token=abc');
    const error: unknown = await request.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(HomeAssistantError);
    expect(error).to.include({ code: 'invalid_format', message: 'not a thing: access_token=…' });
    expect((error as HomeAssistantError).cause).to.equal(undefined);
  });

  it('fails a request that is not answered, or whose connection is lost, or that comes while it is', async () => {
    const slow = codeOf(home.request({ type: 'slow' }));
    await platform.clock.advance(30_000);
    expect(await slow).to.equal('timeout');
    const lost = codeOf(home.request({ type: 'slow' }));
    socket.close();
    expect(await lost).to.equal('connection_lost');
    expect(home.connected.value).to.equal(false);
    expect(await codeOf(home.request({ type: 'slow' }))).to.equal('connection_lost');
    expect(await codeOf(home.subscribeOnce({ type: 'subscribe_x' }, () => {}))).to.equal('connection_lost');
  });

  it('is connected again only when Home Assistant runs', async () => {
    config = 'STARTING';
    await reconnect();
    expect(home.connected.value).to.equal(false);
    config = 'RUNNING';
    socket.event(socket.of('subscribe_events').id, {});
    await waitUntil(() => home.connected.value);
  });

  it('asks again when it does not learn whether Home Assistant runs', async () => {
    config = 'STARTING';
    await reconnect();
    socket.answer = () => undefined;
    socket.event(socket.of('subscribe_events').id, {});
    await settled();
    socket.fail(socket.of('get_config').id, 'unknown_error', '');
    await settled();
    socket.answer = answer;
    config = 'RUNNING';
    await platform.clock.advance(1_000);
    expect(home.connected.value).to.equal(true);
  });

  it('forgets entities that went while it was away', async () => {
    states({ 'camera.door': 'idle', 'camera.old': 'idle' });
    await reconnect();
    states({ 'camera.door': 'idle' });
    expect(Object.keys(home.states.value)).to.deep.equal(['camera.door']);
    socket.event(socket.of('subscribe_entities').id, { c: { 'camera.door': { '+': { s: 'recording' } } } });
    expect(Object.keys(home.states.value)).to.deep.equal(['camera.door']);
    states({ 'camera.old': 'idle' });
    expect(Object.keys(home.states.value)).to.have.members(['camera.door', 'camera.old']);
  });

  it('never sends a subscription twice, and hears nothing of it after a loss', async () => {
    const heard: unknown[] = [];
    const unsubscribe = await home.subscribeOnce({ type: 'subscribe_offer' }, (event) => heard.push(event));
    const { id } = socket.of('subscribe_offer');
    socket.event(id, 1);
    await reconnect();
    expect(socket.sent.some(({ type }) => type === 'subscribe_offer')).to.equal(false);
    unsubscribe();
    await settled();
    expect(socket.sent.some(({ type }) => type === 'unsubscribe_events')).to.equal(false);
    expect(heard).to.deep.equal([1]);
  });

  it('unsubscribes once', async () => {
    const heard: unknown[] = [];
    const unsubscribe = await home.subscribeOnce({ type: 'subscribe_offer' }, (event) => heard.push(event));
    unsubscribe();
    unsubscribe();
    expect(socket.sent.filter(({ type }) => type === 'unsubscribe_events').length).to.equal(1);
    socket.event(socket.of('subscribe_offer').id, 1);
    expect(heard).to.deep.equal([]);
  });

  it('fails a subscription that is lost before it is answered, and ends one that is answered too late', async () => {
    socket.answer = () => undefined;
    const late = codeOf(home.subscribeOnce({ type: 'subscribe_late' }, () => {}));
    await platform.clock.advance(30_000);
    expect(await late).to.equal('timeout');
    socket.result(socket.of('subscribe_late').id, null);
    await settled();
    expect(socket.of('unsubscribe_events')['subscription']).to.equal(socket.of('subscribe_late').id);
    const lost = codeOf(home.subscribeOnce({ type: 'subscribe_lost' }, () => {}));
    socket.close();
    expect(await lost).to.equal('connection_lost');
  });

  it('learns who the user is, though the connection is lost meanwhile', async () => {
    home.close();
    socket.answer = () => undefined;
    const auth = { data: { hassUrl: 'https://home.test' } } as PageConnection['auth'];
    home = await connectHomeAssistant({ platform, page: Promise.resolve({ auth, conn }) });
    await reconnect();
    expect(await home.user).to.deep.include({ name: 'Kiosk' });
  });

  it('fails to learn who the user is when Home Assistant refuses, or when it is closed first', async () => {
    home.close();
    const auth = { data: { hassUrl: 'https://home.test' } } as PageConnection['auth'];
    const page = Promise.resolve({ auth, conn });
    socket.answer = () => undefined;
    home = await connectHomeAssistant({ platform, page });
    const refused = codeOf(home.user);
    for (const { id, type } of socket.sent.slice(-4)) {
      if (type !== 'subscribe_entities') socket.fail(id, 'unauthorized', '');
    }
    expect(await refused).to.equal('unauthorized');
    expect(platform.lines.some(({ message }) => message.startsWith('cannot follow the start'))).to.equal(true);
    home.close();
    socket.close();
    home = await connectHomeAssistant({ platform, page });
    const closed = codeOf(home.user);
    await settled();
    home.close();
    expect(await closed).to.equal('connection_lost');
  });

  it('does nothing after it is closed', async () => {
    home.close();
    expect(await codeOf(home.request({ type: 'x' }))).to.equal('connection_lost');
    await reconnect();
    expect(home.connected.value).to.equal(false);
  });
});

describe('the page', () => {
  const page = window as { hassConnection?: Promise<PageConnection> };
  afterEach(() => {
    delete page.hassConnection;
    document.querySelector('home-assistant')?.remove();
  });

  it('is waited for', async () => {
    const { clock } = fakePlatform();
    const connection = pageConnection(clock, new AbortController().signal);
    await clock.advance(500);
    const expected = {} as PageConnection;
    page.hassConnection = Promise.resolve(expected);
    await clock.advance(100);
    expect(await connection).to.equal(expected);
  });

  it('is waited for no longer than wanted', async () => {
    const { clock } = fakePlatform();
    const abort = new AbortController();
    const failed = pageConnection(clock, abort.signal).catch(() => 'given up');
    abort.abort();
    await clock.advance(100);
    expect(await failed).to.equal('given up');
  });

  it('is asked to stay connected while hidden, until it says so', async () => {
    const platform = fakePlatform();
    const conn = new Connection(new FakeSocket() as unknown as HaWebSocket, {
      setupRetry: 0,
      createSocket: () => Promise.reject(ERR_CONNECTION_LOST),
    });
    const auth = { data: { hassUrl: 'https://home.test' } } as PageConnection['auth'];
    page.hassConnection = Promise.resolve({ auth, conn });
    const home = await connectHomeAssistant({ platform });
    const element: HTMLElement & { hass?: { suspendWhenHidden: boolean } } = document.createElement('home-assistant');
    let asked = 0;
    element.addEventListener('hass-suspend-when-hidden', ({ detail }: CustomEventInit<{ suspend: boolean }>) => {
      asked++;
      if (asked === 2 && detail) element.hass = { suspendWhenHidden: detail.suspend };
    });
    document.body.append(element);
    await platform.clock.advance(300);
    expect(asked).to.equal(0);
    element.hass = { suspendWhenHidden: true };
    await platform.clock.advance(1_000);
    expect(asked).to.equal(2);
    home.close();
    await platform.clock.advance(30_000);
    expect(platform.clock.pending).to.equal(0);
  });
});

describe('homeAssistantError', () => {
  it('knows what the library and Home Assistant throw', () => {
    const code = (error: unknown) => homeAssistantError(error).code;
    expect(code(ERR_CONNECTION_LOST)).to.equal('connection_lost');
    expect(code({ type: 'result', success: false, error: { code: 3, message: 'Connection lost' } })).to.equal(
      'connection_lost',
    );
    expect(code({ code: 'not_found', message: 'x' })).to.equal('not_found');
    expect(code(new Error('broken'))).to.equal('unknown');
    expect(code('text')).to.equal('unknown');
    expect(code(new HomeAssistantError('timeout', ''))).to.equal('timeout');
  });
});
