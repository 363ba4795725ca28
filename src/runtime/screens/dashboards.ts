import type { Millis } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Clock } from '../platform/platform.ts';
import type { Scope } from '../platform/scope.ts';

/** A dashboard comes, goes, or has another content. */
const EVENTS = ['panels_updated', 'lovelace_updated'] as const;
/** One that is made is told of several times. */
const TOLD_AFTER: Millis = 1_000;

/** Calls the listener soon after Home Assistant's dashboards have changed, until the scope closes. */
export function watchDashboards(
  home: Pick<HomeAssistant, 'connected' | 'subscribeOnce'>,
  clock: Clock,
  scope: Scope,
  changed: () => void,
): void {
  let cancel: (() => void) | null = null;
  const soon = (): void => {
    cancel ??= clock.after(TOLD_AFTER, () => {
      cancel = null;
      changed();
    });
  };
  let stops: Promise<() => void>[] = [];
  const stop = (): void => {
    for (const stopping of stops) void stopping.then((end) => end());
    stops = [];
  };
  // A subscription ends with its connection.
  const follow = (): void => {
    stop();
    if (!home.connected.value || scope.closed) return;
    const listen = (event_type: string) => home.subscribeOnce({ type: 'subscribe_events', event_type }, soon);
    // Without it a new view is found a little later.
    stops = EVENTS.map((type) => listen(type).catch(() => () => {}));
  };
  scope.add(home.connected.subscribe(follow));
  scope.add(stop);
  scope.add(() => cancel?.());
  follow();
}
