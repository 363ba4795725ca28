import type { CardTable } from '../keys.ts';

export const card: CardTable = {
  'card.starting': 'Démarrage…',
  'card.setup': 'Configurer cet appareil',
  'card.setup_lead': 'Faites de cette tablette un téléphone',
  'card.setup_text': 'Appelez vos proches depuis cet écran. Il suffit de quelques minutes.',
  'card.other_tab': 'Les appels sont ouverts dans un autre onglet',
  'card.other_tab_text': 'Un seul onglet de cet appareil gère les appels.',
  'card.use_here': 'Utiliser ici',
  'card.insecure': 'Cette page n’est pas sécurisée',
  'card.insecure_text':
    'Les navigateurs ne donnent le microphone et la caméra qu’aux pages HTTPS. Ouvrez Home Assistant en HTTPS : avec Home Assistant Cloud, un proxy inverse ou votre propre certificat.',
  'card.stopped': 'Les appels sont arrêtés sur cette page',
  'card.reload': 'Recharger',
  'card.broken': 'Une partie de Call Assist manque',
  'card.broken_text': 'Une mise à jour l’a peut-être remplacée. Rechargez la page après votre appel.',
  'card.settings': 'Paramètres de cet appareil',
};
