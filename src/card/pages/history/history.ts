import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HistoryEntry } from '../../../runtime/storage/storage.ts';
import { t } from '../../localize/pages.ts';
import { hideNames } from '../../overlay/hiding.ts';
import { targetOf } from '../../target-of.ts';
import { dayOf, dayText } from '../dates.ts';
import { PageElement } from '../element.ts';
import { segment, sure } from '../rows.ts';
import { personDetail } from '../view.ts';
import { callRow, type CallsContext, Known } from './calls.ts';
import { type Filter, Pager } from './pager.ts';
import { historyStyles } from './styles.ts';

/** Typing has to rest this long before a search begins, in ms. */
const TYPING = 250;
/** How far beyond the screen pages of the list are drawn. */
const AHEAD = '1200px';
const FILTERS: readonly Filter[] = ['all', 'missed', 'incoming', 'outgoing'];

/**
 * The calls that were. Pages far from the screen are empty boxes of their height, so that thousands of calls scroll
 * like a few. `detail` is what is searched at first.
 */
export class CaHistory extends PageElement {
  static override readonly styles = [...PageElement.styles, historyStyles];
  static override readonly properties = {
    filter: { state: true },
    opened: { state: true },
    asked: { state: true },
    emptying: { state: true },
    revealed: { state: true },
  };
  declare filter: Filter;
  /** The call whose details are open. */
  declare opened: number | null;
  /** The call whose deletion waits for a yes. */
  declare asked: number | null;
  /** Deleting all waits for a yes. */
  declare emptying: boolean;
  /** Names are hidden on this screen, and somebody who may has asked for them. */
  declare revealed: boolean;
  /** Injected by tests. */
  now: () => number = () => Date.now();

  #pager: Pager | null = null;
  #text = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  #missed = 0;
  #newest: unknown = null;
  #watch: IntersectionObserver | null = null;
  /** Heights of the pages that are not drawn, by their place. */
  readonly #folded = new Map<number, number>();

  constructor() {
    super();
    this.filter = 'all';
    this.opened = null;
    this.asked = null;
    this.emptying = false;
    this.revealed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#newest = this.snapshot.history;
    if (!this.#pager) {
      this.#pager = new Pager(
        (query) => this.callAssist.history(query),
        () => this.requestUpdate(),
      );
      this.#text = this.detail ?? '';
      this.#missed = this.snapshot.missed;
      void this.#pager.search(this.#text, this.filter);
      // In another tab nobody looked at the calls of this one.
      void this.callAssist.markSeen().catch(() => undefined);
    }
    this.#watch = new IntersectionObserver(this.#moved, { root: this.parentElement, rootMargin: `${AHEAD} 0px` });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = null;
    clearTimeout(this.#typing);
  }

  /** One of the actions in the head. */
  act(action: string): void {
    if (action === 'delete-all') this.emptying = true;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { history } = this.snapshot;
    if (history === this.#newest) return;
    this.#newest = history;
    void this.#pager?.refresh();
  }

  protected override render(): TemplateResult {
    const pager = this.#pager;
    const pages = pager?.pages ?? [];
    const context: CallsContext = {
      callAssist: this.callAssist,
      known: new Known(this.snapshot, this.#hidden),
      now: this.now(),
      opened: this.opened,
      asked: this.asked,
    };
    const word = {
      all: 'hist.all',
      missed: 'hist.missed',
      incoming: 'hist.incoming',
      outgoing: 'hist.outgoing',
    } as const;
    const choices = FILTERS.map((id) => ({ id, label: t(word[id]) }));
    return html`${this.#hidden ? this.#hiding() : nothing}
      <div class="find">
        ${this.#hidden ? nothing : this.#search()}
        ${segment('filter', t('hist.filter'), choices, this.filter, (id) => this.#filtered(id as Filter))}
      </div>
      ${this.emptying ? html`<div class="box">${sure(t('hist.delete_all_sure'), t('hist.delete_all'), { yes: () => void this.#deleteAll(), no: () => (this.emptying = false) })}</div>` : nothing}
      <p class="said" role="status">${this.said}</p>
      ${this.#missed ? html`<p class="hint new">${t('hist.new', { count: this.#missed })}</p>` : nothing}
      <div @click=${this.#clicked}>${pages.map((_, at) => this.#page(pages, at, context))}</div>
      <p class="sentinel" aria-live="polite">${this.#end(pages.length)}</p>`;
  }

  get #hidden(): boolean {
    return !this.revealed && hideNames(this.snapshot.settings.hideNames) === 'always';
  }

  /** What is searched would tell who called. */
  #search(): TemplateResult {
    return html`<input
      class="in"
      id="search"
      type="search"
      dir="auto"
      autocomplete="off"
      aria-label=${t('hist.search')}
      placeholder=${t('hist.search')}
      .value=${this.#text}
      @input=${this.#typed}
    />`;
  }

  #hiding(): TemplateResult {
    // Who locked the settings does not want guests to see them either.
    const show = (): void => {
      const reveal = (): void => void (this.revealed = true);
      if (this.snapshot.lock.locked) this.unlock(reveal);
      else reveal();
    };
    return html`<p class="note">
      <span class="t"><b>${t('in.hidden')}</b></span
      ><button class="btn edge" data-action="show-who" @click=${show}>${t('in.show')}</button>
    </p>`;
  }

  #end(pages: number): unknown {
    const pager = this.#pager;
    if (pager?.failed) {
      return html`${t('hist.failed')}
        <button class="btn edge" data-action="try" @click=${() => void pager.search(this.#text, this.filter)}>
          ${t('common.try')}
        </button>`;
    }
    if (pages || !pager?.ended) return nothing;
    return t(this.#text || this.filter !== 'all' ? 'hist.none_found' : 'hist.none');
  }

  #page(pages: readonly (readonly HistoryEntry[])[], at: number, context: CallsContext): TemplateResult {
    const height = this.#folded.get(at);
    if (height !== undefined) return html`<div class="page" data-page=${at} style="block-size:${height}px"></div>`;
    const entries = pages[at] ?? [];
    const days = groups(entries);
    const before = pages[at - 1]?.at(-1);
    const after = pages[at + 1]?.[0];
    return html`<div class="page" data-page=${at}>
      ${days.map(([day, calls], index) => {
        const from = index === 0 && before !== undefined && dayOf(before.began) === day;
        const on = index === days.length - 1 && after !== undefined && dayOf(after.began) === day;
        return html`${from ? nothing : html`<h3 class="cap">${dayText(day, context.now)}</h3>`}
          <ul class="box ${from ? 'from' : ''} ${on ? 'on' : ''}">
            ${repeat(
              calls,
              ({ id }) => id,
              (entry) => callRow(entry, context),
            )}
          </ul>`;
      })}
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#watch?.disconnect();
    for (const part of this.renderRoot.querySelectorAll('.page, .sentinel')) this.#watch?.observe(part);
  }

  #moved = (seen: readonly IntersectionObserverEntry[]): void => {
    let changed = false;
    for (const { target, isIntersecting } of seen) {
      const at = Number((target as HTMLElement).dataset['page']);
      if (Number.isNaN(at)) {
        if (isIntersecting) void this.#pager?.more();
      } else if (isIntersecting === this.#folded.has(at)) {
        // What has the focus stays.
        if (!isIntersecting && target.contains(this.shadowRoot?.activeElement ?? null)) continue;
        if (isIntersecting) this.#folded.delete(at);
        else this.#folded.set(at, (target as HTMLElement).offsetHeight);
        changed = true;
      }
    }
    if (changed) this.requestUpdate();
  };

  #typed = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#find(), TYPING);
  };

  #filtered(filter: Filter): void {
    this.filter = filter;
    this.#find();
  }

  #find(): void {
    this.#folded.clear();
    this.opened = null;
    this.asked = null;
    void this.#pager?.search(this.#text.trim(), this.filter);
  }

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-entry]');
    const id = Number(button?.dataset['entry']);
    const entry = this.#pager?.pages.flat().find((each) => each.id === id);
    if (!button || !entry) return;
    const { accountId, contactId } = entry.peer;
    const to = targetOf(entry.peer, this.snapshot);
    switch (button.dataset['action']) {
      case 'call-voice':
      case 'call-video':
        return to ? void this.dial(to, button.dataset['action'] === 'call-video') : undefined;
      case 'person':
        return this.open('contact', personDetail(accountId, contactId));
      case 'delete':
        this.asked = id;
        return;
      case 'keep':
        this.asked = null;
        return;
      case 'delete-yes':
        return void this.#delete(id);
      default:
        this.opened = this.opened === id ? null : id;
        this.asked = null;
    }
  };

  async #delete(id: number): Promise<void> {
    const work = async (): Promise<void> => {
      await this.callAssist.deleteHistory([id]);
      this.#folded.clear();
      this.#pager?.forget(id);
      this.asked = null;
      this.opened = null;
    };
    await this.tell(work, t('hist.deleted'), t('setup.other'));
  }

  async #deleteAll(): Promise<void> {
    const work = async (): Promise<void> => {
      await this.callAssist.deleteHistory('all');
      this.emptying = false;
      this.#missed = 0;
      this.#find();
    };
    await this.tell(work, t('hist.deleted'), t('setup.other'));
  }
}

/** Calls of one day together; days in their order. */
function groups(entries: readonly HistoryEntry[]): readonly (readonly [day: number, calls: readonly HistoryEntry[]])[] {
  const days: [number, HistoryEntry[]][] = [];
  for (const entry of entries) {
    const day = dayOf(entry.began);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(entry);
    else days.push([day, [entry]]);
  }
  return days;
}
