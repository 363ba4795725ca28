import { DEFAULT_STATION } from '../default-station.ts';
import { changeStation, slugOf } from '../station.ts';
import type { Station } from '../storage/storage.ts';

/** Name of the settings record that holds the slugs in their order; the first station takes calls. */
export const STATION_ORDER = 'station-order';
/** More than a tablet has cameras to show. */
export const MOST_STATIONS = 8;

export const isOrder = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((slug) => typeof slug === 'string');

/** Stations as people ordered them; those that nobody ordered come after. */
export function inOrder(stations: readonly Station[], order: readonly string[]): readonly Station[] {
  const place = ({ slug }: Station): number => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return stations.toSorted((one, other) => place(one) - place(other));
}

/** @throws RangeError naming what is wrong: there are enough, a value that does not fit, a slug that another has */
export function newStation(stations: readonly Station[], given: Partial<Station> & { readonly name: string }): Station {
  if (stations.length >= MOST_STATIONS) throw new RangeError(`stations: at most ${MOST_STATIONS}`);
  const station = changeStation(DEFAULT_STATION, { slug: slugOf(given.name), ...given });
  requireFree(stations, station.slug);
  return station;
}

/** @throws RangeError */
export function changedStation(stations: readonly Station[], slug: string, change: Partial<Station>): Station {
  const before = stations.find((station) => station.slug === slug);
  if (!before) throw new RangeError('station: there is none of that name');
  const after = changeStation(before, change);
  requireFree(
    stations.filter((station) => station !== before),
    after.slug,
  );
  return after;
}

function requireFree(stations: readonly Station[], slug: string): void {
  if (stations.some((station) => station.slug === slug)) throw new RangeError('station.slug: another station has it');
}
