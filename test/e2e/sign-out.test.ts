import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mediaFlows } from './support/media.ts';
import { house } from './support/house.ts';

describe('an account that goes away in a call', () => {
  it('ends the call here and there, frees the devices, and can come back', async () => {
    const { kiosk, stack, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.call('ringing-in');
    await kiosk.touch('answer-video');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await kiosk.page.evaluate(() => {
      const { accounts } = window.callAssist!.snapshot.value;
      return window.callAssist!.signOut(accounts.find(({ protocol }) => protocol === 'matrix')!.id);
    });
    await person.stateIs('idle');
    await kiosk.helperIs('last_result', 'signed_out');
    // The XMPP account is still there.
    await kiosk.helperIs('state', 'idle');
    await kiosk.quiet();
    const { baseUrl, kiosk: account } = stack.endpoints.matrix;
    const { userId: user, password } = account;
    await kiosk.page.evaluate((values) => window.callAssist!.addAccount('matrix', values), {
      homeserver: baseUrl,
      user,
      password,
    });
    await kiosk.ready();
    await kiosk.command({ type: 'dismiss', by: 'page' });
    await person.call();
    const again = await kiosk.call('ringing-in');
    assert.equal(again.peer.name, 'Grandma');
    await kiosk.touch('decline');
    await person.stateIs('idle');
    await kiosk.endAll();
  });
});
