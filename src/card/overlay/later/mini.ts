import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../runtime/api.ts';
import { icon } from '../../components/icons.ts';
import { t } from '../../localize/displays.ts';
import { hangUp, microphoneKey } from '../call-keys.ts';
import { cameraOn, cameraWord, type OverlayContext, timer } from '../context.ts';
import { face } from '../faces.ts';
import { noticeOf } from './displays/notice.ts';
import { onWord } from '../../displays.ts';
import { small } from './icons.ts';
import { pictured } from './stage.ts';

/** The call as a small bar over the dashboard, which can be used meanwhile. Everything but the keys brings it back. */
export function mini(call: CallView, context: OverlayContext): TemplateResult {
  const { now, cameraName, hidden, sharing } = context;
  const since = call.connected;
  const { display } = call;
  const where = display?.state === 'there' ? onWord(display) : noticeOf(call)?.title;
  return html`<section class="mini-bar ca-active-call ${call.phase}">
    <button
      class="back"
      data-action="restore"
      data-call=${call.id}
      aria-label=${t('call.back')}
      aria-describedby="name via"
    >
      ${pictured(call, sharing) ? icon(small) : face(call, hidden)}
    </button>
    <div class="who">
      <h2 id="name"><bdi>${call.peer.name}</bdi></h2>
      <p class="meta" id="via">
        ${
          call.phase === 'reconnecting'
            ? html`<span>${t('call.reconnecting')}</span>`
            : since === null
              ? html`<span>${t('call.connecting')}</span>`
              : html`<span class="num" role="timer">${timer(now - since)}</span>`
        }
        ${where ? html`<span class="where">${where}</span>` : nothing}
        <span class="cut"><i class="lamp ${cameraOn(call) ? '' : 'no'}"></i>${cameraWord(call, cameraName, now)}</span>
      </p>
    </div>
    ${microphoneKey(call)}${hangUp(call, context, 'key end')}
  </section>`;
}
