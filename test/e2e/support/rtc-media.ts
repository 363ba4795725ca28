import { readTimecode } from '../../../demo/person/timecode.ts';
import { waitFor } from '../../../demo/wait.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { DevicePage } from './device-page.ts';
import type { ElementCallPeer, Seen } from './element-call.ts';
import { soundsOf } from './sounds.ts';

const growing = { timeout: 60_000, interval: 200 };

/** The oldest picture that still counts as live: encoders on a busy machine of two cores included. */
const FRESH = 3_000;

/** A burnt-in time as it was seen, and its age at that moment, in milliseconds. */
interface Clock {
  readonly timecode: number | null;
  readonly age: number | null;
}

/**
 * Media is proven by media: the kiosk and everybody with Element Call decode more and more frames and hear sound with
 * energy in it. The time that the house's camera has burnt into its picture is read in Element Call; among several,
 * everybody reads the clocks of everybody else.
 */
export async function rtcMediaFlows(
  kiosk: Pick<DevicePage, 'page' | 'stats'>,
  call: CallView,
  peers: ElementCallPeer | readonly ElementCallPeer[],
  { video = true }: { readonly video?: boolean } = {},
): Promise<void> {
  const all = [peers].flat();
  await Promise.all([
    kioskReceives(kiosk, call, all, video),
    ...all.map((peer) => peer.receives({ tiles: all.length, video })),
  ]);
  if (!video) return;
  for (const peer of all) await clocksGoOn(peer.name, all.length, async () => shown(await peer.seen()));
  if (all.length > 1) await clocksGoOn('the tablet', all.length, () => tabletClocks(kiosk));
}

/** So many clocks are fresh, and all of them go on. */
async function clocksGoOn(who: string, count: number, look: () => Promise<readonly Clock[]>): Promise<void> {
  let seen: readonly Clock[] = [];
  const fresh = async (after: number): Promise<readonly number[] | false> => {
    seen = await look();
    const times = seen.flatMap(({ timecode, age }) => (age !== null && age < FRESH ? (timecode ?? []) : []));
    return times.length >= count && times.every((time) => time > after) && times;
  };
  const wait = (what: string, after: number): Promise<readonly number[]> =>
    waitFor(what, () => fresh(after), growing).catch((error: Error) => {
      throw new Error(`${error.message}; seen ${JSON.stringify(seen)}`);
    });
  const first = await wait(`${who} to see ${count} pictures younger than ${FRESH} ms`, 0);
  await wait(`${who} to see them go on`, Math.max(...first));
}

const shown = ({ tiles }: Seen): readonly Clock[] => tiles.filter(({ isShown }) => isShown);

/** Of the others on the tablet: the large one, and the tiles beside. */
async function tabletClocks({ page }: Pick<DevicePage, 'page'>): Promise<readonly Clock[]> {
  const pictures = page.locator('ca-overlay video[data-call]:visible, ca-overlay li[data-participant] video');
  return Promise.all(
    (await pictures.all()).map(async (picture) => {
      const timecode = await picture.evaluate(readTimecode);
      return { timecode, age: timecode === null ? null : Date.now() - timecode };
    }),
  );
}

async function kioskReceives(
  kiosk: Pick<DevicePage, 'page' | 'stats'>,
  { id }: CallView,
  peers: readonly ElementCallPeer[],
  video: boolean,
): Promise<void> {
  const before = await kiosk.stats(id);
  let now = before;
  await waitFor(
    'the kiosk to see and hear',
    async () => {
      now = await kiosk.stats(id);
      const seen = now.video.framesDecoded > before.video.framesDecoded + 5;
      return now.audio.energyReceived > before.audio.energyReceived && (seen || !video);
    },
    growing,
  ).catch(async (error: Error) => {
    const sent = JSON.stringify(await Promise.all(peers.map((peer) => peer.sent())));
    const numbers = `before ${JSON.stringify(before)}, now ${JSON.stringify(now)}`;
    throw new Error(`${error.message}; ${numbers}; sounds ${await soundsOf(kiosk.page)}; sent by the others ${sent}`);
  });
}
