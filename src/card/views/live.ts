import { html, nothing, type CSSResultOrNative, type TemplateResult } from 'lit';
import type { CallAssist, Snapshot } from '../../runtime/api.ts';
import type { DialTarget } from '../../runtime/command.ts';
import { loadChunk } from '../chunk.ts';
import { cardStyles } from '../components/card-styles.ts';
import { close, icon, video } from '../components/icons.ts';
import { base } from '../components/styles.ts';
import type { CardConfig } from '../config.ts';
import type { Density } from '../density.ts';
import type { CardKey } from '../localize/keys.ts';
import { t } from '../localize/live.ts';
import { hideNames } from '../overlay/hiding.ts';
import { callAssist } from '../page.ts';
import { personDetail, type PageView } from '../pages/view.ts';
import { compact } from './compact.ts';
import { hero } from './hero.ts';
import { medium } from './medium.ts';
import { notes, type Note } from './notes.ts';
import { noteRow } from './note-row.ts';
import type * as PanelModule from './panel.ts';
import { callBack, past } from './past.ts';
import { sample, type Shown } from './shown.ts';

type Panel = typeof PanelModule;

/** The card around the view. */
export interface CardHost {
  readonly config: CardConfig;
  readonly density: Density;
  readonly preview: boolean;
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
  /** Opens a page of the device. */
  open(view: PageView, detail: string | null): Promise<void>;
  /** Puts further styles into the card. */
  dress(styles: readonly CSSResultOrNative[]): void;
  /** A part cannot be loaded: the card says so. */
  fail(): void;
}

export const styles: readonly CSSResultOrNative[] = [base, cardStyles];

/** Notes that somebody put away on this page; cards come and go. */
const seen = new Set<string>();
/** How many people a list begins with, and grows by. */
const STEP = 40;

/** What a card shows once there is an account, or in preview, and what touching it does. */
export class LiveView {
  readonly #card: CardHost;
  #text = '';
  #searching = false;
  #said = '';
  #limit = STEP;
  #part: PanelModule.Part | null = null;
  #people = false;
  #panel: Panel | null = null;
  #loading: Promise<void> | null = null;
  #end: Element | null = null;
  readonly #near = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#limit += STEP;
    this.#card.requestUpdate();
  });

  constructor(card: CardHost) {
    this.#card = card;
  }

  /** Settled when what is being loaded is there; null: nothing is. */
  get loading(): Promise<void> | null {
    return this.#loading;
  }

  render(snapshot: Snapshot | null): TemplateResult {
    const { density } = this.#card;
    const shown = this.#shown(snapshot);
    const said = notes(shown.snapshot, seen, shown.hide, shown.now);
    if (snapshot && !snapshot.accounts.length) {
      const rows = html`<ul class="notes">
        ${said.map(noteRow)}
      </ul>`;
      if (density === 'compact' && said.length) return compact(shown, said);
      if (snapshot.role === 'stopped') return rows;
      return html`${rows}${hero(video, 'card.setup_lead', ['sign-in', 'card.setup'], 'card.setup_text')}`;
    }
    if (density === 'panel') return this.#whole(shown, said);
    if (density === 'compact') return compact(shown, said);
    return medium(shown, said, this.#searching);
  }

  /** The people behind a tile, in a dialog of their own. */
  renderDialog(snapshot: Snapshot | null): TemplateResult | typeof nothing {
    if (!this.#people || !snapshot || this.#card.density !== 'compact') return nothing;
    const shown = this.#shown(snapshot);
    return html`<dialog aria-label=${t('card.people')} @close=${this.#closePeople}>
      <button class="ib shut" data-action="shut" aria-label=${t('card.close')}>${icon(close)}</button>
      ${this.#whole(shown, [])}
    </dialog>`;
  }

  /** After the card has drawn. */
  updated(): void {
    const { renderRoot } = this.#card;
    const dialog = renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const end = renderRoot.querySelector('[data-end]');
    if (end === this.#end) {
      // Still in view after the list grew: it does not cross the edge again by itself.
      if (end) this.#near.unobserve(end);
    } else if (this.#end) this.#near.unobserve(this.#end);
    this.#end = end;
    if (end) this.#near.observe(end);
  }

  /** The card left the document. */
  leave(): void {
    this.#near.disconnect();
    this.#end = null;
    this.#people = false;
  }

  input(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    this.#text = field.value;
    this.#said = '';
    this.#limit = STEP;
    this.#card.requestUpdate();
  }

  submit(event: Event): void {
    event.preventDefault();
    const text = this.#text.trim();
    const kind = event instanceof SubmitEvent ? event.submitter?.dataset['kind'] : undefined;
    if (text) void this.#dial({ text }, kind === 'video');
  }

  /** Something with `data-action` was touched. */
  act(api: CallAssist, button: HTMLElement): void {
    const row = button.closest<HTMLElement>('[data-id]')?.dataset;
    const { action, entry = '', account = '' } = button.dataset;
    const target = { accountId: row?.['account'] ?? '', contactId: row?.['id'] ?? '' };
    switch (action) {
      case 'call-voice':
      case 'call-video':
        return void this.#dial(callBack(api, row?.['entry']) ?? target, action === 'call-video');
      case 'contact':
        return void this.#card.open('contact', personDetail(target.accountId, target.contactId));
      case 'again':
        return this.#again(api, entry);
      case 'write':
        return this.#write(api, entry);
      case 'seen':
        return void this.#tell(api.markSeen());
      case 'dismiss':
        return this.#saw(entry);
      case 'ring-take':
      case 'ring-away': {
        const taken = action === 'ring-take' ? 'take' : 'put-away';
        return void api.command({ type: 'ring-action', ring: entry, action: taken, by: 'touch' });
      }
      case 'accept':
      case 'reject':
        // Whom to let in is for those who may unlock: the page of people asks them to.
        if (api.snapshot.value.lock.locked) return void this.#card.open('contact', null);
        return void this.#tell(
          action === 'accept' ? api.acceptRequest(account, entry) : api.rejectRequest(account, entry),
        );
      case 'quiet':
        return void this.#tell(api.configureDevice({ doNotDisturb: !api.snapshot.value.quiet }));
      case 'show-call':
        return document.querySelector<HTMLElement & { restore?(): void }>('ca-overlay')?.restore?.();
      case 'dial-open':
      case 'clear':
        return this.#search(action === 'clear' || !this.#searching);
      case 'people':
        this.#people = true;
        return this.#card.requestUpdate();
      case 'shut':
        return this.#shut();
      case 'part':
        this.#part = entry as PanelModule.Part;
        return this.#card.requestUpdate();
      case 'history':
      case 'diagnostics':
      case 'setup':
        return void this.#card.open(action, null);
      case 'everybody':
        return void this.#card.open('contact', null);
      case 'take-station':
        return entry.split(' ').forEach((slug) => api.takeStation(slug));
      case 'helpers':
        return void this.#card.open('setup', 'helpers');
    }
  }

  #shown(snapshot: Snapshot | null): Shown {
    const { config } = this.#card;
    const station = snapshot && (this.#station(snapshot) ?? snapshot.station);
    const camera = station?.camera;
    return {
      snapshot: station ? { ...snapshot, station } : sample(config.name || 'Call Assist'),
      config: snapshot ? config : { ...config, contacts: [] },
      hide: hideNames(snapshot?.settings.hideNames ?? 'show'),
      cameraName:
        callAssist()
          ?.cameras()
          .find(({ id }) => id === camera)?.name ??
        camera ??
        '',
      text: this.#text,
      said: this.#said,
      limit: this.#limit,
      now: Date.now(),
    };
  }

  #whole(shown: Shown, said: readonly Note[]): TemplateResult {
    if (this.#panel) return this.#panel.panel(shown, said, this.#part);
    this.#loading ??= loadChunk('panel', () => import('./panel.ts')).then((panel) => {
      this.#loading = null;
      if (!panel) return this.#card.fail();
      this.#panel = panel;
      this.#card.dress([...styles, panel.styles]);
      this.#card.requestUpdate();
    });
    // What fits in any place, until it is there.
    return medium(shown, said, this.#searching);
  }

  /** By itself, so that the keyboard's focus goes back to where it was. */
  #shut(): void {
    this.#card.renderRoot.querySelector('dialog')?.close();
  }

  #closePeople = (): void => {
    this.#people = false;
    this.#card.requestUpdate();
  };

  /** Opens the field, or empties and closes it. */
  #search(open: boolean): void {
    this.#searching = open;
    this.#text = '';
    this.#said = '';
    this.#limit = STEP;
    this.#card.requestUpdate();
    // The field is there after the card has drawn.
    if (open) requestAnimationFrame(() => this.#card.renderRoot.querySelector('input')?.focus());
  }

  #write(api: CallAssist, entry: string): void {
    const peer = past(api, entry)?.peer;
    if (peer) void this.#card.open('contact', personDetail(peer.accountId, peer.contactId, 'write'));
  }

  #again(api: CallAssist, entry: string): void {
    const to = callBack(api, entry);
    if (!to) return;
    void this.#dial(to, past(api, entry)?.offered.video === true);
    this.#saw(entry);
    if (api.snapshot.value.missed) void this.#tell(api.markSeen());
  }

  /** The station that the card is for, where this device has it. */
  #station({ stations }: Snapshot): Snapshot['station'] | undefined {
    const { station } = this.#card.config;
    return stations.find(({ slug, name }) => slug === station || name === station);
  }

  #saw(id: string): void {
    seen.add(id);
    this.#card.requestUpdate();
  }

  #say(sentence: string): void {
    this.#said = sentence;
    this.#card.requestUpdate();
  }

  async #dial(to: DialTarget, withVideo: boolean): Promise<void> {
    this.#say('');
    const api = callAssist();
    if (!api) return;
    const from = this.#station(api.snapshot.value);
    const at = from ? { station: from.slug } : {};
    const result = await api.command({ type: 'dial', to, video: withVideo, by: 'touch', ...at });
    // An end reason has its sheet; a refusal has only this line.
    if (!result.ok && result.reason.startsWith('refused_')) this.#say(t(`refused.${result.reason}` as CardKey));
    else if (result.ok) {
      this.#shut();
      this.#search(false);
    }
  }

  async #tell(work: Promise<void>): Promise<void> {
    this.#say('');
    await work.catch(() => this.#say(t('setup.other')));
  }
}
