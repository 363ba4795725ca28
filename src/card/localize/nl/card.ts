import type { CardTable } from '../keys.ts';

export const card: CardTable = {
  'card.starting': 'Starten…',
  'card.setup': 'Dit apparaat instellen',
  'card.setup_lead': 'Maak van deze tablet een telefoon',
  'card.setup_text': 'Bel je dierbaren vanaf dit scherm. Het duurt een paar minuten.',
  'card.other_tab': 'Bellen gebeurt in een ander tabblad',
  'card.other_tab_text': 'Eén tabblad van dit apparaat heeft de oproepen.',
  'card.use_here': 'Hier gebruiken',
  'card.insecure': 'Deze pagina is niet beveiligd',
  'card.insecure_text':
    'Browsers geven microfoon en camera alleen aan HTTPS-pagina’s. Open Home Assistant met HTTPS: via Home Assistant Cloud, een reverse proxy of een eigen certificaat.',
  'card.stopped': 'Bellen is op deze pagina gestopt',
  'card.reload': 'Opnieuw laden',
  'card.broken': 'Een deel van Call Assist ontbreekt',
  'card.broken_text': 'Misschien heeft een update het vervangen. Laad de pagina opnieuw na je gesprek.',
  'card.settings': 'Instellingen van dit apparaat',
};
