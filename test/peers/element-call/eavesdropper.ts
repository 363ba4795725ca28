import { Room, RoomEvent } from 'livekit-client';
import { readTimecode } from '../../../demo/person/timecode.ts';

/** What somebody gets who is in the media server's room without being a member of the call, and without its keys. */
export interface Overheard {
  readonly participants: number;
  /** Whole pictures that came, and how many of them a decoder made anything of; the sum of all. */
  readonly framesReceived: number;
  readonly framesDecoded: number;
  /** Whose picture was ever readable: its burnt-in clock was seen, by identity. */
  readonly read: readonly string[];
}

/** A plain LiveKit client that subscribes to all it is offered. */
export class Eavesdropper {
  #room: Room | undefined;
  readonly #pictures = new Map<HTMLVideoElement, string>();
  readonly #read = new Set<string>();

  /** Ends when it is connected. */
  async enter(url: string, token: string): Promise<void> {
    const room = new Room();
    this.#room = room;
    room.on(RoomEvent.TrackSubscribed, (track, _publication, { identity }) => {
      if (track.kind !== 'video') return;
      const picture = track.attach() as HTMLVideoElement;
      document.body.append(picture);
      this.#pictures.set(picture, identity);
    });
    await room.connect(url, token);
  }

  async overheard(): Promise<Overheard> {
    for (const [picture, identity] of this.#pictures) if (readTimecode(picture) !== null) this.#read.add(identity);
    let [framesReceived, framesDecoded] = [0, 0];
    const others = [...(this.#room?.remoteParticipants.values() ?? [])];
    const tracks = others.flatMap((other) => [...other.videoTrackPublications.values()].map(({ track }) => track));
    for (const track of tracks) {
      const report = await track?.getRTCStatsReport();
      for (const one of (report?.values() ?? []) as Iterable<Record<string, unknown>>) {
        if (one['type'] !== 'inbound-rtp') continue;
        framesReceived += Number(one['framesReceived'] ?? 0);
        framesDecoded += Number(one['framesDecoded'] ?? 0);
      }
    }
    return { participants: others.length, framesReceived, framesDecoded, read: [...this.#read] };
  }

  async leave(): Promise<void> {
    await this.#room?.disconnect();
    this.#room = undefined;
    for (const picture of this.#pictures.keys()) picture.remove();
    this.#pictures.clear();
    this.#read.clear();
  }
}
