import { createTvView } from '../../src/runtime/home-assistant/tv-view.ts';
import type { Connection } from './api.ts';
import { cameras } from '../services/cameras.ts';
import { helperIds, station } from './helpers.ts';

const urlPath = 'call-assist';

/** Where the kiosk's card is. */
export const dashboardPath = `/${urlPath}/phone`;

/** Another view of the same dashboard, without a card of ours. */
export const otherViewPath = `/${urlPath}/house`;

/** Makes the demo's dashboard what it is meant to be, whatever was there. */
export async function createDashboard(admin: Connection): Promise<void> {
  const dashboards = await admin.call<{ url_path: string }[]>('lovelace/dashboards/list');
  if (!dashboards.some((dashboard) => dashboard.url_path === urlPath)) {
    const settings = { url_path: urlPath, title: 'Call Assist', icon: 'mdi:phone', mode: 'storage' };
    await admin.call('lovelace/dashboards/create', { ...settings, require_admin: false, show_in_sidebar: true });
  }
  await admin.call('lovelace/config/save', { url_path: urlPath, config: { views: [phone, house] } });
}

/** Makes the dashboard that TVs show, by the card's own set-up, as an administrator does with a button of it. */
export async function createTvDashboard(admin: Connection): Promise<void> {
  const made = await createTvView({ request: ({ type, ...data }) => admin.call(type, data) });
  if (!made.ok) throw new Error(`Home Assistant did not create a dashboard for TVs: ${made.refused}`);
}

/** Registers the built card as the dashboard's resource, once and under its present address. */
export async function registerResource(admin: Connection, url: string): Promise<void> {
  const resources = await admin.call<{ id: string; url: string }[]>('lovelace/resources');
  const ours = resources.filter((resource) => resource.url.split('?')[0] === url.split('?')[0]);
  for (const { id } of ours.slice(1)) await admin.call('lovelace/resources/delete', { resource_id: id });
  const [first] = ours;
  if (!first) await admin.call('lovelace/resources/create', { res_type: 'module', url });
  else if (first.url !== url) await admin.call('lovelace/resources/update', { resource_id: first.id, url });
}

const phone = {
  title: 'Phone',
  path: 'phone',
  icon: 'mdi:phone',
  type: 'panel',
  cards: [{ type: 'custom:call-assist-card' }],
};

const house = {
  title: 'House',
  path: 'house',
  icon: 'mdi:home',
  cards: [
    ...cameras.map(({ entityId }) => ({ type: 'picture-entity', entity: entityId, camera_view: 'auto' })),
    { type: 'entities', title: 'Call station', entities: Object.values(helperIds(station.slug)) },
  ],
};
