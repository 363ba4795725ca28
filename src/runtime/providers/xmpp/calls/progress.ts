import type { Millis } from '../../../call/call.ts';
import type { Clock } from '../../../platform/platform.ts';

/** Dino and others never say that they ring: what nobody has returned by then has arrived. */
const ARRIVES_WITHIN: Millis = 3_000;

type Stage = 'delivered' | 'accepted';

/** How far our proposal has come; each stage is told once, and none is left out. */
export class Progress {
  readonly #clock: Clock;
  readonly #tell: (stage: Stage) => void;
  #reached: Stage | null;
  #cancel: () => void = () => {};

  /** @param reached where there is nothing more to tell of an incoming call: `accepted` */
  constructor(clock: Clock, reached: Stage | null, tell: (stage: Stage) => void) {
    this.#clock = clock;
    this.#reached = reached;
    this.#tell = tell;
  }

  /** The server has it. */
  sent(): void {
    if (this.#reached === null) this.#cancel = this.#clock.after(ARRIVES_WITHIN, () => this.delivered());
  }

  delivered(): void {
    this.#cancel();
    if (this.#reached === null) this.#reach('delivered');
  }

  accepted(): void {
    this.delivered();
    if (this.#reached !== 'accepted') this.#reach('accepted');
  }

  /** It goes no further. */
  stop(): void {
    this.#cancel();
  }

  #reach(stage: Stage): void {
    this.#reached = stage;
    this.#tell(stage);
  }
}
