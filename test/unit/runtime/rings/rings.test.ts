import { expect } from '@open-wc/testing';
import { settled } from '../../support/fake-clock.ts';
import { assistOpened, house } from './support/house.ts';

const ASSIST = { id: 'wash', kind: 'assist', name: 'Washing machine' };
const NOTE = { id: 'note', kind: 'note', name: 'Wash', text: 'It is done.' };

describe('rings', () => {
  it('of Assist ring like a call; accepting opens it with the pipeline, and ends the ring', async () => {
    const given = house();
    expect(await given.ring({ ...ASSIST, pipe: 'attic', listen: false, secs: 20 })).to.deep.equal({ ok: true });
    expect(given.phase).to.equal('ringing-in');
    expect(given.call.peer.name).to.equal('Washing machine');
    expect(given.places.get(given.call.id)).to.equal('kitchen');
    expect(given.call.deadline).to.equal(given.clock.now() + 20_000);
    expect(given.rings.view(given.call.id)).to.deep.include({ kind: 'assist', id: 'wash', buttons: [], talk: null });
    const asked = await assistOpened(async () => expect(await given.answer()).to.deep.equal({ ok: true }));
    const tap_action = { action: 'assist', pipeline_id: 'attic', start_listening: false };
    expect(asked).to.deep.equal([{ config: { tap_action }, action: 'tap' }]);
    expect(given.engine.state.value.lastResult).to.equal('accepted');
  });

  it('opens Assist as soon as Home Assistant is back', async () => {
    const given = house();
    await given.ring(ASSIST);
    given.homeAssistant.down();
    const asked = await assistOpened(async () => {
      const answered = given.answer();
      await given.clock.advance(4_000);
      expect(given.phase).to.equal('connecting');
      given.homeAssistant.up();
      expect(await answered).to.deep.equal({ ok: true });
    });
    expect(asked).to.have.length(1);
  });

  it('says after five seconds that Home Assistant stays away', async () => {
    const given = house();
    await given.ring(ASSIST);
    given.homeAssistant.down();
    const asked = await assistOpened(async () => {
      const answered = given.answer();
      await given.clock.advance(5_000);
      expect(await answered).to.deep.equal({ ok: false, reason: 'unreachable' });
      given.homeAssistant.up();
      await settled();
    });
    expect(asked).to.deep.equal([]);
  });

  it('says so where there is no page of Home Assistant', async () => {
    const given = house();
    await given.ring(ASSIST);
    expect(await given.answer()).to.deep.equal({ ok: false, reason: 'unreachable' });
  });

  it('are declined, missed, and turned away by the rules of any call', async () => {
    const declined = house();
    await declined.ring(ASSIST);
    await declined.decline();
    expect(declined.engine.state.value.lastResult).to.equal('declined');
    const missed = house();
    await missed.ring({ ...ASSIST, secs: 5 });
    await missed.clock.advance(5_000);
    expect(missed.engine.state.value.lastResult).to.equal('missed');
    const quiet = house({ doNotDisturb: true });
    expect(await quiet.ring(ASSIST)).to.deep.equal({ ok: false, reason: 'do_not_disturb' });
    expect(quiet.phase).to.equal('none');
    const busy = house({ secondCall: 'busy' });
    await busy.ring(ASSIST);
    expect(await busy.ring({ ...ASSIST, id: 'other' })).to.deep.equal({ ok: false, reason: 'busy_here' });
  });

  it('given twice ring once', async () => {
    const given = house();
    await given.ring(ASSIST);
    expect(await given.ring(ASSIST)).to.deep.equal({ ok: true });
    expect(given.engine.state.value.calls).to.have.length(1);
  });

  it('are refused with a reason, and change nothing', async () => {
    const given = house();
    const wrong: [value: unknown, reason: string, line: string][] = [
      ['nonsense', 'refused_bad_value', 'not_an_object'],
      [{ ...ASSIST, name: 7 }, 'refused_bad_value', 'wrong: name'],
      [{ ...ASSIST, pipe: 'cellar' }, 'refused_bad_value', 'no such pipeline'],
      [{ id: 'd', kind: 'door', camera: 'camera.none' }, 'refused_bad_value', 'no such camera'],
      [{ id: 'd', kind: 'door', camera: 'camera.front_door', open: 'none' }, 'refused_bad_value', 'no such script'],
      [{ id: 'd', kind: 'door', camera: 'camera.front_door', to: 'Zoe', after: 9 }, 'refused_unknown_contact', 'to'],
      [{ id: 'c', kind: 'connect', to: 'Zoe' }, 'refused_unknown_contact', 'to'],
      [{ id: 'c', kind: 'connect', to: '@zoe:example.org' }, 'refused_not_allowed', 'to'],
      [{ ...NOTE, pipe: 'cellar' }, 'refused_bad_value', 'no such pipeline'],
      [{ ...NOTE, to: 'Zoe' }, 'refused_unknown_contact', 'to'],
      [{ ...NOTE, run: 'none' }, 'refused_bad_value', 'no such script'],
    ];
    for (const [value, reason, line] of wrong) {
      expect(await given.ring(value), line).to.deep.equal({ ok: false, reason });
      expect(given.engine.state.value.lastResult).to.equal(reason);
      expect(given.platform.lines.at(-1)).to.deep.include({ level: 'warn', message: `a ring was refused: ${line}` });
    }
    expect(given.phase).to.equal('none');
    expect(given.rings.notes()).to.deep.equal([]);
  });

  it('are refused for a station that this kiosk has not', async () => {
    const given = house();
    expect(await given.ring(ASSIST, 'attic')).to.deep.equal({ ok: false, reason: 'refused_bad_value' });
  });

  it('ring although a pipeline cannot be asked for', async () => {
    const given = house();
    given.homeAssistant.answers.delete('assist_pipeline/pipeline/list');
    expect(await given.ring({ ...ASSIST, pipe: 'attic' })).to.deep.equal({ ok: true });
  });

  it('connect with somebody: after a ring here, or at once', async () => {
    const given = house();
    const dial = { type: 'dial', station: 'kitchen', to: { text: 'Mum' }, by: 'helper' };
    await given.ring({ id: 'c', kind: 'connect', to: 'Mum', video: false });
    expect(given.call.peer.name).to.equal('Mum');
    expect(given.rings.view(given.call.id)).to.deep.include({ kind: 'connect', to: 'Mum' });
    expect(given.commands).to.deep.equal([]);
    await given.answer();
    await settled();
    expect(given.commands).to.deep.equal([{ ...dial, video: false }]);
    expect(given.living, 'the ring is over by then').to.deep.equal([0]);
    expect(given.engine.state.value.lastResult).to.equal('accepted');
    await given.ring({ id: 'c2', kind: 'connect', to: 'Mum', now: true });
    expect(given.commands.at(-1)).to.deep.equal({ ...dial, video: true });
  });

  it('are taken back', async () => {
    const given = house();
    await given.ring(ASSIST);
    expect(await given.ring({ id: 'wash', kind: 'stop' })).to.deep.equal({ ok: true });
    expect(given.engine.state.value.lastResult).to.equal('answered_elsewhere');
    await given.ring(NOTE);
    await given.ring({ id: 'note', kind: 'stop' });
    expect(given.rings.notes()).to.deep.equal([]);
  });

  describe('given to several stations', () => {
    const rung = async () => {
      const given = house();
      await given.ring(ASSIST);
      given.homeAssistant.set('input_text.call_assist_hall_ring', JSON.stringify(ASSIST));
      given.homeAssistant.set('input_select.call_assist_hall_state', 'ringing');
      given.homeAssistant.set('input_text.call_assist_hall_ring', '');
      expect(given.phase).to.equal('ringing-in');
      return given;
    };

    for (const [last, reason] of [
      ['accepted', 'answered_elsewhere'],
      ['declined', 'declined'],
    ] as const) {
      it(`stop together when one is ${last}`, async () => {
        const given = await rung();
        given.homeAssistant.set('input_text.call_assist_hall_last_result', last);
        given.homeAssistant.set('input_select.call_assist_hall_state', 'idle');
        expect(given.engine.state.value.lastResult).to.equal(reason);
        expect(given.phase).to.equal(`ended ${reason}`);
      });
    }

    it('go on where the other did not answer', async () => {
      const given = await rung();
      given.homeAssistant.set('input_text.call_assist_hall_last_result', 'missed');
      given.homeAssistant.set('input_select.call_assist_hall_state', 'idle');
      expect(given.phase).to.equal('ringing-in');
    });
  });

  it('in silence are notes, with what they offer', async () => {
    const given = house();
    await given.ring({ ...NOTE, run: 'light' });
    await given.ring({ ...NOTE, id: 'two', to: 'Mum' });
    await given.ring({ ...NOTE, id: 'three', pipe: 'preferred' });
    await given.ring({ ...NOTE, id: 'four' });
    expect(given.phase).to.equal('none');
    expect(given.rings.notes().map(({ id, action }) => [id, action])).to.deep.equal([
      ['four', null],
      ['three', { kind: 'assist', name: '' }],
      ['two', { kind: 'dial', name: 'Mum' }],
      ['note', { kind: 'run', name: 'light' }],
    ]);
    expect(await given.act('note', 'take')).to.deep.equal({ ok: true });
    expect(given.homeAssistant.called).to.deep.equal(['script.light ']);
    expect(await given.act('two', 'take')).to.deep.equal({ ok: true });
    expect(given.commands).to.deep.equal([{ type: 'dial', to: { text: 'Mum' }, video: true, by: 'helper' }]);
    expect(await assistOpened(() => given.act('three', 'take'))).to.have.length(1);
    expect(await given.act('four', 'take')).to.deep.equal({ ok: true });
    expect(given.rings.notes()).to.deep.equal([]);
  });

  it('keep a note whose action did not work, until it is put away', async () => {
    const given = house();
    await given.ring({ ...NOTE, run: 'light' });
    given.homeAssistant.absentServices.add('script');
    expect(await given.act('note', 'take')).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
    expect(given.rings.notes()).to.have.length(1);
    expect(await given.act('note', 'put-away')).to.deep.equal({ ok: true });
    expect(await given.act('note', 'take'), 'touched twice').to.deep.equal({ ok: true });
    expect(given.rings.notes()).to.deep.equal([]);
  });

  it('show five notes at most, and one of an id', async () => {
    const given = house();
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'f']) await given.ring({ ...NOTE, id });
    expect(given.rings.notes().map(({ id }) => id)).to.deep.equal(['f', 'e', 'd', 'c', 'b']);
  });

  it('leave nothing behind', async () => {
    const given = house();
    await given.ring({ id: 'd', kind: 'door', camera: 'camera.front_door', to: 'Mum', after: 20 });
    await given.scope.close();
    given.engine.close();
    expect(given.homeAssistant.states.listeners).to.equal(0);
    expect(given.clock.pending).to.equal(0);
  });
});
