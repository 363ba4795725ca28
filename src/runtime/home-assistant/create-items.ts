import type { WantedHelper } from './create-plan.ts';
import type { HomeAssistant } from './home-assistant.ts';

/** A helper as Home Assistant keeps it. Those of YAML are in no list. */
export type Item = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The stored helpers of each domain, asked for once. @throws HomeAssistantError */
export async function itemsOf(
  homeAssistant: Pick<HomeAssistant, 'request'>,
  domains: Iterable<string>,
): Promise<ReadonlyMap<string, readonly Item[]>> {
  const lists = [...new Set(domains)].map(async (domain): Promise<[string, readonly Item[]]> => {
    return [domain, await homeAssistant.request<readonly Item[]>({ type: `${domain}/list` })];
  });
  // A domain that is not loaded has no helpers.
  const told = await Promise.allSettled(lists);
  return new Map(told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
}

/**
 * What somebody changed so that the helper does not work any more: a text that is too short, a selection without our
 * states, a timer that a restart forgets. More options, another duration or name are theirs.
 * @returns the fields as they have to be; null when it is well
 */
export function repairOf({ settings }: WantedHelper, item: Item): Readonly<Record<string, unknown>> | null {
  const wrong = Object.entries(settings).filter(([field, value]) => {
    const is = item[field];
    if (Array.isArray(value)) return !Array.isArray(is) || value.some((each) => !is.includes(each));
    if (field === 'max') return typeof is !== 'number' || is < Number(value);
    return field === 'restore' && is !== value;
  });
  // A text that may not be empty, or has to look in a certain way, cannot be cleared.
  const strict = 'max' in settings && (Number(item['min'] ?? 0) > 0 || (item['pattern'] ?? null) !== null);
  if (wrong.length === 0 && !strict) return null;
  const { id: _id, pattern, ...kept } = item;
  return { ...kept, ...(strict ? { min: 0 } : { pattern }), ...Object.fromEntries(wrong) };
}
