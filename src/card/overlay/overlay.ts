import { adoptStyles, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { Readable } from '../../runtime/platform/readable.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/more.ts';
import { focused } from '../page.ts';
import { Announcer } from './announcer.ts';
import type { Shown } from './choose.ts';
import {
  cameraOf,
  type DisplayAction,
  type OverlayAction,
  type OverlayContext,
  secondsUntil,
  type SheetKind,
  shortName,
} from './context.ts';
import { Cover } from './cover.ts';
import { type Changeable, Deeds } from './deeds.ts';
import { FullScreen } from './full-screen.ts';
import { type Handled, Hands } from './hands.ts';
import { type Raised, raise } from './raise.ts';
import { RemotePlayers } from './remote-players.ts';
import { RingViews } from './ring-views.ts';
import { SelfView } from './self-view.ts';
import { Showing } from './showing.ts';
import { silenceable } from './silence.ts';
import { Speaker } from './speaker.ts';
import { loadStage, type Stage, type Talking } from './stage-loader.ts';
import { sheetStyles } from './styles/sheets.ts';
import { shellStyles } from './styles/shell.ts';
import { smallStyles } from './styles/small.ts';
import { viewOf } from './view.ts';

export { loadStage } from './stage-loader.ts';

/** Somebody who touched an outcome reads it; nobody reads it longer than this after the last touch, in ms. */
const READING = 120_000;

/**
 * Calls, above everything else on the page: one element in `<body>` for as long as there is a call to show.
 * `data-call-phase` and `data-call` on it say what it shows. `ca-released`: nothing is held any more.
 */
export class CaOverlay extends LitElement implements Handled, Changeable {
  static override readonly styles = [base, shellStyles, sheetStyles, smallStyles];
  static override readonly properties = { callAssist: { attribute: false } };
  declare callAssist: CallAssist;
  /** Injected by tests. */
  now: () => number = () => Date.now();
  stage: () => Promise<Stage | null> = loadStage;

  readonly redraw = (): void => this.requestUpdate();
  readonly #players = new RemotePlayers(this.redraw);
  readonly #self = new SelfView(this.redraw);
  readonly #hands = new Hands(this);
  readonly #fullScreen = new FullScreen();
  readonly #showing = new Showing();
  readonly #announcer = new Announcer();
  readonly #cover = new Cover();
  readonly #speaker = new Speaker();
  readonly #rings = new RingViews(this.redraw);
  readonly #deeds = new Deeds(this, this.#fullScreen);
  readonly #before = focused();
  shown: Shown | null = null;
  /** When the present view of the present call came on screen. */
  #since = 0;
  #small = false;
  /** null: what shows a call that runs is not there yet. */
  #talking: Talking | null = null;
  #raised: Raised | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    follow(this, (): readonly Readable<unknown>[] => [words, this.callAssist.snapshot]);
  }

  /** An outcome is read here that the runtime has forgotten. */
  get holds(): boolean {
    return this.#showing.holds;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#setStage();
    // Timers on screen, the end of the touch guard, and of patience.
    this.#tick = setInterval(() => this.#ticked(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.#hands.leave();
    this.#fullScreen.leave();
    this.#talking?.close();
    this.#players.close();
    this.#self.close();
    this.#raised?.lower();
    this.#raised = null;
    this.#deeds.clear();
  }

  /** Makes a call that was made small large again. */
  restore(): void {
    this.resize(false);
  }

  async #setStage(): Promise<void> {
    const stage = this.#talking ? null : await this.stage();
    if (!stage || !(this.renderRoot instanceof ShadowRoot)) return;
    this.#talking = new stage.Talking(
      this.redraw,
      () => this.now(),
      () => this.callAssist,
    );
    this.#hands.gestures.place = this.#talking.place;
    adoptStyles(this.renderRoot, [...CaOverlay.styles, ...stage.styles]);
    this.redraw();
  }

  #ticked(): void {
    if (this.now() - this.#hands.gestures.touched > READING) this.release();
    this.redraw();
  }

  release(): void {
    if (this.#showing.release()) this.dispatchEvent(new Event('ca-released'));
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const before = this.shown;
    const shown = this.#showing.choose(this.callAssist.snapshot.value);
    if (!shown) return;
    this.shown = shown;
    const { call, view, waiting } = shown;
    if (call.id !== before?.call.id) this.#talking?.begin();
    if (call.id !== before?.call.id || view !== before.view || waiting?.id !== before.waiting?.id) this.#begin(shown);
    this.dataset['callPhase'] = call.phase;
    this.dataset['call'] = call.id;
    const [media, now] = [this.callAssist.media(call.id), this.now()];
    this.#self.follow(call, media);
    this.#talking?.follow(view === 'stage' ? call : null, media, now, this.#players.shares(call.id));
    const left = call.autoAnswerAt === null ? null : secondsUntil(call.autoAnswerAt, now);
    const { quality = null, unheard = false, moved = null } = this.#talking ?? {};
    this.#announcer.hear(shown, left, quality, unheard, moved);
  }

  /** Something else than before is on the screen. */
  #begin({ view, waiting }: Shown): void {
    this.#since = this.now();
    this.#hands.begin();
    this.#cover.close();
    this.#deeds.refusal = null;
    // Whatever wants an answer is shown in full.
    if (view !== 'stage' || waiting) this.#small = false;
    if (view === 'outcome') this.#fullScreen.leave();
    // Whoever dials has just touched; where nobody did, the browser refuses.
    if (view === 'outgoing') this.#fullScreen.enter();
  }

  protected override render(): TemplateResult {
    const shown = this.shown;
    const { said } = this.#announcer;
    const hands = this.#hands;
    const asks = shown?.view === 'incoming' || shown?.view === 'outcome';
    return html`<dialog
      closedby="none"
      popover="manual"
      autofocus
      tabindex="-1"
      role=${asks ? 'alertdialog' : 'dialog'}
      aria-labelledby="kind name"
      aria-describedby="via"
      data-corner=${this.#talking?.place.corner ?? nothing}
      class="${hands.moment.guarded ? 'guarded' : ''} ${this.#small ? 'mini' : ''}"
      @click=${hands.clicked}
      @keydown=${hands.pressed}
      @keyup=${hands.lifted}
      @focusin=${hands.focused}
      @focusout=${hands.blurred}
      @pointerdown=${hands.touched}
      @pointermove=${hands.moved}
      @pointerup=${hands.let}
      @pointercancel=${hands.let}
      @touchstart=${hands.palm}
    >
      <div class="players ${shown && this.#pictured(shown) ? '' : 'off'}"></div>
      ${shown ? this.#view(shown) : nothing} ${shown ? this.#covering(shown) : nothing}
      <p class="vh" role="status">${said && !said.assertive ? said.text : ''}</p>
      <p class="vh" role="alert">${said?.assertive ? said.text : ''}</p>
    </dialog>`;
  }

  #view(shown: Shown): TemplateResult {
    const { call } = shown;
    const drawing = { rings: this.#rings, talking: this.#talking, small: this.#small, real: this.real(call.id) };
    return viewOf(shown, this.#context(call), drawing);
  }

  #context(call: CallView): OverlayContext {
    return {
      snapshot: this.callAssist.snapshot.value,
      now: this.now(),
      preview: this.#self.element,
      soundBlocked: this.#players.blocked(call.id),
      ...cameraOf(call, this.callAssist),
      hidden: call.peer.contactId === '',
      silenceable: silenceable(this.callAssist, call),
      sharing: this.#players.shares(call.id),
      resting: this.#hands.moment.resting,
      covered: this.covered,
      holding: this.#hands.gestures.hold.held,
      refusal: this.#deeds.refusal,
    };
  }

  #covering({ call }: Shown): TemplateResult | typeof nothing {
    return this.#cover.render({
      callAssist: this.callAssist,
      call: this.real(call.id) ?? call,
      peer: shortName(call),
      speaker: this.#speaker.in(this.callAssist, call.station),
      fullScreen: this.#fullScreen,
      listenOn: (speaker) => {
        this.#speaker.choose(this.callAssist, speaker, call.station);
        this.redraw();
      },
      close: () => this.uncover(),
    });
  }

  protected override updated(_changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const players = this.renderRoot.querySelector<HTMLElement>('.players');
    if (!dialog || !players || !this.isConnected) return;
    const { calls, settings } = this.callAssist.snapshot.value;
    this.#players.sync(players, calls, (id) => this.callAssist.media(id));
    this.#players.show(this.shown?.call.id ?? null, this.shown?.call.peer.name ?? '');
    const { ring, station = '', display } = this.shown?.call ?? {};
    const elsewhere = ring?.away || display?.heardHere === false;
    this.#players.sound(elsewhere ? 0 : settings.callVolume, this.#speaker.in(this.callAssist, station));
    this.#raised ??= raise(dialog, this, this.#before);
    this.#raised.small(this.#small);
    this.#talking?.drawn(players, dialog);
    // A button that had the focus may have gone with its view.
    if (!this.#small && !this.shadowRoot?.activeElement && document.hasFocus()) dialog.focus();
  }

  get age(): number {
    return this.now() - this.#since;
  }

  get covered(): boolean {
    return this.#cover.kind !== null;
  }

  get mayRest(): boolean {
    const shown = this.shown;
    if (!shown || shown.waiting || this.#small || this.covered || shown.call.phase !== 'active') return false;
    if (!this.#pictured(shown) || this.#players.blocked(shown.call.id) || this.#talking?.asksFor(shown.call))
      return false;
    return this.shadowRoot?.activeElement?.matches('.dock :focus-visible') !== true;
  }

  #pictured({ call, view }: Shown): boolean {
    return view === 'stage' && this.#talking?.pictured(call, this.#players.shares(call.id)) === true;
  }

  real(id: string | undefined): CallView | null {
    return this.#showing.real(this.callAssist.snapshot.value, id);
  }

  reads(): void {
    if (this.shown?.view === 'outcome') this.#showing.hold(this.real(this.shown.call.id));
  }

  do(action: OverlayAction, call: CallView): void {
    this.#deeds.do(action, call);
  }

  reveal({ id }: CallView): void {
    this.#showing.reveal(id);
    this.redraw();
  }

  hear(): void {
    this.#players.hear();
  }

  swap(): void {
    this.#talking?.swap();
    this.redraw();
  }

  async display(action: DisplayAction, call: CallView): Promise<void> {
    await this.#talking?.display(action, call);
  }

  resize(small: boolean): void {
    this.#small = small;
    this.#cover.close();
    if (small) this.#fullScreen.leave();
    this.redraw();
  }

  async cover(kind: SheetKind): Promise<void> {
    if (!(await this.#cover.open(kind))) this.#announcer.said = { assertive: true, text: t('card.broken') };
    this.redraw();
  }

  /** The focus goes back to the button that opened the sheet. */
  uncover(): void {
    const kind = this.#cover.close();
    this.redraw();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-action="${kind}"]`)?.focus());
  }
}

if (!customElements.get('ca-overlay')) customElements.define('ca-overlay', CaOverlay);
