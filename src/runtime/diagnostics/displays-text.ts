import type { Cannot, DisplayFailure } from '../displays/displays.ts';
import type { DisplayWay } from '../displays/view.ts';
import type { DiagnosticFacts } from './diagnostics.ts';

type Codec = NonNullable<NonNullable<DiagnosticFacts['displays'][number]['last']>['codecs']>[number];

const WAYS = ['cast-view', 'stream'] as const satisfies readonly DisplayWay[];

/** Every reason there is: one that is missing here does not compile. */
const REASONS: Readonly<Record<Cannot | DisplayFailure, true>> = {
  no_entity: true,
  unavailable: true,
  not_cast: true,
  no_https: true,
  no_view: true,
  group: true,
  no_player: true,
  no_server: true,
  server_insecure: true,
  server_away: true,
  in_use: true,
  refused: true,
  switched_off: true,
  view_not_loaded: true,
  not_played: true,
  no_codec: true,
  no_connection: true,
  gone: true,
  no_channel: true,
  other_version: true,
};

/** And every codec. */
const CODECS: Readonly<Record<Codec, true>> = {
  'h264-constrained-baseline': true,
  'h264-baseline': true,
  'h264-main': true,
  'h264-high': true,
  vp8: true,
  vp9: true,
  av1: true,
  h265: true,
};

const wayText = (way: string): string => ((WAYS as readonly string[]).includes(way) ? way : 'other');
const reasonText = (reason: string): string => (Object.hasOwn(REASONS, reason) ? reason : 'other');

/** A display in words: what it can, why not, and what came of the last try. It is not named. */
export function displayText(
  { ways, inUse, last }: DiagnosticFacts['displays'][number],
  time: (at: number) => string,
): string {
  const can = ways.map(({ way, capability }) =>
    capability.can ? `${wayText(way)}: can` : `${wayText(way)}: ${reasonText(capability.why)}`,
  );
  return [...can, ...(inUse ? ['in use'] : []), ...(last ? [lastText(last, time)] : [])].join(', ');
}

function lastText(
  { at, way, result, size, codecs }: NonNullable<DiagnosticFacts['displays'][number]['last']>,
  time: (at: number) => string,
): string {
  const shown = size ? `shown ${pixels(size.width)} × ${pixels(size.height)}` : 'shown';
  const decodes = codecs?.length ? `, decodes ${codecs.filter((codec) => Object.hasOwn(CODECS, codec)).join(' ')}` : '';
  return `last ${wayText(way)} ${result === 'shown' ? shown : reasonText(result)} ${time(at)}${decodes}`;
}

const pixels = (count: number): string => (Number.isFinite(count) ? String(Math.round(count)) : '?');
