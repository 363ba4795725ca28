import type { Millis } from '../../call/call.ts';
import type { HomeAssistant } from '../../home-assistant/home-assistant.ts';
import type { Clock } from '../../platform/platform.ts';
import { Store } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import { until } from '../../platform/until.ts';
import type { LinkChannel } from './channel.ts';

/** Right after a restart there is no helper yet, and setting one that is missing succeeds without doing anything. */
const SEEN_WITHIN: Millis = 3_000;

/** The `_link` helper of a station as a channel. A write has arrived when Home Assistant says so to everybody. */
export function helperChannel(
  home: Pick<HomeAssistant, 'states' | 'callService'>,
  entityId: string,
  clock: Clock,
  scope: Scope,
): LinkChannel {
  const read = (): string | null => {
    const { state = 'unavailable' } = home.states.value[entityId] ?? {};
    // One that nobody has written to yet is there all the same.
    if (state === 'unknown') return '';
    return state === 'unavailable' ? null : state;
  };
  const text = new Store(read());
  scope.add(home.states.subscribe(() => text.set(read())));
  return {
    text,
    async write(value) {
      await home.callService('input_text', 'set_value', { value }, entityId);
      const seen = await until(text, (now) => now === value, { clock, limit: SEEN_WITHIN });
      // Another page may have answered already: then ours was there before.
      if (!seen && text.value === null) throw new Error('the helper is not there');
    },
  };
}
