import type { RemoteMedia } from '../providers/provider.ts';

/**
 * The voices of a call as the one track that a display takes. Several are mixed, with a context that is opened for the
 * first such call and closed with the screen; the track stays the same while people come and go.
 */
export class Voices {
  #mix: { readonly context: AudioContext; readonly out: MediaStreamAudioDestinationNode } | null = null;
  readonly #inputs = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();

  /** null: nobody can be heard. */
  of({ participants }: RemoteMedia): MediaStreamTrack | null {
    const tracks = participants.flatMap(({ audio }) => audio ?? []);
    if (tracks.length < 2 && !this.#mix) return tracks[0] ?? null;
    const { context, out } = (this.#mix ??= open());
    for (const [track, input] of this.#inputs) {
      if (tracks.includes(track)) continue;
      input.disconnect();
      this.#inputs.delete(track);
    }
    for (const track of tracks) {
      if (this.#inputs.has(track)) continue;
      const input = context.createMediaStreamSource(new MediaStream([track]));
      input.connect(out);
      this.#inputs.set(track, input);
    }
    return tracks.length === 0 ? null : (out.stream.getAudioTracks()[0] ?? null);
  }

  async close(): Promise<void> {
    for (const input of this.#inputs.values()) input.disconnect();
    this.#inputs.clear();
    await this.#mix?.context.close();
    this.#mix = null;
  }
}

function open() {
  const context = new AudioContext();
  return { context, out: context.createMediaStreamDestination() };
}
