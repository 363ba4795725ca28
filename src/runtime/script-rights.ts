import type { Command } from './command.ts';
import type { Station } from './storage/storage.ts';

/**
 * Whether the station's switches let whoever is not in front of the screen do this: a helper, a link, a script of the
 * page. A touch may do everything. What makes less of a call (mute, camera off, only ring) is always allowed.
 * Dialling is decided when it is known who is meant.
 */
export function isAllowed(command: Command, station: Station): boolean {
  if (command.by === 'touch') return true;
  switch (command.type) {
    case 'answer':
      return station.scriptAnswers;
    case 'hang-up':
    case 'decline':
      return station.scriptHangsUp;
    case 'set-media':
      return (
        (command.audio !== true || station.scriptUnmutes) && (command.video !== true || station.scriptTurnsCameraOn)
      );
    case 'set-camera':
      return station.scriptTurnsCameraOn;
    case 'set-microphone':
      return station.scriptUnmutes;
    case 'set-display':
      // What somebody watches there is stopped only by who was asked.
      return command.mayInterrupt !== true;
    case 'dial':
    case 'set-display-sound':
    case 'set-display-volume':
    case 'dismiss-display-failure':
    case 'silence':
    case 'only-ring':
    case 'set-volume':
    case 'dismiss':
    case 'ring':
      return true;
    case 'ring-action':
      return false;
    default:
      return command satisfies never;
  }
}
