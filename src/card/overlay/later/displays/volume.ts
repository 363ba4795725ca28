import type { CallAssist, CallView } from '../../../../runtime/api.ts';

/** A media player tells within this time how loud it is now, in ms; until then what was asked is shown. */
const ANSWERS_WITHIN = 2_000;
/** One touch of a button, as a share. */
export const STEP = 0.05;

/** What the remote control shows of the volume, and does with it. */
export interface VolumeView {
  /** Of the display; else of this device. */
  readonly there: boolean;
  /** 0 to 1; null: the display does not tell. */
  readonly share: number | null;
  /** A finger is on the slider. */
  slide(share: number): void;
  /** To be so loud. */
  set(share: number): void;
}

/** How loud a call on a display is, there or here, wherever it is heard. */
export class Volume {
  readonly #changed: () => void;
  readonly #now: () => number;
  #asked: { readonly of: string; readonly share: number; readonly at: number } | null = null;

  /** @param changed hears when it is to be drawn anew. */
  constructor(changed: () => void, now: () => number) {
    this.#changed = changed;
    this.#now = now;
  }

  of({ id, display }: CallView, callAssist: Pick<CallAssist, 'snapshot' | 'command'>): VolumeView {
    const there = display?.heardHere === false;
    const known = there ? display.volume : callAssist.snapshot.value.settings.callVolume;
    const of = `${id} ${there}`;
    const asked = this.#asked?.of === of && this.#now() - this.#asked.at < ANSWERS_WITHIN ? this.#asked.share : null;
    return {
      there,
      share: known === null ? null : (asked ?? known),
      slide: (share) => this.#ask(of, share),
      set: (wanted) => {
        const volume = Math.min(1, Math.max(0, Math.round(wanted * 100) / 100));
        this.#ask(of, volume);
        void callAssist.command(
          there
            ? { type: 'set-display-volume', callId: id, volume, by: 'touch' }
            : { type: 'set-volume', volume, by: 'touch' },
        );
      },
    };
  }

  #ask(of: string, share: number): void {
    this.#asked = { of, share, at: this.#now() };
    this.#changed();
  }
}
