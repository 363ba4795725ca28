import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Connection } from 'home-assistant-js-websocket';
import type { Page } from 'playwright-core';
import { dashboardPath } from '../../demo/home-assistant/dashboard.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';
import { assistOn, assistOpens, makePipeline, makeScript, ring, stateOf } from './support/rings.ts';

const WASH = { id: 'wash', kind: 'assist', name: 'Washing machine', listen: false };

describe('Home Assistant calls the person', () => {
  let pipeline = '';
  before(async () => {
    pipeline = await makePipeline(await house(), 'Attic');
  });
  afterEach(async () => (await house()).kiosk.endAll());

  for (const path of [dashboardPath, '/history', '/profile/general']) {
    it(`Assist rings while ${path} is open; accepting ends the ring and opens Assist in that pipeline`, async () => {
      const { kiosk } = await house();
      await kiosk.navigate(path);
      await ring(kiosk, { ...WASH, pipe: pipeline });
      await kiosk.helperIs('state', 'ringing');
      await kiosk.helperIs('with', 'Washing machine');
      await kiosk.helperIs('ring', '');
      await kiosk.until('the ringtone', () => kiosk.sounding());
      await kiosk.page.locator('ca-overlay [data-ring="assist"]').waitFor();
      await kiosk.touchOverlay('answer-voice');
      assert.equal(await assistOpens(kiosk), pipeline);
      await kiosk.helperIs('last_result', 'accepted');
      await kiosk.helperIs('state', 'idle');
      await kiosk.silent();
      await kiosk.quiet();
      await kiosk.navigate(dashboardPath);
    });
  }

  it('a script accepts, too', async () => {
    const { kiosk } = await house();
    await ring(kiosk, WASH);
    await kiosk.helperIs('state', 'ringing');
    await kiosk.press('answer');
    await assistOpens(kiosk);
    await kiosk.helperIs('last_result', 'accepted');
  });

  it('declined, unanswered, taken back: each says so, and Assist stays closed', async () => {
    const { kiosk } = await house();
    await ring(kiosk, WASH);
    await kiosk.call('ringing-in');
    await kiosk.touchOverlay('decline');
    await kiosk.helperIs('last_result', 'declined');
    await kiosk.helperIs('state', 'idle');
    await ring(kiosk, { ...WASH, id: 'wash-2', secs: 5 });
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('last_result', 'missed');
    await kiosk.helperIs('state', 'idle');
    await ring(kiosk, { ...WASH, id: 'wash-3' });
    await kiosk.helperIs('state', 'ringing');
    await ring(kiosk, { id: 'wash-3', kind: 'stop' });
    await kiosk.helperIs('last_result', 'answered_elsewhere');
    await kiosk.helperIs('state', 'idle');
    assert.equal((await assistOn(kiosk)).open, false);
  });

  it('rings behind a call that runs, and a third is busy; accepting ends the call', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await ring(kiosk, WASH);
    await kiosk.call('ringing-in');
    await kiosk.helperIs('state', 'in_call');
    await ring(kiosk, { ...WASH, id: 'third' });
    await kiosk.helperIs('last_result', 'busy_here');
    await kiosk.touch('end-and-answer');
    await person.stateIs('idle');
    await assistOpens(kiosk);
    await kiosk.helperIs('last_result', 'accepted');
    await kiosk.quiet();
  });

  it('does not ring while nobody is to be disturbed', async () => {
    const { kiosk } = await house();
    const quiet = { entity_id: 'input_boolean.call_assist_kitchen_do_not_disturb' };
    await kiosk.service('input_boolean', 'turn_on', quiet);
    await kiosk.until('quiet', async () => (await kiosk.snapshot()).quiet);
    await ring(kiosk, WASH);
    await kiosk.helperIs('last_result', 'do_not_disturb');
    await kiosk.service('input_boolean', 'turn_off', quiet);
    await kiosk.until('no quiet', async () => !(await kiosk.snapshot()).quiet);
  });

  it('opens Assist when Home Assistant is back, or says after five seconds that it is not', async () => {
    const { kiosk } = await house();
    await ring(kiosk, WASH);
    await kiosk.call('ringing-in');
    await leaveHomeAssistant(kiosk.page);
    await kiosk.touchOverlay('answer-voice');
    await comeBack(kiosk.page);
    await assistOpens(kiosk);
    await kiosk.helperIs('last_result', 'accepted');
    await ring(kiosk, { ...WASH, id: 'later' });
    await kiosk.call('ringing-in');
    await leaveHomeAssistant(kiosk.page);
    try {
      await kiosk.touchOverlay('answer-voice');
      await kiosk.page
        .locator('ca-overlay [data-reason="unreachable"][data-ring="assist"]')
        .waitFor({ timeout: 10_000 });
    } finally {
      await comeBack(kiosk.page);
    }
    await kiosk.touchOverlay('dismiss');
    await kiosk.helperIs('last_result', 'unreachable', 60_000);
    assert.equal((await assistOn(kiosk)).open, false);
    await kiosk.open();
  });

  it('goes on ringing while Home Assistant restarts, and accepting opens Assist then', async () => {
    const { kiosk, stack } = await house();
    await ring(kiosk, WASH);
    await kiosk.call('ringing-in');
    await stack.restartHomeAssistant();
    await kiosk.helperIs('state', 'ringing', 60_000);
    assert.equal(await kiosk.helper('ring'), '', 'it is not rung again');
    await kiosk.touchOverlay('answer-voice');
    await assistOpens(kiosk, 30_000);
    await kiosk.helperIs('last_result', 'accepted');
    await kiosk.helperIs('state', 'idle');
  });

  it('connects with a contact: after a ring here, or at once', async () => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await ring(kiosk, { id: 'c', kind: 'connect', to: 'Grandma' });
    await kiosk.helperIs('state', 'ringing');
    await kiosk.helperIs('with', 'Grandma');
    await kiosk.touchOverlay('answer-voice');
    await person.stateIs('ringing');
    await person.answer();
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await kiosk.helperIs('state', 'idle');
    await kiosk.quiet();
    await ring(kiosk, { id: 'c2', kind: 'connect', to: 'Grandma', now: true });
    await person.stateIs('ringing');
    await kiosk.press('hang_up');
    await person.stateIs('idle');
  });

  it('says something on the card in silence; its action runs, and it is gone', async () => {
    const { kiosk, stack, ...home } = await house();
    const ran = await makeScript(home, stack, 'rings_tidy_up');
    await ring(kiosk, { id: 'note', kind: 'note', name: 'Washing machine', text: 'It is done.', run: 'rings_tidy_up' });
    const note = kiosk.page.locator('[data-note="ring-note"]').first();
    await note.waitFor();
    await kiosk.helperIs('ring', '');
    assert.equal(await kiosk.helper('state'), 'idle');
    assert.equal(await kiosk.sounding(), false);
    await note.locator('[data-action="ring-take"]').click();
    await kiosk.until('the script to run', async () => (await stateOf(stack, ran)) === 'on');
    await note.waitFor({ state: 'detached' });
  });

  describe('with what makes no sense', () => {
    const wrong: [what: string, value: unknown, reason: string][] = [
      ['no JSON', 'ring the bell', 'refused_bad_value'],
      ['an unknown kind', { id: 'a', kind: 'party' }, 'refused_bad_value'],
      ['an unknown key', { ...WASH, colour: 'red' }, 'refused_bad_value'],
      ['a wrong type', { ...WASH, secs: 'long' }, 'refused_bad_value'],
      ['an entity that is no camera', { id: 'd', kind: 'door', camera: 'sun.sun' }, 'refused_bad_value'],
      ['a camera that is not there', { id: 'd', kind: 'door', camera: 'camera.cellar' }, 'refused_bad_value'],
      ['a pipeline that is not there', { ...WASH, pipe: 'cellar' }, 'refused_bad_value'],
      ['somebody unknown', { id: 'c', kind: 'connect', to: 'Nobody at all' }, 'refused_unknown_contact'],
    ];
    let refusals = 0;
    for (const [what, value, reason] of wrong) {
      it(`${what}: a reason in the last result, a line in the report, and nothing rings`, async () => {
        const { kiosk } = await house();
        await ring(kiosk, value);
        refusals += 1;
        await kiosk.until('a line in the report', async () => {
          const report = await kiosk.page.evaluate(() => window.callAssist!.report());
          return report.match(/a ring was refused/g)?.length === refusals;
        });
        await kiosk.helperIs('last_result', reason);
        await kiosk.helperIs('ring', '');
        assert.deepEqual((await kiosk.snapshot()).calls, []);
        assert.equal(await kiosk.helper('state'), 'idle');
      });
    }
  });

  after(async () => {
    const { kiosk } = await house();
    await kiosk.open();
  });
});

/** Home Assistant's socket of the page breaks, and is not tried again before `comeBack`. */
function leaveHomeAssistant(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { conn } = await (window as unknown as { hassConnection: Promise<{ conn: Connection }> }).hassConnection;
    const gone = new Promise<void>((resolve) => conn.addEventListener('disconnected', () => resolve()));
    const back = new Promise<void>((resolve) => addEventListener('come-back', () => resolve(), { once: true }));
    conn.suspendReconnectUntil(back);
    conn.suspend();
    await gone;
  });
}

function comeBack(page: Page): Promise<unknown> {
  return page.evaluate(() => dispatchEvent(new Event('come-back')));
}
