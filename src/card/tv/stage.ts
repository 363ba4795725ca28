import { Scope } from '../../runtime/platform/scope.ts';
import { TvPage, type TvHass, type TvPageOptions } from '../../runtime/tv/tv-page.ts';
import { castViewPath, invitationIn } from '../../runtime/tv/view-path.ts';
import { CaCastView } from './cast-view.ts';

/**
 * The one screen of a TV's page, and the cards that it is in, one after the other: Home Assistant makes them anew after it
 * was away. In between it is in the page itself, so that a call goes on.
 */
export class TvStage {
  readonly view: CaCastView;
  readonly #page: TvPage;
  readonly #scope = new Scope(() => {});
  #host: HTMLElement | null = null;

  constructor(options: Omit<TvPageOptions, 'playing'>) {
    this.#page = new TvPage({ ...options, playing: () => this.view.playing() });
    this.view = new CaCastView(this.#page.state);
    // What nobody shows any more is not left over another view.
    this.#scope.add(
      this.#page.state.subscribe(() => {
        if (!this.#host) this.#withoutCard();
      }),
    );
    const { signal } = this.#scope;
    addEventListener('cast-view-changed', () => this.#look(), { signal });
  }

  connect(hass: TvHass): void {
    this.#page.connect(hass);
  }

  /** A card is in the document. */
  enter(card: HTMLElement): void {
    this.#host = card;
    this.view.style.direction = getComputedStyle(card).direction;
    card.shadowRoot?.append(this.view);
    this.#look();
  }

  /** It was taken away, maybe for another. */
  leave(card: HTMLElement): void {
    if (this.#host !== card) return;
    this.#host = null;
    this.#withoutCard();
  }

  /** Nothing runs any more; for tests. */
  async close(): Promise<void> {
    this.#page.look('');
    this.view.remove();
    await this.#scope.close();
  }

  #withoutCard(): void {
    if (!this.view.isLive) this.view.remove();
    // At once, before the browser pauses what is in no document.
    else if (this.view.parentNode !== document.body) document.body.append(this.view);
  }

  /** A call is shown where a card for it is; another view ends it. */
  #look(): void {
    const path = castViewPath();
    // Between two views: nothing is known.
    if (path !== null && (this.#host || invitationIn(path) === null)) this.#page.look(path);
  }
}
