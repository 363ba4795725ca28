import { expect } from '@open-wc/testing';
import type { ProviderCallEvent } from '../../../../../src/runtime/call/events.ts';
import type { Readable } from '../../../../../src/runtime/platform/readable.ts';
import { openSession } from '../../../../../src/runtime/providers/matrix/session.ts';
import type { Account, ProviderCall, ProviderSession } from '../../../../../src/runtime/providers/provider.ts';
import { fakePlatform, type FakePlatform } from '../../../support/fake-platform.ts';
import { BASE, FakeHomeserver, familyOf, ME, member, roomWith } from './support/fake-homeserver.ts';
import { json } from './support/fake-network.ts';

const ANNA = '@anna:example.org';
const ROOM = '!anna:example.org';
const MEMBER = 'org.matrix.msc3401.call.member';
const NOTIFICATION = 'org.matrix.msc4075.rtc.notification';
const DECLINE = 'org.matrix.msc4310.rtc.decline';
const OUR_KEY = `_${ME}_DEVICE_m.call`;
const TRANSPORTS = '/_matrix/client/unstable/org.matrix.msc4143/rtc/transports';
const both = { audio: true, video: true };
const media = { kinds: both, tracks: { audio: null, video: null, audioMuted: true, videoMuted: true } };

function until<T>(readable: Readable<T>, wanted: (value: T) => boolean): Promise<T> {
  if (wanted(readable.value)) return Promise.resolve(readable.value);
  return new Promise((resolve) => {
    const stop = readable.subscribe((value) => {
      if (!wanted(value)) return;
      stop();
      resolve(value);
    });
  });
}

describe('openSession, with calls over an SFU', () => {
  let server: FakeHomeserver;
  let platform: FakePlatform;
  let session: ProviderSession;
  let calls: ProviderCall[];
  let events: ProviderCallEvent[];
  let saved: Account[];
  let heard: () => void;
  let declined: (content: unknown) => void;
  let ids = 0;

  /** Resolves when something is so, looked at whenever something is heard. */
  const eventually = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (isSo()) resolve();
      };
      heard = look;
      look();
    });
  const send = (event: object): string => {
    const event_id = `$event${ids++}`;
    const stamped = { ...event, event_id, origin_server_ts: Date.now(), unsigned: { age: 10 } };
    server.news({ join: { [ROOM]: { timeline: { events: [stamped], limited: false } } } });
    return event_id;
  };
  const membership = (device: string): object => ({
    application: 'm.call',
    call_id: '',
    scope: 'm.room',
    device_id: device,
    expires: 60_000,
    focus_active: { type: 'livekit', focus_selection: 'multi_sfu' },
    foci_preferred: [{ type: 'livekit', livekit_service_url: 'https://sfu.example.org' }],
  });
  const annaIs = (content: object): string =>
    send({ type: MEMBER, state_key: `_${ANNA}_PHONE_m.call`, sender: ANNA, content });
  const annaRings = (): string =>
    send({
      type: NOTIFICATION,
      sender: ANNA,
      content: {
        'm.mentions': { user_ids: [], room: true },
        notification_type: 'ring',
        'm.call.intent': 'video',
        lifetime: 60_000,
        sender_ts: Date.now(),
      },
    });
  const sentTo = (part: string): readonly Record<string, unknown>[] =>
    server.network.asked
      .filter(({ method, path }) => method === 'PUT' && decodeURIComponent(path).includes(part))
      .map(({ request }) => request.body);

  beforeEach(() => {
    server = new FakeHomeserver();
    server.join = { [ROOM]: roomWith(ANNA) };
    platform = fakePlatform(Date.now());
    [calls, events, saved] = [[], [], []];
    heard = () => {};
    declined = () => {};
    server.network.on('GET', TRANSPORTS, () =>
      json({ rtc_transports: [{ type: 'livekit', livekit_service_url: 'https://sfu.example.org' }] }),
    );
    const room = `/_matrix/client/v3/rooms/${encodeURIComponent(ROOM)}`;
    server.network.on('PUT', `${room}/state/${MEMBER}/${encodeURIComponent(OUR_KEY)}`, ({ body }) => {
      const event_id = send({ type: MEMBER, state_key: OUR_KEY, sender: ME, content: body });
      heard();
      return json({ event_id });
    });
    // Transactions are named after the platform's ids, which count up.
    for (let id = 0; id < 30; id++) {
      server.network.on('PUT', `${room}/send/${DECLINE}/caid-${id}`, ({ body }) => {
        declined(body);
        return json({ event_id: '$declined' });
      });
    }
    server.network.on('POST', `/_matrix/client/v3/user/${encodeURIComponent(ME)}/openid/request_token`, () =>
      json({ access_token: 'proof', token_type: 'Bearer', matrix_server_name: 'example.org', expires_in: 60 }),
    );
  });
  afterEach(async () => {
    const closing = session.close();
    await platform.clock.advance(10_000);
    await closing;
    server.network.restore();
  });

  async function open(settings: Record<string, unknown> = { matrixRtc: true }): Promise<void> {
    const account: Account = {
      id: crypto.randomUUID(),
      protocol: 'matrix',
      address: ME,
      settings: { baseUrl: BASE, deviceId: 'DEVICE', userId: ME, encryption: false, ...settings },
    };
    const hear = (event: ProviderCallEvent): void => {
      events.push(event);
      heard();
    };
    session = await openSession(
      account,
      { accessToken: 'secret-token' },
      {
        platform,
        invited: (call, event) => {
          calls.push(call);
          hear(event);
        },
        emit: hear,
        save: async (changed) => {
          saved.push(changed);
          heard();
        },
      },
    );
    await until(session.contacts, (contacts) => contacts.length > 0);
  }
  const dial = (): ProviderCall => {
    const [{ id, accountId, address, name }] = session.contacts.value as [ProviderSession['contacts']['value'][0]];
    return session.dial('call', { accountId, contactId: id, address, name }, media);
  };
  /** The SFU is found, and with it the way that a call goes. */
  const found = (): Promise<unknown> => until(session.status, ({ state }) => state === 'online');

  it('asks for what such calls are made of, and only then', async () => {
    const filter = (): string =>
      server.network.asked.find(({ path }) => path.endsWith('/sync'))?.request.url.searchParams.get('filter') ?? '';
    await open({ matrixRtc: false });
    expect(filter()).not.to.contain(MEMBER);
    server.network.restore();
    await session.close();
    server = new FakeHomeserver();
    server.join = { [ROOM]: roomWith(ANNA) };
    await open();
    for (const type of [MEMBER, NOTIFICATION, DECLINE]) expect(filter()).to.contain(type);
  });

  it('says where the homeserver has no SFU, and calls as before', async () => {
    server.network.on('GET', TRANSPORTS, () => json({ rtc_transports: [] }));
    server.network.on('GET', '/.well-known/matrix/client', () => json({}));
    await open();
    await until(session.status, (status) => 'notice' in status && status.notice === 'no_sfu');
    dial();
    await eventually(() => sentTo(MEMBER).length === 0);
    expect(sentTo(MEMBER)).to.deep.equal([]);
  });

  it('rings, and declines with the notification that rang', async () => {
    await open();
    await found();
    annaIs(membership('PHONE'));
    const ring = annaRings();
    await eventually(() => calls.length === 1);
    expect(events[0]).to.deep.include({ type: 'invited', offered: both, lifetime: 60_000 });
    expect(events[0]).to.have.nested.property('peer.address', ANNA);
    const told = new Promise<unknown>((resolve) => (declined = resolve));
    calls[0]!.decline('declined');
    expect(await told).to.deep.equal({ 'm.relates_to': { rel_type: 'm.reference', event_id: ring } });
  });

  it('stops ringing when the caller is gone', async () => {
    await open();
    annaIs(membership('PHONE'));
    annaRings();
    await eventually(() => calls.length === 1);
    annaIs({});
    await eventually(() => events.some((event) => event.type === 'remote-ended' && event.reason === 'missed'));
  });

  it('does not ring for a call without anybody in it', async () => {
    await open();
    annaRings();
    annaIs(membership('PHONE'));
    await eventually(() => calls.length === 1);
    expect(events).to.have.length(1);
  });

  it('is a member while it calls, and no longer once the SFU does not let us in', async () => {
    server.join = { [ROOM]: roomWith(ANNA, { hasCalled: true }) };
    server.network.on('POST', '/sfu/get', () => json({ errcode: 'M_FORBIDDEN' }, 403));
    await open();
    await found();
    const call = dial();
    await eventually(() => events.some(({ type }) => type === 'remote-ended'));
    expect(events.at(-1)).to.include({ type: 'remote-ended', reason: 'server_failed' });
    await eventually(() => sentTo(MEMBER).length === 2);
    const [here, gone] = sentTo(MEMBER);
    expect(here).to.include({ application: 'm.call', device_id: 'DEVICE', 'm.call.intent': 'video' });
    expect(gone).to.deep.equal({});
    await call.close();
  });

  it('has the server take it out of the call once it is silent, in less than 20 s', async () => {
    server.network.on('GET', '/_matrix/client/versions', () =>
      json({ versions: ['v1.11'], unstable_features: { 'org.matrix.msc4140': true } }),
    );
    const delayed = new Promise<unknown>((resolve) => {
      const room = `/_matrix/client/v3/rooms/${encodeURIComponent(ROOM)}`;
      server.network.on('PUT', `${room}/state/${MEMBER}/${encodeURIComponent(OUR_KEY)}`, ({ url, body }) => {
        const delay = url.searchParams.get('org.matrix.msc4140.delay');
        if (delay !== null) resolve([delay, body]);
        return json(delay === null ? { event_id: '$member' } : { delay_id: 'later' });
      });
    });
    await open();
    await found();
    const call = dial();
    expect(await delayed).to.deep.equal(['19500', {}]);
    await call.close();
  });

  it('calls by a legacy call at once where the SFU does not let us in, and nothing is known of them', async () => {
    server.network.on('POST', '/sfu/get', () => json({ errcode: 'M_FORBIDDEN' }, 403));
    const invited = new Promise<unknown>((resolve) => {
      for (let id = 0; id < 30; id++) {
        const path = `/_matrix/client/v3/rooms/${encodeURIComponent(ROOM)}/send/m.call.invite/caid-${id}`;
        server.network.on('PUT', path, ({ body }) => {
          resolve(body);
          return json({ event_id: '$invite' });
        });
      }
    });
    await open();
    await found();
    const call = dial();
    expect(await invited).to.include({ version: '1', lifetime: 60_000 });
    expect(events.filter(({ type }) => type === 'remote-ended')).to.deep.equal([]);
    await call.close();
  });

  it('answers their ring over an SFU in place of its own legacy call', async () => {
    const sent = new Map<string, (body: unknown) => void>();
    const legacy = (type: string): Promise<unknown> => new Promise((resolve) => sent.set(type, resolve));
    const [invited, hungUp] = [legacy('m.call.invite'), legacy('m.call.hangup')];
    for (const type of sent.keys()) {
      for (let id = 0; id < 30; id++) {
        server.network.on(
          'PUT',
          `/_matrix/client/v3/rooms/${encodeURIComponent(ROOM)}/send/${type}/caid-${id}`,
          ({ body }) => {
            sent.get(type)?.(body);
            return json({ event_id: `$${type}` });
          },
        );
      }
    }
    await open({ matrixRtc: true, worked: { [ANNA]: 'legacy' } });
    await found();
    const call = dial();
    await invited;
    annaIs(membership('PHONE'));
    annaRings();
    await eventually(() => events.some(({ type }) => type === 'accepted'));
    expect(await hungUp).to.include({ reason: 'user_hangup' });
    expect(calls).to.deep.equal([]);
    expect(events.every(({ callId }) => callId === 'call')).to.equal(true);
    await eventually(() => sentTo(MEMBER).length > 0);
    await call.close();
  });

  it('has a family as a contact, whose members it asks for, and calls all of them in their room', async () => {
    const [BEN, FAMILY] = ['@ben:example.org', '!family:example.org'];
    server.join = { [FAMILY]: familyOf('Family', ANNA, BEN) };
    const asked = new Promise<void>((resolve) => {
      server.network.on('GET', `/_matrix/client/v3/rooms/${encodeURIComponent(FAMILY)}/members`, () => {
        resolve();
        return json({ chunk: [ANNA, BEN].map((who) => ({ ...member(who), event_id: `$${who}`, room_id: FAMILY })) });
      });
    });
    await open();
    await asked;
    const [family] = session.contacts.value;
    expect(family).to.include({ id: FAMILY, address: FAMILY, name: 'Family', encrypted: false });
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(FAMILY)}/state/${MEMBER}/${encodeURIComponent(OUR_KEY)}`;
    const joined = new Promise<void>((resolve) => {
      server.network.on('PUT', path, () => {
        resolve();
        return json({ event_id: '$joined' });
      });
    });
    server.network.on('POST', '/sfu/get', () => json({ url: 'wss://sfu.example.org', jwt: 'token' }));
    const call = dial();
    await joined;
    await call.close();
  });

  it('takes away what an earlier page has left behind', async () => {
    await open();
    await session.abandon({ matrixRtc: { roomId: ROOM, form: 'compatible', key: OUR_KEY } });
    expect(sentTo(MEMBER)).to.deep.equal([{}]);
    await session.abandon({ matrixRtc: null });
    await session.abandon({ matrixRtc: { roomId: 7 } });
    expect(sentTo(MEMBER)).to.have.length(1);
  });

  it('is switched on, and kept so', async () => {
    await open({});
    await session.setOption?.('matrixRtc', true);
    expect(saved.at(-1)?.settings['matrixRtc']).to.equal(true);
    for (const [name, value] of [
      ['strangers', true],
      ['livekitServiceUrl', 'nowhere'],
    ] as const) {
      const stored = saved.length;
      const refused: unknown = await session.setOption?.(name, value).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(RangeError);
      expect(saved).to.have.length(stored);
    }
    await session.setOption?.('livekitServiceUrl', 'https://own.example.org/');
    expect(saved.at(-1)?.settings).to.include({ matrixRtc: true, livekitServiceUrl: 'https://own.example.org' });
    const closing = until(session.status, ({ state }) => state === 'online');
    await platform.clock.advance(10_000);
    await closing;
  });
});
