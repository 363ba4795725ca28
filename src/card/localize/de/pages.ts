import type { PagesTable } from '../keys.ts';

export const pages: PagesTable = {
  'set.name': 'Name dieser Sprechstelle',
  'set.camera': 'Kamera',
  'set.camera_gone': '{camera} (nicht verfügbar)',
  'set.dial_anyone': 'Skripte dürfen Adressen anrufen, die keine Kontakte sind',
  'set.script_camera': 'Eine Annahme durch ein Skript sendet die Kamera',
  'set.accounts': 'Konten',
  'set.add': 'Konto hinzufügen',
  'set.sign_out': 'Abmelden',
  'set.sign_out_sure': '{account} abmelden? Schlüssel und Zugang werden von diesem Gerät gelöscht.',
  'set.verify': 'Dieses Gerät bestätigen',
  'set.key': 'Wiederherstellungsschlüssel',
  'set.key_help': 'Er wird einmal benutzt und nicht gespeichert.',
  'set.verified': 'Dieses Gerät ist bestätigt.',
  'set.not_verified': 'Dieser Schlüssel passt nicht zum Konto.',
  'set.no_relay':
    'Der Server dieses Kontos bietet kein Relay (TURN), darum gelingen Anrufe vielleicht nur im eigenen Netz. Bitte den Betreiber darum.',
  'set.wrong': 'Das wurde nicht gespeichert. Prüfe den Wert und versuch es noch einmal.',
};
