import type { CallAssist } from '../../runtime/api.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';
import { stationOf } from '../station-of.ts';

/** From where calls of a station are heard: as it says, or as somebody chose here, where the device may not be changed. */
export class Speaker {
  readonly #chosen = new Map<string, DeviceChoice | null>();

  /** @param slug of the call's station */
  in({ snapshot }: Pick<CallAssist, 'snapshot'>, slug: string): DeviceChoice | null {
    const station = stationOf(snapshot.value, slug);
    const chosen = this.#chosen.get(station.slug);
    return chosen === undefined ? station.speaker : chosen;
  }

  /** At once; and from now on, where this device may be changed. */
  choose(callAssist: CallAssist, speaker: DeviceChoice | null, slug: string): void {
    const station = stationOf(callAssist.snapshot.value, slug).slug;
    this.#chosen.set(station, speaker);
    if (!callAssist.snapshot.value.lock.locked) callAssist.configureStation({ speaker }, station).catch(() => {});
  }
}
