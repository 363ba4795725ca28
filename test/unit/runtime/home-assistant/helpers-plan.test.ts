import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import { HELPER_KEYS, type HelperKey, type PerHelper } from '../../../../src/runtime/home-assistant/helpers-keys.ts';
import { plan, serviceOf, tryAgain, type Tried } from '../../../../src/runtime/home-assistant/helpers-plan.ts';
import type { EntityState } from '../../../../src/runtime/home-assistant/home-assistant.ts';

const entity = (state: string, attributes = {}): EntityState => ({
  entity_id: 'x.y',
  state,
  attributes,
  last_changed: '',
  last_updated: '',
  context: { id: '', user_id: null },
});
const now = 1_000_000;
const input = { options: {}, tried: {}, held: new Set<HelperKey>(), now };
const written = ({ writes }: ReturnType<typeof plan>): string[] =>
  writes.map(({ key, value }) => `${key}=${[value].flat().join()}`);

describe('plan', () => {
  const table: [string, PerHelper<string>, PerHelper<EntityState>, string[]][] = [
    ['nothing when all is true', { state: 'idle' }, { state: entity('idle') }, []],
    ['what differs', { state: 'idle' }, { state: entity('offline') }, ['state=idle']],
    ['nothing to a helper that is missing', { state: 'idle' }, {}, []],
    ['nothing to one that is unavailable', { state: 'idle' }, { state: entity('unavailable') }, []],
    ['over unknown', { last_result: 'missed' }, { last_result: entity('unknown') }, ['last_result=missed']],
    ['no empty text over unknown', { with: '' }, { with: entity('unknown') }, []],
    ['nothing without a wish', {}, { last_result: entity('missed') }, []],
    ['255 characters', { with: '👵'.repeat(300) }, { with: entity('') }, [`with=${'👵'.repeat(255)}`]],
    ['as much as the helper takes', { with: 'Grandmother' }, { with: entity('', { max: 5 }) }, ['with=Grand']],
    ['one line', { with: 'a\r\nb\u0000' }, { with: entity('') }, ['with=a b']],
  ];
  for (const [what, wanted, states, result] of table) {
    it(`writes ${what}`, () => expect(written(plan({ ...input, wanted, states }))).to.deep.equal(result));
  }

  describe('fills selections', () => {
    const offers = (...options: string[]): EntityState => entity('a', { options });
    const lists: [string, keyof PerHelper<string>, string[], EntityState, string[]][] = [
      ['nothing when all is offered, in any order', 'camera_source', ['a', 'b'], offers('b', 'a'), []],
      ['what is missing', 'camera_source', ['a', 'b'], offers('a'), ['camera_source=a,b']],
      ['what is too much', 'camera_source', ['a'], offers('a', 'b'), ['camera_source=a']],
      [
        'states that are missing, and keeps those that people added',
        'state',
        ['a', 'b'],
        offers('a', 'c'),
        ['state=a,b,c'],
      ],
      ['no states that people added', 'state', ['a'], offers('a', 'c'), []],
      ['nothing that offers nothing', 'state', ['a'], entity('a'), []],
      ['the list before the value', 'camera_source', ['b', 'c'], offers('a'), ['camera_source=b,c', 'camera_source=b']],
    ];
    for (const [what, key, wanted, state, result] of lists) {
      it(what, () => {
        const [first = ''] = wanted;
        const planned = plan({
          ...input,
          wanted: { [key]: first },
          options: { [key]: wanted },
          states: { [key]: state },
        });
        expect(written(planned)).to.deep.equal(result);
      });
    }

    it('does not hold up the value when somebody keeps changing the list', () => {
      const tried = { 'state options': { at: now, times: 3 } } as const;
      const states = { state: offers('x') };
      const planned = plan({ ...input, wanted: { state: 'b' }, options: { state: ['b'] }, states, tried });
      expect(written(planned)).to.deep.equal(['state=b']);
      expect(planned.again).to.equal(now + 4_000);
    });

    it('by the service for lists', () => {
      expect(serviceOf({ key: 'state', value: ['a', 'b'] })).to.deep.equal({
        domain: 'input_select',
        service: 'set_options',
        data: { options: ['a', 'b'] },
      });
    });
  });

  it('leaves alone what is held', () => {
    const states = { camera: entity('on') };
    expect(plan({ ...input, wanted: { camera: 'off' }, states, held: new Set(['camera']) }).writes).to.deep.equal([]);
  });

  it('waits before it tries again, longer each time, and says when', () => {
    const states = { state: entity('offline') };
    let tried: Tried | undefined;
    let at = now;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 5; attempt++) {
      tried = tryAgain(tried, at);
      const { writes, again } = plan({ ...input, wanted: { state: 'idle' }, states, tried: { state: tried }, now: at });
      expect(writes).to.deep.equal([]);
      waits.push((again ?? NaN) - at);
      at = again ?? NaN;
    }
    expect(waits).to.deep.equal([1_000, 2_000, 4_000, 5_000, 5_000]);
    expect(tryAgain(tried, at + 60_000).times).to.equal(1);
  });

  it('writes last result, name and switches before a state, and an empty name after it, from whatever states', () => {
    const value = fc.constantFrom('a', 'b', 'on', 'off', 'unknown', '');
    const some = <T>(of: fc.Arbitrary<T>) =>
      fc.dictionary(fc.constantFrom(...HELPER_KEYS), of, { noNullPrototype: true }) as fc.Arbitrary<PerHelper<T>>;
    fc.assert(
      fc.property(some(value), some(value), (wanted, seen) => {
        const states = Object.fromEntries(
          Object.entries(seen).map(([key, state]) => [key, entity(state)]),
        ) as PerHelper<EntityState>;
        const keys = plan({ ...input, wanted, states }).writes.map(({ key }) => key);
        expect(new Set(keys).size).to.equal(keys.length);
        const position = (key: HelperKey) => keys.indexOf(key);
        if (position('state') < 0) return;
        for (const key of ['last_result', 'microphone', 'camera'] as const) {
          expect(position(key)).to.be.below(position('state'));
        }
        if (position('with') >= 0) expect(position('with') < position('state')).to.equal(wanted.with !== '');
      }),
    );
  });
});

describe('serviceOf', () => {
  it('knows the service of each helper that has a value', () => {
    expect(serviceOf({ key: 'with', value: 'x' })).to.deep.equal({
      domain: 'input_text',
      service: 'set_value',
      data: { value: 'x' },
    });
    expect(serviceOf({ key: 'state', value: 'idle' }).data).to.deep.equal({ option: 'idle' });
    expect(serviceOf({ key: 'camera', value: 'on' }).service).to.equal('turn_on');
    expect(serviceOf({ key: 'camera', value: 'off' }).service).to.equal('turn_off');
    for (const key of ['answer', 'missed', 'alive'] as const)
      expect(() => serviceOf({ key, value: '' })).to.throw(TypeError);
  });
});
