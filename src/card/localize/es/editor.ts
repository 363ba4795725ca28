import type { EditorTable } from '../keys.ts';

export const editor: EditorTable = {
  'config.name': 'Título',
  'config.name_help':
    'Se muestra arriba. Vacío: el nombre del puesto de llamada. Las cuentas, la cámara y el micrófono son de cada dispositivo y se ajustan allí.',
  'config.layout': 'Diseño',
  'config.layout_help': 'Automático sigue el tamaño de la tarjeta.',
  'config.layout.automatic': 'Automático',
  'config.layout.tile': 'Mosaico: una cosa a la vez',
  'config.layout.list': 'Lista: unas pocas personas',
  'config.layout.panel': 'Panel: el teléfono completo',
  'config.contacts': 'Quién aparece aquí',
  'config.contacts_help': 'Nombres o direcciones. Vacío: los favoritos de cada dispositivo.',
  'config.call_on_tap': 'Tocar una cara',
  'config.call_on_tap_help': 'Los dos botones funcionan siempre.',
  'config.call_on_tap.ask': 'Muestra a la persona',
  'config.call_on_tap.voice': 'Inicia una llamada de voz',
  'config.call_on_tap.video': 'Inicia una videollamada',
  'config.station': 'Puesto de llamada',
  'config.station_help': 'Llamar desde este puesto donde exista. Vacío: el del dispositivo.',
  'config.show': 'Mostrar',
  'config.show_help': 'Las llamadas recientes y el puesto de llamada necesitan el panel.',
  'config.presence': 'Quién está disponible',
  'config.recents': 'Llamadas recientes',
  'config.stations': 'Desde dónde se llama',
  'config.search': 'Búsqueda',
  'config.names': 'Nombres de quienes llaman',
  'config.names_help':
    'Para pantallas que ven las visitas. Refuerza el ajuste del dispositivo, nunca lo debilita. Los ayudantes de Home Assistant solo siguen al dispositivo.',
  'config.names.show': 'Mostrar',
  'config.names.while_ringing': 'Ocultar mientras suena',
  'config.names.always': 'Ocultar siempre',
};
