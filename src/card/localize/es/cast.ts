import type { CastTable } from '../keys.ts';

export const cast: CastTable = {
  'cast.waiting': 'La imagen llega en un momento…',
  'cast.somebody': 'Alguien llama',
  'cast.calls': '{n} llama',
  'cast.rang': 'Alguien ha tocado el timbre',
  'cast.kind.video': 'Videollamada',
  'cast.kind.voice': 'Llamada de voz',
  'cast.kind.door': 'Timbre',
  'cast.answer': 'Contesta en la tableta «{station}»',
  'cast.controls': 'La tableta «{station}» controla esta llamada',
  'cast.camera': '{camera} está encendida',
  'cast.camera_off': 'Tu cámara está apagada',
  'cast.state.held': 'En espera',
  'cast.state.reconnecting': 'Conectando de nuevo…',
  'cast.lost': 'No se llega a la tableta. Quizá vuelva la imagen.',
  'cast.idle.no_secret': 'Llamadas en este televisor',
  'cast.idle.no_secret_text':
    'Una tableta con Call Assist puede mostrar aquí una llamada. No hay nada que hacer en esta pantalla.',
  'cast.idle.not_invited': 'Ninguna llamada espera a este televisor',
  'cast.idle.not_invited_text': 'Mueve otra vez la llamada aquí desde la tableta.',
  'cast.idle.ended': 'La llamada en este televisor ha terminado',
  'cast.idle.ended_text': 'No hay nada que hacer en esta pantalla.',
  'cast.idle.kiosk_gone': 'No se llega a la tableta',
  'cast.idle.kiosk_gone_text': 'Quizá la llamada siga allí.',
  'cast.idle.other_version': 'La tableta y el televisor tienen versiones distintas de Call Assist',
  'cast.idle.other_version_text':
    'Vuelve a cargar la página en la tableta y reinicia el dispositivo Cast de este televisor.',
  'cast.idle.cannot': 'Este televisor no puede mostrar llamadas',
  'cast.idle.cannot_text': 'Su navegador no recibe videollamadas. La llamada sigue en la tableta.',
  'cast.for_tvs': 'Esta vista es para televisores',
  'cast.for_tvs_text':
    'Home Assistant la muestra en un televisor cuando alguien mueve allí una llamada. Aquí no hay nada que hacer.',
};
