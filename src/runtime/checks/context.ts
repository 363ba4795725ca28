import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { MediaChoice } from '../media/media.ts';
import type { Platform } from '../platform/platform.ts';

/** What the checks need to know of this kiosk. */
export interface CheckContext {
  readonly platform: Platform;
  readonly homeAssistant: HomeAssistant;
  /** What the station captures with. */
  readonly station: MediaChoice;
  /** Absolute address of the card's entry file, with its query: what Home Assistant loads. */
  readonly moduleUrl: string;
  /** The relays that calls would use; null: no account is there that could tell. Credentials stay in here. */
  readonly iceServers: () => Promise<readonly RTCIceServer[] | null>;
  /** What `soundWithoutTouch` said when the page was loaded. */
  readonly soundUntouched: boolean | null;
  /** Somebody asked for it: the browser may be asked to keep what is stored. */
  readonly mayPersist: boolean;
}
