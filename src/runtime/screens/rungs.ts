import { castRung } from '../displays/cast/cast-rung.ts';
import type { Rung, RungTools } from '../displays/rung.ts';
import type { House } from './house.ts';

export interface RungsOptions extends RungTools {
  readonly house: House;
  /** Of the station whose link is used. */
  readonly slug: string;
}

/** All ways to a display from a station, best first. */
export function rungsOf({ home, platform, house, slug }: RungsOptions): readonly Rung[] {
  const facts = async () => {
    const { platforms, https, view, link } = await house.facts();
    return { platforms, https, view, link: link(slug) };
  };
  const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
  return [castRung({ home, platform, facts, random })];
}
