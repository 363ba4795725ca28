import type { CallMediaView, CallView } from '../../../runtime/api.ts';
import { type Quality, quality } from '../../../runtime/media/quality.ts';
import type { CallStats } from '../../../runtime/providers/provider.ts';

/** Statistics need this long to say something, in ms. */
const EVERY = 3_000;

/** How the other side of the running call comes through, from one look at the statistics to the next. */
export class Connection {
  quality: Quality | null = null;
  readonly #changed: () => void;
  #media: CallMediaView | null = null;
  #before: { readonly at: number; readonly stats: CallStats } | null = null;
  #asked = 0;
  #asking = false;

  /** @param changed hears when {@link quality} is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Call it often; it asks for statistics when it is time to. */
  look(call: CallView | null, media: CallMediaView | null, now: number, sharing: boolean): void {
    if (call?.phase === 'reconnecting') return this.#forget(media, 'none');
    if (call?.phase !== 'active' || !media) return this.#forget(media, null);
    if (media !== this.#media) this.#forget(media, null);
    if (this.quality === 'none' && !this.#before) this.quality = null;
    if (this.#asking || now - this.#asked < EVERY) return;
    this.#asked = now;
    this.#asking = true;
    // A shared screen may stand still.
    const receive = { audio: !call.remoteAudioMuted, video: call.remoteVideo && !sharing };
    media
      .stats()
      .then((stats) => media === this.#media && this.#take(stats, now, receive))
      // A call that is about to end has none.
      .catch(() => {})
      .finally(() => (this.#asking = false));
  }

  #take(stats: CallStats, at: number, receive: { readonly audio: boolean; readonly video: boolean }): void {
    const before = this.#before;
    this.#before = { at, stats };
    if (!before || at <= before.at) return;
    const now = quality(before.stats, stats, receive, at - before.at);
    if (now === this.quality) return;
    this.quality = now;
    this.#changed();
  }

  #forget(media: CallMediaView | null, known: Quality | null): void {
    this.#media = media;
    this.#before = null;
    this.quality = known;
  }
}
