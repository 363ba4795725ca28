import { expect } from '@open-wc/testing';
import type { Account, ProviderIO } from '../../../../../../src/runtime/providers/provider.ts';
import { openSession } from '../../../../../../src/runtime/providers/xmpp/session.ts';
import { fakePlatform } from '../../../../support/fake-platform.ts';
import { until } from '../stream/support/fake-server.ts';

const account: Account = {
  id: 'account-1',
  protocol: 'xmpp',
  address: 'anna@example.org',
  // Nobody listens there.
  settings: { resource: 'call-assist-1', websocket: 'wss://127.0.0.1:9/ws', strangers: false, forceTURN: false },
};

function io() {
  const platform = fakePlatform();
  const saved: Account[] = [];
  const given: ProviderIO = {
    platform,
    invited: () => {},
    emit: () => {},
    save: async (changed) => void saved.push(changed),
  };
  return { platform, saved, given };
}

describe('an XMPP session', () => {
  it('opens without its server, tells so, and leaves nothing when it closes', async () => {
    const { platform, given } = io();
    const session = await openSession(account, { password: 'secret' }, given);
    expect(session.status.value).to.deep.equal({ state: 'connecting' });
    await until(() => session.status.value.state === 'degraded');
    expect(session.status.value).to.deep.equal({ state: 'degraded', reason: 'network' });
    expect(session.contacts.value).to.deep.equal([]);
    expect(session.requests.value).to.deep.equal([]);
    await Promise.all([session.close(), session.close()]);
    expect(platform.clock.pending).to.equal(0);
    expect(JSON.stringify(platform.lines)).not.to.contain('secret');
  });

  it('understands whom to call', async () => {
    const { given } = io();
    const session = await openSession(account, { password: 'secret' }, given);
    expect(session.resolve('xmpp:Ben@Example.org')).to.deep.equal({
      peer: { accountId: 'account-1', contactId: 'ben@example.org', address: 'ben@example.org', name: 'ben' },
    });
    for (const bad of ['', 'ben', '@ben:example.org', 'anna@example.org', 'anna@example.org/phone']) {
      expect(session.resolve(bad)).to.deep.equal({ refused: 'refused_bad_value' });
    }
    await session.signOut();
  });

  it('keeps its options, and nothing after its end', async () => {
    const { saved, given } = io();
    const session = await openSession(account, { password: 'secret' }, given);
    await session.setOption?.('strangers', true);
    await session.setOption?.('forceTURN', true);
    expect(saved.at(-1)?.settings).to.deep.include({ strangers: true, forceTURN: true, resource: 'call-assist-1' });
    const error: unknown = await session.setOption?.('other', true).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(RangeError);
    await session.close();
    await session.setOption?.('strangers', false);
    expect(saved.length).to.equal(2);
  });

  it('sends nothing for later, and knows of no relay, while there is no stream', async () => {
    const { platform, given } = io();
    const session = await openSession(account, { password: 'secret' }, given);
    const outcomes = [
      session.message?.('ben@example.org', 'hello'),
      session.block?.('ben@example.org', true),
      session.iceServers?.(),
    ].map((done) =>
      Promise.resolve(done).then(
        (value) => value,
        (error: unknown) => String(error),
      ),
    );
    await platform.clock.advance(20_000);
    expect(await Promise.all(outcomes)).to.deep.equal(['WireError: lost', 'WireError: timeout', []]);
    await session.close();
  });

  it('does not open what is incomplete', async () => {
    const { given } = io();
    for (const [stored, secrets] of [
      [account, {}],
      [{ ...account, settings: {} }, { password: 'secret' }],
    ] as const) {
      const error: unknown = await openSession(stored, secrets, given).catch((caught: unknown) => caught);
      expect(String(error)).to.contain('incomplete');
    }
  });
});
