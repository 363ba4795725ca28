import type { CallAssist, CallView } from '../../../../runtime/api.ts';
import type { Command } from '../../../../runtime/command.ts';
import { THIS_DEVICE } from '../../../../runtime/displays/view.ts';
import type { DisplayAction } from '../../context.ts';

/** Carries out what a button asks of a call's display. Resolves when the runtime has answered. */
export async function actOnDisplay(callAssist: CallAssist, action: DisplayAction, call: CallView): Promise<void> {
  const command = commandOf(action, call);
  if (command) await callAssist.command(command);
}

/** null: there is nothing to do any more. */
function commandOf(action: DisplayAction, { id: callId, display }: CallView): Command | null {
  const by = 'touch';
  switch (action) {
    case 'display-back':
      return { type: 'set-display', display: THIS_DEVICE, callId, by };
    case 'display-again':
    case 'display-anyway': {
      if (!display?.failure) return null;
      const mayInterrupt = action === 'display-anyway';
      return { type: 'set-display', display: display.failure.display, mayInterrupt, callId, by };
    }
    case 'display-read':
      return { type: 'dismiss-display-failure', callId, by };
    case 'display-sound':
      return { type: 'set-display-sound', sound: display?.heardHere ? 'display' : 'this_device', callId, by };
    default:
      return action satisfies never;
  }
}
