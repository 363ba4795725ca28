import type { RemoteParticipant } from '../../../../runtime/providers/provider.ts';

/** What there is to see of somebody: the screen that they share before their face; null: nothing. */
export function pictureOf({ screen, video, videoMuted }: RemoteParticipant): MediaStreamTrack | null {
  return screen ?? (videoMuted ? null : video);
}

/** Who has a tile: everybody, but for the one whose picture is large. Their order is how they came. */
export function tiles(people: readonly RemoteParticipant[], large: string | null): readonly RemoteParticipant[] {
  return people.filter(({ id }) => id !== large);
}
