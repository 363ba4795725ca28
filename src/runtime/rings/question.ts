import type { CallId, EndReason } from '../call/call.ts';
import { Store } from '../platform/readable.ts';
import type { CallSecurity, ProviderCall, ProviderIO, RemoteMedia } from '../providers/provider.ts';
import { NO_STATS } from '../providers/rtc/stats.ts';

export interface QuestionOptions {
  readonly id: CallId;
  readonly emit: ProviderIO['emit'];
  /** Does what the ring is for. */
  readonly accept: () => Promise<Answer>;
}

/** How a ring ends: `accepted`, or why it could not be done; and what is done once it has ended. */
export interface Answer {
  readonly reason: EndReason;
  readonly after?: () => void;
}

/** A ring without media: its answer is all there is. Nothing of it leaves the device. */
export class Question implements ProviderCall {
  readonly id: CallId;
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security = new Store<CallSecurity>('end-to-end');
  readonly goodbye = {};
  readonly #options: QuestionOptions;
  #answered = false;
  #over = false;

  constructor(options: QuestionOptions) {
    this.id = options.id;
    this.#options = options;
  }

  prepare(): void {}

  answer(): void {
    if (this.#answered || this.#over) return;
    this.#answered = true;
    const { accept, emit } = this.#options;
    const end = ({ reason, after }: Answer): void => {
      if (this.#over) return;
      emit({ type: 'remote-ended', callId: this.id, reason });
      after?.();
    };
    accept().then(end, () => end({ reason: 'internal_error' }));
  }

  decline(): void {
    this.#over = true;
  }

  hangUp(): void {
    this.#over = true;
  }

  restart(): void {}

  setTracks(): Promise<void> {
    return Promise.resolve();
  }

  stats(): Promise<typeof NO_STATS> {
    return Promise.resolve(NO_STATS);
  }

  close(): Promise<void> {
    this.#over = true;
    return Promise.resolve();
  }
}
