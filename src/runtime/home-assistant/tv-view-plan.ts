/** The dashboard that TVs show: what it is, and how it is known again. Pure. */

/** A view or a card: what of it may hold other cards. */
type ViewLike = Readonly<Record<string, unknown>>;
/** `strategy` dashboards have no views. */
export interface DashboardConfig {
  readonly views?: readonly ViewLike[];
}

/** The path of our dashboard. Home Assistant wants a hyphen in it. */
export const PATH = 'call-assist-tv';
const TITLE = 'Call Assist TV';
const CARD = { type: 'custom:call-assist-card', mode: 'tv' };

/** Of a dashboard that nobody needs to see in the sidebar; the kiosk's user may read it. */
export const DASHBOARD = {
  title: TITLE,
  icon: 'mdi:television',
  mode: 'storage',
  require_admin: false,
  show_in_sidebar: false,
} as const;

export const TV_CONFIG = {
  title: TITLE,
  views: [{ title: 'TV', path: 'tv', icon: DASHBOARD.icon, type: 'panel', cards: [CARD] }],
} as const satisfies DashboardConfig & { readonly title: string };

/** Indices of the views that have the card in TV mode, wherever in them. */
export function tvViewsOf({ views = [] }: DashboardConfig): readonly number[] {
  return views.flatMap((view, index) => (hasTvCard(view) ? [index] : []));
}

export function withoutTvViews<T extends DashboardConfig>(config: T): T & { readonly views: readonly ViewLike[] } {
  const { views = [] } = config;
  const ours = new Set(tvViewsOf(config));
  return { ...config, views: views.filter((_view, index) => !ours.has(index)) };
}

/** Cards are in each other in many ways; dashboards are written by hand. */
function hasTvCard(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasTvCard);
  if (typeof value !== 'object' || value === null) return false;
  const view = value as ViewLike;
  const isOurs = view['type'] === CARD.type && view['mode'] === CARD.mode;
  return isOurs || ['card', 'cards', 'sections'].some((part) => hasTvCard(view[part]));
}

/** For who has no administrator at hand, or keeps dashboards in files. */
export const TV_YAML = `# configuration.yaml; the card's own lines follow in the file that is named here:
lovelace:
  dashboards:
    ${PATH}:
      mode: yaml
      title: ${TITLE}
      icon: ${DASHBOARD.icon}
      show_in_sidebar: false
      filename: ${PATH}.yaml

# ${PATH}.yaml, beside configuration.yaml:
title: ${TITLE}
views:
  - title: TV
    path: tv
    type: panel
    cards:
      - type: ${CARD.type}
        mode: ${CARD.mode}
`;
