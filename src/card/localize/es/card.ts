import type { CardTable } from '../keys.ts';

export const card: CardTable = {
  'card.starting': 'Iniciando…',
  'card.setup': 'Configurar este dispositivo',
  'card.setup_lead': 'Convierte esta tableta en un teléfono',
  'card.setup_text': 'Llama a tus seres queridos desde esta pantalla. Solo lleva unos minutos.',
  'card.other_tab': 'Las llamadas están abiertas en otra pestaña',
  'card.other_tab_text': 'Una sola pestaña de este dispositivo tiene las llamadas.',
  'card.use_here': 'Usar aquí',
  'card.insecure': 'Esta página no es segura',
  'card.insecure_text':
    'Los navegadores solo dan el micrófono y la cámara a páginas HTTPS. Abre Home Assistant con HTTPS: con Home Assistant Cloud, con un proxy inverso o con un certificado propio.',
  'card.stopped': 'Las llamadas se han detenido en esta página',
  'card.reload': 'Recargar',
  'card.broken': 'Falta una parte de Call Assist',
  'card.broken_text': 'Puede que una actualización la haya reemplazado. Recarga la página al terminar la llamada.',
  'card.settings': 'Ajustes de este dispositivo',
};
