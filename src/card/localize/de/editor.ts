import type { EditorTable } from '../keys.ts';

export const editor: EditorTable = {
  'config.name': 'Titel',
  'config.name_help':
    'Steht oben. Leer: der Name der Sprechstelle. Konten, Kamera und Mikrofon gehören zum Gerät und werden dort eingestellt.',
  'config.layout': 'Anordnung',
  'config.layout_help': 'Automatisch richtet sich nach der Größe der Karte.',
  'config.layout.automatic': 'Automatisch',
  'config.layout.tile': 'Kachel: immer nur eine Sache',
  'config.layout.list': 'Liste: ein paar Leute',
  'config.layout.panel': 'Tafel: das ganze Telefon',
  'config.contacts': 'Wer hier erscheint',
  'config.contacts_help': 'Namen oder Adressen. Leer: die Favoriten jedes Geräts.',
  'config.call_on_tap': 'Berühren eines Gesichts',
  'config.call_on_tap_help': 'Die beiden Knöpfe gehen immer.',
  'config.call_on_tap.ask': 'Zeigt die Person',
  'config.call_on_tap.voice': 'Startet einen Sprachanruf',
  'config.call_on_tap.video': 'Startet einen Videoanruf',
  'config.station': 'Sprechstelle',
  'config.station_help': 'Von dieser Sprechstelle anrufen, wo es sie gibt. Leer: die des Geräts.',
  'config.show': 'Zeigen',
  'config.show_help': 'Letzte Anrufe und Sprechstelle brauchen die Tafel.',
  'config.presence': 'Wer erreichbar ist',
  'config.recents': 'Letzte Anrufe',
  'config.stations': 'Von wo angerufen wird',
  'config.search': 'Suche',
  'config.names': 'Namen der Anrufenden',
  'config.names_help':
    'Für Bildschirme, die Gäste sehen. Verschärft die Einstellung des Geräts, mildert sie nie. Helfer von Home Assistant folgen allein dem Gerät.',
  'config.names.show': 'Zeigen',
  'config.names.while_ringing': 'Verbergen, solange es klingelt',
  'config.names.always': 'Immer verbergen',
  'config.mode': 'Wofür sie da ist',
  'config.mode_help':
    'Als Fernseher zeigt sie Anrufe, die ein Tablet dorthin verschiebt; alles andere zählt dann nicht.',
  'config.mode.phone': 'Ein Telefon',
  'config.mode.tv': 'Ein Fernseher',
};
