import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildIfNeeded } from '../demo/build.ts';
import { request, signIn, signOut } from '../demo/matrix/api.ts';
import { startStack, type Stack } from '../demo/stack.ts';
import { waitFor } from '../demo/wait.ts';
import { flags } from '../test/e2e/support/flags.ts';
import { Kiosk } from '../test/e2e/support/kiosk.ts';
import { PersonPage } from '../test/e2e/support/person.ts';
import { reportHelpers } from './helpers/report.ts';
import { reportCodecs } from './matrix-rtc/codecs.ts';
import { reportMatrixRtc } from './matrix-rtc/report.ts';
import { installProbe, type Probe } from './probe.ts';
import { type Comparison, median, table, writeSection } from './report.ts';
import { reportCast, reportStream } from './tv/report.ts';
import { reportXmpp } from './xmpp/report.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '11' }, only: { type: 'string' } },
});
/** Of `--only matrix`, `xmpp`, `helpers`, `matrix-rtc`, `matrix-rtc-codecs`, `tv-cast` or `tv-stream`; all unless one is named. */
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const runs = Number(values.runs);
const rings = {
  kiosk: `!!document.querySelector('[data-call-phase="ringing-in"]')`,
  bare: `document.getElementById('state')?.textContent === 'ringing'`,
};

/** Whoever is called: the tablet, or a page with nothing but the SDK. */
interface Callee {
  readonly page: Page;
  answer(): Promise<void>;
  /** Room that the caller calls. */
  readonly roomId: string;
  quiet(): Promise<void>;
}

interface Sample {
  readonly painted: number;
  readonly firstFrame: number;
  readonly width: number;
}

await buildIfNeeded(console.log, new AbortController().signal);
const stack = await startStack({ fresh: true, kiosk: 'headless', print: console.log });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
try {
  if (wanted('matrix')) await measure(stack, browser);
  if (wanted('xmpp')) await reportXmpp(stack, runs);
  if (wanted('helpers')) await reportHelpers(stack, browser, Math.max(20, runs));
  // Last: the homeserver has an SFU from then on.
  if (wanted('matrix-rtc')) await reportMatrixRtc(stack, browser, runs);
  if (wanted('matrix-rtc-codecs')) await reportCodecs(Math.ceil(runs / 2));
  if (wanted('tv-cast')) await reportCast(stack, runs);
  if (wanted('tv-stream')) await reportStream(stack, runs);
} finally {
  await browser.close();
  await stack.stop();
}

async function measure(stack: Stack, browser: Browser): Promise<void> {
  const kiosk = await Kiosk.connect(stack);
  await kiosk.context.addInitScript(installProbe, rings.kiosk);
  await kiosk.open();
  const caller = await person(stack, browser, 'Grandma', false);
  const relayed = await person(stack, browser, 'Ben', true);
  const bare = await person(stack, browser, 'Carla', false);
  const tablet = (roomId: string): Callee => ({
    page: kiosk.page,
    roomId,
    answer: () => kiosk.touch('answer-video'),
    quiet: () => kiosk.endAll(),
  });
  const plain = (roomId: string): Callee => ({
    page: bare.page,
    roomId,
    answer: () =>
      bare.page.evaluate(() => {
        window.probe.answered = performance.timeOrigin + performance.now();
        return window.person.answer({ video: true });
      }),
    quiet: () => bare.stateIs('idle'),
  });

  const direct = await sideBySide(caller, tablet(caller.contact.roomId), plain(await sharedRoom(caller, bare)));
  const relay = await sideBySide(relayed, tablet(relayed.contact.roomId), plain(await sharedRoom(relayed, bare)));
  const loads: number[] = [];
  for (let run = 0; run < Math.ceil(runs / 2); run++) {
    await kiosk.page.reload();
    await kiosk.page.waitForFunction(() =>
      window.callAssist?.snapshot.value.accounts.some(({ status }) => status.state === 'online'),
    );
    loads.push(await kiosk.page.evaluate(() => performance.now()));
    await kiosk.ready();
  }

  const of = (samples: readonly Sample[], key: keyof Sample): number[] => samples.map((sample) => sample[key]);
  const comparisons: Comparison[] = [
    compare('invite → ring painted', of(direct.ours, 'painted'), of(direct.bare, 'painted'), 1.2),
    compare('answer → first frame at the caller', of(direct.ours, 'firstFrame'), of(direct.bare, 'firstFrame'), 0.7),
    compare('the same, relay only', of(relay.ours, 'firstFrame'), of(relay.bare, 'firstFrame'), null),
    {
      what: 'relay only against direct',
      ours: of(relay.ours, 'firstFrame'),
      other: of(direct.ours, 'firstFrame'),
      otherName: 'direct',
      goal: 1.3,
    },
    { what: 'page load → ready to ring', ours: loads, other: [], otherName: '', goal: null },
  ];
  const report = `Home Assistant's front door camera on the tablet's side, a fake camera on the bare page's; stock SDK calls there.
${runs} calls each, in turns, on ${cpus().length} cores. Median [least…most].

${table(comparisons)}

Width of the first frame at the caller: ${median(of(direct.ours, 'width'))} pixels from the tablet, ${median(of(direct.bare, 'width'))} from the bare page.
`;
  writeSection('Matrix', report);
  await kiosk.disconnect();
}

function compare(what: string, ours: readonly number[], other: readonly number[], goal: number | null): Comparison {
  return { what, ours, other, otherName: 'bare page', goal };
}

/** In turns, so that both meet the same machine; the first pair warms up and is thrown away. */
async function sideBySide(
  caller: PersonPage,
  ours: Callee,
  bare: Callee,
): Promise<{ readonly ours: readonly Sample[]; readonly bare: readonly Sample[] }> {
  const samples = { ours: [] as Sample[], bare: [] as Sample[] };
  for (let run = 0; run <= runs; run++) {
    for (const [name, callee] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const sample = await oneCall(caller, callee);
      if (run > 0) samples[name].push(sample);
    }
    process.stdout.write('.');
  }
  process.stdout.write('\n');
  return samples;
}

async function oneCall(caller: PersonPage, callee: Callee): Promise<Sample> {
  await Promise.all([caller.page, callee.page].map((page) => page.evaluate(() => window.resetProbe())));
  await caller.page.evaluate((roomId) => window.person.call({ roomId, video: true }), callee.roomId);
  const probe = (page: Page): Promise<Probe> => page.evaluate(() => window.probe);
  const { painted } = await waitFor('the ring', async () => ringed(await probe(callee.page)), { timeout: 20_000 });
  // A person needs a moment to touch; the sheet does not take touches in its first 600 ms.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await callee.page.evaluate(() => {
    addEventListener('click', () => (window.probe.answered ||= performance.timeOrigin + performance.now()), {
      capture: true,
      once: true,
    });
  });
  const before = Date.now();
  await callee.answer();
  const { answered } = await probe(callee.page);
  const { invited, firstFrame, width } = await waitFor(
    'the first frame',
    async () => framed(await probe(caller.page)),
    {
      timeout: 20_000,
    },
  );
  await caller.hangUp();
  await callee.quiet();
  await caller.stateIs('idle');
  return { painted: painted - invited, firstFrame: firstFrame - (answered || before), width };
}

function ringed(probe: Probe): Probe | false {
  return probe.painted > 0 && probe;
}

function framed(probe: Probe): Probe | false {
  return probe.firstFrame > 0 && probe;
}

async function person(stack: Stack, browser: Browser, name: string, relayOnly: boolean): Promise<PersonPage> {
  const page = await PersonPage.open(browser, stack, name, { relayOnly, initScript: [installProbe, rings.bare] });
  return page;
}

/** A plain direct room between two of the people. */
async function sharedRoom(one: PersonPage, other: PersonPage): Promise<string> {
  const [a, b] = await Promise.all(
    [one, other].map(({ contact }) => signIn(contact.userId.slice(1).split(':')[0]!, contact.password)),
  );
  const body = { preset: 'trusted_private_chat', is_direct: true, invite: [b!.userId] };
  const { room_id } = await request<{ room_id: string }>('POST', '/createRoom', { session: a!, body });
  await request('POST', `/rooms/${encodeURIComponent(room_id)}/join`, { session: b!, body: {} });
  await Promise.all([signOut(a!), signOut(b!)]);
  await waitFor(
    'both pages to know the room',
    async () => {
      const known = await Promise.all(
        [one, other].map(({ page }) => page.evaluate((id) => window.person.knows(id), room_id)),
      );
      return known.every(Boolean);
    },
    { timeout: 15_000 },
  );
  return room_id;
}
