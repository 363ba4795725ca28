import type { CallAssist } from '../../runtime/api.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';

/** From where calls are heard: as the device says, or as somebody chose here, where the device may not be changed. */
export class Speaker {
  #chosen: DeviceChoice | null | undefined;

  in({ snapshot }: Pick<CallAssist, 'snapshot'>): DeviceChoice | null {
    return this.#chosen === undefined ? snapshot.value.station.speaker : this.#chosen;
  }

  /** At once; and from now on, where this device may be changed. */
  choose(callAssist: CallAssist, speaker: DeviceChoice | null): void {
    this.#chosen = speaker;
    if (!callAssist.snapshot.value.lock.locked) callAssist.configureStation({ speaker }).catch(() => {});
  }
}
