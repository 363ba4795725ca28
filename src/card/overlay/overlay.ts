import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CallAssist, CallView, Command } from '../../runtime/api.ts';
import type { Readable } from '../../runtime/platform/readable.ts';
import { loadChunk } from '../chunk.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/more.ts';
import { focused } from '../page.ts';
import { announcement, type Announcement } from './announce.ts';
import { choose, type Shown } from './choose.ts';
import type { OverlayAction, OverlayContext } from './context.ts';
import { keyAction, TOUCH_GUARD } from './keys.ts';
import { raise } from './raise.ts';
import { RemotePlayers } from './remote-players.ts';
import { SelfView } from './self-view.ts';
import { incoming, outcome, outgoing } from './sheets.ts';
import { stage } from './stage.ts';
import { sheetStyles } from './styles/sheets.ts';
import { shellStyles } from './styles/shell.ts';
import { smallStyles } from './styles/small.ts';
import { stageStyles } from './styles/stage.ts';

/** A button waits this long for the state to answer before it takes a second touch. */
const LOCK = 2_000;

/**
 * Calls, above everything else on the page: one element in `<body>` for as long as there is a call to show.
 * `data-call-phase` and `data-call` on it say what it shows.
 */
export class CaOverlay extends LitElement {
  static override readonly styles = [base, shellStyles, sheetStyles, stageStyles, smallStyles];
  static override readonly properties = { callAssist: { attribute: false } };
  declare callAssist: CallAssist;
  /** Injected by tests. */
  now: () => number = () => Date.now();

  readonly #players = new RemotePlayers(() => this.requestUpdate());
  readonly #self = new SelfView(() => this.requestUpdate());
  readonly #locks = new Set<string>();
  readonly #before = focused();
  #shown: Shown | null = null;
  #said: Announcement | null = null;
  /** When the present view of the present call came on screen. */
  #since = 0;
  #early = false;
  #palm = false;
  #lower: (() => void) | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    follow(this, (): readonly Readable<unknown>[] => [words, this.callAssist.snapshot]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Timers on screen, and the end of the touch guard.
    this.#tick = setInterval(() => this.requestUpdate(), 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    this.#players.close();
    this.#self.close();
    this.#lower?.();
    this.#lower = null;
    this.#locks.clear();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const before = this.#shown;
    this.#shown = choose(this.callAssist.snapshot.value.calls);
    const shown = this.#shown;
    if (!shown) return;
    this.#said = announcement(before, shown) ?? this.#said;
    const fresh =
      shown.call.id !== before?.call.id || shown.view !== before.view || shown.waiting?.id !== before.waiting?.id;
    if (fresh) this.#since = this.now();
    this.dataset['callPhase'] = shown.call.phase;
    this.dataset['call'] = shown.call.id;
    this.#self.follow(this.callAssist.media(shown.call.id), t('call.self_label'));
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const said = this.#said;
    const asks = shown?.view === 'incoming' || shown?.view === 'outcome';
    return html`<dialog
      closedby="none"
      autofocus
      tabindex="-1"
      role=${asks ? 'alertdialog' : 'dialog'}
      aria-labelledby="kind name"
      aria-describedby="via"
      class=${this.#guarded ? 'guarded' : ''}
      @click=${this.#clicked}
      @keydown=${this.#pressed}
      @pointerdown=${this.#touched}
      @touchstart=${this.#touches}
    >
      <div class="players ${shown?.view === 'stage' && shown.call.remoteVideo ? '' : 'off'}"></div>
      ${shown ? this.#view(shown) : nothing}
      <p class="vh" role="status">${said && !said.assertive ? said.text : ''}</p>
      <p class="vh" role="alert">${said?.assertive ? said.text : ''}</p>
    </dialog>`;
  }

  #view({ call, view, waiting }: Shown): TemplateResult {
    const context: OverlayContext = {
      snapshot: this.callAssist.snapshot.value,
      now: this.now(),
      preview: this.#self.element,
      soundBlocked: this.#players.blocked(call.id),
      cameraName: this.#cameraName(call),
    };
    switch (view) {
      case 'incoming':
        return incoming(call, context);
      case 'outgoing':
        return outgoing(call, context);
      case 'stage':
        return stage(call, waiting, context);
      case 'outcome':
        return outcome(call, context);
      default:
        return view satisfies never;
    }
  }

  #cameraName({ camera }: CallView): string {
    const source = 'source' in camera ? camera.source : this.callAssist.snapshot.value.station.camera;
    if (source === 'this_device' || (camera.state === 'on' && camera.path === 'device')) return t('call.this_camera');
    return this.callAssist.cameras().find(({ id }) => id === source)?.name ?? source;
  }

  protected override updated(_changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    const players = this.renderRoot.querySelector('.players');
    if (!dialog || !players || !this.isConnected) return;
    const talking = this.callAssist.snapshot.value.calls.filter(
      ({ phase }) => phase === 'connecting' || phase === 'active' || phase === 'reconnecting',
    );
    this.#players.sync(
      players,
      talking.map(({ id }) => id),
      (id) => this.callAssist.media(id),
    );
    this.#players.show(this.#shown?.call.id ?? null, this.#shown?.call.peer.name ?? '');
    this.#lower ??= raise(dialog, this, this.#before);
    // A button that had the focus may have gone with its view.
    if (!this.shadowRoot?.activeElement && document.hasFocus()) dialog.focus();
  }

  get #age(): number {
    return this.now() - this.#since;
  }

  get #guarded(): boolean {
    return this.#shown !== null && this.#age < TOUCH_GUARD[this.#shown.view];
  }

  #touched = (): void => {
    this.#early = this.#guarded;
    if (this.callAssist.snapshot.value.soundBlocked) this.callAssist.allowSound();
  };

  #touches = (event: TouchEvent): void => {
    this.#palm = event.touches.length >= 3;
  };

  #clicked = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const call = this.callAssist.snapshot.value.calls.find(({ id }) => id === button?.dataset['call']);
    // `detail` is 0 for keyboard and assistive technology, which mean what they press.
    const stray = event.detail > 0 && (this.#early || this.#guarded || this.#palm);
    if (button && call && !stray) void this.#once(button.dataset['action'] as OverlayAction, call);
  };

  #pressed = (event: KeyboardEvent): void => {
    const shown = this.#shown;
    if (!shown) return;
    const onControl = event.target instanceof HTMLButtonElement;
    if (event.repeat && onControl) return event.preventDefault();
    const action = keyAction(
      { key: event.key, shift: event.shiftKey, repeat: event.repeat },
      shown.view,
      onControl,
      this.#age,
    );
    if (event.key === 'Escape' || action) event.preventDefault();
    if (action === 'answer') void this.#once(shown.call.offered.video ? 'answer-video' : 'answer-voice', shown.call);
    else if (action) void this.#once(action, shown.call);
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
    const callId = call.id;
    const by = 'touch';
    const tell = async (command: Command): Promise<void> => void (await this.callAssist.command(command));
    const dial = async (video: boolean): Promise<void> => {
      const { accountId, contactId, address } = call.peer;
      const { contacts } = this.callAssist.snapshot.value;
      const isContact = contacts.some((contact) => contact.accountId === accountId && contact.id === contactId);
      const to = isContact ? { accountId, contactId } : { text: address };
      const dialled = tell({ type: 'dial', to, video, by });
      await tell({ type: 'dismiss', callId, by });
      await dialled;
    };
    switch (action) {
      case 'answer-video':
      case 'answer-voice': {
        const wantsVideo = action === 'answer-video';
        const { ok } = await this.callAssist.command({ type: 'answer', callId, video: wantsVideo, by });
        // A voice call gets pictures once it runs.
        if (ok && wantsVideo && !call.offered.video) await tell({ type: 'set-media', callId, video: true, by });
        return;
      }
      case 'decline':
      case 'hang-up':
      case 'dismiss':
        return tell({ type: action, callId, by });
      case 'toggle-microphone':
        return tell({ type: 'set-media', callId, audio: !call.wanted.audio, by });
      case 'toggle-camera':
        return tell({ type: 'set-media', callId, video: !call.wanted.video, by });
      case 'end-and-answer':
        for (const { id, phase } of this.callAssist.snapshot.value.calls) {
          if (id !== callId && phase !== 'ringing-in' && phase !== 'ended')
            await tell({ type: 'hang-up', callId: id, by });
        }
        return tell({ type: 'answer', callId, video: call.offered.video, by });
      case 'again':
        return dial(call.offered.video);
      case 'voice-only':
        return dial(false);
      case 'touch-to-hear':
        this.callAssist.allowSound();
        return this.#players.hear();
      case 'sign-in': {
        await tell({ type: 'dismiss', callId, by });
        const pages = await loadChunk('pages', () => import('../pages/pages.ts'));
        return pages?.openPage(this.callAssist, 'sign-in', call.peer.accountId);
      }
      default:
        return action satisfies never;
    }
  }
}

if (!customElements.get('ca-overlay')) customElements.define('ca-overlay', CaOverlay);
