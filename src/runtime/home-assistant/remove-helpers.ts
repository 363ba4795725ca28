import { findHelpers, isAdmin, problemOf, type CreateHelpersOptions, type HelperProblem } from './create-helpers.ts';
import { itemsOf } from './create-items.ts';
import type { HelperKey } from './helpers-keys.ts';

export interface RemovedHelper {
  readonly key: HelperKey;
  readonly entityId: string;
  /** `kept`: it was made in YAML, and is removed there. */
  readonly outcome: 'removed' | 'kept' | 'failed';
  readonly problem?: HelperProblem;
}
export type RemovedHelpers =
  | { readonly ok: true; readonly helpers: readonly RemovedHelper[] }
  /** Nothing was touched. */
  | { readonly ok: false; readonly refused: 'not_admin' | 'home_assistant_away' };

/**
 * Removes the helpers of a station from Home Assistant, those that were renamed too. What automations do with them is
 * theirs. Safe to repeat.
 * @throws RangeError for a bad slug
 */
export async function removeHelpers(
  options: Pick<CreateHelpersOptions, 'homeAssistant' | 'slug' | 'name'>,
): Promise<RemovedHelpers> {
  const { homeAssistant } = options;
  try {
    if (!(await isAdmin(homeAssistant))) return { ok: false, refused: 'not_admin' };
    const found = (await findHelpers(options)).filter(({ exists }) => exists);
    const items = await itemsOf(
      homeAssistant,
      found.map(({ domain }) => domain),
    );
    const helpers: RemovedHelper[] = [];
    for (const { key, entityId, domain, objectId } of found) {
      const isStored = items.get(domain)?.some(({ id }) => id === objectId) ?? false;
      if (!isStored) helpers.push({ key, entityId, outcome: 'kept' });
      else helpers.push({ key, entityId, ...(await removeOne(homeAssistant, domain, objectId)) });
    }
    return { ok: true, helpers };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { ok: false, refused: 'home_assistant_away' };
  }
}

async function removeOne(
  homeAssistant: CreateHelpersOptions['homeAssistant'],
  domain: string,
  id: string,
): Promise<Pick<RemovedHelper, 'outcome' | 'problem'>> {
  try {
    await homeAssistant.request({ type: `${domain}/delete`, [`${domain}_id`]: id });
    return { outcome: 'removed' };
  } catch (error) {
    return { outcome: 'failed', problem: problemOf(error) };
  }
}
