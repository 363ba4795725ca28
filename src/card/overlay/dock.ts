import { html, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { more, sound, video } from '../components/icons.ts';
import { t } from '../localize/more.ts';
import { button, type OverlayContext } from './context.ts';
import { changeCamera, hang, mic, micOff, small, videoOff } from './icons.ts';

/** The keys of a call, in the order of the keyboard. */
export function dock(call: CallView, context: OverlayContext): TemplateResult {
  return html`<div class="dock" role="toolbar" aria-label=${t('call.controls')}>
    ${microphoneKey(call)}${cameraKey(call)}${button({ action: 'camera', call, icon: changeCamera, word: t('call.change'), look: 'key', opens: true })}${button(
      { action: 'make-small', call, icon: small, word: t('call.small'), look: 'key' },
    )}${button({ action: 'volume', call, icon: sound, word: t('call.volume'), look: 'key', opens: true })}${button({
      action: 'more',
      call,
      icon: more,
      word: t('call.more'),
      look: 'key',
      opens: true,
    })}${hangUp(call, context, 'key end')}
  </div>`;
}

export function microphoneKey(call: CallView, look = 'key'): TemplateResult {
  const { audio } = call.wanted;
  const word = t(audio ? 'call.mic_on' : 'call.mic_off');
  return button({
    action: 'toggle-microphone',
    call,
    icon: audio ? mic : micOff,
    word,
    label: `${t('call.mic')}: ${word}`,
    look: `${look} ${audio ? '' : 'off'}`,
    pressed: audio,
  });
}

export function cameraKey(call: CallView, look = 'key'): TemplateResult {
  const { video: camera } = call.wanted;
  const word = t(camera ? 'call.cam_on' : 'call.cam_off');
  return button({
    action: 'toggle-camera',
    call,
    icon: camera ? video : videoOff,
    word,
    label: `${t('call.cam')}: ${word}`,
    look: `${look} ${camera ? '' : 'off'}`,
    pressed: camera,
  });
}

/** Fills while it is held, where the device asks for that. */
export function hangUp(call: CallView, { holding }: OverlayContext, look: string): TemplateResult {
  return button({
    action: 'hang-up',
    call,
    icon: hang,
    word: t('call.hang_up'),
    look: `${look} ${holding ? 'holding' : ''}`,
  });
}
