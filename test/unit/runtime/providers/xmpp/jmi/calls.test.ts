import { expect } from '@open-wc/testing';
import { reduce } from '../../../../../../src/runtime/providers/xmpp/jmi/reduce.ts';
import { JMI_POLICY, NO_SESSIONS, nextDeadline } from '../../../../../../src/runtime/providers/xmpp/jmi/state.ts';
import {
  ANN,
  ANN_TABLET,
  NOW,
  context,
  dials,
  finished,
  initiates,
  no,
  outcome,
  plain,
  proposes,
  says,
  tell,
  word,
} from './support/story.ts';

const answer = (id: string) => ({ type: 'answer', id }) as const;
const words = (events: Parameters<typeof tell>[0], at?: Parameters<typeof tell>[1]) => tell(events, at)[1].map(word);

describe('who rings', () => {
  it('rings for a contact and says so to that device', () => {
    expect(words([proposes('m')])).to.deep.equal([`ringing → ${ANN}`, 'ring']);
  });
  it('tells a stranger nothing, and rings only where that is wanted, again without a word', () => {
    expect(tell([proposes('m', { caller: 'stranger' })])).to.deep.equal([NO_SESSIONS, []]);
    const policy = { ...JMI_POLICY, strangers: true };
    expect(words([proposes('m', { caller: 'stranger' })], { policy })).to.deep.equal(['ring']);
  });
  it('never rings for somebody blocked', () => {
    const policy = { ...JMI_POLICY, strangers: true };
    expect(tell([proposes('m', { caller: 'blocked' })], { policy })).to.deep.equal([NO_SESSIONS, []]);
    expect(words([initiates('m', { caller: 'blocked' })], { policy })).to.deep.equal(['refuse unavailable']);
  });
  it('refuses a direct session-initiate of a stranger like an account without anybody', () => {
    expect(words([initiates('m', { caller: 'stranger' })])).to.deep.equal(['refuse unavailable']);
  });
  it('rings for a directed proposal, not for one to another device of ours', () => {
    expect(words([proposes('m', { to: 'kiosk@home/panel' })])).to.contain('ring');
    expect(words([proposes('m', { to: 'kiosk@home/other' })])).to.deep.equal([]);
  });
  it('ignores who has no device to be answered, and what we said ourselves', () => {
    expect(words([proposes('m', { from: 'ann@a' })])).to.deep.equal([]);
    expect(words([proposes('m', { from: 'kiosk@home/panel' })])).to.deep.equal([]);
  });
  it('does not ring for more than eight at once', () => {
    const many = Array.from({ length: 9 }, (_, index) => proposes(`m${index}`, { from: `p${index}@a/x` }));
    expect(words(many)).to.deep.equal([]);
    expect(tell(many)[0].sessions.length).to.equal(8);
    expect(words([...many, initiates('direct')])).to.deep.equal(['refuse unavailable']);
  });
});

describe('a proposal from the past', () => {
  const window = JMI_POLICY.ringWindow;
  for (const age of [window, window + 1, Infinity, NaN]) {
    it(`is missed at ${age} ms, once, and never rings again`, () => {
      expect(words([proposes('m', { age })])).to.deep.equal(['missed']);
      expect(words([proposes('m', { age }), proposes('m')])).to.deep.equal([]);
    });
  }
  it('of a stranger is not even missed', () => {
    expect(words([proposes('m', { age: window, caller: 'stranger' })])).to.deep.equal([]);
  });
  it('rings for what is left of its time; one from the future for all of it', () => {
    expect(nextDeadline(tell([proposes('m', { age: window - 1 })])[0])).to.equal(NOW + 1);
    expect(nextDeadline(tell([proposes('m', { age: -5_000 })])[0])).to.equal(NOW + window);
    expect(nextDeadline(NO_SESSIONS)).to.equal(null);
  });
  it('does not ring if another device of ours has dealt with it before it came', () => {
    const other = { from: 'kiosk@home/other', to: ANN };
    expect(words([says(plain('proceed', 'm'), other), proposes('m')])).to.deep.equal([]);
  });
});

describe('third parties', () => {
  const mallory = { from: 'mallory@m/x' };
  it('cannot retract, answer, decline or finish a call of others', () => {
    for (const before of [[dials('m')], [proposes('m')], [proposes('m'), answer('m')]]) {
      const [state] = tell(before);
      for (const message of [
        no('retract', 'm'),
        no('reject', 'm'),
        plain('proceed', 'm'),
        plain('ringing', 'm'),
        finished('m'),
      ]) {
        expect(reduce(state, says(message, mallory), context)).to.deep.equal([state, []]);
      }
    }
  });
  it('cannot use an id again', () => {
    expect(words([proposes('m'), proposes('m', mallory)])).to.deep.equal([]);
    expect(words([proposes('m'), answer('m'), initiates('m', mallory)])).to.deep.equal(['refuse unknown-session']);
  });
  it('of our own account stop no ring of somebody else', () => {
    const other = { from: 'kiosk@home/other', to: 'else@a/x' };
    expect(outcome(tell([proposes('m'), says(plain('proceed', 'm'), other)]))).to.equal('ringing-in');
  });
});

describe('both call at once', () => {
  it('goes on with ours where its id is lower, and rejects theirs', () => {
    const story = [dials('a'), proposes('b')];
    expect(words(story)).to.deep.equal([`reject expired tie-break → ${ANN}`]);
    expect(outcome(tell([...story, says(plain('proceed', 'a'))]), 'a')).to.equal(
      `accepted; delivered; initiate → ${ANN}`,
    );
    expect(outcome(tell([...story, says(no('retract', 'b', true))]), 'b')).to.equal('over');
  });
  it('goes on with theirs where its id is lower, without asking anybody', () => {
    const story = [dials('b'), says(plain('ringing', 'b')), proposes('a')];
    expect(words(story)).to.deep.equal(['retract expired tie-break → ann@a', 'continue as a', `proceed → ${ANN}`]);
    expect(outcome(tell([...story, initiates('a')]), 'a')).to.equal('live; take');
  });
  it('compares ids by their bytes, and takes a longer one for the higher', () => {
    expect(words([dials('é'), proposes('z')])).to.contain('continue as z');
    expect(words([dials('\u{1F600}'), proposes('\uFF5E')])).to.contain('continue as \uFF5E');
    expect(words([dials('a'), proposes('aa')])).to.deep.equal([`reject expired tie-break → ${ANN}`]);
    expect(words([dials('aa'), proposes('a')])).to.contain('continue as a');
  });
  it('waits for theirs if they said so first', () => {
    const story = [dials('b'), says(no('reject', 'b', true)), proposes('c')];
    expect(words(story)).to.deep.equal(['continue as c', `proceed → ${ANN}`]);
  });
  it('takes theirs that rings here already', () => {
    const story = [proposes('a'), dials('b'), says(no('reject', 'b', true))];
    expect(words(story)).to.deep.equal(['continue as a', `proceed → ${ANN}`]);
  });
  it('is no collision with a call of long ago, or with another contact', () => {
    expect(words([dials('b'), proposes('a', { age: 100_000 })])).to.deep.equal(['missed']);
    expect(words([dials('b'), proposes('a', { from: 'bea@b/x' })])).to.contain('ring');
  });
});

describe('a running call that they call again', () => {
  it('moves to the new session, even to another device', () => {
    const story = [proposes('m'), answer('m'), initiates('m'), proposes('n', { from: ANN_TABLET })];
    expect(words(story)).to.deep.equal([
      'terminate expired',
      `finish expired → ${ANN}`,
      'continue as n',
      `proceed → ${ANN_TABLET}`,
    ]);
    expect(tell(story)[1][1]).to.have.nested.property('message.migratedTo', 'n');
  });
  it('moves before its session has begun, and from a direct session', () => {
    expect(words([dials('m'), says(plain('proceed', 'm')), proposes('n')])).to.deep.equal([
      `finish expired → ${ANN}`,
      'continue as n',
      `proceed → ${ANN}`,
    ]);
    expect(words([proposes('m'), answer('m'), proposes('n')])[0]).to.equal(`finish expired → ${ANN}`);
    expect(words([initiates('m'), answer('m'), proposes('n')])[0]).to.equal('terminate expired');
    expect(words([initiates('m'), answer('m'), proposes('n')])[1]).to.equal('continue as n');
  });
});

describe('the end of a session', () => {
  it('says whether media had flowed', () => {
    const live = [dials('m'), says(plain('proceed', 'm')), { type: 'initiated', id: 'm' } as const];
    const lost = { type: 'terminated', id: 'm', from: ANN, reason: 'connectivity-error' } as const;
    expect(words([...live, lost])).to.deep.equal([`finish connectivity-error → ${ANN}`, 'ended no_connection']);
    expect(words([...live, { type: 'connected', id: 'm' }, lost])).to.contain('ended connection_lost');
  });
  it('is busy if they say so', () => {
    const busy = says({ action: 'reject', id: 'm', reason: 'busy', tieBreak: false });
    expect(words([dials('m'), busy])).to.deep.equal(['ended busy']);
  });
});

describe('hanging up', () => {
  it('may tell the other side another reason than people here', () => {
    const begun = [proposes('m'), { type: 'answer', id: 'm' } as const, initiates('m')];
    const step = tell([...begun, { type: 'hang-up', id: 'm', reason: 'protocol_error', told: 'security-error' }]);
    expect(outcome(step)).to.equal('over; terminate security-error; finish success → ann@a/phone');
  });
});
