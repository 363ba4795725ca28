import { expect } from '@open-wc/testing';
import { choose } from '../../../src/card/overlay/choose.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import { callView } from './support/fake-call-assist.ts';

const grandma = {
  accountId: 'account-1',
  contactId: '!grandma:example.org',
  address: '@grandma:example.org',
  name: 'Grandma',
};
const second = (): CallView => callView('ringing-in', { id: 'call-2', peer: grandma });

describe('which call the overlay shows', () => {
  const ended = callView('ended', { id: 'old' });
  /** [calls, view and id, the one that waits] */
  const table: [string, CallView[], string | null, string | null][] = [
    ['nothing', [], null, null],
    ['a running call before an outcome', [ended, callView('active')], 'stage call-1', null],
    ['a ringing call before an outcome', [ended, second()], 'incoming call-2', null],
    ['a running call, and that another waits', [callView('active'), second()], 'stage call-1', 'call-2'],
    ['a dialled call, and that another waits', [second(), callView('dialing')], 'outgoing call-1', 'call-2'],
    ['the first of two that ring', [callView('ringing-in'), second()], 'incoming call-1', null],
    ['the newest outcome', [ended, callView('ended', { id: 'new' })], 'outcome new', null],
    ['nothing after a quiet end', [callView('ended', { reason: 'declined' })], null, null],
  ];
  for (const [name, calls, view, waiting] of table) {
    it(name, () => {
      const shown = choose(calls);
      expect(shown && `${shown.view} ${shown.call.id}`).to.equal(view);
      expect(shown?.waiting?.id ?? null).to.equal(waiting);
    });
  }
});
