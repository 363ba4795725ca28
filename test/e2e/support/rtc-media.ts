import { waitFor } from '../../../demo/wait.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { ElementCallPeer } from './element-call.ts';
import type { DevicePage } from './device-page.ts';
import { cameraIsLive } from './media.ts';
import { soundsOf } from './sounds.ts';

const growing = { timeout: 60_000, interval: 200 };

/**
 * Media is proven by media: the kiosk and everybody with Element Call decode more and more frames and hear sound with
 * energy in it, and the time that the house's camera has burnt into its picture is read in Element Call.
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
  if (video) for (const peer of all) await cameraIsLive(peer);
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
