import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallView } from '../../../../runtime/api.ts';
import type { CallDisplayView } from '../../../../runtime/displays/view.ts';
import { hue } from '../../../components/avatar.ts';
import { icon, type Icon, more, sound, video } from '../../../components/icons.ts';
import { t } from '../../../localize/displays.ts';
import { words } from '../../../localize/localize.ts';
import { hangUp } from '../../call-keys.ts';
import { button, cameraOn, cameraWord, inSeconds, type OverlayAction, secondsUntil, shortName } from '../../context.ts';
import { face } from '../../faces.ts';
import { changeCamera, mic, micOff, videoOff } from '../../icons.ts';
import { fromTv, screen, small, toTv } from '../icons.ts';
import { meta } from '../meta.ts';
import type { StageContext } from '../stage-context.ts';
import { STEP, type VolumeView } from './volume.ts';
import { onWord } from '../../../displays.ts';

/** What the remote control draws from, beside what every view of a call that runs does. */
export interface RemoteContext extends StageContext {
  readonly volume: VolumeView;
  /** Their picture can be seen: it plays in the frame. */
  readonly seen: boolean;
  /** Cameras to choose from. */
  readonly cameras: number;
}

/** A call that is on a display: this device is its remote control. */
export function remote(call: CallView, display: CallDisplayView, context: RemoteContext): TemplateResult {
  const { hidden, covered, preview, seen } = context;
  return html`<section
    class="remote ca-tv-remote ca-active-call ${call.phase}"
    style="--tint:${hue(call.peer.contactId)}"
    ?inert=${covered}
  >
    <div class="hd">
      ${face(call, hidden)}
      <div class="who">
        <h2 id="name"><bdi>${call.peer.name}</bdi></h2>
        <p class="meta" id="via">${meta(call, context)}</p>
      </div>
      <div class="tools">
        ${button({ action: 'make-small', call, icon: small, word: t('call.small'), look: 'big m' })}${button({
          action: 'more',
          call,
          icon: more,
          word: t('call.more'),
          look: 'big m',
          opens: true,
        })}
      </div>
    </div>
    <div class="tvset">
      <div class="scr">
        <div class="glass ${seen ? 'window' : ''}">${seen ? nothing : face(call, hidden)}</div>
        ${preview && cameraOn(call) ? html`<div class="pic own">${preview}</div>` : nothing}
      </div>
      ${caption(call, display, context)}
    </div>
    ${pad(call, display, context)}
  </section>`;
}

function caption(call: CallView, display: CallDisplayView, { now, soundBlocked }: StageContext): TemplateResult {
  const n = shortName(call);
  const lost = call.phase === 'reconnecting';
  const seconds = call.deadline === null ? 0 : secondsUntil(call.deadline, now);
  return html`<p class="on">
    ${icon(screen)}<span
      ><b>${lost ? t('call.reconnecting') : onWord(display)}</b
      ><small>${lost ? t('call.keep_trying', { s: inSeconds(seconds) }) : aboutSound(display, n)}</small></span
    >
    ${
      soundBlocked && display.heardHere
        ? button({ action: 'touch-to-hear', call, icon: sound, word: t('call.hear', { n }), look: 'btn solid tall' })
        : nothing
    }
  </p>`;
}

/** How far behind it is, where that can be noticed; else where the voice comes from. */
function aboutSound({ behind, heardHere, soundBlocked, sound: wanted }: CallDisplayView, n: string): string {
  if (soundBlocked && wanted === 'display') return t('tv.blocked', { n });
  if (behind === null) return t(heardHere ? 'tv.heard_here' : 'tv.heard_there', { n });
  const s = inSeconds(Math.max(1, Math.round(behind / 1_000)));
  return heardHere ? t('tv.late', { n, s }) : t('tv.late_both', { s });
}

function pad(call: CallView, display: CallDisplayView, context: RemoteContext): TemplateResult {
  const { unheard, cameraName, cameras, now } = context;
  const { audio } = call.wanted;
  const camera = call.wanted.video;
  const troubled = ['opening', 'lost', 'failed'].includes(call.camera.state) || call.cameraOnAt !== null;
  return html`<div class="pad" role="toolbar" aria-label=${t('call.controls')}>
    ${key({
      action: 'toggle-microphone',
      call,
      icon: audio ? mic : micOff,
      word: t('tv.mic'),
      note: unheard ? t('call.self_mic') : t(audio ? 'tv.yes' : 'tv.no'),
      pressed: audio,
    })}${key({
      action: 'toggle-camera',
      call,
      icon: camera ? video : videoOff,
      word: cameraName,
      note: camera && troubled ? cameraWord(call, cameraName, now) : t(cameraOn(call) ? 'tv.yes' : 'tv.no'),
      pressed: camera,
    })}${key({
      action: 'camera',
      call,
      icon: changeCamera,
      word: t('call.change'),
      note: t('tv.cameras', { count: cameras }),
      aside: true,
      opens: true,
    })}${key({
      action: 'display-sound',
      call,
      icon: sound,
      word: t('tv.sound'),
      note: t(display.heardHere ? 'tv.sound_here' : 'tv.sound_there'),
    })}${key({ action: 'display-back', call, icon: fromTv, word: t('tv.back'), note: t('tv.back_to'), aside: true })}${key(
      {
        action: 'display',
        call,
        icon: toTv,
        word: t('tv.other'),
        note: '',
        opens: true,
      },
    )}
    ${volume(context.volume)} ${hangUp(call, context, 'big stop hangup')}
  </div>`;
}

interface PadKey {
  readonly action: OverlayAction;
  readonly call: CallView;
  readonly icon: Icon;
  readonly word: string;
  /** How it is now, or what comes of it. */
  readonly note: string;
  /** The note is left out where there is little room. */
  readonly aside?: boolean;
  readonly pressed?: boolean;
  readonly opens?: boolean;
}

function key({
  action,
  call,
  icon: drawing,
  word,
  note,
  aside = false,
  pressed,
  opens = false,
}: PadKey): TemplateResult {
  return html`<button
    class="pk ${pressed === false ? 'no' : ''}"
    data-action=${action}
    data-call=${call.id}
    aria-pressed=${pressed ?? nothing}
    aria-haspopup=${opens ? 'dialog' : nothing}
  >
    ${icon(drawing)}<span
      ><b>${word}</b>${note ? html`<small class=${aside ? 'aside' : ''}>${note}</small>` : nothing}</span
    >
  </button>`;
}

function volume({ there, share, slide, set }: VolumeView): TemplateResult {
  const word = t(there ? 'tv.volume_there' : 'tv.volume_here');
  if (share === null) return html`<p class="vol none">${icon(sound)}<span>${t('tv.volume_unknown')}</span></p>`;
  const percent = new Intl.NumberFormat(words.value.language, { style: 'percent' }).format(share);
  const read = (event: Event): number => (event.target as HTMLInputElement).valueAsNumber / 100;
  return html`<div class="vol">
    <button class="ib" data-volume="less" aria-label=${t('pick.quieter')} @click=${() => set(share - STEP)}>
      <span aria-hidden="true">−</span>
    </button>
    <label
      ><span>${word} · <span class="num">${percent}</span></span
      ><input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${word}
        aria-valuetext=${percent}
        .value=${live(String(Math.round(share * 100)))}
        @input=${(event: Event) => slide(read(event))}
        @change=${(event: Event) => set(read(event))}
    /></label>
    <button class="ib" data-volume="more" aria-label=${t('pick.louder')} @click=${() => set(share + STEP)}>
      <span aria-hidden="true">+</span>
    </button>
  </div>`;
}
