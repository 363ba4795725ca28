import { house } from './house.ts';

/** Where the dashboard of {@link faceDashboard} is. */
const urlPath = 'call-face';
const card = { type: 'custom:call-assist-card' };

/**
 * A dashboard with the card in each of its densities side by side, and one with the card as the whole view.
 * @returns their paths, and what takes them away
 */
export async function faceDashboard(): Promise<{
  readonly sizes: string;
  readonly panel: string;
  remove(): Promise<void>;
}> {
  const { adminCommand } = await house();
  const settings = { url_path: urlPath, title: 'Face', mode: 'storage', require_admin: false, show_in_sidebar: false };
  const { id } = (await adminCommand('lovelace/dashboards/create', settings)) as { id: string };
  const wide = { ...card, grid_options: { columns: 'full', rows: 11 } };
  const config = {
    views: [
      {
        title: 'Sizes',
        path: 'sizes',
        type: 'sections',
        max_columns: 3,
        sections: [
          {
            type: 'grid',
            cards: [
              { ...card, grid_options: { columns: 6, rows: 2 } },
              { ...card, grid_options: { columns: 6, rows: 3 } },
              card,
            ],
          },
          { type: 'grid', column_span: 2, cards: [wide] },
        ],
      },
      { title: 'Panel', path: 'panel', type: 'panel', cards: [card] },
    ],
  };
  await adminCommand('lovelace/config/save', { url_path: urlPath, config });
  return {
    sizes: `/${urlPath}/sizes`,
    panel: `/${urlPath}/panel`,
    remove: async () => void (await adminCommand('lovelace/dashboards/delete', { dashboard_id: id })),
  };
}
