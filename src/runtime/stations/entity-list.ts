import type { Millis } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Clock } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';

/** Any entity's change may be one that came or went; nobody waits for it. */
const LOOK_AFTER: Millis = 2_000;

/** Entity ids that Home Assistant has of one domain, by name of the id. Changes only when one comes or goes. */
export function listEntities(
  homeAssistant: Pick<HomeAssistant, 'states'>,
  domain: string,
  clock: Clock,
  scope: Scope,
): Readable<readonly string[]> {
  const look = (): readonly string[] =>
    Object.keys(homeAssistant.states.value)
      .filter((id) => id.startsWith(`${domain}.`))
      .toSorted();
  const list = new Store(look());
  let cancel: (() => void) | null = null;
  const lookSoon = (): void => {
    cancel ??= clock.after(LOOK_AFTER, () => {
      cancel = null;
      const found = look();
      if (found.join() !== list.value.join()) list.set(found);
    });
  };
  scope.add(homeAssistant.states.subscribe(lookSoon));
  scope.add(() => cancel?.());
  return list;
}
