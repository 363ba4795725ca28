import type { EditorTable } from '../keys.ts';

export const editor: EditorTable = {
  'config.name': 'Titel',
  'config.name_help':
    'Staat bovenaan. Leeg: de naam van het belstation. Accounts, camera en microfoon horen bij elk apparaat en stel je daar in.',
  'config.layout': 'Indeling',
  'config.layout_help': 'Automatisch volgt de grootte van de kaart.',
  'config.layout.automatic': 'Automatisch',
  'config.layout.tile': 'Tegel: één ding tegelijk',
  'config.layout.list': 'Lijst: een paar mensen',
  'config.layout.panel': 'Paneel: de hele telefoon',
  'config.contacts': 'Wie hier verschijnt',
  'config.contacts_help': 'Namen of adressen. Leeg: de favorieten van elk apparaat.',
  'config.call_on_tap': 'Tikken op een gezicht',
  'config.call_on_tap_help': 'De twee knoppen werken altijd.',
  'config.call_on_tap.ask': 'Toont de persoon',
  'config.call_on_tap.voice': 'Start een spraakoproep',
  'config.call_on_tap.video': 'Start een video-oproep',
  'config.station': 'Belstation',
  'config.station_help': 'Bel vanaf dit station waar het bestaat. Leeg: dat van het apparaat.',
  'config.show': 'Tonen',
  'config.show_help': 'Recente oproepen en het belstation hebben het paneel nodig.',
  'config.presence': 'Wie bereikbaar is',
  'config.recents': 'Recente oproepen',
  'config.stations': 'Waarvandaan gebeld wordt',
  'config.search': 'Zoeken',
  'config.names': 'Namen van bellers',
  'config.names_help':
    'Voor schermen die gasten zien. Versterkt de instelling van het apparaat, verzwakt die nooit. Helpers van Home Assistant volgen alleen het apparaat.',
  'config.names.show': 'Tonen',
  'config.names.while_ringing': 'Verbergen tijdens het overgaan',
  'config.names.always': 'Altijd verbergen',
};
