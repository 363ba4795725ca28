import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CallAssist } from '../../runtime/api.ts';
import { close, icon, sound } from '../components/icons.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { translate, words } from '../localize/localize.ts';
import { t } from '../localize/pages.ts';
import { direction, focused } from '../page.ts';
import type { OpenPage } from './element.ts';
import { back } from './icons.ts';
import { type Content, makePage, PAGES, TABS } from './registry.ts';
import { shellStyles } from './shell-styles.ts';
import { CaUnlock } from './unlock.ts';
import type { PageView } from './view.ts';

export type { PageView } from './view.ts';

interface Level extends OpenPage {
  /** null while it loads, and where it could not be loaded. */
  readonly content: Content | null;
  readonly failed?: boolean;
  /** How far it was scrolled when another page came above it, and what had the focus there. */
  readonly left?: { readonly scroll: number; readonly focus: HTMLElement | null };
}

/**
 * The device's pages, in a dialog of the document: Home Assistant may rebuild the card under it without anything typed
 * being lost. Pages lie above each other; the one below is kept as it was. A ringing call comes above all of it.
 */
export class CaPage extends LitElement {
  static override readonly styles = [base, shellStyles];
  static override readonly properties = {
    callAssist: { attribute: false },
    levels: { state: true },
    unlocking: { state: true },
  };
  declare callAssist: CallAssist;
  declare levels: readonly Level[];
  /** What is to run once the device is unlocked. */
  declare unlocking: (() => void) | null;
  readonly #before = focused();

  constructor() {
    super();
    this.levels = [];
    this.unlocking = null;
    follow(this, () => [words, this.callAssist.snapshot]);
  }

  get #top(): Level | undefined {
    return this.levels.at(-1);
  }

  protected override render(): TemplateResult {
    const top = this.#top;
    const page = top && PAGES[top.view];
    const first = this.levels.length === 1;
    const keep = (event: Event): void => event.stopPropagation();
    return html`<dialog
        class="page"
        tabindex="-1"
        aria-labelledby="title"
        data-page=${top?.view ?? nothing}
        @close=${this.#closed}
        @cancel=${this.#cancelled}
        @keydown=${keep}
        @keyup=${keep}
        @keypress=${keep}
        @open-page=${this.#opens}
        @unlock=${this.#asks}
      >
        <div class="head">
          <button
            class="ib"
            data-action=${first ? 'close' : 'back'}
            aria-label=${t(first ? 'common.close' : 'page.back')}
            @click=${this.back}
          >
            ${first ? icon(close) : html`<span class="dir">${icon(back)}</span>`}
          </button>
          <h2 id="title" tabindex="-1">
            ${top?.content && page ? translate(page.title(top.detail)) : t('card.starting')}
          </h2>
        </div>
        ${this.#actions(top)}${this.#tabs(top)}
        <main>${this.#body(top)}</main>
      </dialog>
      ${
        this.unlocking
          ? html`<dialog
              class="sheet"
              tabindex="-1"
              aria-label=${t('lock.title')}
              @close=${this.#gaveUp}
              @keydown=${keep}
            >
              <ca-unlock .callAssist=${this.callAssist} @unlocked=${this.#unlocked} @leave=${this.#gaveUp}></ca-unlock>
            </dialog>`
          : nothing
      }`;
  }

  #actions(top: Level | undefined): TemplateResult | typeof nothing {
    const actions = (top?.content && PAGES[top.view].actions) ?? [];
    if (!actions.length) return nothing;
    return html`<div class="head-acts">
      ${actions.map(
        ({ action, word, look }) =>
          html`<button class="btn ${look}" data-action=${action} @click=${() => top?.content?.act?.(action)}>
            ${t(word)}
          </button>`,
      )}
    </div>`;
  }

  #tabs(top: Level | undefined): TemplateResult | typeof nothing {
    const shown = this.levels.length === 1 && TABS.some(({ view }) => view === top?.view) && !isPerson(top);
    if (!shown) return nothing;
    return html`<nav aria-label=${t('page.pages')}>
      ${TABS.map(
        ({ view, word, drawing }) =>
          html`<button
            data-tab=${view}
            aria-current=${view === top?.view ? 'page' : nothing}
            @click=${() => view !== top?.view && this.#replace(view)}
          >
            ${icon(drawing)}<span>${t(word)}</span>
          </button>`,
      )}
    </nav>`;
  }

  #body(top: Level | undefined): unknown {
    const { role } = this.callAssist.snapshot.value;
    const elsewhere =
      role === 'other-tab'
        ? html`<p class="note warn">
            ${icon(sound)}<span class="t"><b>${t('card.other_tab')}</b>${t('card.other_tab_text')}</span
            ><button class="btn solid" data-action="use-here" @click=${this.#takeOver}>${t('card.use_here')}</button>
          </p>`
        : nothing;
    if (top?.failed) {
      return html`<p class="note bad" role="alert">
        <span class="t"><b>${t('card.broken')}</b>${t('card.broken_text')}</span
        ><button class="btn solid" data-action="reload" @click=${() => location.reload()}>${t('card.reload')}</button>
      </p>`;
    }
    return html`${elsewhere}${top?.content ?? nothing}`;
  }

  #takeOver = (): void => {
    // The other tab may be closing; its snapshot tells how it went.
    void this.callAssist.takeOver().catch(() => undefined);
  };

  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog?.showModal();
    // Not on a field: the keyboard of a tablet would cover half of what there is to read.
    dialog?.focus();
  }

  protected override updated(): void {
    const sheet = this.renderRoot.querySelector<HTMLDialogElement>('.sheet');
    if (sheet && !sheet.open) {
      sheet.showModal();
      sheet.focus();
    }
  }

  /** Puts a page above the others. */
  show(view: PageView, detail: string | null): Promise<void> {
    const main = this.renderRoot.querySelector('main');
    const below = this.levels.map((level, index) =>
      index === this.levels.length - 1 && main
        ? { ...level, left: { scroll: main.scrollTop, focus: focused() } }
        : level,
    );
    return this.#load([...below, { view, detail, content: null }]);
  }

  async #replace(view: PageView): Promise<void> {
    await this.#load([{ view, detail: null, content: null }]);
    this.renderRoot.querySelector<HTMLElement>(`[data-tab=${view}]`)?.focus();
  }

  async #load(levels: readonly Level[]): Promise<void> {
    this.levels = levels;
    const level = levels.at(-1);
    if (!level) return;
    const content = await makePage(level.view, this.callAssist, level.detail);
    if (this.levels !== levels) return;
    for (const done of ['leave', 'signed-in']) content?.addEventListener(done, () => void this.back());
    this.levels = [...levels.slice(0, -1), content ? { ...level, content } : { ...level, failed: true }];
    await this.updateComplete;
    const main = this.renderRoot.querySelector('main');
    if (main) main.scrollTop = 0;
    // What had the focus is gone with the page below; the first page leaves it on the dialog.
    if (levels.length > 1) this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  /** To the page below, or out. */
  back = async (): Promise<void> => {
    if (this.levels.length <= 1) return void this.renderRoot.querySelector('dialog')?.close();
    this.levels = this.levels.slice(0, -1);
    await this.updateComplete;
    const main = this.renderRoot.querySelector('main');
    const { left } = this.#top ?? {};
    if (main && left) main.scrollTop = left.scroll;
    if (left?.focus?.isConnected) left.focus.focus({ preventScroll: true });
    else this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  };

  #opens = (event: CustomEvent<OpenPage>): void => void this.show(event.detail.view, event.detail.detail);

  #asks = (event: CustomEvent<() => void>): void => void (this.unlocking = event.detail);

  #unlocked = (): void => {
    const run = this.unlocking;
    this.#gaveUp();
    run?.();
  };

  #gaveUp = (): void => {
    this.renderRoot.querySelector<HTMLDialogElement>('.sheet')?.close();
    this.unlocking = null;
  };

  #cancelled = (event: Event): void => {
    if (event.target !== event.currentTarget || this.levels.length <= 1) return;
    event.preventDefault();
    void this.back();
  };

  #closed = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    this.remove();
    if (this.#before?.isConnected) this.#before.focus();
  };
}

const isPerson = (level: Level | undefined): boolean => level?.view === 'contact' && level.detail !== null;

for (const [tag, element] of [
  ['ca-page', CaPage],
  ['ca-unlock', CaUnlock],
] as const) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/**
 * Opens a page of this device, instead of the one that is open.
 * @param detail `sign-in`: the account that is to be signed in anew, null: a new one. `contact`: `accountId\ncontactId`,
 *   null: everybody. `history`: what is searched.
 */
export function openPage(callAssist: CallAssist, view: PageView, detail: string | null = null): void {
  document.querySelector('ca-page')?.remove();
  const page = Object.assign(document.createElement('ca-page') as CaPage, { callAssist, dir: direction() });
  document.body.append(page);
  void page.show(view, detail);
}
