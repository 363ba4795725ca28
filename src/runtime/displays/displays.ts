import type { Millis } from '../call/call.ts';
import type { Readable } from '../platform/readable.ts';
import type { Codec } from './codecs.ts';

/**
 * Why a way cannot work here, known before it is tried. `unavailable`: off or not reached, and it cannot be woken.
 * `not_cast`: not of Home Assistant's cast integration. `no_https`: a TV loads pages over HTTPS alone. `no_view`: there is
 * no view for TVs, which set-up creates. `group`: several devices in one, and a call is on one screen.
 *
 * Of a stream: `no_player`: it does not open addresses, or shows no pictures. `no_server`: no go2rtc is set
 * (`station.displayServer`). `server_insecure`: this page came by HTTPS, and that address is none. `server_away`: it does
 * not answer as a go2rtc does, or does not let this page ask it (`api.origin: "*"` in its configuration).
 */
export type Cannot =
  | 'no_entity'
  | 'unavailable'
  | 'not_cast'
  | 'no_https'
  | 'no_view'
  | 'group'
  | 'no_player'
  | 'no_server'
  | 'server_insecure'
  | 'server_away';

export type Capability = { readonly can: true } | { readonly can: false; readonly why: Cannot };

/**
 * Why a display shows nothing (any more). `in_use`: it plays something else, and nobody said that this may stop.
 * `refused`: Home Assistant did not do what was asked. `switched_off`: at the TV, or by somebody in the house.
 * `not_played`: the stream is there, and the media player did not fetch it. `no_codec`: the TV's browser decodes nothing of
 * what this one sends.
 */
export type DisplayFailure =
  | Cannot
  | 'in_use'
  | 'refused'
  | 'switched_off'
  | 'view_not_loaded'
  | 'not_played'
  | 'no_codec'
  | 'no_connection'
  | 'gone'
  | 'no_channel'
  | 'other_version';

export type DisplayState =
  | { readonly state: 'starting' }
  | {
      readonly state: 'showing';
      readonly width: number;
      readonly height: number;
      /** It plays no sound, whatever it was told: nobody has touched it yet, or this way carries none. */
      readonly soundBlocked: boolean;
      /** How far its picture is behind, where that is noticeable; left out where it is not. */
      readonly behind?: Millis;
    }
  /** Silent for a while; it may come back by itself. */
  | { readonly state: 'lost' }
  | { readonly state: 'failed'; readonly reason: DisplayFailure };

/** A call on a display. It ends with the scope it was opened in: then the media player is as it was before. */
export interface DisplaySession {
  readonly state: Readable<DisplayState>;
  /** 0 to 1; null: the media player does not say. */
  readonly volume: Readable<number | null>;
  /** What the display says that it decodes; null: it has not said it (yet), or this way does not tell. */
  readonly codecs?: readonly Codec[] | null;
  /** @throws HomeAssistantError */
  setVolume(volume: number): Promise<void>;
}
