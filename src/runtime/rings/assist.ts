import type { Millis } from '../call/call.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Clock } from '../platform/platform.ts';
import type { AssistTarget } from './ring.ts';

/** As long as somebody who has accepted waits before it is said that it does not work now. */
const WAIT: Millis = 5_000;

/**
 * Opens Home Assistant's own Assist on this page, whatever panel is open; after a loss of the connection as soon as it
 * is back.
 * @returns whether it was opened; false: Home Assistant stayed away, or the page is not its own
 */
export async function openAssist(
  { pipeline, listen }: AssistTarget,
  { homeAssistant, clock }: { readonly homeAssistant: Pick<HomeAssistant, 'connected'>; readonly clock: Clock },
): Promise<boolean> {
  if (!(await isConnected(homeAssistant, clock))) return false;
  const page = document.querySelector('home-assistant');
  if (!page) return false;
  // As a card with this tap action does it (frontend, `hass-action`); measured on every panel.
  const config = { tap_action: { action: 'assist', pipeline_id: pipeline, start_listening: listen } };
  page.dispatchEvent(
    new CustomEvent('hass-action', { detail: { config, action: 'tap' }, bubbles: true, composed: true }),
  );
  return true;
}

function isConnected({ connected }: Pick<HomeAssistant, 'connected'>, clock: Clock): Promise<boolean> {
  if (connected.value) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (is: boolean): void => {
      stop();
      cancel();
      resolve(is);
    };
    const stop = connected.subscribe((is) => is && settle(true));
    const cancel = clock.after(WAIT, () => settle(false));
  });
}
