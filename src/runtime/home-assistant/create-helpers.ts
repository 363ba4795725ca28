import type { Millis } from '../call/call.ts';
import type { Clock } from '../platform/platform.ts';
import { homeAssistantError } from './errors.ts';
import { itemsOf, repairOf, type Item } from './create-items.ts';
import { areaOf, labelOf } from './create-place.ts';
import { wantedHelpers, type WantedHelper } from './create-plan.ts';
import type { HelperKey, PerHelper } from './helpers-keys.ts';
import type { RegistryEntry } from './helpers-ids.ts';
import type { HomeAssistant } from './home-assistant.ts';

/** Why a helper was not made. `domain_missing`: its integration is not loaded. `wrong_id`: its entity id is another's. */
export type HelperProblem = 'not_admin' | 'domain_missing' | 'wrong_id' | 'disabled' | 'refused' | 'no_answer';

export interface HelperOutcome {
  readonly key: HelperKey;
  /** Where it is, or would be. */
  readonly entityId: string;
  /** `repaired`: it was there, and so that it could not work. */
  readonly outcome: 'exists' | 'created' | 'repaired' | 'failed';
  readonly problem?: HelperProblem;
}

export type CreatedHelpers =
  | { readonly ok: true; readonly helpers: readonly HelperOutcome[] }
  /** Nothing was touched. */
  | { readonly ok: false; readonly refused: 'not_admin' | 'home_assistant_away' };

/** A helper that the station needs, and whether it is there. */
export interface FoundHelper extends WantedHelper {
  readonly exists: boolean;
  /** It is there, and switched off in Home Assistant. */
  readonly disabled: boolean;
}

export interface CreateHelpersOptions {
  readonly homeAssistant: HomeAssistant;
  readonly clock: Clock;
  readonly slug: string;
  /** The station's. */
  readonly name: string;
  /** Names of the helpers in the person's language; English where nothing is given. */
  readonly names?: PerHelper<string>;
  /** The station's; where no area is called like the station, its camera says where that is. */
  readonly camera?: string;
  /** Told after each helper. */
  readonly onOutcome?: (outcome: HelperOutcome) => void;
}

interface Entry extends RegistryEntry {
  readonly disabled_by?: string | null;
}

/** What a new helper gets beside its name. */
interface Place {
  readonly area_id?: string;
  readonly labels?: readonly string[];
}

/** A new helper is in the registry when its command is answered, or very soon after. */
const LOOKS = 5;
const LOOK_AGAIN: Millis = 200;

/** Whether this page's user may make helpers. @throws HomeAssistantError */
export async function isAdmin(homeAssistant: Pick<HomeAssistant, 'request'>): Promise<boolean> {
  const user = await homeAssistant.request<{ readonly is_admin?: unknown }>({ type: 'auth/current_user' });
  return user.is_admin === true;
}

/**
 * Which of a station's helpers are there; those that were renamed count, under their new id.
 * @throws HomeAssistantError, RangeError for a bad slug
 */
export async function findHelpers({
  homeAssistant,
  slug,
  name,
  names,
}: Pick<CreateHelpersOptions, 'homeAssistant' | 'slug' | 'name' | 'names'>): Promise<readonly FoundHelper[]> {
  const wanted = wantedHelpers(slug, name, names);
  const registry = await homeAssistant.request<readonly Entry[]>({ type: 'config/entity_registry/list' });
  const states = homeAssistant.states.value;
  return wanted.map((helper) => {
    const known =
      registry.find(({ platform, unique_id }) => platform === helper.domain && unique_id === helper.objectId) ??
      registry.find(({ entity_id }) => entity_id === helper.entityId);
    const entityId = known?.entity_id ?? helper.entityId;
    const disabled = (known?.disabled_by ?? null) !== null;
    return { ...helper, entityId, exists: known !== undefined || states[entityId] !== undefined, disabled };
  });
}

/** One after the other, however often and fast somebody asks: what one makes the next finds. */
const turns = new WeakMap<HomeAssistant, Promise<unknown>>();

/**
 * Makes the helpers of a station that do not exist, by Home Assistant's own commands for that, which only its admins
 * may use, and repairs those that were changed so that they cannot work. Safe to repeat: what is well stays as it is.
 * @throws RangeError for a bad slug
 */
export function createHelpers(options: CreateHelpersOptions): Promise<CreatedHelpers> {
  const before = turns.get(options.homeAssistant) ?? Promise.resolve();
  const made = before.catch(() => {}).then(() => create(options));
  turns.set(options.homeAssistant, made);
  return made;
}

async function create(options: CreateHelpersOptions): Promise<CreatedHelpers> {
  const { homeAssistant, slug, name, onOutcome = () => {} } = options;
  wantedHelpers(slug, name);
  let found: readonly FoundHelper[];
  try {
    if (!(await isAdmin(homeAssistant))) return { ok: false, refused: 'not_admin' };
    found = await findHelpers(options);
  } catch {
    return { ok: false, refused: 'home_assistant_away' };
  }
  const isNew = found.some(({ exists }) => !exists);
  const place = isNew ? await placeOf(options) : {};
  const items = await itemsOf(
    homeAssistant,
    found.filter(({ exists }) => exists).map(({ domain }) => domain),
  );
  const helpers: HelperOutcome[] = [];
  for (const helper of found) {
    const item = items.get(helper.domain)?.find(({ id }) => id === helper.objectId);
    const outcome = helper.exists ? await lookAfter(helper, item, options) : await createOne(helper, place, options);
    helpers.push(outcome);
    onOutcome(outcome);
  }
  return { ok: true, helpers };
}

async function placeOf({ homeAssistant, name, camera = '' }: CreateHelpersOptions): Promise<Place> {
  const [area, label] = await Promise.all([areaOf(homeAssistant, { name, camera }), labelOf(homeAssistant)]);
  return { ...(area && { area_id: area }), ...(label && { labels: [label] }) };
}

const failure = ({ key, entityId }: FoundHelper, problem: HelperProblem): HelperOutcome => ({
  key,
  entityId,
  outcome: 'failed',
  problem,
});

async function lookAfter(
  helper: FoundHelper,
  item: Item | undefined,
  { homeAssistant }: CreateHelpersOptions,
): Promise<HelperOutcome> {
  const { key, entityId, domain } = helper;
  if (helper.disabled) return failure(helper, 'disabled');
  const repair = item && repairOf(helper, item);
  if (!repair) return { key, entityId, outcome: 'exists' };
  try {
    await homeAssistant.request({ type: `${domain}/update`, [`${domain}_id`]: helper.objectId, ...repair });
    return { key, entityId, outcome: 'repaired' };
  } catch (error) {
    return failure(helper, problemOf(error));
  }
}

async function createOne(helper: FoundHelper, place: Place, options: CreateHelpersOptions): Promise<HelperOutcome> {
  const { key, entityId, domain, icon, settings } = helper;
  const { homeAssistant } = options;
  try {
    // The first name becomes unique id and entity id, so it is not yet the one for people.
    const { id } = await homeAssistant.request<{ readonly id: string }>({
      type: `${domain}/create`,
      name: helper.objectId,
      icon,
      ...settings,
    });
    if (await settle(helper, id, place, options)) return { key, entityId, outcome: 'created' };
    // A second one beside what has the id would only confuse.
    await homeAssistant.request({ type: `${domain}/delete`, [`${domain}_id`]: id });
    return failure(helper, 'wrong_id');
  } catch (error) {
    return failure(helper, problemOf(error));
  }
}

/** Gives the new helper its entity id, if it has another, its name, area and label. @returns whether it has its id */
async function settle(
  helper: FoundHelper,
  uniqueId: string,
  place: Place,
  { homeAssistant, clock }: CreateHelpersOptions,
): Promise<boolean> {
  const { entityId, name } = helper;
  const update = (id: string, change: object): Promise<unknown> =>
    homeAssistant.request({ type: 'config/entity_registry/update', entity_id: id, ...change });
  const entry = await registered(homeAssistant, clock, helper, uniqueId);
  if (!entry) return false;
  if (entry.entity_id !== entityId) {
    // Home Assistant remembers entities that were deleted, and gives them their old ids again.
    const moved = await update(entry.entity_id, { new_entity_id: entityId }).then(
      () => true,
      () => false,
    );
    if (!moved) return false;
  }
  // A helper that has only its first name works all the same.
  await update(entityId, { name, ...place }).catch(() => {});
  return true;
}

/** Where the new helper is: almost always where it should be. The whole registry of a large home is megabytes. */
async function registered(
  homeAssistant: HomeAssistant,
  clock: Clock,
  { domain, entityId }: WantedHelper,
  uniqueId: string,
): Promise<Entry | undefined> {
  const isOurs = ({ platform, unique_id }: Entry): boolean => platform === domain && unique_id === uniqueId;
  for (let look = 1; ; look++) {
    const there = await homeAssistant
      .request<Entry>({ type: 'config/entity_registry/get', entity_id: entityId })
      .catch(() => undefined);
    if (there && isOurs(there)) return there;
    const entry = (await homeAssistant.request<readonly Entry[]>({ type: 'config/entity_registry/list' })).find(isOurs);
    if (entry || look === LOOKS) return entry;
    await new Promise<void>((resolve) => clock.after(LOOK_AGAIN, resolve));
  }
}

/** Which of our problems Home Assistant's refusal is. */
export function problemOf(error: unknown): HelperProblem {
  switch (homeAssistantError(error).code) {
    case 'unauthorized':
      return 'not_admin';
    case 'unknown_command':
      return 'domain_missing';
    case 'connection_lost':
    case 'timeout':
      return 'no_answer';
    default:
      return 'refused';
  }
}
