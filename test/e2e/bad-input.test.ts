import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { dashboardPath } from '../../demo/home-assistant/dashboard.ts';
import { request, type Session, signIn, signOut } from '../../demo/matrix/api.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';

describe('bad input', () => {
  let grandma: Session;
  let room: string;

  before(async () => {
    const { stack } = await house();
    const contact = stack.accounts.people.find(({ name }) => name === 'Grandma')!;
    room = contact.roomId;
    grandma = await signIn('grandma', contact.password);
  });
  after(() => signOut(grandma));
  afterEach(async () => (await house()).kiosk.endAll());

  const send = (type: string, body: object): Promise<unknown> =>
    request('PUT', `/rooms/${encodeURIComponent(room)}/send/${type}/${randomUUID()}`, { session: grandma, body });

  const invites: [what: string, content: object][] = [
    ['broken SDP', { offer: { type: 'offer', sdp: 'v=0\r\nnonsense' } }],
    ['huge SDP', { offer: { type: 'offer', sdp: `v=0\r\n${'a=x\r\n'.repeat(9_000)}` } }],
    ['no offer', {}],
    ['an offer of the wrong type', { offer: 5 }],
    ['a lifetime of the wrong type', { offer: { type: 'offer', sdp: 'v=0\r\n' }, lifetime: 'long' }],
  ];
  for (const [what, content] of invites) {
    it(`an invitation with ${what} harms nothing: the next call is as good as any`, async () => {
      const { kiosk, ...home } = await house();
      await send('m.call.invite', { call_id: randomUUID(), party_id: 'P', version: '1', lifetime: 60_000, ...content });
      const person = await home.person('Ben');
      await person.call();
      const call = await kiosk.until('Ben’s call to ring', async () =>
        (await kiosk.snapshot()).calls.some(({ phase, peer }) => phase === 'ringing-in' && peer.name === 'Ben'),
      );
      assert.equal(call, undefined);
      const ringing = (await kiosk.snapshot()).calls.find(({ peer }) => peer.name === 'Ben')!;
      void kiosk.command({ type: 'answer', callId: ringing.id, video: true, by: 'page' });
      await mediaFlows(kiosk, await kiosk.call('active'), person);
      await person.hangUp();
      await kiosk.endAll();
    });
  }

  it('call messages without a call, twice and out of order change nothing', async () => {
    const { kiosk } = await house();
    const before = (await kiosk.snapshot()).history[0]?.id;
    const call = { call_id: randomUUID(), party_id: 'P', version: '1' };
    for (const type of [
      'm.call.answer',
      'm.call.candidates',
      'm.call.hangup',
      'm.call.hangup',
      'm.call.select_answer',
    ]) {
      await send(type, { ...call, candidates: 'none', answer: [] });
    }
    // Ended before it came: it must not ring.
    await send('m.call.invite', { ...call, lifetime: 60_000, offer: { type: 'offer', sdp: 'v=0\r\n' } });
    await send('m.room.message', { msgtype: 'm.text', body: 'after all of it' });
    await kiosk.page.waitForTimeout(1_500); // Nothing is to happen, so there is no event to wait for.
    const { calls, history } = await kiosk.snapshot();
    assert.deepEqual(calls, []);
    assert.equal(history[0]?.id, before);
    await kiosk.helperIs('state', 'idle');
  });

  it('a camera entity that does not exist: the call goes on with this device’s camera, and says so', async () => {
    const { kiosk, ...home } = await house();
    await kiosk.page.evaluate(() => window.callAssist!.configureStation({ camera: 'camera.nobody' }));
    try {
      const person = await home.person('Grandma');
      await person.call();
      await kiosk.call('ringing-in');
      await kiosk.touch('answer-video');
      const call = await kiosk.call('active');
      await kiosk.until(
        'a picture of the device at the far end',
        async () => (await person.stats()).framesDecoded > 10,
      );
      assert.equal(await person.timecode(), null, 'it is not the camera of the house');
      const { camera } = (await kiosk.snapshot()).calls.find(({ id }) => id === call.id)!;
      assert.deepEqual(camera, { state: 'on', path: 'device', source: 'this_device' });
      await person.hangUp();
      await kiosk.quiet();
    } finally {
      await kiosk.page.evaluate(() => window.callAssist!.configureStation({ camera: 'camera.front_door' }));
    }
  });

  it('station settings of the wrong kind are refused and name the key', async () => {
    const { kiosk } = await house();
    const message = await kiosk.page.evaluate(async () => {
      try {
        await window.callAssist!.configureStation({ camera: 'light.kitchen' as 'this_device' });
        return '';
      } catch (error) {
        return String(error);
      }
    });
    assert.match(message, /station\.camera/);
  });

  it('a card with a wrong type in its configuration says which key, and the others work', async () => {
    const { kiosk } = await house();
    const message = await kiosk.page.evaluate(() => {
      const card = document.createElement('call-assist-card') as HTMLElement & { setConfig(config: object): void };
      try {
        card.setConfig({ type: 'custom:call-assist-card', name: 5 });
        return '';
      } catch (error) {
        return String(error);
      }
    });
    assert.match(message, /name: a text is needed/);
  });

  it('a helper that is deleted is reported and not made again; the card works on', async () => {
    const { kiosk, ...home } = await house();
    await home.adminCommand('input_text/delete', { input_text_id: 'call_assist_kitchen_with' });
    await kiosk.until('the missing helper to be reported', async () => {
      const { problems } = await kiosk.snapshot();
      return problems.some(
        (problem) => problem.kind === 'helpers-missing' && problem.entities.some((id) => id.endsWith('_with')),
      );
    });
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.touch('decline');
    await person.stateIs('idle');
    await home.adminCommand('input_text/create', { name: 'Call Assist Kitchen with', max: 255 });
    await kiosk.until('the helper to be found again', async () => {
      const { problems } = await kiosk.snapshot();
      return !problems.some(({ kind }) => kind === 'helpers-missing');
    });
  });

  it('a file that an update has removed under the open page: it is loaded anew, once, and calls ring', async () => {
    const { kiosk, ...home } = await house();
    let loads = 0;
    await kiosk.page.route(/\/matrix-[^/]*\.js/, (route) =>
      loads < 2 ? route.fulfill({ status: 404 }) : route.continue(),
    );
    const count = (): void => void (loads += 1);
    kiosk.page.on('domcontentloaded', count);
    try {
      await kiosk.page.reload();
      await kiosk.until('the page to load itself anew', () => Promise.resolve(loads === 2), 30_000);
      await kiosk.ready();
      const person = await home.person('Grandma');
      await person.call();
      await kiosk.call('ringing-in');
      await person.hangUp();
      assert.equal(loads, 2);
    } finally {
      kiosk.page.off('domcontentloaded', count);
      await kiosk.page.unrouteAll();
    }
  });

  it('an http page that is not secure: explained first, and nothing crashes', async () => {
    const { stack, ...home } = await house();
    const host = 'call-assist.test';
    const { chromium } = await import('playwright-core');
    const url = new URL(stack.endpoints.homeAssistant.url);
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', `--host-resolver-rules=MAP ${host} 127.0.0.1`],
    });
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await home.signInToHomeAssistant(page, `http://${host}:${url.port}`);
      await page.goto(`http://${host}:${url.port}${dashboardPath}`);
      await page.getByText('This page is not secure').first().waitFor({ timeout: 30_000 });
      assert.deepEqual(
        errors.filter((text) => /call-assist/i.test(text)),
        [],
      );
    } finally {
      await browser.close();
    }
  });
});
