import type { CallAssist, CallView, Command } from '../../runtime/api.ts';
import type { CallAction } from './context.ts';

/** Carries out what a button asks the runtime for. Resolves when the runtime has answered. */
export async function runAction(callAssist: CallAssist, action: CallAction, call: CallView): Promise<void> {
  const callId = call.id;
  const by = 'touch';
  const tell = async (command: Command): Promise<void> => void (await callAssist.command(command));
  const { accounts, calls, contacts } = callAssist.snapshot.value;
  const dismiss = async (): Promise<void> => {
    // An outcome that was held on the screen may have left the runtime.
    if (calls.some(({ id }) => id === callId)) await tell({ type: 'dismiss', callId, by });
  };
  const dial = async (video: boolean): Promise<void> => {
    const { accountId, contactId, address } = call.peer;
    const isContact = contacts.some((contact) => contact.accountId === accountId && contact.id === contactId);
    // A test call is with nobody's account: the runtime knows its partner.
    const isTest = !accounts.some(({ id }) => id === accountId);
    const to = isContact || isTest ? { accountId, contactId } : { text: address };
    const dialled = tell({ type: 'dial', to, video, by });
    await dismiss();
    await dialled;
  };
  switch (action) {
    case 'answer-video':
    case 'answer-voice': {
      const wantsVideo = action === 'answer-video';
      const { ok } = await callAssist.command({ type: 'answer', callId, video: wantsVideo, by });
      // A voice call gets pictures once it runs.
      if (ok && wantsVideo && !call.offered.video) await tell({ type: 'set-media', callId, video: true, by });
      return;
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
