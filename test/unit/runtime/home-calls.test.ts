import { expect } from '@open-wc/testing';
import type { CommandResult } from '../../../src/runtime/command.ts';
import { DEFAULT_POLICY } from '../../../src/runtime/call/call.ts';
import { initialState } from '../../../src/runtime/call/reduce.ts';
import { DEFAULT_STATION } from '../../../src/runtime/default-station.ts';
import { HomeCalls, type HomeCallsOptions } from '../../../src/runtime/home-calls.ts';
import { Store } from '../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../src/runtime/platform/scope.ts';
import { FakeHomeAssistant } from '../support/fake-home-assistant.ts';
import { fakePlatform } from '../support/fake-platform.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('calls of Home Assistant', () => {
  const set = (change: Partial<HomeCallsOptions> = {}) => {
    const platform = fakePlatform();
    const homeAssistant = new FakeHomeAssistant(platform.clock);
    const refused: string[] = [];
    let changes = 0;
    const calls = new HomeCalls({
      platform,
      homeAssistant,
      scope: new Scope(() => {}),
      events: { invited: () => {}, emit: () => {} },
      state: new Store(initialState(DEFAULT_POLICY)),
      command: async (): Promise<CommandResult> => ({ ok: true }),
      refuse: async (reason): Promise<CommandResult> => {
        refused.push(reason);
        return { ok: false, reason };
      },
      stations: () => [{ ...DEFAULT_STATION, slug: 'kitchen' }],
      place: () => {},
      contacts: () => [],
      protocols: [],
      media: () => null,
      onChange: () => changes++,
      onChunkLost: () => {},
      ...change,
    });
    return { calls, homeAssistant, refused, changed: () => changes };
  };
  const note = { type: 'ring', text: '{"id":"n","kind":"note","name":"N","text":"T"}', by: 'helper' } as const;

  it('are nothing before the station can be rung', () => {
    const { calls } = set();
    expect([calls.view('a'), calls.notes, calls.mediaFor('a', new Scope(() => {}))]).to.deep.equal([null, [], null]);
  });

  it('are loaded with the helper of this station, and with nobody else’s', async () => {
    const { homeAssistant } = set();
    homeAssistant.set('input_text.call_assist_hall_ring', '');
    expect(homeAssistant.states.listeners).to.equal(1);
    homeAssistant.set('input_text.call_assist_kitchen_ring', '');
    expect(homeAssistant.states.listeners, 'it looks no more').to.equal(0);
    await waitUntil(() => homeAssistant.states.listeners === 1, 'the rings look themselves', { timeout: 8_000 });
  });

  it('are loaded with the first ring', async () => {
    const { calls, changed } = set();
    expect(await calls.command(note)).to.deep.equal({ ok: true });
    expect(calls.notes).to.have.length(1);
    expect(changed()).to.equal(1);
    expect([calls.view('a'), calls.mediaFor('a', new Scope(() => {}))]).to.deep.equal([null, null]);
  });

  it('are refused when something breaks, and work the next time', async () => {
    let broken = true;
    const { calls, refused } = set({
      stations: () => {
        if (broken) throw new Error('broken');
        return [DEFAULT_STATION];
      },
    });
    expect(await calls.command(note)).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
    expect(refused).to.deep.equal(['refused_not_ready']);
    broken = false;
    expect(await calls.command(note)).to.deep.equal({ ok: true });
  });
});
