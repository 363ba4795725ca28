import { readFileSync } from 'node:fs';
import type { Dino, DinoCall } from '../../../demo/services/dino.ts';
import { waitFor } from '../../../demo/wait.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { Kiosk } from './kiosk.ts';
import { cameraIsLive } from './media.ts';

const patience = { timeout: 15_000, interval: 100 };
/** What plays nothing is exactly silent: no device is between Dino and its recording. */
const audible = 1e-3;

/**
 * Media between the kiosk and Dino, which sends no picture: sound with energy both ways, and with video the clock of
 * the house's camera in Dino's window.
 */
export async function mediaFlowsWithDino(
  kiosk: Kiosk,
  call: CallView,
  dino: Dino,
  { video = true }: { readonly video?: boolean } = {},
): Promise<void> {
  await Promise.all([kioskHears(kiosk, call), dinoHears(dino), video && cameraIsLive(dino)]);
}

export async function kioskHears(kiosk: Kiosk, { id }: CallView): Promise<void> {
  const before = await kiosk.stats(id);
  await waitFor(
    'the kiosk to hear Dino',
    async () => (await kiosk.stats(id)).audio.energyReceived > before.audio.energyReceived,
    patience,
  );
}

async function dinoHears(dino: Dino): Promise<void> {
  await waitFor('Dino to hear the kiosk', async () => (await dino.audioEnergy()) > audible, patience);
}

/** What Dino remembers of its newest call, once it is that. */
export async function dinoRemembers(dino: Dino, wanted: Partial<DinoCall>): Promise<void> {
  let last: DinoCall | undefined;
  const isSo = ([key, value]: [string, unknown]) => last?.[key as keyof DinoCall] === value;
  await waitFor(
    `Dino's call to be ${JSON.stringify(wanted)}`,
    async () => {
      last = (await dino.calls()).at(-1);
      return Object.entries(wanted).every(isSo);
    },
    patience,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${JSON.stringify(last)}`);
  });
}

/** What its window shows three seconds after the end belongs to the call before. */
export async function dinoIsFree(dino: Dino): Promise<void> {
  await waitFor("Dino's call window to close", async () => !(await dino.isInCall()), patience);
}

/** The actions of Jingle that Dino has sent and been sent, oldest first. */
export function jingleActions({ logFile }: Dino): readonly string[] {
  return [...readFileSync(logFile, 'utf8').matchAll(/\{urn:xmpp:jingle:1\}:action='([a-z-]+)'/g)].map(
    ([, name]) => name!,
  );
}
