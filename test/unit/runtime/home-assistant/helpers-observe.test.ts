import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import type { PerHelper } from '../../../../src/runtime/home-assistant/helpers-keys.ts';
import {
  lose,
  NOTHING_SEEN,
  observe,
  type Change,
  type Memory,
} from '../../../../src/runtime/home-assistant/helpers-observe.ts';
import type { EntityState } from '../../../../src/runtime/home-assistant/home-assistant.ts';

const now = 1_000_000;
const entity = (state: string, at = now): EntityState => ({
  entity_id: 'x.y',
  state,
  attributes: {},
  last_changed: new Date(at).toISOString(),
  last_updated: new Date(at).toISOString(),
  context: { id: '', user_id: null },
});
const pressed = (at: number): EntityState => entity(new Date(at).toISOString(), at);
const seen = (states: PerHelper<EntityState>): Memory => observe(NOTHING_SEEN, states, { now, writing: {} }).memory;
const changesFrom = (before: PerHelper<EntityState>, after: PerHelper<EntityState>, writing: PerHelper<string> = {}) =>
  observe(seen(before), after, { now, writing }).changes.map(word);
const word = (change: Change): string => {
  if (change.type === 'press') return change.button;
  if (change.type === 'select') return `${change.which} ${change.option}`;
  return change.type === 'toggle' ? `${change.which} ${change.on ? 'on' : 'off'}` : `${change.type} ${change.text}`;
};

describe('observe', () => {
  const table: [string, PerHelper<EntityState>, PerHelper<EntityState>, string[]][] = [
    ['a first press', { answer: entity('unknown') }, { answer: pressed(5) }, ['answer']],
    ['a later press', { answer: pressed(5) }, { answer: pressed(6) }, ['answer']],
    ['no older press', { answer: pressed(5) }, { answer: pressed(4) }, []],
    ['no press of a button that appears', {}, { answer: pressed(5) }, []],
    ['no press of a button that was away', { answer: entity('unavailable') }, { answer: pressed(5) }, []],
    ['no press of a button that goes', { answer: pressed(5) }, { answer: entity('unavailable') }, []],
    [
      'a choice',
      { camera_source: entity('this_device') },
      { camera_source: entity('camera.a') },
      ['camera_source camera.a'],
    ],
    ['no choice that appears', {}, { camera_source: entity('camera.a') }, []],
    [
      'no choice that a new list has made',
      { camera_source: { ...entity('camera.a'), attributes: { options: ['camera.a'] } } },
      { camera_source: { ...entity('camera.b'), attributes: { options: ['camera.b'] } } },
      [],
    ],
    ['a text', { dial: entity('') }, { dial: entity(' Anna ') }, ['dial Anna']],
    ['a ring', { ring: entity('') }, { ring: entity('{}') }, ['ring {}']],
    ['the first text', { dial: entity('unknown') }, { dial: entity('Anna') }, ['dial Anna']],
    ['no blank text', { dial: entity('') }, { dial: entity('  ') }, []],
    ['no text that appears', {}, { dial: entity('Anna') }, []],
    ['no missing text', { dial: entity('') }, { dial: entity('unknown') }, []],
    ['a switch', { camera: entity('off') }, { camera: entity('on') }, ['camera on']],
    ['no switch that appears', { camera: entity('unavailable') }, { camera: entity('on') }, []],
    [
      'several at once',
      { camera: entity('off'), dial: entity('') },
      { camera: entity('on'), dial: entity('A') },
      ['dial A', 'camera on'],
    ],
  ];
  for (const [what, before, after, changes] of table) {
    it(`sees ${what}`, () => expect(changesFrom(before, after)).to.deep.equal(changes));
  }

  it('sees no echo of our own write, but somebody else’s other value', () => {
    expect(changesFrom({ camera: entity('off') }, { camera: entity('on') }, { camera: 'on' })).to.deep.equal([]);
    expect(changesFrom({ camera: entity('on') }, { camera: entity('off') }, { camera: 'on' })).to.deep.equal([
      'camera off',
    ]);
  });

  it('judges a press after a loss by how long it was away, or by its age', () => {
    const before = { answer: pressed(5), state: entity('idle', now - 100) };
    // A live change one second "ago" by the device's clock: it is a second ahead.
    const live = observe(
      seen(before),
      { ...before, state: entity('ringing', now - 1_000) },
      { now, writing: {} },
    ).memory;
    expect(live.clockOffset).to.equal(1_000);
    const gone = lose(lose(live, now), now + 500);
    expect(gone.lostAt).to.equal(now);
    const after = (at: number, pressAt: number) =>
      observe(gone, { ...before, answer: pressed(pressAt) }, { now: at, writing: {} }).changes.map(word);
    expect(after(now + 10_000, now)).to.deep.equal(['answer']);
    expect(after(now + 60_000, now + 48_500)).to.deep.equal([]);
    expect(after(now + 60_000, now + 49_500)).to.deep.equal(['answer']);
    expect(after(now + 1_000, 5)).to.deep.equal([]);
  });

  it('never sees one press twice, whatever comes in between', () => {
    const step = fc.oneof(
      fc.constant('lose' as const),
      fc.constantFrom('unknown', 'unavailable', 'gone'),
      fc.nat(50).map((at) => new Date(at * 1_000).toISOString()),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let memory: Memory = seen({ answer: entity('unknown') });
        let clock = now;
        let newest = -1;
        for (const next of steps) {
          clock += 1_000;
          if (next === 'lose') {
            memory = lose(memory, clock);
            continue;
          }
          const states = next === 'gone' ? {} : { answer: entity(next, clock) };
          const result = observe(memory, states, { now: clock, writing: {} });
          memory = result.memory;
          const at = Date.parse(next);
          if (result.changes.length > 0) expect(at).to.be.above(newest);
          if (!Number.isNaN(at)) newest = Math.max(newest, at);
        }
      }),
    );
  });
});
