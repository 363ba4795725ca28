import type { CommandResult, DisplayCommand } from './command.ts';
import type { CallId } from './call/call.ts';
import type { CallDisplayView, DisplayId } from './displays/view.ts';
import type { Screens, ScreensOptions } from './screens/screens.ts';
import type { Station } from './storage/storage.ts';

export interface LateScreensOptions extends Omit<ScreensOptions, 'snapshot'> {
  /** It is made of this, among other parts. */
  readonly snapshot: () => ScreensOptions['snapshot'];
  readonly onChunkLost: (error: unknown) => void;
}

/** Calls on displays, before their code is there: it is loaded once a display is chosen, or wanted by somebody. */
export class LateScreens {
  readonly #options: LateScreensOptions;
  #loading: Promise<Screens> | null = null;
  #screens: Screens | null = null;

  constructor(options: LateScreensOptions) {
    this.#options = options;
    const { device, homeAssistant, scope } = options;
    const look = (): void => {
      const { value: states } = homeAssistant.states;
      const isWanted = device.stations.value.some(
        ({ slug, display }) => display !== 'this_device' || states[`input_select.call_assist_${slug}_display`],
      );
      if (!isWanted) return;
      stops.forEach((stop) => stop());
      this.#load().catch(() => {}); // Tried again when somebody wants one.
    };
    const stops = [homeAssistant.states.subscribe(look), device.stations.subscribe(look)];
    stops.forEach((stop) => scope.add(stop));
    look();
  }

  readonly command = async (
    command: DisplayCommand,
    callId: CallId | null | undefined,
    station: Station,
  ): Promise<CommandResult> => {
    const { platform, refuse } = this.#options;
    try {
      return await (await this.#load()).command(command, callId, station);
    } catch (error) {
      platform.log.log('error', `${command.type} failed`, error);
      return refuse('refused_not_ready');
    }
  };

  /** What a snapshot has of them. */
  view(callId: CallId): CallDisplayView | undefined {
    return this.#screens?.view(callId);
  }

  get choosable(): readonly DisplayId[] {
    return this.#screens?.choosable.value ?? [];
  }

  pageClosing(): void {
    this.#screens?.pageClosing();
  }

  #load(): Promise<Screens> {
    return (this.#loading ??= import('./screens/screens.ts').then(
      (module) => (this.#screens = new module.Screens({ ...this.#options, snapshot: this.#options.snapshot() })),
      (error: unknown) => {
        this.#loading = null;
        this.#options.onChunkLost(error);
        throw error;
      },
    ));
  }
}
