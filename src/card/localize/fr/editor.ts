import type { EditorTable } from '../keys.ts';

export const editor: EditorTable = {
  'config.name': 'Titre',
  'config.name_help':
    'Affiché en haut. Vide : le nom du poste d’appel. Les comptes, la caméra et le microphone sont propres à chaque appareil et s’y règlent.',
  'config.layout': 'Disposition',
  'config.layout_help': 'Automatique suit la taille de la carte.',
  'config.layout.automatic': 'Automatique',
  'config.layout.tile': 'Tuile : une chose à la fois',
  'config.layout.list': 'Liste : quelques personnes',
  'config.layout.panel': 'Panneau : le téléphone entier',
  'config.contacts': 'Qui apparaît ici',
  'config.contacts_help': 'Noms ou adresses. Vide : les favoris de chaque appareil.',
  'config.call_on_tap': 'Toucher un visage',
  'config.call_on_tap_help': 'Les deux boutons fonctionnent toujours.',
  'config.call_on_tap.ask': 'Affiche la personne',
  'config.call_on_tap.voice': 'Lance un appel audio',
  'config.call_on_tap.video': 'Lance un appel vidéo',
  'config.station': 'Poste d’appel',
  'config.station_help': 'Appeler depuis ce poste là où il existe. Vide : celui de l’appareil.',
  'config.show': 'Afficher',
  'config.show_help': 'Les appels récents et le poste d’appel demandent le panneau.',
  'config.presence': 'Qui est joignable',
  'config.recents': 'Appels récents',
  'config.stations': 'D’où partent les appels',
  'config.search': 'Recherche',
  'config.names': 'Noms des appelants',
  'config.names_help':
    'Pour les écrans visibles par des invités. Renforce le réglage de l’appareil, ne l’affaiblit jamais. Les entrées de Home Assistant suivent l’appareil seul.',
  'config.names.show': 'Afficher',
  'config.names.while_ringing': 'Masquer pendant la sonnerie',
  'config.names.always': 'Toujours masquer',
};
