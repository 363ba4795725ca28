import type { Millis } from '../call/call.ts';
import type { Auth, Connection } from 'home-assistant-js-websocket';
import type { Clock } from '../platform/platform.ts';

/** What Home Assistant's page shares with modules on it: `window.hassConnection` (a promise of this). */
export interface PageConnection {
  readonly auth: Pick<Auth, 'data'>;
  readonly conn: Connection;
}

interface HassPage {
  readonly hassConnection?: Promise<PageConnection>;
}
interface HomeAssistantElement extends HTMLElement {
  readonly hass?: { readonly suspendWhenHidden?: boolean };
}

const LOOK_AGAIN: Millis = 100;
/** Five minutes: as long as Home Assistant itself waits before it suspends. */
const LOOKS = 3_000;

/** A module of `frontend: extra_module_url` may be evaluated before Home Assistant's own code. */
export async function pageConnection(clock: Clock, signal: AbortSignal): Promise<PageConnection> {
  for (;;) {
    signal.throwIfAborted();
    const { hassConnection } = window as HassPage;
    if (hassConnection) return hassConnection;
    await new Promise<void>((resolve) => clock.after(LOOK_AGAIN, resolve));
  }
}

/**
 * Keeps Home Assistant from closing its socket and taking the panel out of the page after five minutes hidden: calls
 * would not come in any more. Its own event for that (frontend, `hass-suspend-when-hidden`), which must come before
 * the page is hidden; its effect is in `hass`, so it is sent until it is seen there.
 */
export function keepConnectedWhileHidden(clock: Clock, signal: AbortSignal): void {
  let looks = 0;
  const look = (): void => {
    if (signal.aborted || ++looks > LOOKS) return;
    const element = document.querySelector<HomeAssistantElement>('home-assistant');
    if (element?.hass?.suspendWhenHidden === false) return;
    if (element?.hass) {
      const detail = { suspend: false };
      element.dispatchEvent(new CustomEvent('hass-suspend-when-hidden', { detail, bubbles: true, composed: true }));
    }
    const cancel = clock.after(LOOK_AGAIN, () => {
      signal.removeEventListener('abort', cancel);
      look();
    });
    signal.addEventListener('abort', cancel, { once: true });
  };
  look();
}
