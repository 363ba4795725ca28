import type { CallAssist } from '../runtime/api.ts';
import { loadChunk } from './chunk.ts';

/** Milliseconds after which a page that is never idle has waited long enough. */
const PATIENCE = 10_000;

/**
 * Loads what reaches people while the page is out of sight, once: when there is an account, and nothing better to do.
 * @param app address of the app's own file
 */
export function hostBackground(callAssist: CallAssist, app: string): void {
  if (!(navigator as Partial<Navigator>).serviceWorker) return;
  const load = (): void =>
    void loadChunk('background', () => import('./background/background.ts')).then((module) =>
      module?.startBackground(callAssist, app),
    );
  const look = (): void => {
    if (!callAssist.snapshot.value.accounts.length) return;
    stop();
    // Not in every browser.
    if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: PATIENCE });
    else setTimeout(load, PATIENCE);
  };
  const stop = callAssist.snapshot.subscribe(look);
  look();
}
