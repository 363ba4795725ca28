import { expect } from '@open-wc/testing';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { withoutOldLeaves } from '../../../../../../../src/runtime/providers/matrix/matrix-rtc/signalling/old-leaves.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const PLACE = { room_id: '!r:test', type: 'org.matrix.msc3401.call.member', state_key: '_@us:test_KIOSK_m.call' };

describe('leaves that the server is to send later', () => {
  let listed: unknown;
  let cancelled: string[];
  let asked: number;
  const client = {
    count: 0,
    async _unstable_sendDelayedStateEvent(): Promise<{ delay_id: string }> {
      return { delay_id: `own ${(this.count += 1)}` };
    },
    async _unstable_getDelayedEvents(): Promise<unknown> {
      asked += 1;
      if (listed instanceof Error) throw listed;
      return listed;
    },
    async _unstable_cancelScheduledDelayedEvent(id: string): Promise<object> {
      cancelled.push(id);
      return {};
    },
  };
  beforeEach(() => {
    client.count = asked = 0;
    cancelled = [];
  });

  type Schedule = MatrixClient['_unstable_sendDelayedStateEvent'];
  /** As often as the SDK does. */
  async function schedule(times = 1): Promise<string> {
    const { _unstable_sendDelayedStateEvent: send } = withoutOldLeaves(client as unknown as MatrixClient);
    let id = '';
    for (let time = 0; time < times; time += 1) {
      const sent = await send(PLACE.room_id, { delay: 1 }, PLACE.type as Parameters<Schedule>[2], {}, PLACE.state_key);
      id = sent.delay_id;
    }
    await waitUntil(() => asked > 0);
    return id;
  }

  for (const form of ['scheduled', 'delayed_events']) {
    it(`are cancelled where they wait for the same place, but for the own one (${form})`, async () => {
      listed = {
        [form]: [
          { ...PLACE, delay_id: 'given up' },
          { ...PLACE, delay_id: 'own 1' },
          { ...PLACE, delay_id: 'of a page that died' },
          { ...PLACE, room_id: '!other:test', delay_id: 'elsewhere' },
          { ...PLACE, state_key: '_@us:test_PHONE_m.call', delay_id: 'another device' },
          { ...PLACE, type: 'm.room.topic', delay_id: 'another kind' },
          { ...PLACE, delay_id: 7 },
          null,
        ],
      };
      expect(await schedule()).to.equal('own 1');
      await waitUntil(() => cancelled.length > 0);
      expect(cancelled).to.deep.equal(['given up', 'of a page that died']);
    });
  }

  it('are looked for once in a call', async () => {
    listed = { scheduled: [] };
    expect(await schedule(3)).to.equal('own 3');
    expect(asked).to.equal(1);
  });

  for (const broken of [null, {}, { scheduled: 'all' }, new Error('unknown')]) {
    it(`hinder nothing where the server says ${broken instanceof Error ? 'no' : JSON.stringify(broken)}`, async () => {
      listed = broken;
      expect(await schedule()).to.equal('own 1');
      expect(cancelled).to.deep.equal([]);
    });
  }
});
