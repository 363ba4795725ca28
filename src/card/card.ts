import { adoptStyles, html, LitElement, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import type { Snapshot } from '../runtime/api.ts';
import { cardIsThere } from './cards.ts';
import { loadChunk } from './chunk.ts';
import { alert, video } from './components/draw.ts';
import { roles } from './components/roles.ts';
import { shellStyles } from './components/shell-styles.ts';
import { checkConfig, unknownKeys, type CardConfig } from './config.ts';
import { densityOf, GRID_OPTIONS, PANEL_WIDTH, rowsOf, type Density } from './density.ts';
import { follow } from './follow.ts';
import { setLanguage, t, words } from './localize/localize.ts';
import { callAssist } from './page.ts';
import type { PageView } from './pages/view.ts';
import { hero } from './views/hero.ts';
import type { CardHost, LiveView } from './views/live.ts';

interface Hass {
  readonly language?: string;
  readonly locale?: { readonly language?: string };
}

/** Height in Home Assistant's units of 50 px, for layouts that sort cards by it. */
const SIZES: Readonly<Record<Density, number>> = { compact: 3, medium: 6, panel: 12 };

/**
 * The Lovelace card: a view of the page's runtime that may be thrown away at any time. In preview it shows
 * sample contacts and opens nothing. By itself it is only what a page without accounts needs; what shows people
 * ({@link LiveView}) is loaded when there are any.
 */
export class CallAssistCard extends LitElement implements CardHost {
  static override readonly styles = [roles, shellStyles];
  static override readonly properties = {
    preview: { type: Boolean },
    layout: { reflect: true },
    config: { state: true },
    density: { reflect: true },
    wide: { state: true },
    broken: { state: true },
  };
  declare preview: boolean;
  /** What the card stands in, as Home Assistant says: `grid`, `panel`, or nothing. */
  declare layout: string | undefined;
  declare config: CardConfig;
  declare density: Density;
  declare wide: boolean;
  declare broken: boolean;
  readonly #width = new ResizeObserver(([entry]) => {
    this.wide = (entry?.contentRect.width ?? 0) >= PANEL_WIDTH;
  });
  #live: LiveView | null = null;
  /** What a card for TVs says here. */
  #forTvs: (() => TemplateResult) | null = null;
  #loading: Promise<void> | null = null;

  constructor() {
    super();
    this.preview = false;
    this.config = {};
    this.density = 'medium';
    this.wide = false;
    this.broken = false;
    follow(this, () => {
      const api = callAssist();
      return api ? [words, api.snapshot] : [words];
    });
  }

  static getStubConfig(): CardConfig {
    return {};
  }

  /** The editor, which knows the card; the card does not know it. */
  static editor: () => Promise<{ configForm(): Promise<unknown> } | null> = () => Promise.resolve(null);

  /** Home Assistant waits for it; only editors need it. */
  static async getConfigForm(): Promise<unknown> {
    return (await loadChunk('editor', CallAssistCard.editor))?.configForm();
  }

  /** @throws Error naming the key that is wrong; Home Assistant shows it instead of the card. */
  setConfig(config: unknown): void {
    this.config = checkConfig(config);
    if (this.isConnected) cardIsThere(this, this.config);
  }

  /** Keys of the configuration that are not ours; for diagnostics. */
  get unknownKeys(): readonly string[] {
    return unknownKeys(this.config);
  }

  /** Comes with every change of any state: only the language matters here, and this device's own goes first. */
  set hass(hass: Hass | undefined) {
    const chosen = callAssist()?.snapshot.value.settings.language;
    const language = chosen ?? hass?.locale?.language ?? hass?.language;
    if (language) void setLanguage(language);
  }

  getCardSize(): number {
    return SIZES[densityOf(this.config, this.layout, this.wide)];
  }

  getGridOptions(): typeof GRID_OPTIONS {
    return GRID_OPTIONS;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    cardIsThere(this, this.config);
    this.#width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cardIsThere(this, null);
    this.#width.disconnect();
    this.#live?.leave();
  }

  async open(view: PageView, detail: string | null): Promise<void> {
    const pages = await loadChunk('pages', () => import('./pages/pages.ts'));
    const api = callAssist();
    if (pages && api) pages.openPage(api, view, detail);
    else this.fail();
  }

  dress(styles: readonly CSSResultOrNative[]): void {
    if (this.renderRoot instanceof ShadowRoot) adoptStyles(this.renderRoot, [...styles, shellStyles]);
  }

  fail(): void {
    this.broken = true;
  }

  protected override willUpdate(): void {
    this.density = densityOf(this.config, this.layout, this.wide);
  }

  protected override render(): TemplateResult {
    if (this.config.mode === 'tv' && !this.broken) {
      if (!this.#forTvs) this.#loadForTvs();
      return html`<ha-card>${this.#forTvs?.() ?? nothing}</ha-card>`;
    }
    const snapshot = this.preview ? null : (callAssist()?.snapshot.value ?? null);
    const first = this.broken ? hero(alert, 'card.broken', ['reload', 'card.reload']) : snapshot && start(snapshot);
    if (!first && !this.#live) this.#load();
    const free = this.density === 'medium' && rowsOf(this.config, this.layout) === null;
    return html`<ha-card
        class=${free ? 'free' : nothing}
        ?inert=${this.preview}
        @click=${this.#clicked}
        @input=${this.#typed}
        @submit=${this.#typed}
        >${first ?? this.#live?.render(snapshot) ?? nothing}</ha-card
      >
      <div @click=${this.#clicked} @input=${this.#typed} @submit=${this.#typed}>
        ${first ? nothing : (this.#live?.renderDialog(snapshot) ?? nothing)}
      </div>`;
  }

  protected override updated(): void {
    this.#live?.updated();
  }

  /** Drawn, and what had to be loaded for it is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    for (let waits; (waits = this.#loading ?? this.#live?.loading);) {
      await waits;
      done = await super.getUpdateComplete();
    }
    return done;
  }

  #load(): void {
    this.#loading ??= loadChunk('live', () => import('./views/live.ts')).then((views) => {
      this.#loading = null;
      if (!views) this.fail();
      else {
        this.#live = new views.LiveView(this);
        this.dress(views.styles);
        this.requestUpdate();
      }
    });
  }

  #loadForTvs(): void {
    this.#loading ??= loadChunk('tv', () => import('./tv/explain.ts')).then((tv) => {
      this.#loading = null;
      if (!tv) return this.fail();
      this.#forTvs = tv.explain;
      this.requestUpdate();
    });
  }

  #typed = (event: Event): void => {
    if (this.preview) event.preventDefault();
    else if (event.type === 'submit') this.#live?.submit(event);
    else this.#live?.input(event);
  };

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const api = callAssist();
    if (!button || !api || this.preview) return;
    if (api.snapshot.value.soundBlocked) api.allowSound();
    const { action, account = null } = button.dataset;
    switch (action) {
      case 'allow-sound':
        return;
      case 'use-here':
        // The other tab may be closing; its snapshot tells how it went.
        return void api.takeOver().catch(() => undefined);
      case 'reload':
        return location.reload();
      case 'sign-in':
        return void this.open('setup', null);
      case 'sign-in-again':
        return void this.open('sign-in', account);
      case 'settings':
        return void this.open('settings', null);
      default:
        return this.#live?.act(api, button);
    }
  };
}

/** What there is to say instead of people; null: people. */
function start({ role, accounts, problems, secureContext }: Snapshot): TemplateResult | null {
  const has = (...kinds: readonly string[]): boolean => problems.some(({ kind }) => kinds.includes(kind));
  if (!secureContext || has('insecure-page')) return hero(alert, 'card.insecure', ['sign-in', 'card.setup']);
  if (role === 'other-tab') return hero(video, 'card.other_tab', ['use-here', 'card.use_here']);
  if (role === 'starting') return html`<p class="hero" role="status">${t('card.starting')}</p>`;
  if (has('storage', 'update-waiting')) return null;
  if (role === 'stopped') return hero(alert, 'card.stopped', ['reload', 'card.reload']);
  return accounts.length ? null : hero(video, 'card.setup_lead', ['sign-in', 'card.setup'], 'card.setup_text');
}
