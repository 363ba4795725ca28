import {
  Encryption_Type,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  Track,
  VideoQuality,
} from 'livekit-client';
import { keepEnabled } from './enabled.ts';
import { isFit, participant, type SeenParticipant, type SeenSource, type SeenTrack } from './participants.ts';
import type { RtcKeyState, RtcParticipant } from './room.ts';

const SOURCES: Readonly<Record<Track.Source, SeenSource>> = {
  [Track.Source.Microphone]: 'microphone',
  [Track.Source.Camera]: 'camera',
  [Track.Source.ScreenShare]: 'screen',
  [Track.Source.ScreenShareAudio]: 'other',
  [Track.Source.Unknown]: 'other',
};

/** What the others send, and what of it is wanted. */
export class Incoming {
  readonly #others: ReadonlyMap<string, RemoteParticipant>;
  readonly #encrypted: boolean;
  readonly #canRead: (identity: string) => boolean;
  #admitted: ReadonlySet<string> = new Set();
  #focus: string | null = null;

  /** @param canRead whether there is a key of theirs that is good; not asked in rooms without encryption */
  constructor(
    others: ReadonlyMap<string, RemoteParticipant>,
    encrypted: boolean,
    canRead: (identity: string) => boolean,
  ) {
    this.#others = others;
    this.#encrypted = encrypted;
    this.#canRead = canRead;
  }

  admit(identities: readonly string[]): void {
    this.#admitted = new Set(identities);
  }

  focus(identity: string | null): void {
    this.#focus = identity;
  }

  /**
   * Subscribes to what is wanted, and to nothing else. Pictures wait for their key, since a decoder that was given what
   * it cannot read asks for whole pictures until it can.
   */
  subscribe(): void {
    for (const other of this.#others.values()) {
      const admitted = this.#admitted.has(other.identity);
      const open = this.#key(other.identity) !== 'waiting';
      const isLarge = this.#focus === null || this.#focus === other.identity;
      for (const publication of other.trackPublications.values()) {
        if (publication.track) keepEnabled(publication.track.mediaStreamTrack);
        const wanted = admitted && isFit(seen(publication), this.#encrypted);
        if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
        if (!wanted || publication.kind !== Track.Kind.Video) continue;
        publication.setEnabled(open);
        publication.setVideoQuality(isLarge ? VideoQuality.HIGH : VideoQuality.LOW);
      }
    }
  }

  participants(): readonly RtcParticipant[] {
    return [...this.#others.values()]
      .filter(({ identity }) => this.#admitted.has(identity))
      .map((other) => participant(seenParticipant(other), this.#key(other.identity)));
  }

  /** By the name of its track at the SFU, which no other track ever has. */
  receivers(): ReadonlyMap<string, RTCRtpReceiver> {
    const publications = [...this.#others.values()].flatMap((other) => [...other.trackPublications.values()]);
    return new Map(
      publications.flatMap(({ trackSid, track }) => (track?.receiver ? [[trackSid, track.receiver] as const] : [])),
    );
  }

  #key(identity: string): RtcKeyState {
    if (!this.#encrypted) return 'none';
    return this.#canRead(identity) ? 'ready' : 'waiting';
  }
}

function seenParticipant({ identity, isSpeaking, trackPublications }: Participant): SeenParticipant {
  const tracks = [...trackPublications.values()] as RemoteTrackPublication[];
  return { identity, speaking: isSpeaking, tracks: tracks.map(seen) };
}

function seen({ source, track, isMuted, trackInfo }: RemoteTrackPublication): SeenTrack {
  return {
    source: SOURCES[source],
    track: track?.mediaStreamTrack ?? null,
    muted: isMuted,
    encrypted: (trackInfo?.encryption ?? Encryption_Type.NONE) !== Encryption_Type.NONE,
  };
}
