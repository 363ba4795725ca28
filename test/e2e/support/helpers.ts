import { helperIds } from '../../../demo/home-assistant/helpers.ts';
import type { Stack } from '../../../demo/stack.ts';
import type { Station } from '../../../src/runtime/storage/storage.ts';
import type { DevicePage } from './device-page.ts';

/** The entity id of a helper of the demo's station, or of another. */
export const helperOf = (key: string, slug = 'kitchen'): string => helperIds(slug)[key]!;

/** What a person in front of the device sets on its page. */
export async function stationSwitches({ page }: DevicePage, change: Partial<Station>): Promise<void> {
  await page.evaluate((wanted) => window.callAssist!.configureStation(wanted), change);
}

/** What can be chosen for the station to send, sorted. */
export async function camerasOf(stack: Stack, slug?: string): Promise<readonly string[]> {
  const state = (await stack.haRest(`/api/states/${helperOf('camera_source', slug)}`)) as {
    attributes: { options: string[] };
  };
  return state.attributes.options.toSorted();
}

/** What a helper says, whosever it is. */
export async function stateOf(stack: Stack, entityId: string): Promise<string | null> {
  const state = (await stack.haRest(`/api/states/${entityId}`).catch(() => null)) as { state: string } | null;
  return state?.state ?? null;
}
