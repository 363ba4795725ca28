import type { Sounds } from './platform/sound.ts';

/**
 * Tells whether the sound of a drop-in can be heard. From one sound to the next there is silence for a moment, which
 * does not count: it is looked at when the turn is over.
 */
export function reportRing(
  { sounding, blocked }: Pick<Sounds, 'sounding' | 'blocked'>,
  report: (heard: boolean) => void,
): () => void {
  let due = false;
  let ended = false;
  const look = (): void => {
    due = false;
    if (ended) return;
    const heard = sounding.value === 'drop-in' || sounding.value === 'drop-in-ticks';
    report(heard);
  };
  const later = (): void => {
    if (due) return;
    due = true;
    queueMicrotask(look);
  };
  const ends = [sounding.subscribe(later), blocked.subscribe(later)];
  return () => {
    ended = true;
    ends.forEach((end) => end());
  };
}
