import { expect } from '@open-wc/testing';
import { Device, NOTHING, aMoment, both, eventually, silent, testTracks, voice } from './support/device.ts';
import { TestServer } from './support/server.ts';

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
});
