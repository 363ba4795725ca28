import { expect } from '@open-wc/testing';
import { reduce } from '../../../../../../src/runtime/providers/xmpp/jmi/reduce.ts';
import type { JmiEvent } from '../../../../../../src/runtime/providers/xmpp/jmi/state.ts';
import {
  ANN,
  ANN_TABLET,
  NOW,
  context,
  dials,
  finished,
  hangsUp,
  initiates,
  no,
  outcome,
  plain,
  proposes,
  says,
  tell,
} from './support/story.ts';

const own = { from: 'kiosk@home/other', to: ANN };

/** How a session came to be where it is. */
const STATES = {
  none: [],
  proposed: [dials('m')],
  'ringing-out': [dials('m'), says(plain('ringing', 'm'))],
  yielded: [dials('m'), says(no('reject', 'm', true))],
  'ringing-in': [proposes('m')],
  proceeded: [proposes('m'), { type: 'answer', id: 'm' }],
  contested: [proposes('m'), { type: 'answer', id: 'm' }, says(plain('proceed', 'm'), own)],
  'live, ours': [dials('m'), says(plain('proceed', 'm'))],
  'live, theirs': [proposes('m'), { type: 'answer', id: 'm' }, initiates('m')],
  'live, connected': [dials('m'), says(plain('proceed', 'm')), { type: 'connected', id: 'm' }],
  'direct ring': [initiates('m')],
  'direct live': [initiates('m'), { type: 'answer', id: 'm' }],
  over: [dials('m'), hangsUp('m')],
} satisfies Record<string, readonly JmiEvent[]>;

const EVENTS = {
  'we dial': dials('m'),
  'we answer': { type: 'answer', id: 'm' },
  'we hang up': hangsUp('m'),
  'we decline': hangsUp('m', 'declined'),
  'the page closes': hangsUp('m', 'kiosk_closed'),
  propose: proposes('m'),
  ringing: says(plain('ringing', 'm')),
  proceed: says(plain('proceed', 'm')),
  'proceed, other device': says(plain('proceed', 'm'), { from: ANN_TABLET }),
  accept: says(plain('accept', 'm')),
  reject: says(no('reject', 'm')),
  'reject, other device': says(no('reject', 'm'), { from: ANN_TABLET }),
  'reject, tie-break': says(no('reject', 'm', true)),
  retract: says(no('retract', 'm')),
  'retract, tie-break': says(no('retract', 'm', true)),
  finish: says(finished('m')),
  'finish, other device': says(finished('m'), { from: ANN_TABLET }),
  'ours proceed': says(plain('proceed', 'm'), own),
  'ours accept': says(plain('accept', 'm'), { from: own.from, to: 'kiosk@home' }),
  'ours reject': says(no('reject', 'm'), own),
  'ours finish': says(finished('m'), own),
  receipt: { type: 'receipt', id: 'm', from: ANN },
  bounced: { type: 'bounced', id: 'm', from: 'ann@a' },
  initiate: initiates('m'),
  'initiate, other device': initiates('m', { from: ANN_TABLET }),
  'initiate, other media': initiates('m', { media: ['audio'] }),
  terminated: { type: 'terminated', id: 'm', from: ANN, reason: 'success' },
  'terminated, other device': { type: 'terminated', id: 'm', from: ANN_TABLET, reason: 'success' },
  connected: { type: 'connected', id: 'm' },
  'time is up': { type: 'tick' },
} satisfies Record<string, JmiEvent>;

/** What becomes of the session, and what is to be done. What is not listed changes nothing. */
const TABLE: { readonly [state in keyof typeof STATES]: { readonly [event in keyof typeof EVENTS]?: string } } = {
  none: {
    'we dial': 'proposed; propose → ann@a',
    propose: 'ringing-in; ringing → ann@a/phone; ring',
    'ours proceed': 'over',
    'ours accept': 'over',
    'ours reject': 'over',
    'ours finish': 'over',
    initiate: 'ringing-in; ring',
    'initiate, other device': 'ringing-in; ring',
    'initiate, other media': 'ringing-in; ring',
  },
  proposed: {
    'we hang up': 'over; retract cancel → ann@a',
    'we decline': 'over; retract cancel → ann@a',
    'the page closes': 'over; retract cancel → ann@a',
    ringing: 'ringing-out; delivered',
    proceed: 'live; delivered; initiate → ann@a/phone',
    'proceed, other device': 'live; delivered; initiate → ann@a/tablet',
    reject: 'over; ended remote_declined',
    'reject, other device': 'over; ended remote_declined',
    'reject, tie-break': 'yielded',
    finish: 'over; ended remote_declined',
    'finish, other device': 'over; ended remote_declined',
    receipt: 'ringing-out; delivered',
    bounced: 'over; ended unreachable',
    initiate: 'proposed; refuse unknown-session',
    'initiate, other device': 'proposed; refuse unknown-session',
    'initiate, other media': 'proposed; refuse unknown-session',
  },
  'ringing-out': {
    'we hang up': 'over; retract cancel → ann@a',
    'we decline': 'over; retract cancel → ann@a',
    'the page closes': 'over; retract cancel → ann@a',
    proceed: 'live; initiate → ann@a/phone',
    'proceed, other device': 'live; initiate → ann@a/tablet',
    reject: 'over; ended remote_declined',
    'reject, other device': 'over; ended remote_declined',
    'reject, tie-break': 'yielded',
    finish: 'over; ended remote_declined',
    'finish, other device': 'over; ended remote_declined',
    initiate: 'ringing-out; refuse unknown-session',
    'initiate, other device': 'ringing-out; refuse unknown-session',
    'initiate, other media': 'ringing-out; refuse unknown-session',
  },
  yielded: {
    'we hang up': 'over',
    'we decline': 'over',
    'the page closes': 'over',
    initiate: 'yielded; refuse unknown-session',
    'initiate, other device': 'yielded; refuse unknown-session',
    'initiate, other media': 'yielded; refuse unknown-session',
    'time is up': 'over; ended remote_declined',
  },
  'ringing-in': {
    'we answer': 'proceeded; proceed → ann@a/phone',
    'we hang up': 'over; reject busy → ann@a/phone',
    'we decline': 'over; reject decline → ann@a/phone',
    'the page closes': 'over',
    retract: 'over; ended missed',
    'retract, tie-break': 'over; ended answered_elsewhere',
    finish: 'over; ended missed',
    'finish, other device': 'over; ended missed',
    'ours proceed': 'over; ended answered_elsewhere',
    'ours accept': 'over; ended answered_elsewhere',
    'ours reject': 'over; ended answered_elsewhere',
    'ours finish': 'over; ended answered_elsewhere',
    initiate: 'ringing-in; refuse out-of-order',
    'initiate, other device': 'ringing-in; refuse unknown-session',
    'initiate, other media': 'ringing-in; refuse out-of-order',
    'time is up': 'over; ended missed',
  },
  proceeded: {
    'we hang up': 'over; reject busy → ann@a/phone; finish success → ann@a/phone',
    'we decline': 'over; reject decline → ann@a/phone; finish success → ann@a/phone',
    'the page closes': 'over; reject busy → ann@a/phone; finish success → ann@a/phone',
    retract: 'over; ended remote_hung_up',
    'retract, tie-break': 'over; ended remote_hung_up',
    finish: 'over; ended remote_hung_up',
    'ours proceed': 'proceeded!',
    'ours accept': 'proceeded!',
    initiate: 'live; take',
    'initiate, other device': 'proceeded; refuse unknown-session',
    'initiate, other media': 'over; refuse other-media; finish success → ann@a/phone; ended protocol_error',
    'time is up': 'over; finish connectivity-error → ann@a/phone; ended no_connection',
  },
  contested: {
    'we hang up': 'over',
    'we decline': 'over',
    'the page closes': 'over',
    retract: 'over; ended remote_hung_up',
    'retract, tie-break': 'over; ended remote_hung_up',
    finish: 'over; ended remote_hung_up',
    initiate: 'live; take',
    'initiate, other device': 'proceeded!; refuse unknown-session',
    'initiate, other media': 'over; refuse other-media; finish success → ann@a/phone; ended protocol_error',
    'time is up': 'over; ended answered_elsewhere',
  },
  'live, ours': {
    'we hang up': 'over; terminate success; finish success → ann@a/phone',
    'we decline': 'over; terminate decline; finish success → ann@a/phone',
    'the page closes': 'over; terminate gone; finish success → ann@a/phone',
    reject: 'over; finish success → ann@a/phone; ended remote_declined',
    'reject, tie-break': 'over; finish success → ann@a/phone; ended remote_hung_up',
    finish: 'over; finish success → ann@a/phone; ended remote_hung_up',
    initiate: 'live; refuse out-of-order',
    'initiate, other device': 'live; refuse unknown-session',
    'initiate, other media': 'live; refuse out-of-order',
    terminated: 'over; finish success → ann@a/phone; ended remote_hung_up',
    connected: 'live+',
  },
  'live, theirs': {
    'we hang up': 'over; terminate success; finish success → ann@a/phone',
    'we decline': 'over; terminate decline; finish success → ann@a/phone',
    'the page closes': 'over; terminate gone; finish success → ann@a/phone',
    finish: 'over; finish success → ann@a/phone; ended remote_hung_up',
    initiate: 'live; refuse out-of-order',
    'initiate, other device': 'live; refuse unknown-session',
    'initiate, other media': 'live; refuse out-of-order',
    terminated: 'over; finish success → ann@a/phone; ended remote_hung_up',
    connected: 'live+',
  },
  'live, connected': {
    'we hang up': 'over; terminate success; finish success → ann@a/phone',
    'we decline': 'over; terminate decline; finish success → ann@a/phone',
    'the page closes': 'over; terminate gone; finish success → ann@a/phone',
    finish: 'over; finish success → ann@a/phone; ended remote_hung_up',
    initiate: 'live+; refuse out-of-order',
    'initiate, other device': 'live+; refuse unknown-session',
    'initiate, other media': 'live+; refuse out-of-order',
    terminated: 'over; finish success → ann@a/phone; ended remote_hung_up',
  },
  'direct ring': {
    'we answer': 'live; take',
    'we hang up': 'over; terminate success',
    'we decline': 'over; terminate decline',
    'the page closes': 'over; terminate gone',
    initiate: 'ringing-in; refuse out-of-order',
    'initiate, other device': 'ringing-in; refuse unknown-session',
    'initiate, other media': 'ringing-in; refuse out-of-order',
    terminated: 'over; ended missed',
    'time is up': 'over; terminate timeout; ended missed',
  },
  'direct live': {
    'we hang up': 'over; terminate success',
    'we decline': 'over; terminate decline',
    'the page closes': 'over; terminate gone',
    initiate: 'live; refuse out-of-order',
    'initiate, other device': 'live; refuse unknown-session',
    'initiate, other media': 'live; refuse out-of-order',
    terminated: 'over; ended remote_hung_up',
    connected: 'live+',
  },
  over: {
    initiate: 'over; refuse unknown-session',
    'initiate, other device': 'over; refuse unknown-session',
    'initiate, other media': 'over; refuse unknown-session',
  },
};

describe('every phase of message initiation meets every event', () => {
  for (const [name, before] of Object.entries(STATES)) {
    const expected: Readonly<Record<string, string>> = TABLE[name as keyof typeof STATES];
    describe(name, () => {
      const [state] = tell(before);
      for (const [label, event] of Object.entries(EVENTS)) {
        it(`${label} → ${expected[label] ?? 'nothing'}`, () => {
          const late = { ...context, now: NOW + (event.type === 'tick' ? 100_000 : 0) };
          const step = reduce(state, event, late);
          expect(outcome(step)).to.equal(expected[label] ?? outcome([state, []]));
          if (!(label in expected)) expect(step).to.deep.equal([state, []]);
        });
      }
      it('waits until its time is up', () => {
        expect(reduce(state, { type: 'tick' }, context)).to.deep.equal([state, []]);
      });
    });
  }
});
