import type { EditorTable } from '../keys.ts';

export const editor: EditorTable = {
  'config.name': 'Titel',
  'config.name_help':
    'Steht oben. Leer: der Name der Sprechstelle. Konten, Kamera und Mikrofon gehören zum Gerät und werden dort eingestellt.',
  'config.contacts': 'Wer hier erscheint',
  'config.contacts_help': 'Namen oder Adressen. Leer: alle.',
  'config.call_on_tap': 'Berühren einer Person',
  'config.call_on_tap_help': 'Die beiden Knöpfe gehen immer.',
  'config.tap_ask': 'Tut nichts',
  'config.tap_voice': 'Startet einen Sprachanruf',
  'config.tap_video': 'Startet einen Videoanruf',
  'config.presence': 'Zeigen, wer erreichbar ist',
  'config.search': 'Feld zum Anrufen einer Adresse zeigen',
};
