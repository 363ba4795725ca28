import { expect } from '@open-wc/testing';
import { sendAnswer, sendInvite, takeAnswer } from '../../../../../../src/runtime/providers/matrix/calls/handshake.ts';
import type { AnswerDraft } from '../../../../../../src/runtime/providers/matrix/calls/draft.ts';
import type { Link } from '../../../../../../src/runtime/providers/matrix/calls/link.ts';
import type { OutgoingMedia, LocalTracks } from '../../../../../../src/runtime/providers/provider.ts';

const tracks: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
const media = (): OutgoingMedia => ({ kinds: { audio: true, video: false }, tracks });
const peer = { accountId: 'a', contactId: '!r', address: '@anna:hs', name: 'Anna' };

/** A link that has ended while something was made. */
function endedLink(said: string[]): Link {
  const link = {
    closed: true,
    connection: null,
    open: () => ({ offerNew: () => Promise.resolve() }),
    announce: (type: string) => Promise.resolve(void said.push(type)),
    choose: () => void said.push('choose'),
  };
  return link as unknown as Link;
}

describe('the handshake of a call that has ended meanwhile', () => {
  it('tells nobody anything', async () => {
    const said: string[] = [];
    const sending = { link: endedLink(said), media, announcing: () => void said.push('announcing') };
    const draft = { insist: () => Promise.resolve() } as unknown as AnswerDraft;
    await sendInvite(sending, peer, {});
    await sendAnswer(sending, draft, () => {});
    expect(said).to.deep.equal([]);
  });

  it('takes no answer, and none that is not one', async () => {
    const said: string[] = [];
    for (const content of [{}, { answer: { type: 'offer', sdp: 'v=0' } }, { answer: { type: 'answer', sdp: 'v=0' } }]) {
      const from = { callId: 'c', partyId: 'PHONE', legacy: false };
      const error: unknown = await takeAnswer(endedLink(said), content, from).catch((caught: unknown) => caught);
      expect(String(error)).to.contain('not an answer');
    }
    expect(said).to.deep.equal([]);
  });
});
