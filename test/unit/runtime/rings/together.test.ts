import { expect } from '@open-wc/testing';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import type { StationWords } from '../../../../src/runtime/rings/stations.ts';
import { fateOf, talker, Together } from '../../../../src/runtime/rings/together.ts';

const station = (words: Partial<StationWords> = {}): StationWords => ({
  slug: 'hall',
  state: 'idle',
  with: '',
  lastResult: '',
  lastResultAt: '',
  talksSince: null,
  ring: '',
  ...words,
});

describe('fateOf', () => {
  const rings = station({ state: 'ringing', with: 'Door' });
  const talks = station({ state: 'in_call', with: 'Grandma', lastResult: 'missed', lastResultAt: '1' });
  const table: [what: string, before: StationWords, after: Partial<StationWords>, fate: string | null][] = [
    ['answered', rings, { state: 'connecting' }, 'accepted'],
    ['accepted', rings, { state: 'idle', lastResult: 'accepted' }, 'accepted'],
    ['accepted, and dials', rings, { state: 'dialing', lastResult: 'accepted' }, 'accepted'],
    ['declined', rings, { state: 'idle', lastResult: 'declined' }, 'declined'],
    ['not answered', rings, { state: 'idle', lastResult: 'missed' }, null],
    ['gone', rings, { state: 'offline', lastResult: 'kiosk_closed' }, null],
    ['still ringing', rings, { lastResult: 'declined', lastResultAt: '2' }, null],
    ['answered instead of another call', talks, { with: 'Door' }, 'accepted'],
    ['declined during another call', talks, { lastResult: 'declined', lastResultAt: '2' }, 'declined'],
    ['another call goes on', talks, {}, null],
    ['another call ended', talks, { state: 'idle', lastResult: 'hung_up', lastResultAt: '2' }, null],
  ];
  for (const [what, before, after, fate] of table) {
    it(`is ${fate} when it is ${what}`, () => {
      expect(fateOf(before, { ...before, ...after }, 'Door')).to.equal(fate);
    });
  }
});

describe('talker', () => {
  const other = station({ slug: 'hall', state: 'in_call', with: 'Door', talksSince: 10 });
  const own = (talksSince: number | null): StationWords => station({ slug: 'kitchen', talksSince });

  it('is the one that began first, of those at the same door', () => {
    expect(talker(own(null), [other], 'Door')).to.equal('hall');
    expect(talker(own(11), [other], 'Door')).to.equal('hall');
    expect(talker(own(9), [other], 'Door')).to.equal(null);
    expect(talker(own(null), [other], 'Gate')).to.equal(null);
    expect(talker(own(null), [{ ...other, talksSince: null }], 'Door')).to.equal(null);
    expect(talker(own(null), [{ ...other, state: 'ringing' }], 'Door')).to.equal(null);
    expect(talker(own(null), [{ ...other, with: '' }], '')).to.equal(null);
  });

  it('is the first by name when both began at once, so that not both stop', () => {
    expect(talker(own(10), [other], 'Door')).to.equal('hall');
    expect(talker({ ...other }, [own(10)], 'Door')).to.equal(null);
  });
});

describe('Together', () => {
  const RING = JSON.stringify({ id: 'door', kind: 'door', camera: 'camera.door' });
  const set = () => {
    const clock = new FakeClock();
    const house = new FakeHomeAssistant(clock);
    for (const slug of ['kitchen', 'hall']) {
      house.set(`input_text.call_assist_${slug}_ring`, '');
      house.set(`input_text.call_assist_${slug}_with`, '');
      house.set(`input_text.call_assist_${slug}_last_result`, '');
      house.set(`input_select.call_assist_${slug}_state`, 'idle');
      house.set(`input_boolean.call_assist_${slug}_microphone`, 'off');
    }
    const together = new Together(() => ['kitchen']);
    const look = (...rings: string[]) => [
      ...together.look(
        house.states.value,
        clock.now(),
        rings.map((id) => ({ id, name: 'Door' })),
      ),
    ];
    look();
    return { clock, house, together, look };
  };

  it('sees what becomes of the same ring elsewhere', () => {
    const { house, look, together } = set();
    house.set('input_text.call_assist_hall_ring', RING);
    expect(look('door')).to.deep.equal([]);
    house.set('input_text.call_assist_hall_ring', '');
    house.set('input_select.call_assist_hall_state', 'ringing');
    expect(look('door')).to.deep.equal([]);
    expect(together.ringing('door')).to.deep.equal(['hall']);
    expect(together.ringing('other')).to.deep.equal([]);
    house.set('input_select.call_assist_hall_state', 'connecting');
    expect(look('door')).to.deep.equal([['door', 'accepted']]);
  });

  for (const [what, given, wait] of [
    ['were given another ring', '{"id":"other","kind":"stop"}', 0],
    ['were given nonsense', '{ no ring', 0],
    ['were given it long ago', RING, 200_000],
  ] as const) {
    it(`is not misled by calls of stations that ${what}`, async () => {
      const { clock, house, look } = set();
      house.set('input_text.call_assist_hall_ring', given);
      look();
      house.set('input_text.call_assist_hall_ring', '');
      await clock.advance(wait);
      house.set('input_select.call_assist_hall_state', 'ringing');
      look('door');
      house.set('input_select.call_assist_hall_state', 'connecting');
      expect(look('door')).to.deep.equal([]);
    });
  }

  it('knows who talks with a door', () => {
    const { house, look, together } = set();
    house.set('input_select.call_assist_hall_state', 'in_call');
    house.set('input_text.call_assist_hall_with', 'Door');
    house.set('input_boolean.call_assist_hall_microphone', 'on');
    look();
    expect(together.talker('Door', 'kitchen')).to.equal('hall');
    house.remove('input_text.call_assist_kitchen_ring');
    look();
    expect(together.talker('Door', 'kitchen'), 'without helpers of our own').to.equal(null);
  });
});
