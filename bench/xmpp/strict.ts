import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import { aiortcPython } from '../../test/e2e/support/aiortc.ts';
import { type Complaint, XmppPeer } from '../../test/peers/xmpp-peer.ts';
import type { Moments } from './moments.ts';
import type { BenchPage } from './page.ts';
import { Pages } from './pages.ts';

declare const bench: BenchPage;

/** Milliseconds from the answer (`proceed`) to what is named; null: it did not come. */
export interface CallSample {
  /** The page's peer connection said so. */
  readonly connected: number | null;
  /** The page presented their first frame. */
  readonly seenHere: number | null;
  /** The peer decoded the page's first frame. */
  readonly seenThere: number | null;
}

export type Direction = 'incoming' | 'outgoing';

export interface SideSamples {
  readonly incoming: CallSample[];
  readonly outgoing: CallSample[];
  /** What the strict peer had to forgive. */
  complaints: readonly Complaint[];
}

/** A person needs a moment to touch; what can be made ready meanwhile is. */
const touch = 1_000;
const both = ['audio', 'video'] as const;

interface Side {
  readonly page: Page;
  readonly peer: XmppPeer;
  /** Bare JID of the page. */
  readonly jid: string;
  readonly samples: SideSamples;
}

/** Both pages against a strict peer each, in turns; the first pair warms up and is thrown away. */
export async function measureStrict(stack: Stack, runs: number): Promise<Record<'ours' | 'stanza', SideSamples>> {
  const pages = await Pages.start();
  const sides: Side[] = [];
  try {
    const ours = await openSide(stack, pages, 'our-page', ['benchours', 'benchpeera']);
    sides.push(ours);
    const stanza = await openSide(stack, pages, 'stanza-page', ['benchstanza', 'benchpeerb']);
    sides.push(stanza);
    for (const direction of ['incoming', 'outgoing'] as const) {
      for (let run = 0; run <= runs; run++) {
        for (const side of sides) {
          const sample = await oneCall(side, direction);
          if (run > 0) side.samples[direction].push(sample);
        }
        process.stdout.write('.');
      }
    }
    process.stdout.write('\n');
    for (const side of sides) side.samples.complaints = await side.peer.complaints();
    return { ours: ours.samples, stanza: stanza.samples };
  } finally {
    await Promise.all(sides.map(({ peer }) => peer.stop()));
    await pages.close();
  }
}

async function openSide(stack: Stack, pages: Pages, entry: string, names: readonly [string, string]): Promise<Side> {
  const [own, other] = stack.xmppPair(names);
  const { websocket, tcp, caFile } = stack.endpoints.xmpp;
  const { jid, password } = other;
  const peer = await XmppPeer.start(aiortcPython(), { jid, password, port: Number(tcp.split(':')[1]), caFile });
  try {
    const page = await pages.open(entry);
    const account = { jid: own.jid, password: own.password, websocket, peer: jid };
    await page.evaluate((given) => bench.open(given), account);
    return { page, peer, jid: own.jid, samples: { incoming: [], outgoing: [], complaints: [] } };
  } catch (error) {
    await peer.stop();
    throw error;
  }
}

async function oneCall({ page, peer, jid }: Side, direction: Direction): Promise<CallSample> {
  peer.events.length = 0;
  await page.evaluate(() => bench.reset());
  let answered: number;
  if (direction === 'incoming') {
    await peer.call(jid, both);
    await waitFor('the page to ring', () => page.evaluate(() => bench.ringing()), { timeout: 10_000 });
    await sleep(touch);
    await page.evaluate(() => bench.answer());
    ({ answered } = await page.evaluate(() => bench.moments));
  } else {
    await page.evaluate(() => bench.dial());
    await peer.until('ring', 10_000);
    await sleep(touch);
    answered = Date.now();
    await peer.answer(both);
  }
  const frame = peer.until('first-frame', 8_000).then(
    ({ at }) => at,
    () => null,
  );
  const moments = await complete(page);
  const since = (moment: number) => (moment > 0 ? moment - answered : null);
  const there = await frame;
  await peer.hangUp();
  await sleep(300); // what both say at the end
  await page.evaluate(() => bench.reset());
  return {
    connected: since(moments.connected),
    seenHere: since(moments.firstFrame),
    seenThere: there === null ? null : there - answered,
  };
}

/** All moments, or those that there are after eight seconds. */
async function complete(page: Page): Promise<Moments> {
  const look = async () => {
    const moments = await page.evaluate(() => ({ ...bench.moments }));
    return moments.connected > 0 && moments.firstFrame > 0 && moments;
  };
  return waitFor('a call with pictures', look, { timeout: 8_000 }).catch(() => page.evaluate(() => bench.moments));
}
