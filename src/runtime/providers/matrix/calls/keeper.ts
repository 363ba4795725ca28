import type { CallId, MediaKinds, Peer } from '../../../call/call.ts';
import type { LocalTracks, OutgoingMedia, ProviderCall } from '../../provider.ts';

const SILENCE: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };

export type Direction = 'outgoing' | 'incoming';

/** A call as whoever keeps it knows it. */
export interface KeptCall extends ProviderCall {
  /** Outgoing: begins. */
  place(): Promise<void>;
  pageClosing(): void;
}

/** The calls of an account that hold anything: from when they are made, which may be before they have a room, to their end. */
export abstract class CallKeeper<Call extends KeptCall> {
  protected readonly all = new Set<Call>();

  get live(): number {
    return this.all.size;
  }

  dial(id: CallId, peer: Peer, media: OutgoingMedia): Call {
    const call = this.#keep(this.make(id, peer, media, 'outgoing'));
    void call.place();
    return call;
  }

  pageClosing(): void {
    for (const call of this.all) call.pageClosing();
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((call) => call.close()));
  }

  /** A call that comes in; nothing of ours is sent before somebody answers. */
  protected admit(id: CallId, peer: Peer, kinds: MediaKinds): Call {
    return this.#keep(this.make(id, peer, { kinds, tracks: SILENCE }, 'incoming'));
  }

  protected abstract make(id: CallId, peer: Peer, media: OutgoingMedia, direction: Direction): Call;

  #keep(call: Call): Call {
    this.all.add(call);
    return call;
  }
}
