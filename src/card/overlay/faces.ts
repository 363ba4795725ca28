import { html, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { avatar } from '../components/avatar.ts';
import { icon, type Icon, person, video } from '../components/icons.ts';
import { t } from '../localize/more.ts';
import { cameraWord, type OverlayContext } from './context.ts';
import { mic, micOff, videoOff } from './icons.ts';

/** Who it is; nobody in particular where names are hidden. */
export function face({ peer, avatar: picture }: CallView, hidden = false): TemplateResult {
  if (hidden) return html`<span class="av nobody" aria-hidden="true"><span class="p">${icon(person)}</span></span>`;
  return avatar({ id: peer.contactId, name: peer.name, avatar: picture });
}

/** What they will see and hear of us; its place does not wait for the picture. Nothing is sent before the answer. */
export function preview(call: CallView, word: string, context: OverlayContext): TemplateResult {
  const { preview: picture, cameraName, still, now } = context;
  const ringing = call.phase === 'ringing-in';
  const quiet = !ringing && !call.wanted.audio;
  const shown = call.camera.state !== 'failed' && (ringing || call.wanted.video);
  return html`<div class="preview">
    <div class="pic">${picture ?? (shown ? lookOf(still, video) : icon(videoOff))}</div>
    <div class="cap">
      ${icon(shown ? video : videoOff)}
      <p>
        <small>${word}</small><b>${ringing && shown ? cameraName : cameraWord(call, cameraName, now)}</b>
        <small class="ear">${icon(quiet ? micOff : mic)}${t(quiet ? 'call.self_mic' : 'in.mic_on')}</small>
      </p>
    </div>
  </div>`;
}

/** The still picture of a camera where it loads, its drawing below it. */
export function lookOf(still: string | null, drawing: Icon): TemplateResult {
  const loads = ({ target, type }: Event): void => void ((target as HTMLElement).hidden = type === 'error');
  return html`${icon(drawing)}${still ? html`<img src=${still} alt="" @error=${loads} @load=${loads} />` : ''}`;
}
