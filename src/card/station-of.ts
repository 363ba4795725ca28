import type { Snapshot } from '../runtime/api.ts';

/** The call station of this slug; the first where none is named, or that one is not of this device. */
export function stationOf(
  { station, stations }: Pick<Snapshot, 'station' | 'stations'>,
  slug: string,
): Snapshot['station'] {
  return stations.find((each) => each.slug === slug) ?? station;
}
