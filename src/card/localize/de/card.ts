import type { CardTable } from '../keys.ts';

export const card: CardTable = {
  'card.starting': 'Startet…',
  'card.setup': 'Dieses Gerät einrichten',
  'card.setup_lead': 'Dieses Tablet wird ein Telefon',
  'card.setup_text': 'Ruf deine Lieben von diesem Bildschirm aus an. Es dauert ein paar Minuten.',
  'card.other_tab': 'Anrufe sind in einem anderen Tab offen',
  'card.other_tab_text': 'Ein Tab dieses Geräts hat die Anrufe.',
  'card.use_here': 'Hier benutzen',
  'card.insecure': 'Diese Seite ist nicht sicher',
  'card.insecure_text':
    'Browser geben Mikrofon und Kamera nur HTTPS-Seiten. Öffne Home Assistant mit HTTPS: über Home Assistant Cloud, einen Reverse-Proxy oder ein eigenes Zertifikat.',
  'card.stopped': 'Anrufe sind auf dieser Seite beendet',
  'card.reload': 'Neu laden',
  'card.broken': 'Ein Teil von Call Assist fehlt',
  'card.broken_text': 'Vielleicht hat ihn eine Aktualisierung ersetzt. Lade die Seite nach dem Gespräch neu.',
  'card.settings': 'Einstellungen dieses Geräts',
};
