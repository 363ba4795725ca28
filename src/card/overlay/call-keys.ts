import type { TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { video } from '../components/icons.ts';
import { t } from '../localize/more.ts';
import { button, type OverlayContext } from './context.ts';
import { changeCamera, hang, mic, micOff, videoOff } from './icons.ts';

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

/** Opens the choice of cameras. */
export function changeCameraKey(call: CallView, look = 'key'): TemplateResult {
  return button({ action: 'camera', call, icon: changeCamera, word: t('call.change'), look, opens: true });
}

/** Fills while it is held, where the device asks for that. */
export function hangUp(call: CallView, { holding }: Pick<OverlayContext, 'holding'>, look: string): TemplateResult {
  return button({
    action: 'hang-up',
    call,
    icon: hang,
    word: t('call.hang_up'),
    look: `${look} ${holding ? 'holding' : ''}`,
  });
}
