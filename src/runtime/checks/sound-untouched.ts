import type { Millis } from '../call/call.ts';
import type { Clock } from '../platform/platform.ts';
import type { CheckBrowser } from './browser.ts';

/** How long a context may take to run where it is allowed; then it counts as blocked. */
const SOUND_STARTS_WITHIN: Millis = 300;

/** Whether a sound could start now; nothing is heard, and nothing stays open. null: the browser has no sound. */
export async function contextRuns(
  { createAudioContext }: Pick<CheckBrowser, 'createAudioContext'>,
  clock: Clock,
): Promise<boolean | null> {
  if (!createAudioContext) return null;
  const context = createAudioContext();
  // Where it is blocked this promise waits for a touch, so nobody waits for it.
  context.resume().catch(() => {});
  if (context.state !== 'running') {
    await new Promise<void>((resolve) => {
      const cancel = clock.after(SOUND_STARTS_WITHIN, resolve);
      const changed = (): void => {
        cancel();
        resolve();
      };
      context.addEventListener('statechange', changed, { once: true });
    });
  }
  const running = context.state === 'running';
  await context.close().catch(() => {});
  return running;
}

/**
 * Whether a sound can start without a touch. To be asked when the page has just been loaded, because a touch hides it
 * for as long as the page lives.
 * @returns null where it cannot be told: the page was touched before, or has no sound
 */
export async function soundWithoutTouch(
  browser: Pick<CheckBrowser, 'createAudioContext' | 'touched'>,
  clock: Clock,
): Promise<boolean | null> {
  if (browser.touched()) return null;
  const running = await contextRuns(browser, clock);
  return browser.touched() ? null : running;
}
