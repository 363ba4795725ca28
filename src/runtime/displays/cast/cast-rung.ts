import { Store } from '../../platform/readable.ts';
import type { Capability, DisplaySession, DisplayState } from '../displays.ts';
import type { Rung, RungOpening, RungTools } from '../rung.ts';
import type { DisplayId, TvView } from '../view.ts';
import { openCastView } from './cast-view.ts';
import { canCast } from './media-player.ts';

/** What the house has for calls on TVs, as it was just now. */
export interface CastFacts {
  /** The integration that an entity is of. */
  readonly platforms: ReadonlyMap<string, string>;
  /** Home Assistant has an address that TVs open. */
  readonly https: boolean;
  readonly view: TvView | null;
  /** The `_link` helper of the station; null: there is none. */
  readonly link: string | null;
}

export interface CastRungOptions extends RungTools {
  /** @throws HomeAssistantError */
  readonly facts: () => Promise<CastFacts>;
  readonly random: (count: number) => Uint8Array;
}

/** The best way: our own page on a cast device, and a connection straight to it. */
export function castRung({ home, platform, facts, random }: CastRungOptions): Rung<'cast-view'> {
  let found: Pick<CastFacts, 'view' | 'link'> = { view: null, link: null };
  return {
    way: 'cast-view',
    async can(display: DisplayId): Promise<Capability> {
      const { platforms, https, view, link } = await facts();
      found = { view, link };
      const capability = canCast({ states: home.states.value, https }, display, platforms.get(display) ?? null);
      if (!capability.can) return capability;
      if (!view) return { can: false, why: 'no_view' };
      return link === null ? { can: false, why: 'no_helper' } : { can: true };
    },
    open({ display, ...opening }: RungOpening): DisplaySession {
      const { view, link } = found;
      if (!view || link === null) return failed(view ? 'no_helper' : 'no_view');
      return openCastView({ home, entityId: display, view, linkEntityId: link, random, platform, ...opening });
    },
  };
}

function failed(reason: 'no_view' | 'no_helper'): DisplaySession {
  return {
    state: new Store<DisplayState>({ state: 'failed', reason }),
    volume: new Store<number | null>(null),
    setVolume: () => Promise.resolve(),
  };
}
