import type { RemoteParticipant } from '../../provider.ts';

/**
 * Whom to show large: a screen that is shared, else who speaks, else who was large before. Of those without a picture
 * nobody, while others have one. Nobody is replaced for as long as they speak themselves.
 * @param before id of who was large; null: nobody yet
 */
export function largest(participants: readonly RemoteParticipant[], before: string | null): string | null {
  const pictured = participants.filter(hasPicture);
  const candidates = pictured.length > 0 ? pictured : participants;
  const shares = candidates.filter(({ screen }) => screen !== null);
  const [pool, last] = [shares.length > 0 ? shares : candidates, (id: string) => id === before];
  const speaking = pool.filter((one) => one.speaking === true);
  const [first = null] = [
    ...speaking.filter(({ id }) => last(id)),
    ...speaking,
    ...pool.filter(({ id }) => last(id)),
    ...pool,
  ];
  return first?.id ?? null;
}

function hasPicture({ video, videoMuted, screen }: RemoteParticipant): boolean {
  return screen !== null || (video !== null && !videoMuted);
}
