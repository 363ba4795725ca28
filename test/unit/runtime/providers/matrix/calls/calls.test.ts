import { expect } from '@open-wc/testing';
import { TYPES } from '../../../../../../src/runtime/providers/matrix/calls/contents.ts';
import { TestRoom, type TestDevice, aMoment, eventually, silent, testTracks } from './support/room.ts';

const both = { audio: true, video: true };
const voice = { audio: true, video: false };

describe('Matrix calls', () => {
  const Native = window.RTCPeerConnection;
  let open: RTCPeerConnection[];
  let room: TestRoom;
  let anna: TestDevice;
  let kitchen: TestDevice;

  beforeEach(() => {
    open = [];
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        open.push(this);
      }
    };
    room = new TestRoom();
    anna = room.device('@anna:test', 'PHONE');
    kitchen = room.device('@kitchen:test', 'TABLET');
  });

  afterEach(async () => {
    await room.close();
    window.RTCPeerConnection = Native;
    expect(open.filter(({ signalingState }) => signalingState !== 'closed')).to.deep.equal([]);
    expect(room.devices.map(({ registry }) => registry.live)).to.deep.equal(room.devices.map(() => 0));
    expect(room.devices.flatMap(({ logged }) => logged.filter((line) => line.startsWith('error')))).to.deep.equal([]);
  });

  const rings = async (kinds = both) => {
    const outgoing = anna.dial('@kitchen:test', silent(kinds));
    await eventually(() => kitchen.types.includes('invited'), 'the kitchen rings');
    return { outgoing, incoming: kitchen.ringing };
  };
  const connected = (index: number) => () => open[index]?.connectionState === 'connected';
  const running = async (kinds = both) => {
    const calls = await rings(kinds);
    calls.incoming.answer(silent(kinds));
    await eventually(() => anna.types.includes('accepted'), 'accepted');
    await eventually(connected(0), 'connected');
    return calls;
  };

  it('is answered with the answer that was prepared, of which nothing was sent before', async () => {
    const tracks = testTracks();
    const { outgoing, incoming } = await rings();
    incoming.prepare({ kinds: both, tracks });
    await aMoment(400);
    expect(room.of(kitchen)).to.deep.equal([]);
    expect(open[1]!.iceConnectionState).to.equal('new');
    incoming.answer({ kinds: both, tracks });
    await eventually(() => room.of(kitchen).includes('answer'), 'the answer is sent');
    await eventually(connected(0), 'connected');
    await eventually(async () => (await outgoing.stats()).video.width === 1280, 'the full picture');
    expect(open).to.have.length(2);
    expect(anna.types).to.deep.equal(['delivered', 'accepted']);
    expect(room.of(anna)).to.include('select_answer');
    expect(room.messages[0]?.content).to.include({ invitee: '@kitchen:test', version: '1', party_id: 'PHONE' });
    outgoing.hangUp('hung_up');
    await eventually(() => kitchen.reason() === 'remote_hung_up', 'the kitchen heard it');
    expect(tracks.video?.readyState).to.equal('live');
    expect(tracks.audio?.readyState).to.equal('live');
    tracks.stop();
  });

  it('tells of muting without a new description, and never opens a device', async () => {
    const { getUserMedia } = navigator.mediaDevices;
    let opened = 0;
    navigator.mediaDevices.getUserMedia = (wanted) => {
      opened++;
      return getUserMedia.call(navigator.mediaDevices, wanted);
    };
    const tracks = testTracks();
    const { outgoing, incoming } = await running();
    await incoming.setTracks(tracks);
    await eventually(() => outgoing.remote.value.participants[0]?.videoMuted === false, 'the camera is on');
    await incoming.setTracks({ ...tracks, video: null, videoMuted: true });
    await eventually(() => outgoing.remote.value.participants[0]?.videoMuted === true, 'the camera is off');
    expect(outgoing.remote.value.participants[0]?.audioMuted).to.equal(false);
    expect(room.of(kitchen).filter((type) => type === 'negotiate')).to.deep.equal([]);
    expect(opened).to.equal(0);
    expect(tracks.video?.readyState).to.equal('live');
    navigator.mediaDevices.getUserMedia = getUserMedia;
    tracks.stop();
  });

  it('adds pictures to a call that began without', async () => {
    const tracks = testTracks();
    const { outgoing, incoming } = await running(voice);
    expect(outgoing.remote.value.participants[0]?.video).to.equal(null);
    await incoming.setTracks(tracks);
    await eventually(async () => (await outgoing.stats()).video.framesDecoded > 3, 'pictures come');
    expect(room.of(kitchen)).to.include('negotiate');
    tracks.stop();
  });

  it('knows that they put the call on hold, and when they are back', async () => {
    const { incoming } = await running(voice);
    const held = (): boolean | undefined => incoming.remote.value.participants[0]?.onHold;
    const [theirs] = open[0]!.getTransceivers();
    expect(held()).to.equal(false);
    for (const [direction, expected] of [
      ['sendonly', true],
      ['sendrecv', false],
      ['inactive', true],
    ] as const) {
      theirs!.direction = direction;
      await eventually(() => held() === expected, direction);
    }
  });

  it('survives both sides restarting at once', async () => {
    const { outgoing, incoming } = await running();
    outgoing.restart();
    incoming.restart();
    await eventually(() => room.of(kitchen).includes('negotiate') && room.of(anna).includes('negotiate'), 'both spoke');
    await aMoment(500);
    expect(open.map(({ signalingState }) => signalingState)).to.deep.equal(['stable', 'stable']);
    await eventually(() => open.every(({ connectionState }) => connectionState === 'connected'), 'connected again');
  });

  for (const [ours, theirs] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    it(`both calling at once (${ours}, ${theirs}) end in one call that each side sees as accepted`, async () => {
      room.held = [];
      anna.nextId = ours;
      kitchen.nextId = theirs;
      anna.dial('@kitchen:test');
      kitchen.dial('@anna:test');
      await eventually(() => room.held?.length === 2, 'both have called');
      room.release();
      await eventually(() => anna.types.includes('accepted') && kitchen.types.includes('accepted'), 'accepted');
      await eventually(
        () => open.filter(({ connectionState }) => connectionState === 'connected').length === 2,
        'connected',
      );
      await aMoment();
      for (const device of [anna, kitchen]) expect(device.types).to.deep.equal(['delivered', 'accepted']);
      expect([anna.registry.live, kitchen.registry.live]).to.deep.equal([1, 1]);
    });
  }

  it('answers theirs if ours is not sent yet when they call', async () => {
    const slow = kitchen.dial('@anna:test');
    anna.dial('@kitchen:test');
    await eventually(() => kitchen.types.includes('accepted') && anna.types.includes('accepted'), 'accepted');
    expect(slow.id).to.equal('out-TABLET');
    expect(kitchen.types.filter((type) => type === 'invited')).to.deep.equal([]);
  });

  it('stops ringing on every other device when one answers or declines', async () => {
    const second = room.device('@kitchen:test', 'PANEL');
    const third = room.device('@kitchen:test', 'WALL');
    anna.dial('@kitchen:test');
    await eventually(() => third.types.includes('invited'), 'it rings');
    kitchen.ringing.answer(silent(both));
    await eventually(() => second.types.length === 2 && third.types.length === 2, 'told');
    expect(second.types).to.deep.equal(['invited', 'answered-elsewhere']);
    expect(third.types).to.deep.equal(['invited', 'answered-elsewhere']);
    await eventually(connected(0), 'connected');
    expect(kitchen.types).to.deep.equal(['invited']);
  });

  it('ends where the caller chose another answer than ours', async () => {
    const { outgoing } = await rings();
    kitchen.ringing.prepare(silent(both));
    const call_id = room.messages[0]!.content['call_id'];
    const content = { call_id, party_id: 'PHONE', version: '1', selected_party_id: 'ANOTHER' };
    room.post({ sender: '@anna:test', type: TYPES.selectAnswer, content });
    expect(kitchen.types).to.deep.equal(['invited', 'answered-elsewhere']);
    await outgoing.close();
  });

  it('is busy, declined, or given up, in the words of the protocol', async () => {
    for (const [decline, reason] of [
      ['busy_here', 'busy'],
      ['declined', 'remote_declined'],
    ] as const) {
      anna.events.length = 0;
      kitchen.events.length = 0;
      const { outgoing } = await rings();
      kitchen.ringing.decline(decline);
      await eventually(() => anna.reason() === reason, reason);
      await outgoing.close();
    }
  });

  it('keeps quiet when the page goes while it rings, and speaks at once in a call', async () => {
    const { outgoing, incoming } = await rings();
    kitchen.registry.pageClosing();
    incoming.hangUp('kiosk_closed');
    await aMoment();
    expect(kitchen.posted).to.deep.equal([]);
    expect(room.of(kitchen)).to.deep.equal([]);
    anna.registry.pageClosing();
    expect(anna.posted.map(({ type }) => type)).to.deep.equal([TYPES.hangup]);
    expect(anna.posted[0]?.content).to.include({ call_id: outgoing.goodbye['matrixCallId'], reason: 'user_hangup' });
  });

  it('is as safe as the weakest message that carried its keys', async () => {
    anna.security = 'end-to-end';
    kitchen.security = 'end-to-end';
    const { outgoing, incoming } = await running();
    expect(outgoing.security.value).to.equal('end-to-end');
    expect(incoming.security.value).to.equal('end-to-end');
    anna.security = 'end-to-end-unverified';
    incoming.restart();
    await eventually(() => outgoing.security.value === 'end-to-end-unverified', 'weaker');
    anna.security = 'end-to-end';
    incoming.restart();
    await aMoment(300);
    expect(outgoing.security.value).to.equal('end-to-end-unverified');
  });

  for (const [failure, tells] of [
    ['cannot_call', 0],
    ['rate_limited', 0],
    ['unreachable', 1],
  ] as const) {
    it(`ends with ${failure} where the invitation cannot be sent`, async () => {
      anna.failing.set(TYPES.invite, failure);
      anna.dial('@kitchen:test');
      await eventually(() => anna.reason() === failure, failure);
      await aMoment(50);
      expect(anna.types).to.deep.equal(['remote-ended']);
      expect(room.of(anna)).to.have.length(tells);
    });
  }

  it('ends with the reason where the answer cannot be sent', async () => {
    const { incoming } = await rings();
    kitchen.failing.set(TYPES.answer, 'unreachable');
    incoming.answer(silent(both));
    await eventually(() => kitchen.reason() === 'unreachable', 'told');
    await eventually(() => anna.reason() !== undefined, 'the caller is told, too');
  });

  it('is safe to be hung up and closed at any moment of its preparation', async () => {
    for (const wait of [0, 1, 5, 20]) {
      kitchen.events.length = 0;
      const { outgoing, incoming } = await rings();
      incoming.prepare(silent(both));
      await aMoment(wait);
      if (wait % 2 === 0) incoming.answer(silent(both));
      incoming.hangUp('declined');
      incoming.hangUp('declined');
      await Promise.all([incoming.close(), incoming.close(), outgoing.close()]);
      expect(kitchen.types).to.deep.equal(['invited']);
    }
  });
});
