import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../runtime/api.ts';
import { more, sound } from '../../components/icons.ts';
import { t } from '../../localize/displays.ts';
import { cameraKey, changeCameraKey, hangUp, microphoneKey } from '../call-keys.ts';
import { button } from '../context.ts';
import { small, toTv } from './icons.ts';
import type { StageContext } from './stage-context.ts';

/** The keys of a call, in the order of the keyboard. */
export function dock(call: CallView, context: StageContext): TemplateResult {
  const movable = context.movable && !call.ring;
  return html`<div class="dock ${movable ? 'seven' : ''}" role="toolbar" aria-label=${t('call.controls')}>
    <p class="hint">${context.unheard ? t('call.self_mic') : nothing}</p>
    ${microphoneKey(call)}${
      // A door sees nobody, and a call that a door makes has the door's picture.
      call.ring ? nothing : html`${cameraKey(call)}${changeCameraKey(call)}`
    }${
      movable ? button({ action: 'display', call, icon: toTv, word: t('tv.move'), look: 'key', opens: true }) : nothing
    }${button({
      action: 'make-small',
      call,
      icon: small,
      word: t('call.small'),
      look: 'key',
    })}${button({ action: 'volume', call, icon: sound, word: t('call.volume'), look: 'key', opens: true })}${button({
      action: 'more',
      call,
      icon: more,
      word: t('call.more'),
      look: 'key',
      opens: true,
    })}${hangUp(call, context, 'key end')}
  </div>`;
}
