import { expect } from '@open-wc/testing';
import { DEFAULT_POLICY, type Peer } from '../../../src/runtime/call/call.ts';
import type { Effect } from '../../../src/runtime/call/effects.ts';
import { createEngine, type Engine } from '../../../src/runtime/engine.ts';
import { fakePlatform } from '../support/fake-platform.ts';

const peer: Peer = { accountId: 'a', contactId: 'c', address: '@grandma:hs.test', name: 'Grandma' };
const invited = (callId: string) =>
  ({ type: 'invited', callId, peer, offered: { audio: true, video: true }, age: 0, lifetime: null }) as const;

describe('engine', () => {
  const set = (run: (effect: Effect) => void = () => {}) => {
    const platform = fakePlatform();
    const effects: Effect[] = [];
    const engine = createEngine({
      platform,
      policy: DEFAULT_POLICY,
      run: (effect) => {
        effects.push(effect);
        run(effect);
      },
    });
    return { ...platform, engine, types: () => effects.map(({ type }) => type) };
  };

  it('runs the effects of an event, in order', () => {
    const { engine, types } = set();
    engine.dispatch(invited('1'));
    expect(types()).to.include.members(['prepare', 'start-sound']);
    expect(engine.state.value.calls[0]?.phase).to.equal('ringing-in');
  });

  it('keeps one timer, at the earliest deadline, and none when nothing waits', async () => {
    const { engine, clock } = set();
    expect(clock.pending).to.equal(0);
    engine.dispatch(invited('1'));
    expect(clock.pending).to.equal(1);
    await clock.advance(DEFAULT_POLICY.ringWindow);
    expect(engine.state.value.lastResult).to.equal('missed');
    engine.dispatch({ type: 'released', callId: '1' });
    await clock.advance(DEFAULT_POLICY.outcomeTrouble + DEFAULT_POLICY.endTimeout);
    expect(engine.state.value.calls).to.deep.equal([]);
    expect(clock.pending).to.equal(0);
  });

  for (const [name, when] of [
    ['before anything else happens', () => {}],
    ['and another event comes', (engine: Engine) => engine.dispatch({ type: 'tick' })],
  ] as const) {
    it(`rings no longer than it may where the clock is set back, ${name}`, async () => {
      const { engine, clock } = set();
      const { now } = clock;
      engine.dispatch(invited('1'));
      await clock.advance(1_000);
      clock.now = () => now.call(clock) - 3 * 3_600_000;
      when(engine);
      expect(engine.state.value.calls[0]?.phase).to.equal('ringing-in');
      await clock.advance(DEFAULT_POLICY.ringWindow);
      expect(engine.state.value.lastResult).to.equal('missed');
      engine.dispatch({ type: 'released', callId: '1' });
      await clock.advance(DEFAULT_POLICY.outcomeTrouble + DEFAULT_POLICY.endTimeout);
      expect(engine.state.value.calls).to.deep.equal([]);
      engine.dispatch(invited('2'));
      expect(engine.state.value.calls[0]?.began).to.equal(clock.now());
    });
  }

  it('takes events that effects cause after the present one', () => {
    const seen: string[] = [];
    const { engine } = set((effect) => {
      seen.push(effect.type);
      if (effect.type === 'release') engine.dispatch({ type: 'released', callId: effect.callId });
    });
    engine.dispatch(invited('1'));
    engine.dispatch({ type: 'remote-ended', callId: '1', reason: 'remote_hung_up' });
    expect(engine.state.value.calls[0]?.phase).to.equal('ended');
    expect(seen.filter((type) => type === 'record')).to.have.length(1);
  });

  it('runs the other effects though one throws', () => {
    const { engine, types } = set((effect) => {
      if (effect.type === 'prepare') throw new Error('camera');
    });
    engine.dispatch(invited('1'));
    expect(types()).to.include('start-sound');
  });

  it('settles a command once, with the reason it failed for', async () => {
    const { engine, clock } = set();
    const answer = engine.command({ type: 'answer', callId: null, media: { audio: true, video: true } });
    await clock.advance(DEFAULT_POLICY.pendingAnswer);
    expect(await answer).to.deep.equal({ ok: false, reason: 'refused_nothing_rings' });
    expect(await engine.command({ type: 'refused', reason: 'refused_unknown_contact' })).to.deep.equal({
      ok: false,
      reason: 'refused_unknown_contact',
    });
    expect(engine.state.value.lastResult).to.equal('refused_unknown_contact');
  });

  it('leaves no timer when it is closed', () => {
    const { engine, clock } = set();
    engine.dispatch(invited('1'));
    engine.close();
    expect(clock.pending).to.equal(0);
  });
});
