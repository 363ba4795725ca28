import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable, Unsubscribe } from '../runtime/platform/readable.ts';

/** Renders a host again whenever one of the sources changes, for as long as it is in the document. */
export function follow(host: ReactiveControllerHost, sources: () => readonly Readable<unknown>[]): void {
  host.addController(new Follow(host, sources));
}

class Follow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sources: () => readonly Readable<unknown>[];
  #stop: readonly Unsubscribe[] = [];

  constructor(host: ReactiveControllerHost, sources: () => readonly Readable<unknown>[]) {
    this.#host = host;
    this.#sources = sources;
  }

  hostConnected(): void {
    this.#stop = this.#sources().map((source) => source.subscribe(() => this.#host.requestUpdate()));
    // What changed while the host was out of the document.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
  }
}
