import type { HomeAssistant } from '../../home-assistant/home-assistant.ts';
import { Store } from '../../platform/readable.ts';
import type { Capability, DisplaySession, DisplayState } from '../displays.ts';
import type { Rung, RungOpening, RungTools } from '../rung.ts';
import type { DisplayId, TvView } from '../view.ts';
import { type LastTry, openCastView } from './cast-view.ts';
import { canCast } from './media-player.ts';

/** What the house has for calls on TVs, as it was just now. */
export interface CastFacts {
  /** The integration that an entity is of. */
  readonly platforms: ReadonlyMap<string, string>;
  /** Entities that are several devices in one. */
  readonly groups: ReadonlySet<string>;
  /** Home Assistant has an address that TVs open. */
  readonly https: boolean;
  readonly view: TvView | null;
  /** The `_link` helper of the station; null: there is none, and a notification takes its place. */
  readonly link: string | null;
}

export interface CastRungOptions extends RungTools {
  readonly home: RungTools['home'] & Pick<HomeAssistant, 'subscribeOnce'>;
  /** @throws HomeAssistantError */
  readonly facts: () => Promise<CastFacts>;
  readonly lastTry: LastTry;
  readonly random: (count: number) => Uint8Array;
}

/** The best way: our own page on a cast device, and a connection straight to it. */
export function castRung({ home, platform, facts, lastTry, random }: CastRungOptions): Rung<'cast-view'> {
  let found: Pick<CastFacts, 'view' | 'link'> = { view: null, link: null };
  return {
    way: 'cast-view',
    async can(display: DisplayId): Promise<Capability> {
      const { platforms, groups, https, view, link } = await facts();
      found = { view, link };
      const capability = canCast({ states: home.states.value, groups, https }, display, platforms.get(display) ?? null);
      if (!capability.can) return capability;
      return view ? { can: true } : { can: false, why: 'no_view' };
    },
    open({ display, ...opening }: RungOpening): DisplaySession {
      const { view, link } = found;
      if (!view) return withoutView();
      return openCastView({ home, entityId: display, view, linkEntityId: link, lastTry, random, platform, ...opening });
    },
  };
}

function withoutView(): DisplaySession {
  return {
    state: new Store<DisplayState>({ state: 'failed', reason: 'no_view' }),
    volume: new Store<number | null>(null),
    setVolume: () => Promise.resolve(),
  };
}
