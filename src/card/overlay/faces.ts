import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { avatar } from '../components/avatar.ts';
import { icon, person, video } from '../components/icons.ts';
import { t } from '../localize/more.ts';
import { cameraWord, type OverlayContext } from './context.ts';
import { mic, micOff, videoOff } from './icons.ts';

/** Who it is; nobody in particular where names are hidden. */
export function face({ peer, avatar: picture }: CallView, hidden = false): TemplateResult {
  if (hidden) return html`<span class="av nobody" aria-hidden="true"><span class="p">${icon(person)}</span></span>`;
  return avatar({ id: peer.contactId, name: peer.name, avatar: picture });
}

/** What they will see and hear of us. Nothing is sent before the answer. */
export function preview(
  call: CallView,
  word: string,
  { preview: picture, cameraName, now }: OverlayContext,
): TemplateResult | typeof nothing {
  if (!picture) return nothing;
  const ringing = call.phase === 'ringing-in';
  const quiet = !ringing && !call.wanted.audio;
  return html`<div class="preview">
    <div class="pic">${picture}</div>
    <div class="cap">
      ${icon(call.camera.state === 'on' ? video : videoOff)}
      <p>
        <small>${word}</small><b>${ringing ? cameraName : cameraWord(call, cameraName, now)}</b>
        <small class="ear">${icon(quiet ? micOff : mic)}${t(quiet ? 'call.self_mic' : 'in.mic_on')}</small>
      </p>
    </div>
  </div>`;
}
