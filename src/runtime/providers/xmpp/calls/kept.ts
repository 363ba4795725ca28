import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { Wire } from '../wire.ts';
import type { Heard } from './stanzas.ts';

export type Initiation = Extract<Heard, { type: 'initiation' }>;

/** A ring that still holds waits no longer than this for an archive that does not answer. */
const ARCHIVE_WITHIN: Millis = 3_000;

export interface KeptOptions {
  readonly wire: Pick<Wire, 'onStream'>;
  readonly clock: Clock;
  /** The archive did not answer in time: what is held is to be read without it. */
  readonly late: () => void;
}

/**
 * What a server had kept while nobody was here comes one message after the other, the proposal of a call before its end
 * (XEP-0160; it has a time, XEP-0203). Held until the archive was read, it does not ring for the moment in between.
 */
export class Kept {
  readonly #options: KeptOptions;
  readonly #stop: () => void;
  #held: Initiation[] | null = null;
  #cancel: () => void = () => {};

  constructor(options: KeptOptions) {
    this.#options = options;
    this.#stop = options.wire.onStream(({ resumed }) => {
      if (!resumed) this.#begin();
    });
  }

  /** Whether it is held: `initiation` had been kept, or is of a call that is held. */
  holds(initiation: Initiation): boolean {
    const { stamp, message } = initiation.envelope;
    const held = this.#held;
    if (!held || (stamp === null && !held.some(({ envelope }) => envelope.message.id === message.id))) return false;
    held.push(initiation);
    return true;
  }

  /** What was held, in its order. From now on nothing is, until another stream begins. */
  release(): readonly Initiation[] {
    const held = this.#held ?? [];
    this.#held = null;
    this.#cancel();
    return held;
  }

  close(): void {
    this.release();
    this.#stop();
  }

  #begin(): void {
    this.#held ??= [];
    this.#cancel();
    this.#cancel = this.#options.clock.after(ARCHIVE_WITHIN, () => this.#options.late());
  }
}
