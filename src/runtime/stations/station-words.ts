import type { CallView, Snapshot } from '../api.ts';
import { isRunning } from '../call/find.ts';
import type { HelperSnapshot } from '../home-assistant/helpers-words.ts';
import type { Station } from '../storage/storage.ts';
import { isTestCall } from '../test-calls.ts';

interface Around {
  /** Entity ids of cameras that can be chosen. */
  readonly cameras: readonly string[];
  /** Entity ids of media players that can show a call. */
  readonly displays: readonly string[];
  /** How the last call of the station ended, where there are several. */
  readonly result: Snapshot['lastResult'];
}

/**
 * What the helpers of one station are to know: its own calls, and what can be chosen there. They are seen on every
 * dashboard, so they keep the names that this device keeps. Nobody tells them of test calls. Pure.
 */
export function stationWords(
  snapshot: Snapshot,
  station: Station,
  { cameras, displays, result }: Around,
): HelperSnapshot {
  const { hideNames } = snapshot.settings;
  const calls = snapshot.calls.filter((call) => call.station === station.slug && !isTestCall(call));
  const isOnly = snapshot.stations.length === 1;
  const isFirst = station.slug === snapshot.station.slug;
  return {
    accounts: snapshot.accounts,
    // Whoever calls from outside calls the first station.
    history: isFirst ? snapshot.history : [],
    lastResult: isOnly ? snapshot.lastResult : result,
    calls: calls.map((call) => {
      const hidden = hideNames === 'always' || (hideNames === 'while-ringing' && call.phase === 'ringing-in');
      return hidden ? { ...call, peer: { ...call.peer, name: '' } } : call;
    }),
    selects: {
      camera_source: { chosen: cameraOf(calls, station), options: ['this_device', ...cameras] },
      display: { chosen: displayOf(calls, station), options: ['this_device', ...displays] },
    },
  };
}

/** What is sent from, as far as it is known; else what the next call begins with. */
function cameraOf(calls: readonly CallView[], station: Station): string {
  const camera = calls.find(isRunning)?.camera;
  return camera && 'source' in camera ? camera.source : station.camera;
}

/** Where the call is wanted; else where the next one begins. */
function displayOf(calls: readonly CallView[], { display, displayStarts }: Station): string {
  const call = calls.find(isRunning);
  if (call) return call.display?.wanted ?? 'this_device';
  return displayStarts ? display : 'this_device';
}
