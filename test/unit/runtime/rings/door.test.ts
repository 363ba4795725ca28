import { expect } from '@open-wc/testing';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { settled } from '../../support/fake-clock.ts';
import { house, track } from './support/house.ts';

const DOOR = { id: 'door', kind: 'door', camera: 'camera.front_door', open: 'open_door', buttons: ['light'] };

describe('a door', () => {
  const rung = async (ring: object = DOOR) => {
    const given = house();
    expect(await given.ring(ring)).to.deep.equal({ ok: true });
    await settled();
    return given;
  };
  const answered = async () => {
    const given = await rung();
    void given.answer();
    await settled();
    return given;
  };

  it('rings under its name, with a still picture and buttons, while its camera is opened', async () => {
    const given = await rung();
    expect(given.call.peer).to.deep.include({ name: 'Front door', contactId: 'camera.front_door' });
    expect(given.rings.view(given.call.id)).to.deep.include({
      kind: 'door',
      still: 'http://home.test/api/camera_proxy/camera.front_door?authSig=x',
      talk: 'ready',
      buttons: [
        { name: 'Open the door', asks: true, state: 'idle' },
        { name: 'light', asks: false, state: 'idle' },
      ],
    });
    expect(given.opened).to.have.length(1);
    expect(given.door.said, 'nothing is sent while it rings').to.deep.equal([null]);
    expect(given.calls.get(given.call.id)?.remote.value.participants).to.deep.equal([]);
  });

  it('rings without a picture where there is none', async () => {
    const given = house();
    given.homeAssistant.answers.delete('auth/sign_path');
    await given.ring(DOOR);
    await settled();
    expect(given.rings.view(given.call.id)?.still).to.equal(null);
  });

  it('answered, is seen, heard and spoken to', async () => {
    const given = await answered();
    const [person] = given.calls.get(given.call.id)?.remote.value.participants ?? [];
    expect([person?.video, person?.audio]).to.deep.equal([given.door.picture, given.door.sound]);
    expect(given.door.said.at(-1)).to.equal('microphone');
    await given.calls.get(given.call.id)?.setTracks({ audio: null, video: null, audioMuted: true, videoMuted: true });
    expect(given.door.said.at(-1)).to.equal(null);
    given.engine.dispatch({ type: 'media-flowing', callId: given.call.id });
    await given.engine.command({ type: 'hang-up', callId: null });
    expect(given.opened[0]?.scope.closed).to.equal(true);
  });

  it('without a loudspeaker is only seen and heard: the microphone goes off', async () => {
    const given = house();
    given.door.talk = false;
    await given.ring(DOOR);
    void given.answer();
    await settled();
    expect(given.rings.view(given.call.id)?.talk).to.equal('impossible');
    expect(given.door.said).not.to.include('microphone');
    expect(given.commands.at(-1)).to.deep.include({ type: 'set-media', audio: false });
    expect(given.call.wanted.audio).to.equal(false);
  });

  it('is spoken to by one station at a time', async () => {
    const given = await answered();
    const { homeAssistant } = given;
    homeAssistant.set('input_text.call_assist_hall_with', 'Front door');
    homeAssistant.set('input_select.call_assist_hall_state', 'in_call');
    expect(given.rings.view(given.call.id)?.talk).to.equal('ready');
    homeAssistant.set('input_boolean.call_assist_hall_microphone', 'on');
    expect(given.rings.view(given.call.id)?.talk).to.equal('taken');
    expect(given.door.said.at(-1)).to.equal(null);
    await settled();
    expect(given.call.wanted.audio).to.equal(false);
    homeAssistant.set('input_boolean.call_assist_hall_microphone', 'off');
    expect(given.rings.view(given.call.id)?.talk).to.equal('ready');
  });

  it('that does not answer ends the call, and says so', async () => {
    const given = house();
    given.failDoor(true);
    await given.ring(DOOR);
    await settled();
    expect(await given.answer()).to.deep.equal({ ok: false, reason: 'unreachable' });
  });

  it('that could not be opened ahead is opened with the answer', async () => {
    const given = house();
    given.failDoor(true);
    await given.ring(DOOR);
    await settled();
    given.failDoor(false);
    void given.answer();
    await settled();
    expect(given.door.said.at(-1)).to.equal('microphone');
  });

  it('that is lost is opened anew, and what belongs to the old connection counts no more', async () => {
    const given = await answered();
    given.engine.dispatch({ type: 'media-flowing', callId: given.call.id });
    given.opened[0]?.lost();
    expect(given.phase).to.equal('reconnecting');
    await given.clock.advance(2_000);
    expect(given.phase).to.equal('active');
    expect(given.opened).to.have.length(2);
    expect(given.opened[0]?.scope.closed).to.equal(true);
    given.opened[0]?.lost();
    expect(given.phase).to.equal('active');
  });

  it('runs its scripts, each once at a time, and says how it went', async () => {
    const given = await rung();
    const states = () => given.rings.view(given.call.id)?.buttons.map(({ state }) => state);
    const [first, second] = [given.act('door', 0), given.act('door', 0)];
    expect(states()).to.deep.equal(['running', 'idle']);
    expect([await first, await second]).to.deep.equal([{ ok: true }, { ok: false, reason: 'refused_not_ready' }]);
    expect(given.homeAssistant.called).to.deep.equal(['script.open_door ']);
    given.homeAssistant.absentServices.add('script');
    expect(await given.act('door', 1)).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
    expect(states()).to.deep.equal(['done', 'failed']);
    for (const [ring, button] of [
      ['door', 7],
      ['other', 0],
    ] as const)
      expect(await given.act(ring, button)).to.deep.equal({ ok: false, reason: 'refused_not_ready' });
  });

  describe('that calls somebody when nobody answers at home', () => {
    const FORWARD = { ...DOOR, to: 'Mum', after: 20 };

    it('dials after its time, and its camera and loudspeaker are the call’s', async () => {
      const given = await rung(FORWARD);
      await given.clock.advance(20_000);
      expect(given.engine.state.value.lastResult).to.equal('missed');
      const dial = given.commands.at(-1);
      expect(dial).to.deep.include({ type: 'dial', to: { text: 'Mum' }, video: true, by: 'helper' });
      const callId = dial?.type === 'dial' ? (dial.callId ?? '') : '';
      expect(given.rings.view(callId)).to.deep.include({ kind: 'door', away: true });
      const scope = new Scope(() => {});
      const media = given.rings.mediaFor(callId, scope);
      await media?.prepare();
      await media?.start({ audio: true, video: true });
      expect(media?.tracks.value).to.deep.include({ audio: given.door.sound, video: given.door.picture });
      expect(media?.sending.value).to.deep.equal({ audio: true, video: true });
      expect(media?.camera.value).to.deep.equal({ state: 'on', path: 'webrtc', source: 'camera.front_door' });
      const mum = { id: 'mum', audio: track('voice'), video: null, screen: null, audioMuted: false, videoMuted: true };
      given.remote.set({ participants: [mum] });
      expect(given.door.said.at(-1)).to.equal('voice');
      media?.choose({ source: 'this_device' });
      media?.listen(null);
      media?.set({ audio: false, video: false });
      expect(media?.tracks.value).to.deep.include({ audio: null, video: null, audioMuted: true });
      expect(media?.camera.value).to.deep.equal({ state: 'off' });
      given.opened.at(-1)?.lost();
      await settled();
      expect(given.opened).to.have.length(3);
      expect(given.door.said.at(-1), 'the new connection says it too').to.equal('voice');
      given.failDoor(true);
      given.opened.at(-1)?.lost();
      await settled();
      expect(media?.camera.value).to.deep.equal({ state: 'lost', source: 'camera.front_door' });
      await scope.close();
      expect(given.remote.listeners).to.equal(0);
    });

    it('dials also when its ring was over before', async () => {
      const given = await rung({ ...FORWARD, secs: 10 });
      await given.clock.advance(10_000);
      expect(given.engine.state.value.lastResult).to.equal('missed');
      expect(given.commands).to.deep.equal([]);
      await given.clock.advance(10_000);
      expect(given.commands.map(({ type }) => type)).to.deep.equal(['dial']);
    });

    it('hangs up when another station has answered meanwhile', async () => {
      const given = await rung(FORWARD);
      given.homeAssistant.set('input_text.call_assist_zoo_ring', JSON.stringify(FORWARD));
      given.homeAssistant.set('input_select.call_assist_zoo_state', 'ringing');
      await given.clock.advance(20_000);
      const dial = given.commands.at(-1);
      const callId = dial?.type === 'dial' ? (dial.callId ?? '') : '';
      void given.engine.command({ type: 'dial', callId, peer: given.peer, media: { audio: true, video: true } });
      given.homeAssistant.set('input_select.call_assist_zoo_state', 'connecting');
      expect(given.commands.at(-1)).to.deep.include({ type: 'hang-up', callId });
    });

    it('fails the call when its camera does not answer', async () => {
      const given = await rung(FORWARD);
      await given.clock.advance(20_000);
      const dial = given.commands.at(-1);
      given.failDoor(true);
      const callId = dial?.type === 'dial' ? (dial.callId ?? '') : '';
      const media = given.rings.mediaFor(callId, new Scope(() => {}));
      let reason: unknown = null;
      await media?.start({ audio: true, video: true }).catch((error: unknown) => (reason = error));
      expect(reason).to.deep.include({ reason: 'microphone_missing' });
      expect(media?.camera.value).to.deep.include({ state: 'failed' });
    });

    it('does not when somebody has answered, or another station does it', async () => {
      const given = await rung(FORWARD);
      void given.answer();
      await given.clock.advance(20_000);
      expect(given.commands.filter(({ type }) => type === 'dial')).to.deep.equal([]);
      const second = await rung(FORWARD);
      second.homeAssistant.set('input_text.call_assist_hall_ring', JSON.stringify(FORWARD));
      second.homeAssistant.set('input_select.call_assist_hall_state', 'ringing');
      await second.clock.advance(20_000);
      expect(second.commands).to.deep.equal([]);
      expect(second.phase).to.equal('ringing-in');
    });

    it('forgets calls that were refused, and of others knows nothing', async () => {
      const given = await rung();
      expect(given.rings.mediaFor('any', new Scope(() => {}))).to.equal(null);
      expect(given.rings.view('any')).to.equal(null);
    });
  });
});
