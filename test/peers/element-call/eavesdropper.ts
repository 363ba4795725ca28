import { Room, RoomEvent } from 'livekit-client';

/** What somebody gets who is in the media server's room without being a member of the call, and without its keys. */
export interface Overheard {
  readonly participants: number;
  readonly videoPackets: number;
  readonly framesDecoded: number;
}

/** A plain LiveKit client that subscribes to all it is offered. */
export class Eavesdropper {
  #room: Room | undefined;

  /** Ends when it is connected. */
  async enter(url: string, token: string): Promise<void> {
    const room = new Room();
    this.#room = room;
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind === 'video') document.body.append(track.attach());
    });
    await room.connect(url, token);
  }

  async overheard(): Promise<Overheard> {
    let [videoPackets, framesDecoded] = [0, 0];
    const others = [...(this.#room?.remoteParticipants.values() ?? [])];
    const tracks = others.flatMap((other) => [...other.videoTrackPublications.values()].map(({ track }) => track));
    for (const track of tracks) {
      const report = await track?.getRTCStatsReport();
      for (const one of (report?.values() ?? []) as Iterable<Record<string, unknown>>) {
        if (one['type'] !== 'inbound-rtp') continue;
        videoPackets += Number(one['packetsReceived'] ?? 0);
        framesDecoded += Number(one['framesDecoded'] ?? 0);
      }
    }
    return { participants: others.length, videoPackets, framesDecoded };
  }

  async leave(): Promise<void> {
    await this.#room?.disconnect();
    this.#room = undefined;
  }
}
