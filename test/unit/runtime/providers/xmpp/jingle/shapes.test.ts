import { expect } from '@open-wc/testing';
import { parseXml, serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { readJingle } from '../../../../../../src/runtime/providers/xmpp/jingle/read.ts';
import { newSession } from '../../../../../../src/runtime/providers/xmpp/jingle/session.ts';
import { localAnswer } from '../../../../../../src/runtime/providers/xmpp/jingle/session-local.ts';
import { receive } from '../../../../../../src/runtime/providers/xmpp/jingle/session-receive.ts';
import { writeJingle } from '../../../../../../src/runtime/providers/xmpp/jingle/write.ts';
import { SHAPES } from './support/shapes.ts';
import { start } from './support/side.ts';

const read = (xml: string) => readJingle(parseXml(xml));
const shape = (name: string) => read(SHAPES[name] ?? '');
const offer = (name: string) => receive(newSession(start('responder')), shape(name));

describe('sessions of real clients', () => {
  for (const name of Object.keys(SHAPES)) {
    it(`${name}: the browser takes the offer and its candidates, and answers with the same contents`, async () => {
      const pc = new RTCPeerConnection();
      try {
        const { session, description, candidates } = offer(name);
        await pc.setRemoteDescription(description!);
        for (const one of candidates) await pc.addIceCandidate(one);
        for (const transceiver of pc.getTransceivers()) transceiver.direction = 'sendrecv';
        await pc.setLocalDescription();
        const { send, session: after } = localAnswer(session, pc.localDescription!.sdp);
        expect(send.map(({ action }) => action)).to.deep.equal(['session-accept']);
        const [accept] = send;
        expect(accept!.responder).to.equal('bob@b/kiosk');
        expect(accept!.contents.map((one) => one.name)).to.deep.equal(shape(name).contents.map((one) => one.name));
        expect(accept!.groups.flatMap(({ names }) => names)).to.deep.equal(
          shape(name).groups.flatMap(({ names }) => names),
        );
        // Each of them is a codec that both know: none fell back to an older one.
        expect(accept!.contents[0]!.description!.payloadTypes[0]!.name).to.equal(
          name === 'a sparse one' ? 'PCMU' : 'opus',
        );
        for (const { creator, senders, transport, description: media } of accept!.contents) {
          expect([creator, senders]).to.deep.equal(['initiator', 'both']);
          expect(transport!.fingerprints[0]!.setup).to.equal('active');
          expect(media!.payloadTypes.length).to.be.greaterThan(0);
        }
        expect(after.turn).to.equal('none');
      } finally {
        pc.close();
      }
    });

    it(`${name}: is written as it was read`, () => {
      expect(read(serializeXml(writeJingle(shape(name))))).to.deep.equal(shape(name));
    });
  }

  it('leave out what a browser has no use for: SDES, TCP, static types it does not speak', () => {
    const [audio] = shape('Dino').contents;
    expect(audio!.description!.payloadTypes.map(({ name }) => name)).to.deep.equal(['opus', 'PCMU', 'PCMA']);
    expect(audio!.transport!.candidates).to.have.lengthOf(1);
  });

  it('keep what SDP says in words of its own', () => {
    const { sdp } = offer('Conversations').description!;
    for (const line of [
      'a=group:BUNDLE 0 1',
      'a=fmtp:63 111/111',
      'a=fmtp:110 0-15',
      'a=rtcp-fb:* transport-cc',
      'a=ssrc-group:FID 2 3',
      'a=extmap-allow-mixed',
      'a=msid:my-media-stream video0',
      'a=ice-options:trickle renomination',
    ]) {
      expect(sdp).to.contain(`${line}\r\n`);
    }
    expect(offer('Dino').description!.sdp).to.contain('a=rtcp-fb:98 trr-int 100\r\n').and.not.to.contain('group');
    expect(offer('Dino').candidates.map(({ candidate }) => candidate)[1]).to.match(/typ srflx raddr 10.0.0.1 rport 9$/);
  });

  it('have mids that SDP can hold, whatever they call their contents', () => {
    expect(offer('Movim').session.sections.map(({ mid }) => mid)).to.deep.equal(['{audio}', 'x1']);
    expect(offer('Movim').description!.sdp).to.contain('a=group:BUNDLE {audio} x1\r\n');
    expect(offer('Monal').session.sections[0]!.mid).to.equal('x0');
  });

  it('never carry an msid that libwebrtc refuses', () => {
    expect(offer('Monal').description!.sdp).not.to.contain('msid:stream');
  });
});
