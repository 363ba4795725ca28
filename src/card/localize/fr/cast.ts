import type { CastTable } from '../keys.ts';

export const cast: CastTable = {
  'cast.waiting': 'L’image sera là dans un instant…',
  'cast.somebody': 'Quelqu’un appelle',
  'cast.calls': '{n} appelle',
  'cast.rang': 'Quelqu’un a sonné',
  'cast.kind.video': 'Appel vidéo',
  'cast.kind.voice': 'Appel audio',
  'cast.kind.door': 'Sonnette',
  'cast.answer': 'Répondre sur la tablette « {station} »',
  'cast.controls': 'La tablette « {station} » commande cet appel',
  'cast.camera': '{camera} : activée',
  'cast.camera_off': 'Ta caméra est coupée',
  'cast.state.held': 'En attente',
  'cast.state.reconnecting': 'Reconnexion…',
  'cast.lost': 'La tablette est injoignable. L’image reviendra peut-être.',
  'cast.idle.no_secret': 'Les appels sur ce téléviseur',
  'cast.idle.no_secret_text':
    'Une tablette avec Call Assist peut montrer un appel ici. Il n’y a rien à faire sur cet écran.',
  'cast.idle.not_invited': 'Aucun appel n’attend ce téléviseur',
  'cast.idle.not_invited_text': 'Déplace de nouveau l’appel ici depuis la tablette.',
  'cast.idle.ended': 'L’appel sur ce téléviseur est terminé',
  'cast.idle.ended_text': 'Il n’y a rien à faire sur cet écran.',
  'cast.idle.kiosk_gone': 'La tablette est injoignable',
  'cast.idle.kiosk_gone_text': 'L’appel y continue peut-être.',
  'cast.idle.other_version': 'La tablette et le téléviseur ont des versions différentes de Call Assist',
  'cast.idle.other_version_text':
    'Recharge la page sur la tablette et redémarre l’appareil de diffusion de ce téléviseur.',
  'cast.idle.cannot': 'Ce téléviseur ne peut pas montrer d’appels',
  'cast.idle.cannot_text': 'Son navigateur ne reçoit pas d’appels vidéo. L’appel reste sur la tablette.',
  'cast.for_tvs': 'Cette vue est pour les téléviseurs',
  'cast.for_tvs_text':
    'Home Assistant la montre sur un téléviseur quand quelqu’un y déplace un appel. Il n’y a rien à faire ici.',
};
