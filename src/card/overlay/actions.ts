import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { Command } from '../../runtime/command.ts';
import type { EndReason, Refusal } from '../../runtime/call/call.ts';
import { stationOf } from '../station-of.ts';
import { targetOf } from '../target-of.ts';
import type { CallAction } from './context.ts';

/**
 * Carries out what a button asks the runtime for. Resolves when the runtime has answered.
 * @returns why a call cannot be made, which no sheet tells; null: nothing is to be said
 */
export async function runAction(callAssist: CallAssist, action: CallAction, call: CallView): Promise<Refusal | null> {
  const callId = call.id;
  const by = 'touch';
  const tell = async (command: Command): Promise<null> => {
    await callAssist.command(command);
    return null;
  };
  const dismiss = async (): Promise<null> => {
    // An outcome that was held on the screen may have left the runtime.
    const known = callAssist.snapshot.value.calls.some(({ id }) => id === callId);
    return known ? tell({ type: 'dismiss', callId, by }) : null;
  };
  const dial = async (video: boolean): Promise<Refusal | null> => {
    const snapshot = callAssist.snapshot.value;
    const { accountId, contactId } = call.peer;
    // A test call is with nobody's account: the runtime knows its partner.
    const to = targetOf(call.peer, snapshot) ?? { accountId, contactId };
    const station = stationOf(snapshot, call.station).slug;
    const result = await callAssist.command({ type: 'dial', to, video, by, station });
    // What was refused is said on the sheet that is still there; an end has a sheet of its own.
    if (!result.ok && isRefusal(result.reason)) return result.reason;
    return dismiss();
  };
  switch (action) {
    case 'answer-video':
    case 'answer-voice': {
      const wantsVideo = action === 'answer-video';
      const { ok } = await callAssist.command({ type: 'answer', callId, video: wantsVideo, by });
      // A voice call gets pictures once it runs.
      if (ok && wantsVideo && !call.offered.video) await tell({ type: 'set-media', callId, video: true, by });
      return null;
    }
    case 'decline':
    case 'hang-up':
    case 'only-ring':
      return tell({ type: action, callId, by });
    case 'dismiss':
      return dismiss();
    case 'toggle-microphone':
      return tell({ type: 'set-media', callId, audio: !call.wanted.audio, by });
    case 'toggle-camera':
      return tell({ type: 'set-media', callId, video: !call.wanted.video, by });
    case 'end-and-answer':
      // The one that runs ends by it.
      return tell({ type: 'answer', callId, video: call.offered.video, by });
    case 'again':
      return dial(call.offered.video);
    case 'voice-only':
      return dial(false);
    default:
      return action satisfies never;
  }
}

const isRefusal = (reason: EndReason | Refusal): reason is Refusal => reason.startsWith('refused_');
