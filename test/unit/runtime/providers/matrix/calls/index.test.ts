import { expect } from '@open-wc/testing';
import { type CallsContext, createCalls } from '../../../../../../src/runtime/providers/matrix/calls/index.ts';
import { Scope } from '../../../../../../src/runtime/platform/scope.ts';
import type { Platform } from '../../../../../../src/runtime/platform/platform.ts';
import type { ProviderCallEvent } from '../../../../../../src/runtime/call/events.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { FakeClient, eventOf } from './support/client.ts';
import { aMoment, eventually, silent } from './support/room.ts';

describe('createCalls', () => {
  const start = () => {
    const fake = new FakeClient();
    const events: ProviderCallEvent[] = [];
    const scope = new Scope(() => {});
    const log: Platform['log'] = { log: () => {}, child: () => log };
    const context: CallsContext = {
      client: fake.client,
      account: { id: 'account', protocol: 'matrix', address: '@kitchen:test', settings: {} },
      scope,
      io: {
        platform: { clock: new FakeClock(), log, id: () => 'id', random: () => 0 },
        invited: (_call, event) => events.push(event),
        emit: (event) => events.push(event),
        save: () => Promise.resolve(),
      },
      roomFor: () => Promise.resolve('!r'),
      peerOf: (address, roomId) => ({ accountId: 'account', contactId: roomId, address, name: 'Anna' }),
      isEncrypted: () => false,
    };
    return { fake, events, scope, calls: createCalls(context) };
  };
  const peer = { accountId: 'account', contactId: '!r', address: '@anna:test', name: 'Anna' };

  it('rings, calls, says goodbye while the page goes, and leaves nothing', async () => {
    const { fake, events, scope, calls } = start();
    const sdp = 'v=0\r\nm=audio 9 X 1\r\n';
    fake.sync([eventOf('m.call.invite', { call_id: 'c', version: '1', party_id: 'P', offer: { type: 'offer', sdp } })]);
    await eventually(() => events.length === 1, 'it rings');
    expect(events[0]).to.deep.include({ type: 'invited', peer, offered: { audio: true, video: false } });
    calls.dial('out', peer, silent({ audio: true, video: false }));
    await eventually(() => events.at(-1)?.type === 'delivered', 'delivered');
    expect(calls.live).to.equal(2);
    const { fetch } = window;
    let posted = 0;
    window.fetch = () => {
      posted++;
      return Promise.resolve(new Response());
    };
    calls.pageClosing();
    window.fetch = fetch;
    expect(posted).to.equal(1);
    await scope.close();
    await calls.close();
    expect(calls.live).to.equal(0);
    expect(fake.listenerCount('Room.timeline')).to.equal(0);
  });

  it('ends the call of an earlier page, and takes what is no goodbye for nothing to do', async () => {
    const { fake, calls } = start();
    await calls.abandon({ roomId: '!r', matrixCallId: 'old', partyId: 'TABLET', version: '1' });
    await calls.abandon({});
    await calls.abandon({ roomId: null, matrixCallId: null });
    await aMoment(5);
    expect(fake.sent.map(({ type, content }) => [type, content])).to.deep.equal([
      ['m.call.hangup', { call_id: 'old', party_id: 'TABLET', version: '1', reason: 'user_hangup' }],
    ]);
    await calls.close();
  });
});
