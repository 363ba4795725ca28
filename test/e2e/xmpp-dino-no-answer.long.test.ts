import { describe, it } from 'node:test';
import { people } from '../../demo/xmpp/people.ts';
import { dinoRemembers } from './support/dino.ts';
import { house } from './support/house.ts';

const emil = people[1]!;

describe('nobody is at Dino', () => {
  it('after a minute the tablet says so, and Dino has missed a call', async () => {
    const { kiosk, stack } = await house();
    const { dino } = await stack.dino(emil);
    await kiosk.callContact(emil.jid);
    await dino.rings();
    await kiosk.helperIs('last_result', 'no_answer', 75_000);
    await dinoRemembers(dino, { direction: 'incoming', state: 'missed' });
    await kiosk.quiet();
    await dino.stop();
  });
});
