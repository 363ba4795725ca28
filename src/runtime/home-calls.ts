import type { CommandResult, RingCommand } from './command.ts';
import type { CallId } from './call/call.ts';
import type { HomeAssistant } from './home-assistant/home-assistant.ts';
import type { CallMedia } from './media/media.ts';
import type { Scope } from './platform/scope.ts';
import type { RingsOptions } from './rings/options.ts';
import type { Rings } from './rings/rings.ts';
import type { RingNote, RingView } from './rings/view.ts';

export interface HomeCallsOptions extends RingsOptions {
  readonly homeAssistant: HomeAssistant;
  readonly onChunkLost: (error: unknown) => void;
}

/** Calls that Home Assistant makes, before their code is there: it is loaded once this station can be rung. */
export class HomeCalls {
  readonly #options: HomeCallsOptions;
  #loading: Promise<Rings> | null = null;
  #rings: Rings | null = null;

  constructor(options: HomeCallsOptions) {
    this.#options = options;
    const { homeAssistant, stations: own, scope } = options;
    const stop = homeAssistant.states.subscribe((states) => {
      if (!own().some(({ slug }) => states[`input_text.call_assist_${slug}_ring`])) return;
      stop();
      this.#load().catch(() => {}); // Tried again when it rings.
    });
    scope.add(stop);
  }

  readonly command = async (command: RingCommand): Promise<CommandResult> => {
    try {
      return await (await this.#load()).command(command);
    } catch {
      return this.#options.refuse('refused_not_ready');
    }
  };

  /** What a snapshot has of them. */
  view(callId: CallId): RingView | null {
    return this.#rings?.view(callId) ?? null;
  }

  get notes(): readonly RingNote[] {
    return this.#rings?.notes() ?? [];
  }

  mediaFor(callId: CallId, scope: Scope): CallMedia | null {
    return this.#rings?.mediaFor(callId, scope) ?? null;
  }

  #load(): Promise<Rings> {
    return (this.#loading ??= import('./rings/rings.ts').then(
      ({ createRings }) => (this.#rings = createRings(this.#options)),
      (error: unknown) => {
        this.#loading = null;
        this.#options.onChunkLost(error);
        throw error;
      },
    ));
  }
}
