import type { Browser } from 'playwright-core';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import { helperOf } from '../../test/e2e/support/helpers.ts';
import { Kiosk } from '../../test/e2e/support/kiosk.ts';
import { PersonPage } from '../../test/e2e/support/person.ts';
import { installProbe } from '../probe.ts';
import { Clients } from './clients.ts';
import { answerInPage, markAnswered, type Marks, markRinging } from './marks.ts';

type AnsweredBy = 'helper' | 'page';

/** Milliseconds, one a call. */
export interface Samples {
  /** A button that nothing hears → a second client is told; before the call. */
  readonly bare: number[];
  /** The same while the tablet rings. */
  readonly bareRinging: number[];
  /** The invitation leaves → the tablet's page knows that it rings. */
  readonly ringing: number[];
  /** The invitation leaves → a second client is told that `_state` is ringing. */
  readonly state: number[];
  /** The page is told to answer, or `_answer` is pressed → it has begun to. */
  readonly taken: Readonly<Record<AnsweredBy, number[]>>;
  /** The same → the caller's client has the answer. */
  readonly answered: Readonly<Record<AnsweredBy, number[]>>;
}

interface Setting {
  readonly kiosk: Kiosk;
  readonly caller: PersonPage;
  readonly clients: Clients;
}

/** Calls to the tablet, answered by helper and by its page in turns; the first pair warms up and is thrown away. */
export async function measureHelpers(stack: Stack, browser: Browser, rounds: number): Promise<Samples> {
  const kiosk = await Kiosk.connect(stack);
  const clients = await Clients.connect(stack);
  try {
    const caller = await PersonPage.open(browser, stack, 'Grandma', { initScript: [installProbe, 'false'] });
    await kiosk.page.evaluate(markRinging);
    await caller.page.evaluate(markAnswered);
    const setting = { kiosk, caller, clients };
    await measureRounds(setting, 1);
    const samples = await measureRounds(setting, rounds);
    await caller.close();
    return samples;
  } finally {
    clients.close();
    await kiosk.disconnect();
  }
}

async function measureRounds(setting: Setting, rounds: number): Promise<Samples> {
  const both = (): Record<AnsweredBy, number[]> => ({ helper: [], page: [] });
  const samples: Samples = { bare: [], bareRinging: [], ringing: [], state: [], taken: both(), answered: both() };
  for (let round = 0; round < rounds; round++) {
    for (const by of ['helper', 'page'] as const) await measureCall(setting, by, samples);
    process.stdout.write('.');
  }
  process.stdout.write('\n');
  return samples;
}

async function measureCall({ kiosk, caller, clients }: Setting, by: AnsweredBy, samples: Samples): Promise<void> {
  await forgetMarks(kiosk, caller);
  samples.bare.push(await clients.bareRoundTrip());

  const state = clients.sees(helperOf('state'), 'ringing');
  await caller.call();
  const stateSeen = await state;
  const invited = await caller.page.evaluate(() => window.probe.invited);
  const ringing = await mark(kiosk, 'ringing');
  samples.state.push(stateSeen - invited);
  samples.ringing.push(ringing - invited);

  // A person needs a moment; meanwhile the tablet has done what it does when it begins to ring.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  samples.bareRinging.push(await clients.bareRoundTrip());
  const asked = by === 'helper' ? clients.press(helperOf('answer')) : await answeredInPage(kiosk);
  samples.taken[by].push((await mark(kiosk, 'taken')) - asked);
  samples.answered[by].push((await mark(caller, 'answered')) - asked);

  await caller.hangUp();
  await caller.stateIs('idle');
  await kiosk.endAll();
}

async function forgetMarks(...pages: readonly (Kiosk | PersonPage)[]): Promise<void> {
  for (const { page } of pages)
    await page.evaluate(() => {
      Object.assign(window.marks, { ringing: 0, asked: 0, taken: 0, answered: 0 });
      if ('probe' in window) window.resetProbe();
    });
}

async function answeredInPage(kiosk: Kiosk): Promise<number> {
  await kiosk.page.evaluate(answerInPage);
  return mark(kiosk, 'asked');
}

/** Resolves with the moment, once there is one. */
function mark({ page }: Kiosk | PersonPage, name: keyof Marks): Promise<number> {
  const look = async (): Promise<number | false> =>
    (await page.evaluate((which) => window.marks[which], name)) || false;
  return waitFor(`the mark ${name}`, look, { timeout: 20_000 });
}
