import { expect } from '@open-wc/testing';
import { DEFAULT_POLICY, type Call, type CallsState } from '../../../../src/runtime/call/call.ts';
import { initialState } from '../../../../src/runtime/call/reduce.ts';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { CallStations } from '../../../../src/runtime/stations/call-stations.ts';
import type { Station } from '../../../../src/runtime/storage/storage.ts';

const hall: Station = { ...DEFAULT_STATION, slug: 'hall', name: 'Hall' };
const call = (id: string, phase: Call['phase'], reason: Call['reason'] = null): Call => ({ id, phase, reason }) as Call;
const state = (...calls: Call[]): CallsState => ({ ...initialState(DEFAULT_POLICY), calls });

describe('CallStations', () => {
  let stations: Store<readonly Station[]>;
  let calls: CallStations;
  beforeEach(() => {
    stations = new Store<readonly Station[]>([DEFAULT_STATION, hall]);
    calls = new CallStations(stations);
  });

  it('gives calls to the first station, but those that were made from another', () => {
    calls.put('a', 'hall');
    expect([calls.of('a').slug, calls.of('b').slug, calls.named('attic')]).to.deep.equal([
      'hall',
      'kitchen',
      undefined,
    ]);
    stations.set([DEFAULT_STATION]);
    expect(calls.of('a').slug).to.equal('kitchen');
    stations.set([]);
    expect(() => calls.of('a')).to.throw(RangeError);
  });

  it('leaves it to the core where there is one station, or none is named', () => {
    calls.put('a', 'hall');
    expect(calls.callOf(state(call('a', 'active')), undefined, 'running')).to.equal(null);
    stations.set([hall]);
    expect(calls.callOf(state(call('a', 'active')), 'hall', 'running')).to.equal(null);
  });

  it('knows which call a station means', () => {
    calls.put('a', 'hall');
    const both = state(call('a', 'active'), call('b', 'ringing-in'));
    expect(calls.callOf(both, 'hall', 'running')).to.equal('a');
    expect(calls.callOf(both, 'kitchen', 'running')).to.equal(undefined);
    expect(calls.callOf(both, 'kitchen', 'ringing')).to.equal('b');
    expect(calls.callOf(both, 'hall', 'ringing')).to.equal(undefined);
    expect(calls.callOf(state(), 'kitchen', 'ringing')).to.equal(null);
  });

  it('knows of each station how its last call ended, or why a command was refused', () => {
    calls.put('a', 'hall');
    const ended = state(call('a', 'ended', 'hung_up'));
    calls.follow(ended);
    calls.refused('hall', 'refused_busy');
    calls.refused('hall', 'no_answer');
    calls.refused('attic', 'refused_busy');
    // The outcome is still shown: it is no news.
    calls.follow(ended);
    expect([calls.resultOf('hall'), calls.resultOf('kitchen')]).to.deep.equal(['refused_busy', null]);
    calls.follow({ calls: [], past: [{ id: 'away', reason: 'do_not_disturb' }] });
    expect([calls.resultOf('kitchen'), calls.changes.value]).to.deep.equal(['do_not_disturb', 3]);
    expect(calls.of('a').slug).to.equal('kitchen');
  });
});
