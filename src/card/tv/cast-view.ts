import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Readable } from '../../runtime/platform/readable.ts';
import type { TvCall, TvIdle, TvMedia, TvPageState, TvRing } from '../../runtime/tv/tv-page.ts';
import { avatar } from '../components/avatar.ts';
import { icon, video } from '../components/draw.ts';
import { follow } from '../follow.ts';
import { t } from '../localize/cast.ts';
import { words } from '../localize/localize.ts';
import { door, person, tablet } from './icons.ts';
import { lastedText } from './lasted.ts';
import { Picture } from './picture.ts';
import { Sound } from './sound.ts';
import { castStyles } from './styles.ts';

/** What is shown where nothing is. */
const NOTHING: TvMedia = { audio: null, picture: null, preview: null };

/**
 * The whole screen of a TV, seen from across a room: who is there, how long, and which tablet has the keys. It has
 * nothing to touch or to focus. One for the page; it moves from card to card with its pictures.
 */
export class CaCastView extends LitElement {
  static override readonly styles = castStyles;
  readonly #state: Readable<TvPageState>;
  readonly #picture = new Picture('picture');
  readonly #preview = new Picture('preview');
  readonly #sound = new Sound();

  constructor(state: Readable<TvPageState>) {
    super();
    this.#state = state;
    follow(this, () => [words, state]);
  }

  /** For the kiosk. */
  playing(): {
    readonly frames: number;
    readonly width: number;
    readonly height: number;
    readonly soundBlocked: boolean;
  } {
    return { ...this.#picture.seen, soundBlocked: this.#sound.blocked };
  }

  /** Whether a call would be missed on the screen. */
  get isLive(): boolean {
    return mediaOf(this.#state.value) !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Above all that Home Assistant has in the view, where the browser can.
    if ('showPopover' in this) {
      this.popover = 'manual';
      this.showPopover();
    }
    this.#picture.play();
    this.#preview.play();
    this.#sound.resume();
  }

  protected override willUpdate(): void {
    const state = this.#state.value;
    const { audio, picture, preview } = mediaOf(state) ?? NOTHING;
    const call = state.state === 'showing' || state.state === 'lost' ? state.call : null;
    this.#picture.show(picture);
    this.#preview.show(preview);
    // Who does not hear from the tablet does not know where it plays the sound: never at both.
    const sounds = state.state === 'showing' && call?.type === 'call' && call.sound;
    this.#sound.play(audio, sounds ? call.level : 0);
  }

  protected override render(): TemplateResult {
    const state = this.#state.value;
    switch (state.state) {
      case 'dark':
        return html``;
      case 'idle':
        return idle(state.why);
      case 'waiting':
        return html`<div class="full glow"><p class="quiet" role="status">${t('cast.waiting')}</p></div>`;
      case 'showing':
      case 'lost': {
        const { call } = state;
        return call.type === 'ringing' ? ring(call) : this.#call(call, state.media, state.state === 'lost');
      }
    }
  }

  #call(call: TvCall, media: TvMedia, lost: boolean): TemplateResult {
    const trouble = lost ? t('cast.lost') : call.state === 'active' ? '' : t(`cast.state.${call.state}`);
    const hasPicture = call.picture && media.picture !== null;
    return html`
      <div class="stage ${trouble ? 'dim' : ''}" ?hidden=${!hasPicture}>${this.#picture.element}</div>
      ${this.#sound.element}
      ${hasPicture ? html`<div class="shade"></div>` : html`<div class="full glow">${face(call.name)}</div>`}
      <div class="own" ?hidden=${call.camera === '' || media.preview === null}>${this.#preview.element}</div>
      ${trouble ? html`<p class="trouble" role="status">${trouble}</p>` : nothing}
      <div class="low">
        <div class="who">
          <h2 dir="auto" class=${call.name.length > 24 ? 'long' : ''}>${call.name}</h2>
          <p>
            <bdi class="time">${lastedText(call.lasted)}</bdi>
            <span>
              ${call.camera === '' ? nothing : icon(video)}
              <bdi>${call.camera === '' ? t('cast.camera_off') : t('cast.camera', { camera: call.camera })}</bdi>
            </span>
          </p>
        </div>
        <p class="keys">${t('cast.controls', { station: call.station })}</p>
      </div>
    `;
  }
}

/** What the state has to play; null: nothing is to be seen or heard. */
function mediaOf(state: TvPageState): TvMedia | null {
  return state.state === 'showing' || state.state === 'lost' ? state.media : null;
}

function ring({ name, station, kind }: TvRing): TemplateResult {
  const isDoor = kind === 'door';
  const title = isDoor ? t('cast.rang') : name === '' ? t('cast.somebody') : t('cast.calls', { n: name });
  return html`<div class="full glow" role="alert">
    ${isDoor ? html`<span class="av plain"><span class="p">${icon(door)}</span></span>` : face(name)}
    <h2 dir="auto" class=${title.length > 24 ? 'long' : ''}>${title}</h2>
    <p dir="auto">${isDoor && name !== '' ? name : t(`cast.kind.${kind}`)}</p>
    <p class="hint">${icon(tablet)}<span>${t('cast.answer', { station })}</span></p>
  </div>`;
}

function face(name: string): TemplateResult {
  return name === ''
    ? html`<span class="av plain"><span class="p">${icon(person)}</span></span>`
    : avatar({ id: name, name, avatar: null });
}

function idle(why: TvIdle): TemplateResult {
  return html`<div class="full" role="status">
    <h2 class="calm">${t(`cast.idle.${why}`)}</h2>
    <p class="quiet">${t(`cast.idle.${why}_text`)}</p>
  </div>`;
}
