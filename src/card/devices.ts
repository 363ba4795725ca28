import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallAssist } from '../runtime/api.ts';
import type { DeviceLists } from '../runtime/tools/api.ts';

const NONE: DeviceLists = { microphones: [], cameras: [], speakers: [], hidden: false };

/** Microphones, cameras and speakers of this device, as they come and go while the host is in the document. */
export class Devices implements ReactiveController {
  lists: DeviceLists = NONE;
  readonly #host: ReactiveControllerHost;
  readonly #runtime: () => Pick<CallAssist, 'devices' | 'watchDevices'>;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, runtime: () => Pick<CallAssist, 'devices' | 'watchDevices'>) {
    this.#host = host;
    this.#runtime = runtime;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#runtime().watchDevices(() => void this.look());
    void this.look();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Looks again: with a permission come the names. */
  async look(): Promise<void> {
    // A browser that does not tell its devices still uses them.
    this.lists = await this.#runtime()
      .devices()
      .catch(() => NONE);
    this.#host.requestUpdate();
  }
}
