import { expect } from '@open-wc/testing';
import {
  MAX_SDP,
  TYPES,
  type Content,
  type SignalType,
} from '../../../../../../src/runtime/providers/matrix/calls/contents.ts';
import { type Message, TestRoom, type TestDevice, aMoment, eventually, silent } from './support/room.ts';

const both = { audio: true, video: true };
const sdp = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n';

describe('Matrix invitations', () => {
  let room: TestRoom;
  let kitchen: TestDevice;

  beforeEach(() => {
    room = new TestRoom();
    kitchen = room.device('@kitchen:test', 'TABLET');
  });
  afterEach(async () => {
    await room.close();
    expect(kitchen.registry.live).to.equal(0);
    expect(kitchen.logged.filter((line) => line.startsWith('error'))).to.deep.equal([]);
  });

  const message = (type: SignalType, more: Content = {}, sender = '@anna:test'): Message => ({
    sender,
    type,
    content: { call_id: 'c', party_id: sender === '@anna:test' ? 'PHONE' : 'PANEL', version: '1', ...more },
  });
  const invite = (more: Content = {}, sender?: string): Message =>
    message(TYPES.invite, { offer: { type: 'offer', sdp }, lifetime: 60_000, ...more }, sender);

  it('rings once, however often it comes', () => {
    room.post(invite());
    room.post(invite());
    expect(kitchen.types).to.deep.equal(['invited']);
    expect(kitchen.events[0]).to.deep.include({ age: 0, lifetime: 60_000, offered: { audio: true, video: false } });
  });

  it('never rings again after its end', async () => {
    room.post(invite());
    kitchen.ringing.decline('declined');
    room.post(invite());
    await aMoment(20);
    expect(kitchen.types).to.deep.equal(['invited']);
  });

  it('is told with its age when it is too old to ring', () => {
    room.post(invite(), 61_000);
    expect(kitchen.events[0]).to.deep.include({ type: 'invited', age: 61_000, lifetime: 60_000 });
    expect(kitchen.registry.live).to.equal(0);
    kitchen.ringing.answer(silent(both));
    room.deliver([invite({ call_id: 'ancient' })], 25 * 60 * 60_000);
    expect(kitchen.types).to.deep.equal(['invited']);
  });

  it('rings with what is left of a lifetime that makes sense', () => {
    room.post(invite({ lifetime: 1e15 }), 100_000);
    expect(kitchen.events[0]).to.deep.include({ age: 100_000, lifetime: 120_000 });
  });

  const endings: [string, Message][] = [
    ['hung up', message(TYPES.hangup)],
    ['answered by another device of ours', message(TYPES.answer, {}, '@kitchen:test')],
    ['declined by another device of ours', message(TYPES.reject, {}, '@kitchen:test')],
    ['answered by this device before a reload', message(TYPES.answer, { party_id: 'TABLET' }, '@kitchen:test')],
  ];
  for (const [name, ending] of endings) {
    it(`never rings when the same sync says that it was ${name}, in whatever order`, () => {
      room.deliver([invite(), ending]);
      room.deliver([{ ...ending, content: { ...ending.content, call_id: 'd' } }, invite({ call_id: 'd' })]);
      room.deliver([{ ...ending, content: { ...ending.content, call_id: 'e' } }]);
      room.deliver([invite({ call_id: 'e' })]);
      expect(kitchen.types).to.deep.equal([]);
    });
  }

  it('is not ended by a third person, nor by messages of another call', () => {
    room.people = 3;
    room.post(invite({ invitee: '@kitchen:test' }));
    room.post(message(TYPES.hangup, {}, '@eve:test'));
    room.post(message(TYPES.hangup, { call_id: 'another' }));
    expect(kitchen.types).to.deep.equal(['invited']);
    room.post(message(TYPES.hangup));
    expect(kitchen.reason()).to.equal('missed');
  });

  it('is for us: not our own, not for another, not for everybody in a group, not in a room we left', () => {
    room.post(invite({}, '@kitchen:test'));
    room.post(invite({ invitee: '@eve:test' }));
    room.post(invite({ invitee: 7 }));
    room.post(invite({ conf_id: 'group' }));
    room.people = 3;
    room.post(invite());
    expect(kitchen.types).to.deep.equal([]);
    room.post(invite({ call_id: 'for us', invitee: '@kitchen:test' }));
    expect(kitchen.types).to.deep.equal(['invited']);
  });

  it('rings for a version 0 caller, who is answered by hangup when declined', async () => {
    room.post(invite({ version: 0, party_id: undefined }));
    kitchen.ringing.decline('declined');
    await aMoment(20);
    expect(room.messages.at(-1)).to.deep.include({ type: TYPES.hangup });
    expect(room.messages.at(-1)?.content).not.to.have.property('reason');
  });

  const broken: [string, unknown][] = [
    ['no offer', undefined],
    ['no SDP', { type: 'offer' }],
    ['nonsense for SDP', { type: 'offer', sdp: 'nonsense' }],
    ['wrong types', { type: 7, sdp: ['v=0'] }],
    ['huge SDP', { type: 'offer', sdp: sdp + 'a=x\r\n'.repeat(MAX_SDP / 5) }],
  ];
  for (const [name, offer] of broken) {
    it(`ends with protocol_error for ${name}, and breaks no other call`, async () => {
      room.post(invite({ call_id: 'good' }));
      room.post(invite({ offer }));
      const [good, bad] = [...kitchen.calls.keys()];
      expect(kitchen.events.slice(1)).to.deep.include({ type: 'remote-ended', callId: bad, reason: 'protocol_error' });
      room.post(message(TYPES.hangup, { call_id: 'good' }));
      expect(kitchen.events.at(-1)).to.deep.equal({ type: 'remote-ended', callId: good, reason: 'missed' });
    });
  }

  it('ends with protocol_error when the browser refuses the description, at both ends', async () => {
    room.post(invite());
    kitchen.ringing.prepare(silent(both));
    await aMoment(50);
    expect(kitchen.types).to.deep.equal(['invited']);
    kitchen.ringing.answer(silent(both));
    await eventually(() => kitchen.reason() === 'protocol_error', 'told');
    await aMoment(20);
    expect(room.of(kitchen)).to.deep.equal(['reject']);
  });

  it('takes any message at any time without harm', async () => {
    const odd: readonly Content[] = [
      {},
      { candidates: 7 },
      { candidates: [{}, null, { candidate: 'candidate:nonsense', sdpMid: '0' }] },
      { description: { type: 'offer', sdp: 'nonsense' } },
      { description: 7 },
      { answer: 7 },
      { answer: { type: 'answer', sdp: 'nonsense' } },
      { selected_party_id: 7 },
      { sdp_stream_metadata: 'x' },
      { reason: { deep: true } },
      { party_id: { a: 1 } },
      { version: 7 },
    ];
    for (const type of Object.values(TYPES))
      for (const more of odd)
        for (const call_id of ['c', 'unknown', 7, null])
          room.deliver([
            { sender: '@anna:test', type, content: { party_id: 'PHONE', version: '1', ...more, call_id } },
          ]);
    const anna = room.device('@anna:test', 'PHONE');
    const call = anna.dial('@kitchen:test');
    await eventually(() => kitchen.types.at(-1) === 'invited', 'a good call rings all the same');
    kitchen.ringing.answer(silent(both));
    await eventually(() => anna.types.includes('accepted'), 'and is answered');
    const call_id = call.goodbye['matrixCallId'];
    for (const type of [TYPES.candidates, TYPES.negotiate, TYPES.metadata, TYPES.answer, TYPES.invite, TYPES.reject])
      for (const more of odd.filter((content) => !('party_id' in content)))
        room.deliver([
          { sender: '@kitchen:test', type, content: { party_id: 'TABLET', version: '1', ...more, call_id } },
        ]);
    await aMoment(300);
    expect(anna.types).to.deep.equal(['delivered', 'accepted']);
  });

  it('keeps the candidates that come before their invitation', async () => {
    const anna = room.device('@anna:test', 'PHONE');
    room.held = [];
    anna.dial('@kitchen:test');
    await eventually(() => (room.held?.length ?? 0) >= 2, 'invited, with candidates');
    room.held.reverse();
    room.release();
    await eventually(() => kitchen.types.includes('invited'), 'it rings');
    kitchen.ringing.answer(silent(both));
    await eventually(async () => (await kitchen.ringing.stats()).roundTrip !== null, 'connected');
  });
});
