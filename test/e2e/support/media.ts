import { waitFor } from '../../../demo/wait.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { DevicePage } from './device-page.ts';
import type { MediaStats } from '../../../demo/person/connections.ts';
import type { PersonPage } from './person.ts';

const growing = { timeout: 15_000, interval: 100 };
/** The oldest picture that still counts as live: encoders on a busy machine of two cores included. */
const FRESH = 3_000;

/**
 * Media is proven by media: both sides decode more and more frames, hear sound with energy in it, and the person
 * reads the time that the house's camera has burnt into its picture.
 */
export async function mediaFlows(
  kiosk: Pick<DevicePage, 'stats'>,
  call: CallView,
  person: PersonPage,
  { video = true }: { readonly video?: boolean } = {},
): Promise<{ readonly kiosk: Awaited<ReturnType<DevicePage['stats']>>; readonly person: MediaStats }> {
  const before = { kiosk: await kiosk.stats(call.id), person: await person.stats() };
  const after = await waitFor(
    'frames and sound on both sides',
    async () => {
      const now = { kiosk: await kiosk.stats(call.id), person: await person.stats() };
      const heard =
        now.person.totalAudioEnergy > before.person.totalAudioEnergy &&
        now.kiosk.audio.energyReceived > before.kiosk.audio.energyReceived;
      const seen =
        now.person.framesDecoded > before.person.framesDecoded + 5 &&
        now.kiosk.video.framesDecoded > before.kiosk.video.framesDecoded + 5;
      return heard && (seen || !video) && now;
    },
    growing,
  ).catch(async (error: Error) => {
    const now = { kiosk: await kiosk.stats(call.id), person: await person.stats() };
    throw new Error(`${error.message}; before ${JSON.stringify(before)}, now ${JSON.stringify(now)}`);
  });
  if (video) await cameraIsLive(person);
  return after;
}

/** The far end reads a burnt-in clock that is fresh and moves. */
export async function cameraIsLive(person: Pick<PersonPage, 'timecode'>): Promise<void> {
  const first = await waitFor(
    `a camera picture younger than ${FRESH} ms`,
    async () => {
      const time = await person.timecode();
      return time !== null && Date.now() - time < FRESH && time;
    },
    growing,
  );
  await waitFor('the timecode to move', async () => ((await person.timecode()) ?? first) !== first, growing);
}
