import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { Refusal } from '../../runtime/call/call.ts';
import { loadChunk } from '../chunk.ts';
import type { PageView } from '../pages/view.ts';
import { runAction } from './actions.ts';
import { type CallAction, type DisplayAction, isDisplayAction, type OverlayAction, type SheetKind } from './context.ts';
import type { FullScreen } from './full-screen.ts';
import { Once } from './once.ts';
import { silence } from './silence.ts';

/** What a button can change of the screen. */
export interface Changeable {
  readonly callAssist: CallAssist;
  redraw(): void;
  /** Names of this call are shown from now on. */
  reveal(call: CallView): void;
  /** Call it within the touch that allows sound. */
  hear(): void;
  resize(small: boolean): void;
  swap(): void;
  cover(kind: SheetKind): Promise<void>;
  /** Asks something of the display of a call. */
  display(action: DisplayAction, call: CallView): void | Promise<void>;
  /** Nobody reads the outcome any more. */
  release(): void;
}

/** Carries out what a button says: on this screen, or by the runtime. */
export class Deeds {
  readonly #on: Changeable;
  readonly #fullScreen: FullScreen;
  readonly #once = new Once();
  /** Why what was asked for last cannot be done; null: nothing was refused. */
  refusal: Refusal | null = null;

  constructor(on: Changeable, fullScreen: FullScreen) {
    this.#on = on;
    this.#fullScreen = fullScreen;
  }

  do(action: OverlayAction, call: CallView): void {
    void this.#once.run(`${action} ${call.id}`, () => this.#run(action, call));
  }

  /** Nothing is waited for any more. */
  clear(): void {
    this.#once.clear();
  }

  #run(action: OverlayAction, call: CallView): void | Promise<void> {
    const on = this.#on;
    switch (action) {
      case 'silence':
        return silence(on.callAssist, call);
      case 'show-who':
        return on.reveal(call);
      case 'touch-to-hear':
        on.callAssist.allowSound();
        return on.hear();
      case 'make-small':
      case 'restore':
        return on.resize(action === 'make-small');
      case 'swap':
        return on.swap();
      case 'sign-in':
      case 'settings':
      case 'diagnostics':
        return this.#openPage(action, call);
      case 'camera':
      case 'display':
      case 'volume':
      case 'more':
      case 'message':
      case 'help.microphone':
      case 'help.https':
      case 'help.relay':
        return on.cover(action);
      default:
        return isDisplayAction(action) ? on.display(action, call) : this.#ask(action, call);
    }
  }

  async #ask(action: CallAction, call: CallView): Promise<void> {
    if (action === 'answer-video' || action === 'answer-voice' || action === 'end-and-answer') this.#fullScreen.enter();
    if (action === 'dismiss') this.#on.release();
    this.refusal = await runAction(this.#on.callAssist, action, call);
    if (this.refusal === null && (action === 'again' || action === 'voice-only')) this.#on.release();
    this.#on.redraw();
  }

  async #openPage(view: PageView, call: CallView): Promise<void> {
    await this.#ask('dismiss', call);
    const pages = await loadChunk('pages', () => import('../pages/pages.ts'));
    pages?.openPage(this.#on.callAssist, view, view === 'sign-in' ? call.peer.accountId : null);
  }
}
