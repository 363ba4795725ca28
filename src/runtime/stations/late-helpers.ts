import type { StationHelpers, StationHelpersOptions } from './station-helpers.ts';

export interface LateHelpersOptions extends StationHelpersOptions {
  readonly onChunkLost: (error: unknown) => void;
}

/**
 * Binds the helpers as soon as this device is a station. Their code is loaded beside the accounts: a laptop that only
 * looks at the dashboard never needs it, and no call waits for it.
 */
export function bindHelpersLate(options: LateHelpersOptions): StationHelpers {
  const { device, scope, onChunkLost } = options;
  let loading: Promise<unknown> | null = null;
  let helpers: StationHelpers | null = null;
  const load = (): void => {
    if (!device.isStation) return;
    loading ??= import('./station-helpers.ts').then(
      ({ bindStations }) => {
        if (!scope.closed) helpers = bindStations(options);
      },
      (error: unknown) => {
        // Tried again at the next change of the station.
        loading = null;
        onChunkLost(error);
      },
    );
  };
  scope.add(device.stations.subscribe(load));
  load();
  return {
    resetMissed: () => helpers?.resetMissed(),
    take: (slug) => helpers?.take(slug),
    pageClosing: () => helpers?.pageClosing(),
  };
}
