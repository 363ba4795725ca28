import { expect } from '@open-wc/testing';
import fc from '../../../../support/fast-check.ts';
import { parseXml, serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { readJingle } from '../../../../../../src/runtime/providers/xmpp/jingle/read.ts';
import { newSession } from '../../../../../../src/runtime/providers/xmpp/jingle/session.ts';
import { localAnswer, localOffer } from '../../../../../../src/runtime/providers/xmpp/jingle/session-local.ts';
import { receive } from '../../../../../../src/runtime/providers/xmpp/jingle/session-receive.ts';
import { readSdp } from '../../../../../../src/runtime/providers/xmpp/jingle/sdp-read.ts';
import type { Jingle } from '../../../../../../src/runtime/providers/xmpp/jingle/types.ts';
import { writeJingle } from '../../../../../../src/runtime/providers/xmpp/jingle/write.ts';
import { start } from './support/side.ts';

const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;
const kind = fc.constantFrom('audio' as const, 'video' as const);
const section = fc.record({ kind, offers: fc.constantFrom(...directions), answers: fc.constantFrom(...directions) });
const across = (jingle: Jingle): Jingle => readJingle(parseXml(serializeXml(writeJingle(jingle))));

describe('SDP of the browser through Jingle and back', () => {
  it('is taken by the browser, with the same codecs, extensions, sources and directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(section, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...(['balanced', 'max-bundle', 'max-compat'] as const)),
        async (sections, bundlePolicy) => {
          const [caller, callee] = [new RTCPeerConnection({ bundlePolicy }), new RTCPeerConnection()];
          try {
            for (const one of sections) {
              caller.addTransceiver(one.kind, { direction: one.offers, streams: [new MediaStream()] });
            }
            await caller.setLocalDescription();
            const offer = localOffer(newSession(start('initiator')), caller.localDescription!.sdp);
            const taken = receive(newSession(start('responder')), across(offer.send[0]!));
            const read = readSdp(caller.localDescription!.sdp, 'initiator');
            const written = readSdp(taken.description!.sdp, 'initiator');
            expect(written.sections.map(({ description }) => description)).to.deep.equal(
              read.sections.map(({ description }) => description),
            );
            expect(written.sections.map(({ senders }) => senders)).to.deep.equal(
              read.sections.map(({ senders }) => senders),
            );
            expect(written.bundle).to.deep.equal(read.bundle);

            await callee.setRemoteDescription(taken.description!);
            callee.getTransceivers().forEach((transceiver, index) => {
              transceiver.direction = sections[index]!.answers;
            });
            await callee.setLocalDescription();
            const answer = localAnswer(taken.session, callee.localDescription!.sdp);
            const done = receive(offer.session, across(answer.send[0]!));
            await caller.setRemoteDescription(done.description!);
            const opposite = { sendrecv: 'sendrecv', sendonly: 'recvonly', recvonly: 'sendonly', inactive: 'inactive' };
            caller.getTransceivers().forEach(({ currentDirection }, index) => {
              const other = callee.getTransceivers()[index]!.currentDirection as (typeof directions)[number];
              expect(currentDirection).to.equal(opposite[other]);
            });
          } finally {
            caller.close();
            callee.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  }).timeout(30_000);
});
