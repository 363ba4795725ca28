import { expect } from '@open-wc/testing';
import type { CallPhase } from '../../../../src/runtime/call/call.ts';
import type { CallEvent } from '../../../../src/runtime/call/events.ts';
import { event, situations, type Situation, type Story } from './story.ts';

/**
 * Events as the table names them. They are for call `a`, except `dial` and `invited`: these bring a call `b`.
 * `echo`: the invitation of `a` (again). `late tick`: the tick at the next deadline; a plain `tick` comes before it.
 */
type Happening = CallEvent['type'] | 'echo' | 'late tick';

/**
 * What becomes of call `a`, and the effects. `=`: nothing at all, the very same state. Every phase meets every event:
 * the types hold both sides complete. `placed` is dialing with the invitation on its way.
 */
const table: Readonly<Record<Situation, Readonly<Record<Happening, string>>>> & Record<CallPhase, unknown> = {
  idle: {
    dial: 'gone, start-media b audio+video',
    answer: 'gone',
    decline: 'gone, fail decline refused_nothing_rings',
    'hang-up': 'gone, fail hang-up refused_not_ready',
    'set-media': 'gone, fail set-media refused_not_ready',
    dismiss: 'gone, fulfil dismiss',
    refused: 'gone, fail refused refused_unknown_contact',
    invited: 'gone, start-sound b ringtone, prepare b',
    echo: 'ringing-in, start-sound a ringtone, prepare a',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': '=',
    'media-ready': '=',
    'media-failed': '=',
    'sending-changed': '=',
    'media-flowing': '=',
    released: '=',
    'page-closing': '=',
    policy: 'gone',
    tick: '=',
    'late tick': '=',
  },
  dialing: {
    dial: 'dialing, fail dial refused_busy',
    answer: 'dialing, fail answer refused_nothing_rings',
    decline: 'dialing, fail decline refused_nothing_rings',
    'hang-up': 'ending hung_up, record a hung_up, release a, fail dial hung_up, fulfil hang-up',
    'set-media': 'dialing, set-media a audio, fulfil set-media',
    dismiss: 'dialing, fail dismiss refused_not_ready',
    refused: 'dialing, fail refused refused_unknown_contact',
    invited: 'gone, release a, fulfil dial, start-media b audio+video, send-answer b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': 'ending remote_hung_up, record a remote_hung_up, release a, fail dial remote_hung_up',
    'media-ready': 'dialing, place a',
    'media-failed': 'ending microphone_denied, record a microphone_denied, release a, fail dial microphone_denied',
    'sending-changed': 'dialing',
    'media-flowing': '=',
    released: 'ending internal_error, record a internal_error, release a, fail dial internal_error',
    'page-closing': 'ending kiosk_closed, record a kiosk_closed, release a, fail dial kiosk_closed',
    policy: 'dialing',
    tick: '=',
    'late tick': 'ending unreachable, record a unreachable, release a, fail dial unreachable',
  },
  placed: {
    dial: 'dialing, fail dial refused_busy',
    answer: 'dialing, fail answer refused_nothing_rings',
    decline: 'dialing, fail decline refused_nothing_rings',
    'hang-up': 'ending hung_up, send-hang-up a hung_up, record a hung_up, release a, fail dial hung_up, fulfil hang-up',
    'set-media': 'dialing, set-media a audio, fulfil set-media',
    dismiss: 'dialing, fail dismiss refused_not_ready',
    refused: 'dialing, fail refused refused_unknown_contact',
    invited: 'dialing, start-sound b waiting, prepare b',
    echo: '=',
    delivered: 'ringing-out, start-sound a ringback, fulfil dial',
    accepted: 'connecting, fulfil dial',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': 'ending remote_hung_up, record a remote_hung_up, release a, fail dial remote_hung_up',
    'media-ready': '=',
    'media-failed':
      'ending microphone_denied, send-hang-up a microphone_denied, record a microphone_denied, release a, fail dial microphone_denied',
    'sending-changed': 'dialing',
    'media-flowing': 'active, fulfil dial',
    released:
      'ending internal_error, send-hang-up a internal_error, record a internal_error, release a, fail dial internal_error',
    'page-closing':
      'ending kiosk_closed, send-hang-up a kiosk_closed, record a kiosk_closed, release a, fail dial kiosk_closed',
    policy: 'dialing',
    tick: '=',
    'late tick':
      'ending unreachable, send-hang-up a unreachable, record a unreachable, release a, fail dial unreachable',
  },
  'ringing-out': {
    dial: 'ringing-out, fail dial refused_busy',
    answer: 'ringing-out, fail answer refused_nothing_rings',
    decline: 'ringing-out, fail decline refused_nothing_rings',
    'hang-up': 'ending hung_up, stop-sound a, send-hang-up a hung_up, record a hung_up, release a, fulfil hang-up',
    'set-media': 'ringing-out, set-media a audio, fulfil set-media',
    dismiss: 'ringing-out, fail dismiss refused_not_ready',
    refused: 'ringing-out, fail refused refused_unknown_contact',
    invited: 'ringing-out, start-sound b waiting, prepare b',
    echo: '=',
    delivered: '=',
    accepted: 'connecting, stop-sound a',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': 'ending remote_hung_up, stop-sound a, record a remote_hung_up, release a',
    'media-ready': '=',
    'media-failed':
      'ending microphone_denied, stop-sound a, send-hang-up a microphone_denied, record a microphone_denied, release a',
    'sending-changed': 'ringing-out',
    'media-flowing': 'active, stop-sound a',
    released: 'ending internal_error, stop-sound a, send-hang-up a internal_error, record a internal_error, release a',
    'page-closing': 'ending kiosk_closed, stop-sound a, send-hang-up a kiosk_closed, record a kiosk_closed, release a',
    policy: 'ringing-out',
    tick: '=',
    'late tick': 'ending no_answer, stop-sound a, send-hang-up a no_answer, record a no_answer, release a',
  },
  'ringing-in': {
    dial: 'ringing-in, fail dial refused_busy',
    answer: 'connecting, stop-sound a, start-media a audio+video, send-answer a',
    decline: 'ending declined, stop-sound a, send-decline a declined, record a declined, release a, fulfil decline',
    'hang-up': 'ending declined, stop-sound a, send-decline a declined, record a declined, release a, fulfil hang-up',
    'set-media': 'ringing-in, fail set-media refused_not_ready',
    dismiss: 'ringing-in, fail dismiss refused_not_ready',
    refused: 'ringing-in, fail refused refused_unknown_contact',
    invited: 'ringing-in, start-sound b waiting, prepare b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': 'ending answered_elsewhere, stop-sound a, record a answered_elsewhere, release a',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': 'ending missed, stop-sound a, record a missed, release a',
    'media-ready': '=',
    'media-failed': '=',
    'sending-changed': 'ringing-in',
    'media-flowing': '=',
    released: 'ending internal_error, stop-sound a, record a internal_error, release a',
    'page-closing': 'gone, stop-sound a, release a',
    policy: 'ringing-in',
    tick: '=',
    'late tick': 'ending missed, stop-sound a, record a missed, release a',
  },
  connecting: {
    dial: 'connecting, fail dial refused_busy',
    answer: 'connecting',
    decline: 'connecting, fail decline refused_nothing_rings',
    'hang-up':
      'ending hung_up, send-hang-up a hung_up, record a hung_up, release a, fail answer hung_up, fulfil hang-up',
    'set-media': 'connecting, set-media a audio, fulfil set-media',
    dismiss: 'connecting, fail dismiss refused_not_ready',
    refused: 'connecting, fail refused refused_unknown_contact',
    invited: 'connecting, start-sound b waiting, prepare b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere':
      'ending answered_elsewhere, record a answered_elsewhere, release a, fail answer answered_elsewhere',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': 'ending remote_hung_up, record a remote_hung_up, release a, fail answer remote_hung_up',
    'media-ready': '=',
    'media-failed':
      'ending microphone_denied, send-hang-up a microphone_denied, record a microphone_denied, release a, fail answer microphone_denied',
    'sending-changed': 'connecting',
    'media-flowing': 'active, fulfil answer',
    released:
      'ending internal_error, send-hang-up a internal_error, record a internal_error, release a, fail answer internal_error',
    'page-closing':
      'ending kiosk_closed, send-hang-up a kiosk_closed, record a kiosk_closed, release a, fail answer kiosk_closed',
    policy: 'connecting',
    tick: '=',
    'late tick':
      'ending no_connection, send-hang-up a no_connection, record a no_connection, release a, fail answer no_connection',
  },
  active: {
    dial: 'active, fail dial refused_busy',
    answer: 'active, fulfil answer',
    decline: 'active, fail decline refused_nothing_rings',
    'hang-up': 'ending hung_up, send-hang-up a hung_up, record a hung_up, release a, fulfil hang-up',
    'set-media': 'active, set-media a audio, fulfil set-media',
    dismiss: 'active, fail dismiss refused_not_ready',
    refused: 'active, fail refused refused_unknown_contact',
    invited: 'active, start-sound b waiting, prepare b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': '=',
    disconnected: 'reconnecting',
    reconnected: '=',
    'remote-ended': 'ending remote_hung_up, record a remote_hung_up, release a',
    'media-ready': '=',
    'media-failed': 'ending microphone_denied, send-hang-up a microphone_denied, record a microphone_denied, release a',
    'sending-changed': 'active',
    'media-flowing': '=',
    released: 'ending internal_error, send-hang-up a internal_error, record a internal_error, release a',
    'page-closing': 'ending kiosk_closed, send-hang-up a kiosk_closed, record a kiosk_closed, release a',
    policy: 'active',
    tick: '=',
    'late tick': '=',
  },
  reconnecting: {
    dial: 'reconnecting, fail dial refused_busy',
    answer: 'reconnecting, fulfil answer',
    decline: 'reconnecting, fail decline refused_nothing_rings',
    'hang-up': 'ending hung_up, send-hang-up a hung_up, record a hung_up, release a, fulfil hang-up',
    'set-media': 'reconnecting, set-media a audio, fulfil set-media',
    dismiss: 'reconnecting, fail dismiss refused_not_ready',
    refused: 'reconnecting, fail refused refused_unknown_contact',
    invited: 'reconnecting, start-sound b waiting, prepare b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: 'active',
    'remote-ended': 'ending remote_hung_up, record a remote_hung_up, release a',
    'media-ready': '=',
    'media-failed': 'ending microphone_denied, send-hang-up a microphone_denied, record a microphone_denied, release a',
    'sending-changed': 'reconnecting',
    'media-flowing': '=',
    released: 'ending internal_error, send-hang-up a internal_error, record a internal_error, release a',
    'page-closing': 'ending kiosk_closed, send-hang-up a kiosk_closed, record a kiosk_closed, release a',
    policy: 'reconnecting',
    tick: '=',
    'late tick': 'reconnecting, restart-connection a',
  },
  ending: {
    dial: 'ending hung_up, start-media b audio+video',
    answer: 'ending hung_up, fail answer hung_up',
    decline: 'ending hung_up, fulfil decline',
    'hang-up': 'ending hung_up, fulfil hang-up',
    'set-media': 'ending hung_up, fail set-media refused_not_ready',
    dismiss: 'gone, fulfil dismiss',
    refused: 'ending hung_up, fail refused refused_unknown_contact',
    invited: 'ending hung_up, start-sound b ringtone, prepare b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': '=',
    'media-ready': '=',
    'media-failed': '=',
    'sending-changed': 'ending hung_up',
    'media-flowing': '=',
    released: 'ended hung_up',
    'page-closing': '=',
    policy: 'ending hung_up',
    tick: '=',
    'late tick': 'ended hung_up',
  },
  ended: {
    dial: 'gone, start-media b audio+video',
    answer: 'ended hung_up, fail answer hung_up',
    decline: 'ended hung_up, fulfil decline',
    'hang-up': 'ended hung_up, fulfil hang-up',
    'set-media': 'ended hung_up, fail set-media refused_not_ready',
    dismiss: 'gone, fulfil dismiss',
    refused: 'ended hung_up, fail refused refused_unknown_contact',
    invited: 'ended hung_up, start-sound b ringtone, prepare b',
    echo: '=',
    delivered: '=',
    accepted: '=',
    'answered-elsewhere': '=',
    disconnected: '=',
    reconnected: '=',
    'remote-ended': '=',
    'media-ready': '=',
    'media-failed': '=',
    'sending-changed': 'ended hung_up',
    'media-flowing': '=',
    released: 'ended hung_up',
    'page-closing': '=',
    policy: 'ended hung_up',
    tick: '=',
    'late tick': 'gone',
  },
};

describe('every phase meets every event', () => {
  for (const situation of Object.keys(table) as Situation[]) {
    for (const happening of Object.keys(table[situation]) as Happening[]) {
      const result = table[situation][happening];
      it(`${situation} + ${happening} → ${result}`, () => {
        const story = situations[situation]();
        const before = story.state;
        const effects = happen(story, happening);
        if (result === '=') expect(story.state).to.equal(before);
        expect([story.phase(), ...effects].join(', ')).to.equal(result === '=' ? story.phase() : result);
      });
    }
  }
});

function happen(story: Story, happening: Happening): string[] {
  switch (happening) {
    case 'dial':
    case 'invited':
      return story.tell(happening, { callId: 'b' });
    case 'echo':
      return story.tell('invited');
    case 'late tick':
      return story.wait();
    default:
      return story.happens(event(happening));
  }
}
