import type { CastTable } from '../keys.ts';

export const cast: CastTable = {
  'cast.waiting': 'Das Bild ist gleich da …',
  'cast.somebody': 'Jemand ruft an',
  'cast.calls': '{n} ruft an',
  'cast.rang': 'Es hat geklingelt',
  'cast.kind.video': 'Videoanruf',
  'cast.kind.voice': 'Sprachanruf',
  'cast.kind.door': 'Türklingel',
  'cast.answer': 'Annehmen auf dem Tablet „{station}“',
  'cast.controls': 'Das Tablet „{station}“ steuert diesen Anruf',
  'cast.camera': '{camera} ist an',
  'cast.camera_off': 'Deine Kamera ist aus',
  'cast.state.held': 'Gehalten',
  'cast.state.reconnecting': 'Verbindet wieder …',
  'cast.lost': 'Das Tablet ist nicht erreichbar. Vielleicht kommt das Bild zurück.',
  'cast.idle.no_secret': 'Anrufe auf diesem Fernseher',
  'cast.idle.no_secret_text':
    'Ein Tablet mit Call Assist kann einen Anruf hier zeigen. Auf diesem Bildschirm ist nichts zu tun.',
  'cast.idle.not_invited': 'Auf diesen Fernseher wartet kein Anruf',
  'cast.idle.not_invited_text': 'Verschiebe den Anruf auf dem Tablet noch einmal hierher.',
  'cast.idle.ended': 'Der Anruf auf diesem Fernseher ist beendet',
  'cast.idle.ended_text': 'Auf diesem Bildschirm ist nichts zu tun.',
  'cast.idle.kiosk_gone': 'Das Tablet ist nicht erreichbar',
  'cast.idle.kiosk_gone_text': 'Dort geht der Anruf vielleicht weiter.',
  'cast.idle.other_version': 'Tablet und Fernseher haben verschiedene Versionen von Call Assist',
  'cast.idle.other_version_text':
    'Lade die Seite auf dem Tablet neu, und starte das Cast-Gerät an diesem Fernseher neu.',
  'cast.idle.cannot': 'Dieser Fernseher kann keine Anrufe zeigen',
  'cast.idle.cannot_text': 'Sein Browser empfängt keine Videoanrufe. Der Anruf bleibt auf dem Tablet.',
  'cast.for_tvs': 'Diese Ansicht ist für Fernseher',
  'cast.for_tvs_text':
    'Home Assistant zeigt sie auf einem Fernseher, wenn jemand einen Anruf dorthin verschiebt. Hier ist nichts zu tun.',
};
