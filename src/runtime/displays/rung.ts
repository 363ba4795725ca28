import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Platform } from '../platform/platform.ts';
import type { Readable } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';
import type { CastCall } from './cast/sender.ts';
import type { CastTracks } from './cast/sending-peer.ts';
import type { Capability, DisplaySession } from './displays.ts';
import type { DisplayId, DisplaySound, DisplayWay } from './view.ts';

/** `camera`: the picture of a door that rings, as Home Assistant itself streams it; never a call. */
export type RungWay = DisplayWay | 'camera';

/** One way to bring a call to a display. The ladder tries them, best first; a call never waits for one. */
export interface Rung<Way extends RungWay = RungWay> {
  readonly way: Way;
  /**
   * Whether it can work there, as far as that is known before it is tried. Within three seconds; a rejection counts as
   * `refused`.
   */
  can(display: DisplayId): Promise<Capability>;
  /**
   * Begins at once and never throws: what goes wrong is said by the session's state. A session that failed stays so, and
   * its scope is closed soon after. The display counts as showing with the first `showing`; until then, and while it is
   * `lost`, the call is seen and heard on this device.
   */
  open(opening: RungOpening): DisplaySession;
}

export interface RungOpening {
  /** The entity id of a media player. */
  readonly display: DisplayId;
  /** Somebody said that what plays there now may stop. Else a display that is in use fails with `in_use`. */
  readonly mayInterrupt: boolean;
  /** The call's own: they change, and are sent or copied, never stopped. */
  readonly tracks: Readable<CastTracks>;
  /** What is written there. `sound` says whether the display is to be heard, `level` how loud beside its own volume. */
  readonly call: Readable<CastCall>;
  /** Where somebody wants to hear it, whoever plays the sound meanwhile. */
  readonly sound: Readable<DisplaySound>;
  /** Of this session: when it is closed the media player is put back as it was before. */
  readonly scope: Scope;
}

/** What rungs are made of. */
export interface RungTools {
  readonly home: Pick<HomeAssistant, 'states' | 'connected' | 'user' | 'callService' | 'request' | 'url'>;
  readonly platform: Pick<Platform, 'clock' | 'log' | 'id'>;
}
