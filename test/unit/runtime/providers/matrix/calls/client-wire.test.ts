import { expect } from '@open-wc/testing';
import { clientWire } from '../../../../../../src/runtime/providers/matrix/calls/client-wire.ts';
import { TYPES } from '../../../../../../src/runtime/providers/matrix/calls/contents.ts';
import type { Platform } from '../../../../../../src/runtime/platform/platform.ts';
import { FakeClock, settled } from '../../../../support/fake-clock.ts';
import { FakeClient } from './support/client.ts';

describe('clientWire', () => {
  const start = (encrypted = false) => {
    const fake = new FakeClient();
    const clock = new FakeClock();
    let ids = 0;
    const log: Platform['log'] = { log: () => {}, child: () => log };
    const platform: Platform = { clock, log, id: () => `id${ids++}`, random: () => 0 };
    return { fake, clock, wire: clientWire(fake.client, platform, () => encrypted) };
  };

  it('sends the messages of a room one after the other', async () => {
    const { fake, wire } = start();
    fake.failures.push({ errcode: 'M_FORBIDDEN' });
    const first = wire.send('!r', TYPES.invite, { a: 1 }, 'once').catch(({ reason }: { reason: string }) => reason);
    void wire.send('!r', TYPES.hangup, { b: 2 }, 'patient');
    expect(await first).to.equal('cannot_call');
    await wire.idle();
    expect(fake.sent.map(({ type }) => type)).to.deep.equal([TYPES.hangup]);
    expect(fake.cancelled).to.have.length(1);
  });

  it('tries again where that helps, as the same message, and as late as the server asks', async () => {
    const { fake, clock, wire } = start();
    fake.failures.push({ errcode: 'M_LIMIT_EXCEEDED', data: { retry_after_ms: 3_000 } }, { name: 'ConnectionError' });
    const sending = wire.send('!r', TYPES.answer, {}, 'patient');
    await clock.advance(2_999);
    expect(fake.failures).to.have.length(1);
    await clock.advance(1);
    await clock.advance(1_000);
    await sending;
    expect(fake.sent).to.have.length(1);
    expect(clock.pending).to.equal(0);
  });

  it('gives up after four tries, and at once where nobody should wait', async () => {
    const { fake, clock, wire } = start();
    for (let failure = 0; failure < 5; failure++) fake.failures.push({ httpStatus: 502 });
    let reason = '';
    wire.send('!r', TYPES.hangup, {}, 'patient').catch((error: { reason: string }) => (reason = error.reason));
    await clock.advance(60_000);
    expect(reason).to.equal('unreachable');
    expect(fake.failures).to.have.length(1);
    await wire.send('!r', TYPES.invite, {}, 'once').catch(() => {});
    expect(fake.failures).to.have.length(0);
  });

  it('knows the people of rooms it is in', () => {
    const { fake, wire } = start();
    expect(wire.people('!r')).to.equal(2);
    fake.membership = 'leave';
    expect(wire.people('!r')).to.equal(null);
  });

  it('needs a device', () => {
    const fake = new FakeClient();
    fake.getDeviceId = () => null;
    const log: Platform['log'] = { log: () => {}, child: () => log };
    const platform: Platform = { clock: new FakeClock(), log, id: () => '', random: () => 0 };
    expect(() => clientWire(fake.client, platform, () => false)).to.throw('without a device');
  });

  it('does without TURN credentials that do not come', async () => {
    const { fake, clock, wire } = start();
    fake.turnServers = [{ urls: ['turn:test'], username: 'u', credential: 'c', ttl: 7 }];
    expect(await wire.iceServers()).to.deep.equal([{ urls: ['turn:test'], username: 'u', credential: 'c' }]);
    fake.turnAnswers = false;
    fake.turnServers = [];
    const waiting = wire.iceServers();
    await settled();
    await clock.advance(2_000);
    expect(await waiting).to.deep.equal([]);
  });

  for (const encrypted of [false, true]) {
    it(`posts a sealed message without waiting, ${encrypted ? 'encrypted' : 'plain'}`, async () => {
      const { wire } = start(encrypted);
      const { fetch } = window;
      const requests: [string, RequestInit][] = [];
      window.fetch = (address, init) => {
        requests.push([address as string, init ?? {}]);
        return Promise.reject(new TypeError('the page has gone'));
      };
      const sealed = await wire.seal('!r:test', TYPES.hangup, { reason: 'user_hangup' });
      sealed?.post();
      window.fetch = fetch;
      const [[address, init]] = requests as [[string, RequestInit]];
      const type = encrypted ? 'm.room.encrypted' : 'm.call.hangup';
      expect(address).to.match(new RegExp(`/hs/_matrix/client/v3/rooms/!r%3Atest/send/${type}/ca`));
      expect(init).to.include({ method: 'PUT', keepalive: true });
      const body = encrypted ? { ciphertext: btoa('m.call.hangup') } : { reason: 'user_hangup' };
      expect(JSON.parse(init.body as string)).to.deep.equal(body);
    });
  }
});
