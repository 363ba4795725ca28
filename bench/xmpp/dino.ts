import { setTimeout as sleep } from 'node:timers/promises';
import { kiosk as tablet } from '../../demo/xmpp/people.ts';
import type { Stack } from '../../demo/stack.ts';
import { waitFor } from '../../demo/wait.ts';
import { Kiosk } from '../../test/e2e/support/kiosk.ts';

/** Milliseconds from the answer on the tablet to what is named; null: it did not come. */
export interface DinoSample {
  /** The tablet's peer connection said so. */
  readonly connected: number | null;
  /** The tablet decoded sound with energy. */
  readonly heardHere: number | null;
  /** Dino played sound with energy. */
  readonly heardThere: number | null;
}

interface DinoMoments {
  answered: number;
  connected: number;
  heard: number;
}

declare global {
  interface Window {
    dinoMoments: DinoMoments;
  }
}

/** Dino calls the tablet, with sound only, which the tablet answers. */
export async function measureDino(stack: Stack, runs: number): Promise<readonly DinoSample[]> {
  const kiosk = await Kiosk.connect(stack);
  try {
    await kiosk.context.addInitScript(watchCall);
    await kiosk.open();
    const { dino } = await stack.dino();
    const samples: DinoSample[] = [];
    for (let run = 0; run <= runs; run++) {
      await dino.call(tablet.jid, 'audio');
      await kiosk.call('ringing-in');
      await sleep(1_000);
      const heard = dino.firstSound(15_000);
      await kiosk.page.evaluate(() => {
        window.dinoMoments = { answered: performance.timeOrigin + performance.now(), connected: 0, heard: 0 };
        void window.callAssist!.command({ type: 'answer', video: false, by: 'page' });
      });
      const look = async () => {
        const moments = await kiosk.page.evaluate(() => window.dinoMoments);
        return moments.connected > 0 && moments.heard > 0 && moments;
      };
      const moments = await waitFor('Dino to be heard', look, { timeout: 15_000 }).catch(() =>
        kiosk.page.evaluate(() => window.dinoMoments),
      );
      const there = await heard;
      const since = (moment: number | null) => (moment ? moment - moments.answered : null);
      const sample = { connected: since(moments.connected), heardHere: since(moments.heard), heardThere: since(there) };
      if (run > 0) samples.push(sample);
      await kiosk.endAll();
      await waitFor("Dino's call window to close", async () => !(await dino.isInCall()), { timeout: 15_000 });
      process.stdout.write('.');
    }
    process.stdout.write('\n');
    return samples;
  } finally {
    await kiosk.disconnect();
  }
}

/** Runs in the page. A call with sound only has one peer connection, and no camera of the house has another. */
function watchCall(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...given);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') window.dinoMoments.connected ||= now();
      });
      const listen = async (): Promise<void> => {
        if (this.connectionState === 'closed') return;
        for (const stats of (await this.getStats()).values()) {
          if (stats.type !== 'inbound-rtp' || !(stats.totalAudioEnergy > 0)) continue;
          window.dinoMoments.heard ||= now();
          return;
        }
        setTimeout(() => void listen(), 20);
      };
      void listen();
    }
  };
  window.dinoMoments = { answered: 0, connected: 0, heard: 0 };
}
