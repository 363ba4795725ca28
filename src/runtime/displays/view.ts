import type { Millis } from '../call/call.ts';
import type { Codec } from './codecs.ts';
import type { Capability, DisplayFailure } from './displays.ts';

/** This device's own screen, or the entity id of a media player. */
export type DisplayId = string;
export const THIS_DEVICE = 'this_device';

/**
 * The rungs of the ladder, best first. `cast-view`: our own page on a cast device, straight from this browser. `stream`:
 * by way of a go2rtc that both can reach, to any player that opens addresses. The tablet itself is no rung: it is always there.
 */
export type DisplayWay = 'cast-view' | 'stream';

/** Where the sound of a call that is on a display is to be heard: there, or here. Never both. */
export type DisplaySound = 'display' | 'this_device';

/** Whether a display says that somebody calls, and who. */
export type DisplayAnnouncement = 'no' | 'without-name' | 'with-name';

/** Where the card is in TV mode: of a dashboard (its path), the view with this index. */
export interface TvView {
  readonly dashboard: string;
  readonly index: number;
}

/** Where the other person's picture of one call is. Plain data. */
export interface CallDisplayView {
  /** Where somebody wants it. */
  readonly wanted: DisplayId;
  /** Friendly name of {@link wanted}; empty for this device. */
  readonly name: string;
  /** Name of its area; empty where Home Assistant has none. */
  readonly area: string;
  /** `here`: on this device alone. `moving`: still here, until the display shows frames. `lost`: here again for a while. */
  readonly state: 'here' | 'moving' | 'there' | 'lost';
  readonly way: DisplayWay | null;
  readonly sound: DisplaySound;
  /** Whether this device plays the sound now: always, until the display says that it does. */
  readonly heardHere: boolean;
  /** The display's browser plays no sound before somebody touches it: it is heard here. */
  readonly soundBlocked: boolean;
  /** Of the media player, 0 to 1; null: it does not say. */
  readonly volume: number | null;
  /** How far the picture there is behind, where that is known to be noticeable; null otherwise. */
  readonly behind: Millis | null;
  /** Why the last display that was wanted shows nothing; null: nothing failed, or somebody has put it away. */
  readonly failure: { readonly display: DisplayId; readonly name: string; readonly reason: DisplayFailure } | null;
}

/** A media player that somebody can choose. Plain data. */
export interface DisplayView {
  readonly id: DisplayId;
  readonly name: string;
  readonly area: string;
  /** What it can, best first; each says why not. */
  readonly ways: readonly { readonly way: DisplayWay; readonly capability: Capability }[];
  /** Something else plays there: it is asked first. */
  readonly inUse: boolean;
  /** What came of the last try on this device; null: none was made. */
  readonly last: {
    readonly at: Millis;
    readonly way: DisplayWay;
    readonly result: 'shown' | DisplayFailure;
    /** Pixels of the first picture that was shown; null: none was. */
    readonly size: { readonly width: number; readonly height: number } | null;
    /** What its browser said that it decodes, then or before; left out where it never did. */
    readonly codecs?: readonly Codec[];
  } | null;
}
