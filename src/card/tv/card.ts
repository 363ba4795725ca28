import { adoptStyles, html, render } from 'lit';
import type { TvHass } from '../../runtime/tv/tv-page.ts';
import { roles } from '../components/roles.ts';
import { shellStyles } from '../components/shell-styles.ts';
import { checkConfig, type CardConfig } from '../config.ts';
import { setLanguage, words } from '../localize/localize.ts';
import { explain } from './explain.ts';
import type { TvStage } from './stage.ts';

interface Hass extends TvHass {
  readonly language?: string;
  readonly locale?: { readonly language?: string };
}

/** The card on a TV's page: a place for the page's one screen in TV mode, and a word of explanation otherwise. */
export class TvCard extends HTMLElement {
  /** Of the page; set before any card is made. */
  static stage: TvStage;
  #config: CardConfig = {};
  #stopWords: () => void = () => {};

  constructor() {
    super();
    adoptStyles(this.attachShadow({ mode: 'open' }), [roles, shellStyles]);
  }

  /** @throws Error naming the key that is wrong; Home Assistant shows it instead of the card. */
  setConfig(config: unknown): void {
    this.#config = checkConfig(config);
    if (this.isConnected) this.#show();
  }

  set hass(hass: Hass | undefined) {
    if (!hass) return;
    const language = hass.locale?.language ?? hass.language;
    if (language) void setLanguage(language);
    TvCard.stage.connect(hass);
  }

  getCardSize(): number {
    return 12;
  }

  connectedCallback(): void {
    this.#stopWords = words.subscribe(() => this.#show());
    this.#show();
  }

  disconnectedCallback(): void {
    this.#stopWords();
    TvCard.stage.leave(this);
  }

  #show(): void {
    const { shadowRoot } = this;
    if (!shadowRoot) return;
    if (this.#config.mode === 'tv') {
      if (!shadowRoot.contains(TvCard.stage.view)) TvCard.stage.enter(this);
      return;
    }
    TvCard.stage.leave(this);
    render(html`<ha-card>${explain(true)}</ha-card>`, shadowRoot);
  }
}
