import { type CastFacts, castRung } from '../displays/cast/cast-rung.ts';
import type { Rung, RungTools } from '../displays/rung.ts';
import { StreamRung } from '../displays/stream/stream-rung.ts';
import type { Station } from '../storage/storage.ts';
import type { House } from './house.ts';

export interface RungsOptions extends RungTools {
  readonly house: House;
  /** Whose link and whose go2rtc are used; asked each time. */
  readonly station: () => Pick<Station, 'slug' | 'displayServer'>;
}

/** All ways to a display from a station, best first. */
export function rungsOf({ home, platform, house, station }: RungsOptions): readonly Rung[] {
  const facts = async (): Promise<CastFacts> => {
    const { platforms, https, view, link } = await house.facts();
    return { platforms, https, view, link: link(station().slug) };
  };
  return [
    castRung({ home, platform, facts, random: (count) => crypto.getRandomValues(new Uint8Array(count)) }),
    new StreamRung({
      home,
      platform,
      server: () => station().displayServer,
      pageProtocol: location.protocol,
      fetch: (...given) => fetch(...given),
      integrationOf: async (display) => (await house.facts()).platforms.get(display) ?? null,
    }),
  ];
}
