import type { CallAssist, CallView } from '../../runtime/api.ts';

/** The space bar of somebody who is muted: the microphone is on for as long as it is held. */
export class HoldToTalk {
  #call: { readonly callAssist: CallAssist; readonly id: string } | null = null;

  /** @returns whether the key is taken: the microphone is off, or is on because of it. */
  press(callAssist: CallAssist, call: CallView): boolean {
    if (this.#call) return true;
    if (call.wanted.audio) return false;
    this.#call = { callAssist, id: call.id };
    this.#set(true);
    return true;
  }

  /** Also when the focus leaves, or the page is hidden: nobody stays audible by accident. */
  release(): boolean {
    if (!this.#call) return false;
    this.#set(false);
    this.#call = null;
    return true;
  }

  #set(audio: boolean): void {
    if (!this.#call) return;
    const { callAssist, id } = this.#call;
    void callAssist.command({ type: 'set-media', callId: id, audio, by: 'touch' });
  }
}
