/** What the state of ICE means for a call: nothing before it was connected once. */
export class Liveness {
  #connected = false;
  #lost = false;

  /** Whether media could flow at some time. */
  get connected(): boolean {
    return this.#connected;
  }

  /** `failed`: it was never connected, and what is known of the other side does not connect. */
  turn(state: RTCIceConnectionState): 'disconnected' | 'reconnected' | 'failed' | null {
    if (state === 'connected' || state === 'completed') {
      const back = this.#lost;
      this.#connected = true;
      this.#lost = false;
      return back ? 'reconnected' : null;
    }
    if (state !== 'disconnected' && state !== 'failed') return null;
    if (!this.#connected) return state === 'failed' ? 'failed' : null;
    // `failed` is said again: `disconnected` may have come while media was still awaited, and nobody listened.
    if (this.#lost && state !== 'failed') return null;
    this.#lost = true;
    return 'disconnected';
  }
}
