import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CommandResult, DialTarget, Snapshot } from '../runtime/api.ts';
import { loadChunk } from './chunk.ts';
import { cardStyles } from './components/card-styles.ts';
import { alert, icon, more, search, video, type Icon } from './components/icons.ts';
import { base } from './components/styles.ts';
import { checkConfig, unknownKeys, type CardConfig } from './config.ts';
import { follow } from './follow.ts';
import type { CardKey } from './localize/keys.ts';
import { setLanguage, t, words } from './localize/localize.ts';
import { callAssist } from './page.ts';
import { chosen, contactRow, SAMPLES } from './views/contacts.ts';
import { noteRow, notes } from './views/notes.ts';

/** Notes that somebody put away on this page; cards come and go. */
const seen = new Set<string>();

interface Hass {
  readonly language?: string;
  readonly locale?: { readonly language?: string };
}

/**
 * The Lovelace card: a view of the page's runtime that may be thrown away at any time. In preview it shows
 * sample contacts and opens nothing.
 */
export class CallAssistCard extends LitElement {
  static override readonly styles = [base, cardStyles];
  static override readonly properties = {
    preview: { type: Boolean },
    layout: { reflect: true },
    config: { state: true },
    dialOpen: { state: true },
    said: { state: true },
  };
  declare preview: boolean;
  declare layout: string | undefined;
  declare config: CardConfig;
  declare dialOpen: boolean;
  declare said: string;

  constructor() {
    super();
    this.preview = false;
    this.config = {};
    this.dialOpen = false;
    this.said = '';
    follow(this, () => {
      const api = callAssist();
      return api ? [words, api.snapshot] : [words];
    });
  }

  static getStubConfig(): CardConfig {
    return {};
  }

  /** Home Assistant waits for it; only editors need it. */
  static async getConfigForm(): Promise<unknown> {
    return (await loadChunk('config-form', () => import('./config-form.ts')))?.configForm();
  }

  /** @throws Error naming the key that is wrong; Home Assistant shows it instead of the card. */
  setConfig(config: unknown): void {
    this.config = checkConfig(config);
  }

  /** Keys of the configuration that are not ours; for diagnostics. */
  get unknownKeys(): readonly string[] {
    return unknownKeys(this.config);
  }

  /** Comes with every change of any state: only the language matters here. */
  set hass(hass: Hass | undefined) {
    const language = hass?.locale?.language ?? hass?.language;
    if (language) void setLanguage(language);
  }

  getCardSize(): number {
    return 6;
  }

  getGridOptions(): Readonly<Record<string, number>> {
    return { columns: 12, rows: 5, min_columns: 6, min_rows: 2 };
  }

  protected override render(): TemplateResult {
    const snapshot = this.preview ? null : (callAssist()?.snapshot.value ?? null);
    return html`<ha-card @click=${this.#clicked}>${snapshot ? this.#live(snapshot) : this.#sample()}</ha-card>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get('dialOpen') === false) this.renderRoot.querySelector('input')?.focus();
  }

  #sample(): TemplateResult {
    const rows = SAMPLES.map((contact) => contactRow(contact, null, { ...this.config, call_on_tap: 'ask' }));
    return html`${this.#header(this.config.name || 'Call Assist', 'online', t('card.ready'), nothing)}
      <ul class="rows" inert>
        ${rows}
      </ul>`;
  }

  #live(snapshot: Snapshot): TemplateResult {
    const { role, accounts, problems } = snapshot;
    if (!snapshot.secureContext || problems.some(({ kind }) => kind === 'insecure-page'))
      return hero(alert, 'card.insecure');
    if (role === 'other-tab') return hero(video, 'card.other_tab', ['use-here', 'card.use_here']);
    if (role === 'starting') return html`<p class="hero" role="status">${t('card.starting')}</p>`;
    const said = notes(snapshot, seen);
    if (role === 'stopped' && !said.length) return hero(alert, 'card.stopped', ['reload', 'card.reload']);
    if (!accounts.length) {
      return html`${this.#list(said.map(noteRow))}${hero(video, 'card.setup_lead', ['sign-in', 'card.setup'], 'card.setup_text')}`;
    }
    return this.#contacts(snapshot, said.map(noteRow));
  }

  #contacts(snapshot: Snapshot, said: readonly TemplateResult[]): TemplateResult {
    const away = snapshot.accounts.filter(({ status }) => status.state !== 'online');
    const connecting = away.length > 0 && away.every(({ status }) => status.state === 'connecting');
    const word = !away.length
      ? t('card.ready')
      : connecting
        ? t('card.connecting')
        : t('card.away', { count: away.length, all: snapshot.accounts.length });
    const people = chosen(snapshot.contacts, this.config.contacts);
    const rows = [...said, ...people.map((contact) => contactRow(contact, snapshot, this.config))];
    if (!people.length)
      rows.push(html`<li class="hero">${t(snapshot.contacts.length ? 'card.none_match' : 'card.none_yet')}</li>`);
    const buttons = html`${
        (this.config.search ?? true)
          ? html`<button
              class="ib"
              data-action="dial-open"
              aria-expanded=${this.dialOpen}
              aria-label=${t('card.search')}
            >
              ${icon(search)}
            </button>`
          : nothing
      }<button class="ib" data-action="settings" aria-label=${t('card.settings')}>${icon(more)}</button>`;
    return html`${this.#header(this.config.name || snapshot.station.name, away.length ? 'away' : 'online', word, buttons)}
    ${this.dialOpen ? this.#dialField() : nothing}${this.#sayRow()}${this.#list(rows)}`;
  }

  #header(name: string, state: string, word: string, buttons: unknown): TemplateResult {
    return html`<div class="hd">
      <div class="t">
        <h2 dir="auto">${name}</h2>
        <p class=${state} role="status" data-status=${state}>${word}</p>
      </div>
      ${buttons}
    </div>`;
  }

  #list(rows: readonly TemplateResult[]): TemplateResult | typeof nothing {
    return rows.length
      ? html`<ul class="rows">
          ${rows}
        </ul>`
      : nothing;
  }

  #sayRow(): TemplateResult {
    return html`<p class="say" role="alert" ?hidden=${!this.said}>${this.said}</p>`;
  }

  #dialField(): TemplateResult {
    const submit = (event: Event): void => {
      event.preventDefault();
      const text = this.renderRoot.querySelector('input')?.value.trim() ?? '';
      const voice = (event as SubmitEvent).submitter?.dataset['kind'] === 'voice';
      if (text) void this.#dial({ text }, !voice);
    };
    const kind = (name: 'voice' | 'video'): TemplateResult =>
      html`<button class="btn ${name === 'video' ? 'solid' : ''}" data-action="dial-${name}" data-kind=${name}>
        ${t(`out.${name}`)}
      </button>`;
    return html`<form @submit=${submit}>
      <input
        class="in"
        name="address"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="go"
        aria-label=${t('card.address')}
        placeholder=${t('card.address')}
      />
      ${kind('video')}${kind('voice')}
    </form>`;
  }

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const api = callAssist();
    if (!button || !api || this.preview) return;
    if (api.snapshot.value.soundBlocked) api.allowSound();
    const row = button.closest<HTMLElement>('[data-contact]')?.dataset;
    const { action, id = '', account = '' } = button.dataset;
    const target = { accountId: row?.['account'] ?? '', contactId: row?.['id'] ?? '' };
    switch (action) {
      case 'call-voice':
      case 'call-video':
        return void this.#dial(target, action === 'call-video');
      case 'again': {
        const [entry] = api.snapshot.value.history;
        if (entry)
          void this.#dial({ accountId: entry.peer.accountId, contactId: entry.peer.contactId }, entry.offered.video);
        return this.#saw(id);
      }
      case 'dismiss':
        return this.#saw(id);
      case 'accept':
        return void this.#tell(api.acceptRequest(account, id));
      case 'reject':
        return void this.#tell(api.rejectRequest(account, id));
      case 'allow-sound':
        return api.allowSound();
      case 'use-here':
        return void this.#tell(api.takeOver());
      case 'reload':
        return location.reload();
      case 'dial-open':
        this.dialOpen = !this.dialOpen;
        this.said = '';
        return;
      case 'sign-in':
      case 'sign-in-again':
      case 'settings':
        return void this.#open(action === 'settings' ? 'settings' : 'sign-in', account || null);
    }
  };

  #saw(id: string): void {
    seen.add(id);
    this.requestUpdate();
  }

  async #dial(to: DialTarget, withVideo: boolean): Promise<void> {
    this.said = '';
    const result: CommandResult = (await callAssist()?.command({
      type: 'dial',
      to,
      video: withVideo,
      by: 'touch',
    })) ?? { ok: true };
    // An end reason has its sheet; a refusal has only this line.
    if (!result.ok && result.reason.startsWith('refused_')) this.said = t(`refused.${result.reason}` as CardKey);
    else if (result.ok) this.dialOpen = false;
  }

  async #tell(work: Promise<void>): Promise<void> {
    this.said = '';
    await work.catch(() => (this.said = t('setup.other')));
  }

  async #open(view: 'sign-in' | 'settings', again: string | null): Promise<void> {
    const pages = await loadChunk('pages', () => import('./pages/pages.ts'));
    const api = callAssist();
    if (pages && api) pages.openPage(api, view, again);
    else this.said = `${t('card.broken')}. ${t('card.broken_text')}`;
  }
}

/** One thing to say and one thing to do, where nothing else makes sense yet. */
function hero(
  drawing: Icon,
  title: CardKey,
  act?: readonly [action: string, label: CardKey],
  text?: CardKey,
): TemplateResult {
  return html`<div class="hero">
    ${icon(drawing)}
    <h2>${t(title)}</h2>
    <p>${t(text ?? (`${title}_text` as CardKey))}</p>
    ${act ? html`<button class="btn solid" data-action=${act[0]}>${t(act[1])}</button>` : nothing}
  </div>`;
}
