/** The other person's voice, where the TV is to play it. */
export class Sound {
  /** Where it can be seen in the document; nothing is drawn of it. */
  readonly element = new Audio();
  #track: MediaStreamTrack | null = null;
  #blocked = false;

  /** The browser wants a touch first, which no TV gets; known once it has been tried, and until it worked. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** @param level 0 to 1; 0: not a sound, it is heard elsewhere */
  play(track: MediaStreamTrack | null, level: number): void {
    const wanted = level > 0 ? track : null;
    this.element.volume = level;
    if (wanted === this.#track) return;
    this.#track = wanted;
    this.element.srcObject = wanted && new MediaStream([wanted]);
    if (wanted) void this.#start(wanted);
  }

  /** Again, after it was out of the document: that pauses it. */
  resume(): void {
    if (this.#track) void this.#start(this.#track);
  }

  async #start(track: MediaStreamTrack): Promise<void> {
    try {
      await this.element.play();
      this.#blocked = false;
    } catch (error) {
      if (track === this.#track) this.#blocked = (error as DOMException).name === 'NotAllowedError';
    }
  }
}
