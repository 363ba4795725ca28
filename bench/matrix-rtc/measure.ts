import type { Browser } from 'playwright-core';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import { ElementCallPeer } from '../../test/e2e/support/element-call.ts';
import { Kiosk } from '../../test/e2e/support/kiosk.ts';
import { directRoom } from '../../test/e2e/support/rooms.ts';
import { speaksMatrixRtc } from '../../test/e2e/support/rtc-option.ts';
import { serveElementCall } from '../../test/peers/element-call/server.ts';
import { installProbe } from '../probe.ts';

const patience = { timeout: 30_000, interval: 20 };

/** Of one call, in milliseconds. */
export interface RtcSample {
  /** From when the caller's notification leaves until the ring is painted, or, beside it, until a bare SDK has it. */
  readonly rings: number;
  /** From the answer until the first frame is shown in the caller's Element Call. */
  readonly firstFrame: number;
  /** From the answer until the caller's first frame is shown where it was given. */
  readonly firstFrameHere: number;
}

export interface RtcSamples {
  readonly ours: readonly RtcSample[];
  readonly elementCall: readonly RtcSample[];
}

/** Whoever is called. */
interface Callee {
  readonly name: string;
  readonly roomId: string;
  /** When it rang, once it does. */
  rang(): Promise<number>;
  /** @returns when the answer was given */
  answer(): Promise<number>;
  /** When the caller was first seen; 0: not yet. */
  sees(): Promise<number>;
  quiet(): Promise<void>;
  /** What became of the call there, in words: for an error. */
  story(): Promise<string>;
}

/** Grandma (plain) and Anna (encrypted) call the tablet and, in turns, Carla, who has Element Call in a bare page. */
export async function measureRtc(
  stack: Stack,
  browser: Browser,
  runs: number,
): Promise<{ readonly plain: RtcSamples; readonly encrypted: RtcSamples }> {
  const rtc = await stack.matrixRtc();
  const pages = await serveElementCall();
  const kiosk = await Kiosk.connect(stack);
  try {
    await kiosk.context.addInitScript(installProbe, `!!document.querySelector('[data-call-phase="ringing-in"]')`);
    await speaksMatrixRtc(kiosk, true);
    const open = (name: string): Promise<ElementCallPeer> => {
      const { userId: user, password } = stack.accounts.people.find((person) => person.name === name)!;
      const { baseUrl } = stack.endpoints.matrix;
      return ElementCallPeer.open(browser, pages, { name, baseUrl, user, password }, [installProbe, 'false']);
    };
    const carla = await open('Carla');
    const between = async (name: 'Grandma' | 'Anna', isEncrypted: boolean): Promise<RtcSamples> => {
      const caller = await open(name);
      const shared = await directRoom(stack, [name, 'Carla'], { isEncrypted });
      const { roomId } = stack.accounts.people.find((person) => person.name === name)!;
      const samples = await sideBySide(caller, tablet(kiosk, roomId), await bare(carla, shared), runs);
      await caller.close();
      return samples;
    };
    const plain = await between('Grandma', false);
    const encrypted = await between('Anna', true);
    await carla.close();
    return { plain, encrypted };
  } finally {
    await kiosk.disconnect();
    await pages.close();
    await rtc.stop();
  }
}

function tablet(kiosk: Kiosk, roomId: string): Callee {
  const lines: string[] = [];
  kiosk.page.on('console', (message) => lines.push(message.text()));
  return {
    name: 'the tablet',
    roomId,
    rang: () =>
      waitFor(
        'the tablet to ring',
        async () => (await kiosk.page.evaluate(() => window.probe.painted)) || false,
        patience,
      ),
    async answer() {
      await kiosk.page.evaluate(() => {
        addEventListener('click', () => (window.probe.answered ||= performance.timeOrigin + performance.now()), {
          capture: true,
          once: true,
        });
      });
      await kiosk.touch('answer-video');
      return kiosk.page.evaluate(() => window.probe.answered);
    },
    sees: () => kiosk.page.evaluate(() => window.probe.firstFrame),
    async quiet() {
      await kiosk.endAll();
      await kiosk.page.evaluate(() => window.resetProbe());
      lines.length = 0;
    },
    story: async () => JSON.stringify({ calls: (await kiosk.snapshot()).calls, lines }),
  };
}

async function bare(peer: ElementCallPeer, roomId: string): Promise<Callee> {
  let rings = await peer.ringsSoFar();
  return {
    name: peer.name,
    roomId,
    async rang() {
      const { at } = await peer.rings(rings);
      rings = await peer.ringsSoFar();
      return at;
    },
    async answer() {
      const answered = await peer.page.evaluate(() => performance.timeOrigin + performance.now());
      await peer.answer();
      return answered;
    },
    sees: () => firstFrame(peer),
    quiet: () => peer.hangUp(),
    story: () => peer.text(),
  };
}

/** In turns, so that both meet the same machine; the first pair warms up and is thrown away. */
async function sideBySide(caller: ElementCallPeer, ours: Callee, other: Callee, runs: number): Promise<RtcSamples> {
  const samples = { ours: [] as RtcSample[], elementCall: [] as RtcSample[] };
  for (let run = 0; run <= runs; run++) {
    for (const [name, callee] of [
      ['ours', ours],
      ['elementCall', other],
    ] as const) {
      const sample = await oneCall(caller, callee);
      if (run > 0) samples[name].push(sample);
    }
    console.log(JSON.stringify(samples));
  }
  return samples;
}

async function oneCall(caller: ElementCallPeer, callee: Callee): Promise<RtcSample> {
  await caller.page.evaluate(() => window.resetProbe());
  await caller.call(callee.roomId);
  const rang = await callee.rang();
  // A person needs a moment to touch; the sheet does not take touches in its first 600 ms.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const answered = await callee.answer();
  let [there, here] = [0, 0];
  const bothSee = async (): Promise<boolean> => {
    [there, here] = await Promise.all([firstFrame(caller), callee.sees()]);
    return there > 0 && here > 0;
  };
  await waitFor('the first frames', bothSee, patience).catch(async (error: Error) => {
    const screen = JSON.stringify(await caller.text());
    const frames = `${callee.name}: ${here}, ${caller.name}: ${there}`;
    throw new Error(`${error.message}; ${frames}; ${caller.name} reads ${screen}; ${await callee.story()}`);
  });
  const { invited } = await caller.page.evaluate(() => window.probe);
  await caller.hangUp();
  await callee.quiet();
  return { rings: rang - invited, firstFrame: there - answered, firstFrameHere: here - answered };
}

/** In the frame of Element Call, whose probe is as new as the call. */
async function firstFrame(peer: ElementCallPeer): Promise<number> {
  return (await peer.frame?.evaluate(() => window.probe.firstFrame)) ?? 0;
}
