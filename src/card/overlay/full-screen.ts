/** What we use of the document. */
export type FullScreenDocument = Pick<Document, 'fullscreenElement' | 'exitFullscreen'> & {
  readonly documentElement: Pick<Element, 'requestFullscreen'>;
};

/** The page fills the screen while somebody talks, where the browser allows it; never an error. */
export class FullScreen {
  readonly #document: FullScreenDocument;
  /** Whether it was us: a page that filled the screen before is left as it was. */
  #ours = false;

  constructor(on: FullScreenDocument = document) {
    this.#document = on;
  }

  get on(): boolean {
    return this.#document.fullscreenElement !== null;
  }

  /** Call it within a touch: browsers allow it only there. */
  enter(): void {
    if (this.on) return;
    this.#ours = true;
    // Old WebViews have none, and give no promise.
    void this.#try(() => this.#document.documentElement.requestFullscreen?.());
  }

  leave(): void {
    if (!this.#ours) return;
    this.#ours = false;
    if (this.on) void this.#try(() => this.#document.exitFullscreen());
  }

  async #try(change: () => Promise<void> | undefined): Promise<void> {
    try {
      await change();
    } catch {
      this.#ours = false;
    }
  }
}
