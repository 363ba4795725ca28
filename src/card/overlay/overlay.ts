import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';
import type { Quality } from '../../runtime/media/quality.ts';
import type { Readable } from '../../runtime/platform/readable.ts';
import { loadChunk } from '../chunk.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/more.ts';
import { focused } from '../page.ts';
import { runAction } from './actions.ts';
import { announcement, type Announcement, countdownSaid, qualitySaid } from './announce.ts';
import type { Shown } from './choose.ts';
import { Connection } from './connection.ts';
import {
  type CallAction,
  type OverlayAction,
  type OverlayContext,
  secondsUntil,
  type SheetKind,
  shortName,
} from './context.ts';
import { FullScreen } from './full-screen.ts';
import { Gestures, type Moment, REST_AFTER } from './gestures.ts';
import { incoming } from './incoming.ts';
import { Keyboard } from './keyboard.ts';
import { TOUCH_GUARD } from './keys.ts';
import { mini } from './mini.ts';
import { type Raised, raise } from './raise.ts';
import { RemotePlayers } from './remote-players.ts';
import { layOver } from './self-place.ts';
import { SelfView } from './self-view.ts';
import { canWrite, outcome, outgoing } from './sheets.ts';
import { Showing } from './showing.ts';
import { silence, silenceable } from './silence.ts';
import { pictured, stage } from './stage.ts';
import { miniStyles } from './styles/mini.ts';
import { sheetStyles } from './styles/sheets.ts';
import { shellStyles } from './styles/shell.ts';
import { smallStyles } from './styles/small.ts';
import { stageStyles } from './styles/stage.ts';

/** A button waits this long for the state to answer before it takes a second touch. */
const LOCK = 2_000;
/** Somebody who touched an outcome reads it; nobody reads it longer than this after the last touch, in ms. */
const READING = 120_000;

/**
 * Calls, above everything else on the page: one element in `<body>` for as long as there is a call to show.
 * `data-call-phase` and `data-call` on it say what it shows. `ca-released`: nothing is held any more.
 */
export class CaOverlay extends LitElement {
  static override readonly styles = [base, shellStyles, sheetStyles, stageStyles, smallStyles, miniStyles];
  static override readonly properties = { callAssist: { attribute: false } };
  declare callAssist: CallAssist;
  /** Injected by tests. */
  now: () => number = () => Date.now();

  readonly #players = new RemotePlayers(() => this.requestUpdate());
  readonly #self = new SelfView(() => this.requestUpdate());
  readonly #connection = new Connection(() => this.requestUpdate());
  readonly #gestures = new Gestures(() => this.requestUpdate());
  readonly #fullScreen = new FullScreen();
  readonly #keyboard = new Keyboard(this.#gestures.place);
  readonly #showing = new Showing();
  readonly #locks = new Set<string>();
  readonly #before = focused();
  #shown: Shown | null = null;
  #said: Announcement | null = null;
  /** As they were when it was last said what changed. */
  #countdown: number | null = null;
  #quality: Quality | null = null;
  /** When the present view of the present call came on screen. */
  #since = 0;
  #sheet: SheetKind | null = null;
  #small = false;
  #swapped = false;
  /** Chosen for this page where the device keeps no choice. */
  #speaker: DeviceChoice | null | undefined;
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
    // Timers on screen, the end of the touch guard, and of patience.
    this.#tick = setInterval(() => this.#ticked(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.#keyboard.leave();
    this.#gestures.hold.end();
    this.#fullScreen.leave();
    this.#players.close();
    this.#self.close();
    this.#raised?.lower();
    this.#raised = null;
    this.#locks.clear();
  }

  #ticked(): void {
    if (this.now() - this.#gestures.touched > READING) this.#release();
    this.requestUpdate();
  }

  #release(): void {
    if (this.#showing.release()) this.dispatchEvent(new Event('ca-released'));
  }

  /** Makes a call that was made small large again. */
  restore(): void {
    this.#resize(false);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const before = this.#shown;
    const shown = this.#showing.choose(this.callAssist.snapshot.value);
    if (!shown) return;
    this.#shown = shown;
    const { call, view, waiting } = shown;
    const fresh = call.id !== before?.call.id || view !== before.view || waiting?.id !== before.waiting?.id;
    if (fresh) {
      this.#since = this.#gestures.touched = this.now();
      this.#sheet = null;
      // Whatever wants an answer is shown in full.
      if (view !== 'stage' || waiting) this.#small = false;
      if (call.id !== before?.call.id) this.#swapped = false;
      if (view === 'outcome') this.#fullScreen.leave();
    }
    if (view !== 'stage') this.#keyboard.leave();
    this.dataset['callPhase'] = call.phase;
    this.dataset['call'] = call.id;
    const media = this.callAssist.media(call.id);
    this.#self.follow(media, t('call.self_label'));
    this.#connection.look(view === 'stage' ? call : null, media, this.now(), this.#players.shares(call.id));
    const left = call.autoAnswerAt === null ? null : secondsUntil(call.autoAnswerAt, this.now());
    this.#said =
      announcement(before, shown) ??
      countdownSaid(this.#countdown, left) ??
      qualitySaid(this.#quality, this.#connection.quality) ??
      this.#said;
    this.#countdown = left;
    this.#quality = this.#connection.quality;
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const said = this.#said;
    const asks = shown?.view === 'incoming' || shown?.view === 'outcome';
    const seen = shown?.view === 'stage' && pictured(shown.call, this.#players.shares(shown.call.id));
    return html`<dialog
      closedby="none"
      popover="manual"
      autofocus
      tabindex="-1"
      role=${asks ? 'alertdialog' : 'dialog'}
      aria-labelledby="kind name"
      aria-describedby="via"
      data-corner=${this.#gestures.place.corner}
      class="${this.#moment.guarded ? 'guarded' : ''} ${this.#small ? 'mini' : ''}"
      @click=${this.#clicked}
      @keydown=${this.#pressed}
      @keyup=${(event: KeyboardEvent) => this.#keyboard.lift(event)}
      @focusin=${this.#woken}
      @focusout=${(event: FocusEvent) => event.relatedTarget ?? this.#keyboard.leave()}
      @pointerdown=${this.#touched}
      @pointermove=${this.#moved}
      @pointerup=${this.#let}
      @pointercancel=${this.#let}
      @touchstart=${(event: TouchEvent) => this.#gestures.touches(event)}
    >
      <div class="players ${seen ? '' : 'off'}"></div>
      ${shown ? this.#view(shown) : nothing} ${shown && this.#sheet ? this.#covering(shown, this.#sheet) : nothing}
      <p class="vh" role="status">${said && !said.assertive ? said.text : ''}</p>
      <p class="vh" role="alert">${said?.assertive ? said.text : ''}</p>
    </dialog>`;
  }

  #view(shown: Shown): TemplateResult {
    const { call, view, waiting } = shown;
    const context = this.#context(shown);
    switch (view) {
      case 'incoming':
        return incoming(call, context);
      case 'outgoing':
        return outgoing(call, context);
      case 'stage':
        return this.#small ? mini(call, context) : stage(call, waiting, context);
      case 'outcome':
        return outcome(call, context, canWrite(context.snapshot, this.#real(call.id) ?? call));
      default:
        return view satisfies never;
    }
  }

  #context({ call }: Shown): OverlayContext {
    return {
      snapshot: this.callAssist.snapshot.value,
      now: this.now(),
      preview: this.#self.element,
      soundBlocked: this.#players.blocked(call.id),
      cameraName: this.#cameraName(call),
      hidden: call.peer.contactId === '',
      silenceable: silenceable(this.callAssist, call),
      quality: this.#connection.quality,
      sharing: this.#players.shares(call.id),
      swapped: this.#swapped && this.#self.element !== null,
      resting: this.#moment.resting,
      covered: this.#sheet !== null,
      holding: this.#gestures.hold.held,
    };
  }

  #covering(shown: Shown, kind: SheetKind): TemplateResult {
    return html`<ca-call-sheet
      .callAssist=${this.callAssist}
      .call=${this.#real(shown.call.id) ?? shown.call}
      .peer=${shortName(shown.call)}
      .kind=${kind}
      .speaker=${this.#chosenSpeaker}
      .fullScreen=${this.#fullScreen}
      @ca-speaker=${(event: CustomEvent<DeviceChoice | null>) => this.#listenOn(event.detail)}
      @ca-close=${() => this.#uncover()}
    ></ca-call-sheet>`;
  }

  #cameraName({ camera }: CallView): string {
    const source = 'source' in camera ? camera.source : this.callAssist.snapshot.value.station.camera;
    if (source === 'this_device' || (camera.state === 'on' && camera.path === 'device')) return t('call.this_camera');
    return this.callAssist.cameras().find(({ id }) => id === source)?.name ?? source;
  }

  protected override updated(_changed: PropertyValues): void {
    const dialog = this.#dialog;
    const players = this.renderRoot.querySelector<HTMLElement>('.players');
    if (!dialog || !players || !this.isConnected) return;
    const { calls, settings } = this.callAssist.snapshot.value;
    const talking = calls.filter(
      ({ phase }) => phase === 'connecting' || phase === 'active' || phase === 'reconnecting',
    );
    this.#players.sync(
      players,
      talking.map(({ id }) => id),
      (id) => this.callAssist.media(id),
    );
    this.#players.show(this.#shown?.call.id ?? null, this.#shown?.call.peer.name ?? '');
    this.#players.sound(settings.callVolume, this.#chosenSpeaker);
    this.#raised ??= raise(dialog, this, this.#before);
    this.#raised.small(this.#small);
    layOver(this.renderRoot.querySelector('.pic.window'), players, dialog);
    // A button that had the focus may have gone with its view.
    if (!this.#small && !this.shadowRoot?.activeElement && document.hasFocus()) dialog.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #age(): number {
    return this.now() - this.#since;
  }

  get #moment(): Moment {
    const shown = this.#shown;
    const now = this.now();
    return {
      now,
      guarded: shown !== null && this.#age < TOUCH_GUARD[shown.view],
      resting: shown !== null && this.#mayRest(shown) && now - this.#gestures.touched > REST_AFTER,
      holdToHangUp: this.callAssist.snapshot.value.settings.holdToHangUp,
    };
  }

  /** Controls step back only from a picture, and from nobody who needs them. */
  #mayRest({ call, view, waiting }: Shown): boolean {
    if (view !== 'stage' || waiting || this.#small || this.#sheet || call.phase !== 'active') return false;
    if (!pictured(call, this.#players.shares(call.id)) || this.#players.blocked(call.id)) return false;
    return this.shadowRoot?.activeElement?.matches('.dock :focus-visible') !== true;
  }

  /** The call as the runtime knows it, with its names. */
  #real(id: string | undefined): CallView | null {
    return this.#showing.real(this.callAssist.snapshot.value, id);
  }

  #touched = (event: PointerEvent): void => {
    this.#gestures.down(event, this.#moment, ({ dataset }) => {
      const call = this.#real(dataset['call']);
      if (call) void this.#once('hang-up', call);
    });
    this.#hold();
    if (this.callAssist.snapshot.value.soundBlocked) this.callAssist.allowSound();
    this.requestUpdate();
  };

  /** Whoever touches an outcome reads it. */
  #hold(): void {
    if (this.#shown?.view === 'outcome') this.#showing.hold(this.#real(this.#shown.call.id));
  }

  #moved = (event: PointerEvent): void => {
    const { resting } = this.#moment;
    this.#gestures.move(event, event.currentTarget as HTMLElement, this.now());
    if (resting || this.#gestures.place.dragged) this.requestUpdate();
  };

  #let = (event: PointerEvent): void => this.#gestures.up(event, event.currentTarget as HTMLElement);

  #woken = (): void => {
    this.#gestures.touched = this.now();
    this.requestUpdate();
  };

  #clicked = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const call = this.#real(button?.dataset['call']);
    const action = button?.dataset['action'] as OverlayAction | undefined;
    if (!action || !call || this.#gestures.stray(event, action, this.#moment)) return;
    void this.#once(action, call);
  };

  #pressed = (event: KeyboardEvent): void => {
    const shown = this.#shown;
    const call = shown && this.#real(shown.call.id);
    if (!call) return;
    this.#woken();
    this.#hold();
    const { callAssist } = this;
    const moment = { callAssist, call, view: shown.view, age: this.#age, covered: this.#sheet !== null };
    const action = this.#keyboard.press(event, moment);
    if (action === 'uncover') this.#uncover();
    else if (action === 'rest') this.#gestures.touched = 0;
    else if (action) void this.#once(action, call);
  };

  /** A double touch is one touch: the same button works again when its command is done, or after {@link LOCK}. */
  async #once(action: OverlayAction, call: CallView): Promise<void> {
    const lock = `${action} ${call.id}`;
    if (this.#locks.has(lock)) return;
    this.#locks.add(lock);
    const timeout = new Promise((resolve) => setTimeout(resolve, LOCK));
    await Promise.race([this.#run(action, call), timeout]);
    this.#locks.delete(lock);
  }

  async #run(action: OverlayAction, call: CallView): Promise<void> {
    switch (action) {
      case 'silence':
        return silence(this.callAssist, call);
      case 'show-who':
        this.#showing.reveal(call.id);
        return this.requestUpdate();
      case 'touch-to-hear':
        this.callAssist.allowSound();
        return this.#players.hear();
      case 'make-small':
      case 'restore':
        return this.#resize(action === 'make-small');
      case 'swap':
        this.#swapped = !this.#swapped;
        return this.requestUpdate();
      case 'sign-in':
        return this.#openPage('sign-in', call);
      case 'settings':
        return this.#openPage('settings', call);
      case 'camera':
      case 'volume':
      case 'more':
      case 'message':
      case 'help.microphone':
      case 'help.https':
      case 'help.relay':
        return this.#cover(action);
      default:
        return this.#ask(action, call);
    }
  }

  async #ask(action: CallAction, call: CallView): Promise<void> {
    if (action === 'answer-video' || action === 'answer-voice' || action === 'end-and-answer') this.#fullScreen.enter();
    const done = runAction(this.callAssist, action, call);
    if (action === 'dismiss' || action === 'again' || action === 'voice-only') this.#release();
    await done;
  }

  #resize(small: boolean): void {
    this.#small = small;
    this.#sheet = null;
    if (small) this.#fullScreen.leave();
    this.requestUpdate();
  }

  async #cover(kind: SheetKind): Promise<void> {
    const loaded = await loadChunk('call-sheet', () => import('./later/call-sheet.ts'));
    if (loaded) this.#sheet = kind;
    else this.#said = { assertive: true, text: t('card.broken') };
    this.requestUpdate();
  }

  /** The focus goes back to the button that opened the sheet. */
  #uncover(): void {
    const kind = this.#sheet;
    this.#sheet = null;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-action="${kind}"]`)?.focus());
  }

  get #chosenSpeaker(): DeviceChoice | null {
    return this.#speaker === undefined ? this.callAssist.snapshot.value.station.speaker : this.#speaker;
  }

  /** At once; and from now on, where this device may be changed. */
  #listenOn(speaker: DeviceChoice | null): void {
    this.#speaker = speaker;
    this.requestUpdate();
    if (!this.callAssist.snapshot.value.lock.locked) this.callAssist.configureStation({ speaker }).catch(() => {});
  }

  async #openPage(view: 'sign-in' | 'settings', call: CallView): Promise<void> {
    await this.#ask('dismiss', call);
    const pages = await loadChunk('pages', () => import('../pages/pages.ts'));
    pages?.openPage(this.callAssist, view, view === 'sign-in' ? call.peer.accountId : null);
  }
}

if (!customElements.get('ca-overlay')) customElements.define('ca-overlay', CaOverlay);
