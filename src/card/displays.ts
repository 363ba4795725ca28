import type { Cannot, DisplayFailure } from '../runtime/displays/displays.ts';
import type { CallDisplayView, DisplayView, DisplayWay } from '../runtime/displays/view.ts';
import { t } from './localize/displays.ts';

type Place = Pick<CallDisplayView, 'area' | 'name'>;

/** Where the picture is: by the room, where Home Assistant knows it. */
export const onWord = ({ area, name }: Place): string => (area ? t('tv.on', { area }) : t('tv.on_name', { tv: name }));

/** The same for somebody who hears that it has just come there. */
export const nowOnWord = ({ area, name }: Place): string =>
  area ? t('tv.now_on', { area }) : t('tv.now_on_name', { tv: name });

/** Why a display shows nothing, and what helps where something does. */
export const whyWord = (reason: DisplayFailure): string => t(`tv.why.${reason}`);

/** How fast the picture is there. */
export const speedWord = (way: DisplayWay): string => t(way === 'cast-view' ? 'tv.fast' : 'tv.slow');

/** The best way that works; null: none does. */
export const wayOf = ({ ways }: Pick<DisplayView, 'ways'>): DisplayWay | null =>
  ways.find(({ capability }) => capability.can)?.way ?? null;

/** What nobody at home changes: another way's reason helps more. */
const HOPELESS: ReadonlySet<Cannot> = new Set(['no_entity', 'group', 'not_cast', 'no_player']);

/** Why no way works: of all reasons one that something can be done about, where there is one. null: some way does. */
export function whyNot({ ways }: Pick<DisplayView, 'ways'>): string | null {
  if (wayOf({ ways }) !== null) return null;
  const reasons = ways.flatMap(({ capability }) => (capability.can ? [] : [capability.why]));
  return whyWord(reasons.find((why) => !HOPELESS.has(why)) ?? reasons[0] ?? 'no_entity');
}

/** With its room, unless it is named after it. */
export function nameOf({ name, area }: Place): string {
  const folded = (text: string): string => text.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return area && !folded(name).includes(folded(area)) ? `${name} (${area})` : name;
}

/** Whether this way could show calls, at most after something was set up. */
export function mayWork({ ways }: Pick<DisplayView, 'ways'>, way: DisplayWay): boolean {
  return ways.some(({ way: each, capability }) => each === way && (capability.can || !HOPELESS.has(capability.why)));
}

/** Whether a display shows calls, or may once it is on and the set-up is done. Who has no server for streams asked for none. */
export function isWorthOffering({ ways }: Pick<DisplayView, 'ways'>): boolean {
  return ways.some(
    ({ capability }) => capability.can || !(HOPELESS.has(capability.why) || capability.why === 'no_server'),
  );
}
