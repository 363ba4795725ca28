import type { OpenRtcRoom } from './room.ts';

/** Fetches what a room needs, once. Before a call: while the page is idle. */
export async function loadRtcRoom(): Promise<OpenRtcRoom> {
  const { openLiveRoom } = await import('./live-room.ts');
  return openLiveRoom;
}
