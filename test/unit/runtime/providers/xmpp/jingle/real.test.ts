import { expect } from '@open-wc/testing';
import { type Side, flows, pair, until } from './support/side.ts';

/** Everything crosses as XML between two connections of this browser. */
describe('Jingle between real connections', () => {
  let media: MediaStream;
  const open: Side[] = [];
  before(async () => {
    media = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 320, height: 180 } });
  });
  after(() => media.getTracks().forEach((track) => track.stop()));
  afterEach(() => open.splice(0).forEach(({ pc }) => pc.close()));

  function sides(configuration?: RTCConfiguration): [Side, Side] {
    const both = pair(configuration);
    open.push(...both);
    return both;
  }
  function give(side: Side, ...kinds: string[]): void {
    for (const track of media.getTracks()) if (kinds.includes(track.kind)) side.pc.addTrack(track, media);
  }
  async function flowing(side: Side, ...kinds: string[]): Promise<void> {
    const { counts } = await flows(side.pc, kinds);
    await until(async () => (await flows(side.pc, kinds, counts)).all);
  }

  it('carries sound and pictures both ways', async () => {
    const [caller, callee] = sides();
    give(caller, 'audio', 'video');
    give(callee, 'audio', 'video');
    await caller.offer();
    await Promise.all([flowing(caller, 'audio', 'video'), flowing(callee, 'audio', 'video')]);
    expect(caller.actions).to.deep.equal(['session-initiate']);
    expect(callee.actions).to.deep.equal(['session-accept']);
    expect(caller.session.turn + callee.session.turn).to.equal('nonenone');
  });

  /** Dino: RTP of each content on a transport of its own. */
  it('connects with a peer that does not bundle', async () => {
    const [caller, callee] = sides();
    give(caller, 'audio', 'video');
    give(callee, 'audio', 'video');
    caller.change = callee.change = (xml) => xml.replace(/<group .*?<\/group>/, '');
    await caller.offer();
    await Promise.all([flowing(caller, 'audio', 'video'), flowing(callee, 'audio', 'video')]);
    const transports = new Set(caller.pc.getSenders().map(({ transport }) => transport));
    expect(transports.size).to.equal(2);
  });

  it('is upgraded to pictures and back, from either side, by content-add and content-remove', async () => {
    for (const adds of [0, 1] as const) {
      const both = sides();
      const [adder, other] = [both[adds], both[(1 - adds) as 0 | 1]];
      give(both[0], 'audio');
      give(both[1], 'audio');
      await both[0].offer();
      await Promise.all([flowing(adder, 'audio'), flowing(other, 'audio')]);

      give(adder, 'video');
      await adder.offer();
      await flowing(other, 'audio', 'video');
      expect(adder.actions.slice(1)).to.deep.equal(['content-add']);
      expect(other.actions.slice(1)).to.deep.equal(['content-accept']);

      adder.pc.getTransceivers()[1]!.stop();
      await adder.offer();
      await until(() => other.session.sections[1]?.state === 'closed' && other.session.turn === 'none');
      expect(adder.actions.slice(1)).to.deep.equal(['content-add', 'content-remove']);

      give(adder, 'video');
      await adder.offer();
      await flowing(other, 'audio', 'video');
    }
  });

  it('turns pictures on and off with content-modify', async () => {
    const [caller, callee] = sides();
    give(caller, 'audio');
    give(callee, 'audio', 'video');
    const transceiver = caller.pc.addTransceiver('video', { direction: 'recvonly' });
    await caller.offer();
    await flowing(caller, 'video');
    expect(caller.sent[0]!.contents[1]!.senders).to.equal('responder');

    transceiver.direction = 'sendrecv';
    await transceiver.sender.replaceTrack(media.getVideoTracks()[0]!);
    await caller.offer();
    await flowing(callee, 'video');
    expect(caller.actions).to.deep.equal(['session-initiate', 'content-modify']);
    expect(caller.sent.find(({ action }) => action === 'content-modify')!.contents[0]!.senders).to.equal('both');
  });

  it('restarts ICE from either side with new credentials in transport-info', async () => {
    for (const restarts of [0, 1] as const) {
      const both = sides();
      for (const side of both) give(side, 'audio', 'video');
      await both[0].offer();
      await Promise.all(both.map((side) => flowing(side, 'audio', 'video')));
      const side = both[restarts];
      const before = both.map(({ session }) => session.sections[0]!.ours!.transport.credentials.ufrag);
      side.pc.restartIce();
      await side.offer();
      await until(() => both.every(({ session }) => session.turn === 'none' && session.generation === 1));
      both.forEach(({ session }, index) => {
        expect(session.sections[0]!.ours!.transport.credentials.ufrag).not.to.equal(before[index]);
      });
      await until(() =>
        both.every(({ pc }) => pc.iceConnectionState === 'connected' || pc.iceConnectionState === 'completed'),
      );
      await Promise.all(both.map((one) => flowing(one, 'audio', 'video')));
      const last = both[restarts].sent.at(-1)!.contents[0]!.transport!;
      expect(last.candidates[0]?.generation).to.equal(1);
    }
  });

  it('sends each candidate with everything that XEP-0176 wants, and none over TCP', async () => {
    const [caller, callee] = sides();
    give(caller, 'audio');
    give(callee, 'audio');
    await caller.offer();
    await flowing(callee, 'audio');
    const xml = [...caller.xml, ...callee.xml].join('');
    const candidates = xml.match(/<candidate [^>]*>/g)!;
    expect(candidates.length).to.be.greaterThan(1);
    for (const candidate of candidates) {
      for (const attribute of [
        'component="1"',
        'foundation=',
        'generation="0"',
        'id="c-',
        'ip=',
        'network="0"',
        'port=',
      ]) {
        expect(candidate).to.contain(attribute);
      }
      expect(candidate).to.contain('protocol="udp"');
    }
    for (const transport of xml.match(/<transport [^>]*>/g)!) {
      expect(transport).to.match(/ufrag="\S{4,}"/);
      expect(transport).to.match(/pwd="\S{22,}"/);
    }
  });
});
