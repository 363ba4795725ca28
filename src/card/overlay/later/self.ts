import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../runtime/api.ts';
import { icon } from '../../components/icons.ts';
import { t } from '../../localize/more.ts';
import { cameraOn, cameraWord } from '../context.ts';
import { micOff, videoOff } from '../icons.ts';
import type { StageContext } from './stage-context.ts';

/**
 * What they get from us; never hidden while something is sent. Its picture can be dragged into a corner, and changes
 * places with the large one when it is touched.
 */
export function self(call: CallView, { preview, cameraName, swapped, now }: StageContext): TemplateResult {
  const { state } = call.camera;
  const trouble = state === 'lost' || state === 'failed';
  const word = cameraWord(call, cameraName, now);
  const quiet = call.connected === null ? !call.wanted.audio : !call.sending.audio;
  const on = cameraOn(call) && call.cameraOnAt === null;
  return html`<div class="self" data-camera=${state} data-drag>
    ${preview && (on || swapped) ? picture(call, preview, word, swapped) : state === 'off' && !call.offered.video ? nothing : html`<div class="pic">${icon(videoOff)}</div>`}
    <p class="st ${trouble ? 'alert' : ''}"><i class="lamp ${on ? '' : 'no'}"></i>${word}</p>
    ${quiet ? html`<p class="st alert">${icon(micOff)}${t('call.self_mic')}</p>` : nothing}
  </div>`;
}

/** Swapped, it is a window: their picture lies over it. */
function picture(call: CallView, preview: HTMLVideoElement, word: string, swapped: boolean): TemplateResult {
  const label = `${t('call.self_label')}, ${word}. ${t('call.swap')}. ${t('call.move')}`;
  return html`<button
    class="pic ${swapped ? 'window' : ''}"
    data-action="swap"
    data-call=${call.id}
    aria-label=${label}
    aria-pressed=${swapped}
  >
    ${swapped ? nothing : preview}
  </button>`;
}
