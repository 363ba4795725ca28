import type { Command, CommandResult, Snapshot } from '../api.ts';
import type { Device } from '../device.ts';
import { bindHelpers, type Helpers } from '../home-assistant/helpers.ts';
import type { HelperSnapshot } from '../home-assistant/helpers-words.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { Problems } from '../problems.ts';
import { isTestCall } from '../test-calls.ts';

export interface StationHelpersOptions {
  readonly homeAssistant: HomeAssistant;
  readonly device: Device;
  readonly problems: Problems;
  readonly snapshot: Readable<Snapshot>;
  readonly command: (command: Command) => Promise<CommandResult>;
  readonly platform: Platform;
  readonly scope: Scope;
}

export interface StationHelpers {
  /** The missed calls were seen: the helper that counts them begins at 0. */
  resetMissed(): void;
  pageClosing(): void;
}

/**
 * The helpers of the station that this device is, whatever its slug becomes. Only a device that somebody has made a
 * station writes to helpers: a laptop that looks at the dashboard never does.
 */
export function bindStation(options: StationHelpersOptions): StationHelpers {
  const { device, problems, scope, snapshot } = options;
  let bound: { readonly scope: Scope; readonly slug: string; readonly binding: Helpers } | null = null;
  let turn = Promise.resolve();
  const words = new Store<HelperSnapshot>(forHelpers(snapshot.value));
  scope.add(snapshot.subscribe((value) => words.set(forHelpers(value))));

  const follow = async (): Promise<void> => {
    const { slug } = device.station.value;
    if (!device.isStation || scope.closed || bound?.slug === slug) return;
    await bound?.scope.close();
    const own = scope.child();
    const { homeAssistant, command, platform } = options;
    const { doNotDisturb } = device;
    const binding = bindHelpers({ homeAssistant, slug, snapshot: words, command, platform, scope: own, doNotDisturb });
    const watch = (entities: readonly string[]): void => {
      if (entities.length > 0) problems.raise({ kind: 'helpers-missing', entities });
      else problems.clear('helpers-missing');
    };
    watch(binding.missing.value);
    own.add(binding.missing.subscribe(watch));
    bound = { scope: own, slug, binding };
  };
  const followInTurn = (): void => {
    turn = turn.then(follow).catch((error: unknown) => options.platform.log.log('error', 'binding helpers', error));
  };
  scope.add(device.station.subscribe(followInTurn));
  followInTurn();
  return {
    resetMissed: () => bound?.binding.resetMissed(),
    pageClosing: () => bound?.binding.pageClosing(),
  };
}

/** Helpers are seen on every dashboard: they keep the names that this device keeps. Nobody tells them of test calls. */
function forHelpers(snapshot: Snapshot): HelperSnapshot {
  const { hideNames } = snapshot.settings;
  const calls = snapshot.calls.filter((call) => !isTestCall(call));
  if (hideNames === 'show') return { ...snapshot, calls };
  return {
    ...snapshot,
    calls: calls.map((call) => {
      const hidden = hideNames === 'always' || call.phase === 'ringing-in';
      return hidden ? { ...call, peer: { ...call.peer, name: '' } } : call;
    }),
  };
}
