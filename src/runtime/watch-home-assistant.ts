import type { HomeAssistant } from './home-assistant/home-assistant.ts';
import type { Clock } from './platform/platform.ts';
import type { Problems } from './problems.ts';

/** A restart of the socket takes a moment, which nobody needs to read about. */
const PATIENCE = 10_000;

/** Says that Home Assistant is away while it is: calls by this device's camera go on, helpers and its cameras do not. */
export function watchHomeAssistant(options: {
  readonly homeAssistant: Pick<HomeAssistant, 'connected'>;
  readonly problems: Problems;
  readonly clock: Clock;
}): () => void {
  const { homeAssistant, problems, clock } = options;
  let cancel = (): void => {};
  const look = (connected: boolean): void => {
    cancel();
    cancel = () => {};
    if (connected) problems.clear('home-assistant-away');
    else cancel = clock.after(PATIENCE, () => problems.raise({ kind: 'home-assistant-away' }));
  };
  look(homeAssistant.connected.value);
  const stop = homeAssistant.connected.subscribe(look);
  return () => {
    stop();
    cancel();
    problems.clear('home-assistant-away');
  };
}
