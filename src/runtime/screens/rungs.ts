import { type CastFacts, type CastRungOptions, castRung } from '../displays/cast/cast-rung.ts';
import type { Rung, RungTools } from '../displays/rung.ts';
import { StreamRung } from '../displays/stream/stream-rung.ts';
import type { Station } from '../storage/storage.ts';
import { CameraRung } from '../displays/stream/camera-rung.ts';
import type { DisplayId, DisplayWay } from '../displays/view.ts';
import { HOME_ACCOUNT } from '../rings/home.ts';
import type { House } from './house.ts';
import type { LastTries } from './memory.ts';
import type { CallView } from '../api.ts';

export interface RungsOptions extends RungTools {
  readonly home: CastRungOptions['home'];
  readonly house: House;
  /** What came of displays on this device. */
  readonly tries: () => Promise<LastTries>;
  /** Whose link and whose go2rtc are used; asked each time. */
  readonly station: () => Pick<Station, 'slug' | 'displayServer' | 'displayAnnounces'>;
}

/**
 * The ways to say on a display that somebody calls: what rings is only written, and that the first way alone can. A door
 * is seen on others, too, where people want to read who calls: whose face it is needs no name.
 */
export function announcingOf(options: RungsOptions, { peer, ring }: Pick<CallView, 'peer' | 'ring'>): readonly Rung[] {
  const { home, platform, house, station } = options;
  const [best] = rungsOf(options);
  const isDoor = peer.accountId === HOME_ACCOUNT && ring?.kind === 'door';
  const camera =
    isDoor && station().displayAnnounces === 'with-name'
      ? new CameraRung({ home, platform, camera: peer.address, integrationOf: platformIn(house) })
      : null;
  return [best, camera].filter((rung) => rung !== null && rung !== undefined);
}

const platformIn = (house: House) => async (display: DisplayId) => (await house.facts()).platforms.get(display) ?? null;

/** All ways to a display from a station, best first. */
export function rungsOf({ home, platform, house, tries, station }: RungsOptions): readonly Rung<DisplayWay>[] {
  const facts = async (): Promise<CastFacts> => {
    const { link, ...facts } = await house.facts();
    return { ...facts, link: link(station().slug) };
  };
  return [
    castRung({
      home,
      platform,
      facts,
      lastTry: async (display) => (await tries())[display],
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    }),
    new StreamRung({
      home,
      platform,
      server: () => station().displayServer,
      pageProtocol: location.protocol,
      fetch: (...given) => fetch(...given),
      integrationOf: platformIn(house),
    }),
  ];
}
