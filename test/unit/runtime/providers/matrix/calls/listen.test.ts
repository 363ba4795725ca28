import { expect } from '@open-wc/testing';
import { listen } from '../../../../../../src/runtime/providers/matrix/calls/listen.ts';
import { silenceCalls } from '../../../../../../src/runtime/providers/matrix/calls/sdk-internals.ts';
import type { Signal } from '../../../../../../src/runtime/providers/matrix/calls/wire.ts';
import { FakeClient, encryptedOf, eventOf } from './support/client.ts';
import { aMoment } from './support/room.ts';

describe('listen', () => {
  let fake: FakeClient;
  let batches: (readonly Signal[])[];
  let stop: () => void;

  beforeEach(() => {
    fake = new FakeClient();
    batches = [];
    stop = listen(
      fake.client,
      (batch) => batches.push(batch),
      () => {},
    );
  });
  afterEach(() => {
    stop();
    expect(['Room.timeline', 'sync', 'Event.decrypted'].map((name) => fake.listenerCount(name))).to.deep.equal([
      0, 0, 0,
    ]);
  });
  const types = () => batches.map((batch) => batch.map(({ type }) => type));

  it('delivers what one sync brings together, in order, and nothing that is no call', async () => {
    fake.sync([eventOf('m.call.invite', {}), eventOf('m.room.message', {}), encryptedOf('m.call.candidates', {})]);
    fake.sync([encryptedOf('m.room.message', {}), eventOf('m.call.hangup', {})]);
    await aMoment(5);
    expect(types()).to.deep.equal([['m.call.invite', 'm.call.candidates'], ['m.call.hangup']]);
  });

  it('delivers a message whose room key is late, with the time that it took', async () => {
    const invitation = encryptedOf('m.call.invite', { call_id: 'c' }, 2_000);
    fake.undecryptable.add(invitation);
    Object.assign(invitation, { _decryptionFailureReason: 'MEGOLM_UNKNOWN_INBOUND_SESSION_ID' });
    fake.sync([invitation]);
    await aMoment(50);
    expect(batches).to.deep.equal([]);
    fake.emit('Event.decrypted', invitation);
    fake.decrypt(invitation);
    fake.decrypt(invitation);
    await aMoment(5);
    expect(types()).to.deep.equal([['m.call.invite']]);
    const age = batches[0]![0]!.age();
    expect(age).to.be.within(2_050, 2_500);
    expect(batches[0]![0]!.content).to.deep.equal({ call_id: 'c' });
  });

  it('counts age by the server, whatever the clock here says', async () => {
    const now = Date.now;
    Date.now = () => now() + 5 * 60 * 60_000;
    fake.sync([eventOf('m.call.invite', {}, 1_000)]);
    Date.now = now;
    await aMoment(5);
    expect(batches[0]![0]!.age()).to.be.within(1_000, 1_500);
  });

  it('leaves out what comes from the store, from the past, and from ourselves on its way out', async () => {
    fake.sync([eventOf('m.call.invite', {})], { fromCache: true });
    fake.sync([eventOf('m.call.invite', {})], {}, false);
    const echo = eventOf('m.call.invite', {});
    Object.assign(echo, { status: 'sending' });
    fake.sync([echo]);
    await aMoment(5);
    expect(batches).to.deep.equal([]);
  });

  it('knows how a message was protected', async () => {
    fake.sync([eventOf('m.call.invite', {}), encryptedOf('m.call.invite', {})]);
    await aMoment(5);
    const [plain, encrypted] = batches[0]!;
    expect(await plain!.security()).to.equal('on-the-way');
    expect(await encrypted!.security()).to.equal('end-to-end');
    fake.shield = 1;
    expect(await encrypted!.security()).to.equal('end-to-end-unverified');
  });

  it('hears nothing after it was stopped', async () => {
    fake.sync([eventOf('m.call.invite', {})]);
    stop();
    await aMoment(5);
    expect(batches).to.deep.equal([]);
  });
});

describe('silenceCalls', () => {
  it("keeps the SDK's own call handling from being started, and its registry empty", () => {
    const fake = new FakeClient();
    silenceCalls(fake.client);
    fake.callEventHandler.start();
    void fake.groupCallEventHandler.start();
    expect(fake.started).to.equal(0);
    expect(fake.callEventHandler.calls.size).to.equal(0);
  });
});
