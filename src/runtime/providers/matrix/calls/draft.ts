import type { OutgoingMedia } from '../../provider.ts';
import type { Link } from './link.ts';

/**
 * Our answer to an invitation, made while it rings: set locally, with a connection that gathers candidates, but nothing
 * of it sent and nothing of theirs tried. Made once; after a failure it may be tried again.
 */
export class AnswerDraft {
  readonly #link: Link;
  readonly #offer: RTCSessionDescriptionInit | null;
  readonly #configuration: () => Promise<RTCConfiguration>;
  #made: Promise<void> | null = null;

  constructor(link: Link, offer: RTCSessionDescriptionInit | null, configuration: () => Promise<RTCConfiguration>) {
    this.#link = link;
    this.#offer = offer;
    this.#configuration = configuration;
  }

  /** @param media as it is when the connection is made; asked then. */
  async make(media: () => OutgoingMedia): Promise<void> {
    const made = (this.#made ??= this.#make(media));
    try {
      await made;
    } catch (error) {
      if (this.#made === made) this.#made = null;
      throw error;
    }
  }

  /** Makes it, once more if a try that is under way fails. */
  async insist(media: () => OutgoingMedia): Promise<void> {
    if (this.#made) await this.#made.catch(() => (this.#made = null));
    await this.make(media);
  }

  async #make(media: () => OutgoingMedia): Promise<void> {
    if (!this.#offer) throw new Error('no offer');
    const configuration = await this.#configuration();
    if (!this.#link.closed) await this.#link.open(configuration, media().tracks).answer(this.#offer);
  }
}
