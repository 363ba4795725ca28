import type { CallAssist } from '../runtime/api.ts';
import { loadChunk } from './chunk.ts';
import { choose } from './overlay/choose.ts';
import { direction } from './page.ts';

/** The overlay, as the host knows it before its code is there. */
type Overlay = HTMLElement & { /** Somebody reads an outcome that is over. */ readonly holds?: boolean };

/**
 * Keeps the page's one `<ca-overlay>` in the document while there is a call to show, above any dashboard.
 * Its code is loaded as soon as an account exists, so that it is there before the first ring.
 * @returns stops, and takes the overlay away.
 */
export function hostOverlay(callAssist: CallAssist): () => void {
  let loading: Promise<unknown> | null = null;
  let prepare: (() => Promise<unknown>) | null = null;
  let overlay: Overlay | null = null;
  let stopped = false;

  const show = (): void => {
    if (stopped) return;
    const { accounts, calls, role } = callAssist.snapshot.value;
    const wanted = role !== 'other-tab' && (choose(calls) !== null || overlay?.holds === true);
    if (!accounts.length && !wanted) return void hide();
    loading ??= loadChunk('overlay', () => import('./overlay/overlay.ts')).then((module) => {
      // Tried again at the next change: a network that was away comes back.
      if (!module) loading = null;
      else {
        prepare = module.loadStage;
        show();
      }
    });
    // What a call needs once it runs comes after what it needs to ring.
    if (accounts.some(({ status }) => status.state === 'online')) void prepare?.();
    if (!wanted) return void hide();
    if (overlay?.isConnected || !customElements.get('ca-overlay')) return;
    overlay = Object.assign(document.createElement('ca-overlay'), { callAssist, dir: direction() });
    overlay.addEventListener('ca-released', show);
    document.body.append(overlay);
  };
  const hide = (): void => {
    overlay?.remove();
    overlay = null;
  };

  const unsubscribe = callAssist.snapshot.subscribe(show);
  show();
  return () => {
    stopped = true;
    unsubscribe();
    hide();
  };
}
