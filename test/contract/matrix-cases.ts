import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { ProviderCallEvent } from '../../src/runtime/call/events.ts';
import type { Person } from '../../demo/person/person.ts';
import { eventOf, eventually, types } from './eventually.ts';
import type { KioskPage } from './kiosk-page.ts';
import type { Caller } from './matrix-caller.ts';
import type { BrowserKiosk } from './browser-kiosk.ts';
import { MatrixHarness } from './matrix-harness.ts';
import type { MatrixEndpoints } from './matrix-users.ts';

declare const kiosk: KioskPage;
declare const person: Person & Caller;

const both = { audio: true, video: true };

/** What only Matrix has: defects of stock clients, other devices, keys, and messages that no client would send. */
export function matrixCases(endpoints: () => Promise<MatrixEndpoints>): void {
  describe('Matrix, on a real homeserver', { timeout: 180_000 }, () => {
    let harness: MatrixHarness;
    let side: BrowserKiosk;
    before(async () => {
      harness = await MatrixHarness.start(await endpoints(), false);
      side = await harness.kiosk();
    });
    afterEach(() => side.reset());
    after(() => harness?.close());

    for (const [ours, theirs] of [
      ['0', 'm'],
      ['z', 'm'],
    ] as const) {
      it(`two calls at once, with a stock client (${ours} here, ${theirs} there), end in one that is connected`, async () => {
        const page = await harness.pages.open('matrix-caller');
        const { baseUrl, user, password } = harness.peerUser;
        await page.evaluate((options) => person.ready(options), { baseUrl, user, password });
        await side.page.evaluate((prefix) => (kiosk.idPrefix = prefix), ours);
        const [callId] = await Promise.all([
          side.dial(both),
          page.evaluate(([room, invitee, id]) => person.call(room, invitee, id), [
            harness.room,
            harness.kioskUser.userId,
            `${theirs}${Date.now()}`,
          ] as const),
        ]);
        await eventOf(side, 'accepted');
        await eventually('pictures come', async () => (await side.stats(callId)).video.framesDecoded > 5);
        assert.deepEqual(await types(side), ['delivered', 'accepted']);
        await eventually('one connection each', async () => {
          const there = await page.evaluate(() => person.connections());
          return there === 1 && (await side.openConnections()) === 1;
        });
        await side.hangUp(callId, 'hung_up');
        await eventually('none is left', async () => (await page.evaluate(() => person.connections())) === 0);
        await page.context().close();
      });
    }

    it('stops ringing when another device of the kiosk answers or declines, and says where the call went', async () => {
      await side.page.evaluate(() => (kiosk.idPrefix = ''));
      const peer = await harness.peer();
      const other = await harness.pages.open('matrix-peer');
      const { baseUrl, user, password } = harness.kioskUser;
      await other.evaluate((values) => person.signIn(values), { baseUrl, user, password });
      for (const how of ['answer', 'reject'] as const) {
        await peer.call(both);
        await eventOf(side, 'invited');
        await eventually('the other device rings', () => other.evaluate(() => person.state === 'ringing'));
        await other.evaluate((action) => (action === 'answer' ? person.answer({ video: true }) : person.reject()), how);
        await eventOf(side, 'answered-elsewhere');
        assert.deepEqual(await types(side), ['invited', 'answered-elsewhere']);
        if (how === 'answer') await peer.hangUp();
        await eventually('the caller is idle', async () => (await peer.state()) === 'idle');
        await side.reset();
      }
      await other.context().close();
    });

    it('takes broken, repeated and misplaced messages for what they are, and rings for the next call', async () => {
      const { peerUser, room } = harness;
      const base = { version: '1', party_id: 'ODD', lifetime: 60_000 };
      const sdp = 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';
      const send = (type: string, content: object) => peerUser.send(room, `m.call.${type}`, { ...base, ...content });
      await send('invite', { call_id: 'broken', offer: { type: 'offer', sdp: 'nonsense' } });
      await send('invite', { call_id: 'types', offer: 7, lifetime: 'long' });
      await send('invite', { call_id: 'over', offer: { type: 'offer', sdp } });
      await send('invite', { call_id: 'over', offer: { type: 'offer', sdp } });
      await send('hangup', { call_id: 'over' });
      await send('candidates', { call_id: 'never', candidates: 7 });
      await send('answer', { call_id: 'never' });
      await send('invite', { call_id: 7 });
      await send('invite', { call_id: 'another', invitee: '@another:hs.test', offer: { type: 'offer', sdp } });
      await eventually('all are over', async () => (await types(side)).filter((t) => t === 'remote-ended').length >= 2);
      const reasons = (await side.events()).flatMap((event: ProviderCallEvent) =>
        event.type === 'remote-ended' ? [event.reason] : [],
      );
      assert.ok(
        reasons.every((reason) => reason === 'protocol_error' || reason === 'missed'),
        String(reasons),
      );
      assert.ok(!(await side.events()).some(({ callId }) => /never|another|undefined/.test(callId)));
      await side.reset();
      const peer = await harness.peer();
      await peer.call(both);
      const { callId } = await eventOf(side, 'invited');
      await side.answer(callId, both);
      await eventually('pictures come', async () => (await side.stats(callId)).video.framesDecoded > 5);
      await peer.hangUp();
      await eventOf(side, 'remote-ended');
    });

    it('tells of a call that is too old to ring, at the next start', async () => {
      const { peerUser, room } = harness;
      const offer = { type: 'offer', sdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n' };
      await side.closeSession();
      await peerUser.send(room, 'm.call.invite', {
        version: '1',
        party_id: 'ODD',
        call_id: 'old',
        lifetime: 5_000,
        offer,
      });
      await new Promise((resolve) => setTimeout(resolve, 5_500));
      await side.vanish();
      const find = async () =>
        (await side.events()).find((event) => event.type === 'invited' && event.callId.endsWith(' old'));
      await eventually('it is told', async () => (await find()) !== undefined);
      const told = await find();
      assert.ok(told?.type === 'invited');
      assert.ok(told.lifetime !== null && told.age >= told.lifetime, `age ${told.age} of ${told.lifetime}`);
    });
  });

  describe('Matrix, keys that come late', { timeout: 60_000 }, () => {
    it('rings when the room key comes after the invitation', async () => {
      const harness = await MatrixHarness.start(await endpoints(), true);
      try {
        const peer = await harness.peer();
        const side = await harness.kiosk();
        const held: unknown[] = [];
        let late = true;
        let syncs = 0;
        // Room keys come as to-device messages: those are kept back, as a slow federation does.
        await side.page.route('**/sync?*', async (route) => {
          syncs++;
          const response = await route.fetch().catch(() => null);
          if (!response?.ok()) return route.abort().catch(() => {});
          const body = (await response.json()) as { to_device?: { events: unknown[] } };
          held.push(...(body.to_device?.events ?? []));
          const events = late ? [] : held.splice(0);
          return route.fulfill({ response, json: { ...body, to_device: { events } } }).catch(() => {});
        });
        // The poll that was under way before is not ours.
        await harness.peerUser.send(harness.room, 'm.call.test', {});
        await eventually('a poll of ours', () => Promise.resolve(syncs > 0));
        await peer.call(both);
        await eventually('the key is held back', () => Promise.resolve(held.length > 0));
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        assert.deepEqual(await types(side), []);
        late = false;
        await harness.peerUser.send(harness.room, 'm.call.test', {});
        const { callId, age } = await eventOf(side, 'invited');
        assert.ok(age > 2_000, `age ${age}`);
        await side.answer(callId, both);
        await eventually('pictures come', async () => (await side.stats(callId)).video.framesDecoded > 5);
        assert.equal(await side.security(callId), 'end-to-end-unverified');
        await peer.hangUp();
        await eventOf(side, 'remote-ended');
      } finally {
        await harness.close();
      }
    });
  });
}
