import { expect } from '@open-wc/testing';
import { type Content, type SignalType, TYPES } from '../../../../../../src/runtime/providers/matrix/calls/contents.ts';
import { type Meaning, type Situation, meaning } from '../../../../../../src/runtime/providers/matrix/calls/meaning.ts';

const situation = (more: Partial<Situation>): Situation => ({
  stage: 'answered',
  announced: true,
  connected: false,
  isOpponent: true,
  ourParty: 'TABLET',
  ...more,
});
const unanswered = situation({ stage: 'unanswered' });
const ringing = situation({ stage: 'ringing', announced: false });
const answered = situation({});
const connected = situation({ connected: true });
const stranger = situation({ connected: true, isOpponent: false });

describe('meaning', () => {
  /** Each message → what it does unanswered, ringing, answered, connected, and connected to somebody else. */
  const table: [SignalType, Content, [Meaning, Meaning, Meaning, Meaning, Meaning]][] = [
    [TYPES.invite, {}, [null, null, null, null, null]],
    [TYPES.answer, {}, ['accept', null, null, null, null]],
    [TYPES.reject, {}, [{ ended: 'remote_declined' }, null, null, null, null]],
    [TYPES.reject, { reason: 'user_busy' }, [{ ended: 'busy' }, null, null, null, null]],
    [
      TYPES.hangup,
      {},
      [
        { ended: 'remote_declined' },
        { ended: 'missed' },
        { ended: 'remote_hung_up' },
        { ended: 'remote_hung_up' },
        null,
      ],
    ],
    [
      TYPES.hangup,
      { reason: 'ice_failed' },
      [{ ended: 'no_connection' }, { ended: 'missed' }, { ended: 'no_connection' }, { ended: 'connection_lost' }, null],
    ],
    [
      TYPES.hangup,
      { reason: 'replaced' },
      [null, { ended: 'missed' }, { ended: 'remote_hung_up' }, { ended: 'remote_hung_up' }, null],
    ],
    [TYPES.selectAnswer, { selected_party_id: 'ANOTHER' }, [null, 'elsewhere', 'elsewhere', null, null]],
    [TYPES.selectAnswer, { selected_party_id: 'TABLET' }, [null, null, null, null, null]],
    [TYPES.selectAnswer, { selected_party_id: 7 }, [null, null, null, null, null]],
    [TYPES.candidates, {}, ['link', 'link', 'link', 'link', 'link']],
    [TYPES.negotiate, {}, ['link', 'link', 'link', 'link', 'link']],
    [TYPES.metadata, {}, ['link', 'link', 'link', 'link', 'link']],
  ];
  for (const [type, content, expected] of table) {
    it(`${type} ${JSON.stringify(content)}`, () => {
      const all = [unanswered, ringing, answered, connected, stranger].map((at) => meaning(type, content, at));
      expect(all).to.deep.equal(expected);
    });
  }

  it('takes no answer to an invitation that never left', () => {
    expect(meaning(TYPES.answer, {}, situation({ stage: 'unanswered', announced: false }))).to.equal(null);
  });
});
