import { isAdmin } from './create-helpers.ts';
import { homeAssistantError } from './errors.ts';
import type { HomeAssistant } from './home-assistant.ts';
import { DASHBOARD, PATH, TV_CONFIG, tvViewsOf, withoutTvViews, type DashboardConfig } from './tv-view-plan.ts';

type Requests = Pick<HomeAssistant, 'request'>;

/** Where the card is in TV mode: of a dashboard (its path), the view with this index. */
export interface TvPlace {
  readonly dashboard: string;
  readonly index: number;
}

/** Why nothing was changed. `refused`: Home Assistant did not take it. */
export type TvViewRefusal = 'not_admin' | 'home_assistant_away' | 'refused';
export type CreatedTvPlace =
  { readonly ok: true; readonly view: TvPlace } | { readonly ok: false; readonly refused: TvViewRefusal };
/** `kept`: it is written in YAML, and removed there. */
export type RemovedTvPlace =
  | { readonly ok: true; readonly outcome: 'removed' | 'kept' | 'missing' }
  | { readonly ok: false; readonly refused: TvViewRefusal };

/** As Home Assistant lists it. Those of YAML have no id. */
interface Dashboard {
  readonly id?: string;
  readonly url_path?: string | null;
  readonly title?: string;
}
/** A dashboard that may be ours, and what is in it; null: nothing, as right after it was made. */
interface Found {
  readonly dashboard: Dashboard;
  readonly path: string;
  readonly config: DashboardConfig | null;
}

/**
 * Where TVs find the card; every user may ask. Of dashboards whose path begins like ours, since those of a home can be
 * megabytes. @returns null: nowhere @throws HomeAssistantError
 */
export async function findTvView(homeAssistant: Requests): Promise<TvPlace | null> {
  return placeIn(await look(homeAssistant));
}

/**
 * Makes the dashboard for TVs where there is none, and fills it where it is empty; what is there stays as it is, and so
 * does every dashboard that is not ours, also one that has our path. Safe to repeat.
 */
export async function createTvView(homeAssistant: Requests): Promise<CreatedTvPlace> {
  return asAdmin(homeAssistant, async () => {
    const found = await look(homeAssistant);
    const known = placeIn(found);
    if (known) return { ok: true, view: known };
    const empty = found.find(isOursAndEmpty);
    const dashboard = empty?.path ?? freePath(found);
    if (!empty) await homeAssistant.request({ type: 'lovelace/dashboards/create', url_path: dashboard, ...DASHBOARD });
    await homeAssistant.request({ type: 'lovelace/config/save', url_path: dashboard, config: TV_CONFIG });
    return { ok: true, view: { dashboard, index: 0 } };
  });
}

/** Removes the view for TVs, with its dashboard where that has nothing else. Safe to repeat. */
export async function removeTvView(homeAssistant: Requests): Promise<RemovedTvPlace> {
  return asAdmin(homeAssistant, async () => {
    const ours = (await look(homeAssistant)).filter((each) => indexOf(each) >= 0 || isOursAndEmpty(each));
    const stored = ours.filter(({ dashboard }) => dashboard.id !== undefined);
    for (const { dashboard, path, config } of stored) {
      const rest = config && withoutTvViews(config);
      await homeAssistant.request(
        rest && rest.views.length > 0
          ? { type: 'lovelace/config/save', url_path: path, config: rest }
          : { type: 'lovelace/dashboards/delete', dashboard_id: dashboard.id },
      );
    }
    return { ok: true, outcome: ours.length === 0 ? 'missing' : stored.length < ours.length ? 'kept' : 'removed' };
  });
}

async function look(homeAssistant: Requests): Promise<readonly Found[]> {
  const dashboards = await homeAssistant.request<readonly Dashboard[]>({ type: 'lovelace/dashboards/list' });
  const named = dashboards.flatMap((dashboard) => {
    const path = dashboard.url_path ?? '';
    return path === PATH || path.startsWith(`${PATH}-`) ? [{ dashboard, path }] : [];
  });
  return Promise.all(named.map(async (each) => ({ ...each, config: await configOf(homeAssistant, each.path) })));
}

async function configOf(homeAssistant: Requests, path: string): Promise<DashboardConfig | null> {
  try {
    return await homeAssistant.request<DashboardConfig>({ type: 'lovelace/config', url_path: path, force: false });
  } catch (error) {
    if (homeAssistantError(error).code === 'config_not_found') return null;
    throw error;
  }
}

const indexOf = ({ config }: Found): number => (config && tvViewsOf(config)[0]) ?? -1;

function placeIn(found: readonly Found[]): TvPlace | null {
  const known = found.find((each) => indexOf(each) >= 0);
  return known ? { dashboard: known.path, index: indexOf(known) } : null;
}

/** Made by us and never filled, or emptied by somebody. */
function isOursAndEmpty({ dashboard, config }: Found): boolean {
  const views = config?.views;
  return dashboard.id !== undefined && dashboard.title === DASHBOARD.title && (views?.length ?? 0) === 0;
}

function freePath(found: readonly Found[]): string {
  const taken = new Set(found.map(({ path }) => path));
  for (let number = 2, path = PATH; ; path = `${PATH}-${number++}`) if (!taken.has(path)) return path;
}

async function asAdmin<T>(
  homeAssistant: Requests,
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly refused: TvViewRefusal }> {
  try {
    if (!(await isAdmin(homeAssistant))) return { ok: false, refused: 'not_admin' };
    return await work();
  } catch (error) {
    return { ok: false, refused: refusalOf(error) };
  }
}

function refusalOf(error: unknown): TvViewRefusal {
  const { code } = homeAssistantError(error);
  if (code === 'unauthorized') return 'not_admin';
  return code === 'connection_lost' || code === 'timeout' ? 'home_assistant_away' : 'refused';
}
