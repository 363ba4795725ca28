import { expect } from '@open-wc/testing';
import { Device, aMoment, both, eventually, silent, testTracks, voice } from './support/device.ts';
import { TestServer } from './support/server.ts';
import { WireError } from '../../../../../../src/runtime/providers/xmpp/wire.ts';

const KITCHEN = 'kitchen@home/panel';
const ANN = 'ann@a/phone';

describe('XMPP calls', () => {
  const Native = window.RTCPeerConnection;
  let open: RTCPeerConnection[];
  let server: TestServer;
  let ann: Device;
  let kitchen: Device;
  let devices: Device[];

  beforeEach(() => {
    open = [];
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        open.push(this);
      }
    };
    server = new TestServer();
    ann = new Device(server, ANN);
    kitchen = new Device(server, KITCHEN);
    devices = [ann, kitchen];
  });

  afterEach(async () => {
    await Promise.all(devices.map((device) => device.close()));
    window.RTCPeerConnection = Native;
    expect(open.filter(({ signalingState }) => signalingState !== 'closed')).to.deep.equal([]);
    for (const { calls, wire, timers, logged } of devices) {
      expect([calls.live, wire.listeners, timers]).to.deep.equal([0, 0, 0]);
      expect(logged.filter((line) => line.startsWith('error'))).to.deep.equal([]);
    }
  });

  const another = (jid: string): Device => {
    const device = new Device(server, jid);
    devices.push(device);
    return device;
  };
  const rings = async (kinds = both) => {
    const outgoing = ann.dial('kitchen@home', silent(kinds));
    await eventually(() => kitchen.types.includes('invited'), 'the kitchen rings');
    return { outgoing, incoming: kitchen.ringing };
  };
  const allConnected = () => {
    const running = open.filter(({ signalingState }) => signalingState !== 'closed');
    return running.length >= 2 && running.every(({ connectionState }) => connectionState === 'connected');
  };
  const running = async (kinds = both) => {
    const calls = await rings(kinds);
    calls.incoming.answer(silent(kinds));
    await eventually(allConnected, 'connected');
    await eventually(() => calls.incoming.remote.value.participants[0]?.audio !== null, 'sound');
    return calls;
  };

  it('is answered, over messages in the order and to whom XEP-0353 says', async () => {
    const tracks = testTracks();
    const { outgoing, incoming } = await rings();
    await eventually(() => ann.types.includes('delivered'), 'delivered');
    incoming.prepare({ kinds: both, tracks });
    await aMoment(300);
    expect(server.of(KITCHEN)).to.deep.equal(['ringing', 'received']);
    expect(server.of(ANN)).to.deep.equal(['propose']);
    incoming.answer({ kinds: both, tracks });
    await eventually(allConnected, 'connected');
    await eventually(async () => (await outgoing.stats()).video.width === 1280, 'the full picture');
    expect(open).to.have.length(2);
    expect(ann.types).to.deep.equal(['delivered', 'accepted']);
    expect(kitchen.types).to.deep.equal(['invited']);
    const to = (word: string) => server.passed.find((one) => one.word === word)?.to;
    expect(['propose', 'ringing', 'proceed', 'session-initiate', 'session-accept'].map(to)).to.deep.equal([
      'kitchen@home',
      ANN,
      ANN,
      KITCHEN,
      ANN,
    ]);
    const remote = outgoing.remote.value.participants[0]!;
    expect([remote.audioMuted, remote.videoMuted]).to.deep.equal([false, false]);
    outgoing.hangUp('hung_up');
    await eventually(() => kitchen.reason === 'remote_hung_up', 'the kitchen heard it');
    expect(server.of(ANN).slice(-2)).to.deep.equal(['session-terminate', 'finish']);
    expect([tracks.video?.readyState, tracks.audio?.readyState]).to.deep.equal(['live', 'live']);
    tracks.stop();
  });

  it('answers a call that was not prepared, with sound only, and shows their picture', async () => {
    const theirs = testTracks();
    const ours = testTracks();
    const outgoing = ann.dial('kitchen@home', { kinds: both, tracks: theirs });
    await eventually(() => kitchen.types.includes('invited'), 'the kitchen rings');
    const incoming = kitchen.ringing;
    incoming.answer({ kinds: voice, tracks: { ...ours, video: null, videoMuted: true } });
    await eventually(async () => (await incoming.stats()).video.framesDecoded > 3, 'their picture');
    await eventually(() => outgoing.remote.value.participants[0]?.videoMuted === true, 'our camera is off');
    expect((await outgoing.stats()).video.width).to.be.below(640);
    await incoming.setTracks(ours);
    await eventually(async () => (await outgoing.stats()).video.width === 1280, 'the camera is on');
    await eventually(() => outgoing.remote.value.participants[0]?.videoMuted === false, 'told so');
    expect(server.of(KITCHEN)).not.to.include('content-modify');
    outgoing.hangUp('hung_up');
    theirs.stop();
    ours.stop();
  });

  it('sends candidates that are complete, those found so far with the offer', async () => {
    const { incoming } = await rings();
    incoming.prepare(silent(both));
    await aMoment(300);
    incoming.answer(silent(both));
    await eventually(allConnected, 'connected');
    const initiate = server.passed.find(({ word }) => word === 'session-initiate')?.xml ?? '';
    expect(initiate).to.include('<candidate');
    expect(initiate)
      .to.match(/protocol="udp"/)
      .and.not.match(/protocol="tcp"/);
    for (const { word, xml } of server.passed) {
      if (word === 'transport-info')
        expect(xml)
          .to.match(/ufrag="[^"]+"/)
          .and.match(/pwd="[^"]+"/);
    }
  });

  it('tells the caller that it declines, and why', async () => {
    for (const [reason, heard] of [
      ['declined', 'remote_declined'],
      ['busy_here', 'busy'],
    ] as const) {
      const { incoming } = await rings();
      incoming.prepare(silent(both));
      incoming.decline(reason);
      await eventually(() => ann.reason === heard, heard);
      expect(kitchen.types).to.deep.equal(['invited']);
      for (const device of devices) device.events.splice(0);
    }
    expect(server.passed.some(({ word }) => word.startsWith('session'))).to.equal(false);
  });

  it('stops ringing when the caller gives up, and is no call any more', async () => {
    const { outgoing, incoming } = await rings();
    incoming.prepare(silent(both));
    outgoing.hangUp('no_answer');
    await eventually(() => kitchen.reason === 'missed', 'missed');
    incoming.answer(silent(both));
    incoming.hangUp('hung_up');
    await aMoment();
    expect(server.of(KITCHEN)).to.deep.equal(['ringing', 'received']);
  });

  it('given up at once, rings for a moment at most', async () => {
    ann.dial('kitchen@home').hangUp('hung_up');
    await aMoment();
    expect(kitchen.types.filter((type) => type !== 'invited')).to.deep.equal(
      kitchen.types.includes('invited') ? ['remote-ended'] : [],
    );
    expect(ann.types).to.deep.equal([]);
  });

  it('cannot reach who is not there', async () => {
    ann.dial('nobody@nowhere');
    await eventually(() => ann.reason === 'unreachable', 'unreachable');
  });

  it('cannot reach anybody while nothing can be sent', async () => {
    ann.wire.send = () => Promise.reject(new WireError('lost'));
    ann.dial('kitchen@home');
    await eventually(() => ann.reason === 'no_connection', 'no connection');
  });

  it('rings everywhere, and stops where another device answers', async () => {
    const hall = another('kitchen@home/hall');
    const { outgoing, incoming } = await rings();
    await eventually(() => hall.types.includes('invited'), 'the hall rings');
    hall.ringing.prepare(silent(both));
    incoming.answer(silent(both));
    await eventually(() => hall.types.includes('answered-elsewhere'), 'the hall is quiet');
    await eventually(allConnected, 'connected');
    expect(hall.types).to.deep.equal(['invited', 'answered-elsewhere']);
    expect(hall.calls.live).to.equal(0);
    outgoing.hangUp('hung_up');
  });

  it('stops where another device declines', async () => {
    const hall = another('kitchen@home/hall');
    await rings();
    await eventually(() => hall.types.includes('invited'), 'the hall rings');
    hall.ringing.decline('declined');
    await eventually(() => kitchen.types.includes('answered-elsewhere'), 'the kitchen is quiet');
    await eventually(() => ann.reason === 'remote_declined', 'declined');
  });

  for (const [ours, theirs] of [
    ['aaaaaaaa', 'bbbbbbbb'],
    ['bbbbbbbb', 'aaaaaaaa'],
  ] as const) {
    it(`both calling at once (${ours}, ${theirs}) end in one call that each side sees as accepted`, async () => {
      ann.nextId = ours;
      kitchen.nextId = theirs;
      const first = ann.dial('kitchen@home');
      const second = kitchen.dial('ann@a');
      await eventually(allConnected, 'connected');
      await eventually(() => [ann, kitchen].every(({ types }) => types.includes('accepted')), 'accepted');
      expect(ann.types).to.deep.equal(['delivered', 'accepted']);
      expect(kitchen.types).to.deep.equal(['delivered', 'accepted']);
      expect(open.filter(({ signalingState }) => signalingState !== 'closed')).to.have.length(2);
      first.hangUp('hung_up');
      await eventually(() => kitchen.reason === 'remote_hung_up', 'over');
      await second.close();
    });
  }

  it('a device that calls again while the call runs is answered at once, and the call goes on', async () => {
    const { incoming } = await running();
    const tablet = another('ann@a/tablet');
    tablet.dial('kitchen@home');
    await eventually(() => tablet.types.includes('accepted'), 'the tablet is in the call');
    await eventually(() => kitchen.types.includes('reconnected'), 'back');
    expect(kitchen.types).to.deep.equal(['invited', 'disconnected', 'reconnected']);
    expect(kitchen.incoming).to.deep.equal([incoming]);
    await eventually(() => ann.types.includes('remote-ended'), 'the phone is out');
  });

  it('tells of muting by session-info, and of nothing twice', async () => {
    const tracks = testTracks();
    const { outgoing, incoming } = await running();
    const muted = () => {
      const { audioMuted, videoMuted } = outgoing.remote.value.participants[0]!;
      return [audioMuted, videoMuted];
    };
    await eventually(() => muted().join() === 'true,true', 'muted at first');
    await incoming.setTracks(tracks);
    await eventually(() => muted().join() === 'false,false', 'nothing is muted');
    await incoming.setTracks({ ...tracks, audioMuted: true });
    await incoming.setTracks({ ...tracks, audioMuted: true });
    await eventually(() => muted().join() === 'true,false', 'the microphone is');
    expect(server.of(KITCHEN).slice(-5)).to.deep.equal([
      'session-info mute',
      'session-info mute',
      'session-info unmute',
      'session-info unmute',
      'session-info mute',
    ]);
    tracks.stop();
  });

  it('adds pictures to a call that began without, and the other side only looks until it wants to be seen', async () => {
    const [mine, yours] = [testTracks(), testTracks()];
    const { outgoing, incoming } = await running(voice);
    expect(outgoing.remote.value.participants[0]?.video).to.equal(null);
    await incoming.setTracks(mine);
    await eventually(async () => (await outgoing.stats()).video.framesDecoded > 3, 'pictures come');
    expect(server.of(KITCHEN)).to.include('content-add');
    const accept = server.passed.find(({ word }) => word === 'content-accept')?.xml;
    expect(accept).to.include('senders="responder"');
    await aMoment(300);
    expect((await incoming.stats()).video.framesDecoded).to.equal(0);
    expect(incoming.remote.value.participants[0]?.video).to.equal(null);
    await outgoing.setTracks(yours);
    await eventually(async () => (await incoming.stats()).video.framesDecoded > 3, 'pictures go');
    expect(server.of(ANN).filter((word) => word.startsWith('content'))).to.deep.equal([
      'content-accept',
      'content-modify',
    ]);
    await eventually(() => incoming.remote.value.participants[0]?.videoMuted === false, 'seen');
    mine.stop();
    yours.stop();
  });

  it('both adding pictures at once end up with one section of them', async () => {
    const [mine, yours] = [testTracks(), testTracks()];
    const { outgoing, incoming } = await running(voice);
    await Promise.all([incoming.setTracks(mine), outgoing.setTracks(yours)]);
    await eventually(async () => {
      const all = await Promise.all([incoming.stats(), outgoing.stats()]);
      return all.every(({ video }) => video.framesDecoded > 3);
    }, 'pictures both ways');
    await aMoment(300);
    const lines = open.map(({ localDescription }) => localDescription?.sdp.match(/^m=video [1-9]/gm)?.length);
    expect(lines).to.deep.equal([1, 1]);
    mine.stop();
    yours.stop();
  });

  for (const who of ['the caller', 'the called one', 'both'] as const) {
    it(`restarts the way between them: ${who}`, async () => {
      const tracks = testTracks();
      const { outgoing, incoming } = await running();
      await outgoing.setTracks(tracks);
      await eventually(async () => (await incoming.stats()).video.framesDecoded > 3, 'pictures');
      const ufrags = () => open.map(({ localDescription }) => /ice-ufrag:(\S+)/.exec(localDescription?.sdp ?? '')?.[1]);
      const before = ufrags();
      if (who !== 'the called one') outgoing.restart();
      if (who !== 'the caller') incoming.restart();
      await eventually(
        () => ufrags().every((ufrag, index) => ufrag !== before[index]),
        'new credentials on both sides',
      );
      await eventually(() => open.every(({ signalingState }) => signalingState === 'stable'), 'agreed');
      await eventually(allConnected, 'connected');
      const { framesDecoded } = (await incoming.stats()).video;
      await eventually(async () => (await incoming.stats()).video.framesDecoded > framesDecoded + 10, 'they go on');
      tracks.stop();
    });
  }

  it('a peer that does not follow a restart keeps the call', async () => {
    const tracks = testTracks();
    const { outgoing, incoming } = await running();
    await outgoing.setTracks(tracks);
    ann.wire.failing.set('transport-info', new WireError('refused', 'bad-request'));
    outgoing.restart();
    await eventually(() => open[0]!.signalingState === 'stable', 'taken back');
    const { framesDecoded } = (await incoming.stats()).video;
    await eventually(async () => (await incoming.stats()).video.framesDecoded > framesDecoded + 10, 'it goes on');
    ann.wire.failing.clear();
    outgoing.restart();
    await aMoment(500);
    expect(open.map(({ signalingState }) => signalingState)).to.deep.equal(['stable', 'stable']);
    tracks.stop();
  });

  it('a page that goes tells whom it is connected to, and leaves alone what only rings here', async () => {
    await running();
    const before = server.of(KITCHEN).length;
    kitchen.calls.pageClosing();
    kitchen.calls.pageClosing();
    await eventually(() => ann.types.includes('remote-ended'), 'ann heard it');
    expect(server.of(KITCHEN).slice(before)).to.deep.equal(['session-terminate', 'finish']);
    await kitchen.ringing.close();
    for (const device of devices) device.events.splice(0);
    const { incoming } = await rings();
    kitchen.calls.pageClosing();
    await aMoment();
    expect(server.of(KITCHEN).at(-1)).to.equal('received');
    incoming.answer(silent(both));
    await eventually(allConnected, 'it can still be answered');
  });

  it('a later page ends what an earlier one has left', async () => {
    const { incoming } = await running();
    const goodbye = JSON.parse(JSON.stringify(incoming.goodbye)) as Record<string, unknown>;
    await kitchen.close();
    expect(ann.types).to.deep.equal(['delivered', 'accepted']);
    const later = another(KITCHEN);
    await later.calls.abandon(goodbye);
    await eventually(() => ann.types.includes('remote-ended'), 'ann heard it');
    for (const nothing of [{}, { sid: 3 }, { sid: 'a', peer: '', phase: 'live' }]) await later.calls.abandon(nothing);
  });

  it('a proposal that an earlier page has left is taken back', async () => {
    const { outgoing } = await rings();
    const { goodbye } = outgoing;
    await ann.close();
    await another(ANN).calls.abandon(goodbye);
    await eventually(() => kitchen.reason === 'missed', 'the kitchen is quiet');
  });

  it('a session that is not answered in time is no connection', async () => {
    const { incoming } = await rings();
    ann.wire.failing.set('session-initiate', new WireError('timeout'));
    incoming.answer(silent(both));
    await eventually(() => ann.reason === 'no_connection', 'no connection');
    await eventually(() => kitchen.reason !== undefined, 'the kitchen heard it');
  });

  it('what was lost with its stream is said again on the next one', async () => {
    const { outgoing } = await running();
    ann.wire.failing.set('session-terminate', new WireError('lost'));
    ann.wire.online.set(false);
    outgoing.hangUp('hung_up');
    await aMoment();
    expect(ann.wire.online.listeners).to.equal(1);
    ann.wire.failing.clear();
    ann.wire.online.set(true);
    await eventually(() => server.of(ANN).includes('session-terminate'), 'said');
    expect(ann.wire.online.listeners).to.equal(0);
  });

  it('rings without a proposal, and tells the caller so', async () => {
    // A client without XEP-0353: the proposal is never sent, their session-initiate is.
    const { outgoing } = await rings();
    kitchen.ringing.answer(silent(both));
    await eventually(allConnected, 'connected');
    const initiate = server.passed.find(({ word }) => word === 'session-initiate')!.xml;
    outgoing.hangUp('hung_up');
    await eventually(() => kitchen.reason === 'remote_hung_up', 'over');
    const old = another('old@a/client');
    const sid = /sid="([^"]+)"/.exec(initiate)![1]!;
    await kitchen.wire.iq(initiate.replaceAll(sid, 'direct').replaceAll(ANN, 'old@a/client'), old.jid);
    await eventually(() => kitchen.types.filter((type) => type === 'invited').length === 2, 'it rings');
    await eventually(() => server.of(KITCHEN).at(-1) === 'session-info ringing', 'told so');
    kitchen.ringing.prepare(silent(both));
    kitchen.ringing.answer(silent(both));
    await eventually(() => server.of(KITCHEN).includes('session-accept'), 'accepted');
    kitchen.ringing.hangUp('hung_up');
    await eventually(() => server.of(KITCHEN).at(-1) === 'session-terminate', 'ended');
  });

  it('a restart does not wait for people who think about pictures', async () => {
    const tracks = testTracks();
    const { outgoing, incoming } = await running(voice);
    // They are asked, and the answer takes its time.
    let asked = false;
    ann.wire.change = (payload) => {
      if (payload.attributes['action'] !== 'content-add') return payload;
      asked = true;
      return null;
    };
    await outgoing.setTracks(tracks);
    await eventually(() => asked && open[0]!.signalingState === 'have-local-offer', 'offered');
    ann.wire.change = (payload) => payload;
    outgoing.restart();
    await eventually(() => server.of(ANN).includes('content-remove'), 'taken back');
    await eventually(async () => (await incoming.stats()).video.framesDecoded > 3, 'pictures come');
    expect(open.map(({ signalingState }) => signalingState)).to.deep.equal(['stable', 'stable']);
    tracks.stop();
  });

  it('without a way to the ICE servers there is no call', async () => {
    const failing = () => Promise.reject(new Error('none'));
    const { incoming } = await rings();
    kitchen.configuration = failing;
    incoming.prepare(silent(both));
    incoming.answer(silent(both));
    await eventually(() => kitchen.reason === 'no_connection', 'told here');
    await eventually(() => ann.types.includes('remote-ended'), 'told there');
  });
});
