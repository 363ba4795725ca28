import type { TemplateResult } from 'lit';
import type { DisplayView } from '../../../runtime/displays/view.ts';
import { nameOf, wayOf, whyWord } from '../../displays.ts';
import { t } from '../../localize/displays.ts';
import { words } from '../../localize/localize.ts';
import { momentText } from '../dates.ts';
import { line } from './words.ts';

/** A display, what it can and why not, and what came of the last try. */
export function displayLine(display: DisplayView, now: number): TemplateResult {
  const { ways, last } = display;
  const failed = last !== null && last.result !== 'shown';
  const status = wayOf(display) === null ? 'skipped' : failed ? 'warn' : 'ok';
  return line(status, nameOf(display), [...ways.map(wayText), lastText(last, now)].join(' '));
}

function wayText({ way, capability }: DisplayView['ways'][number]): string {
  const word = t(`tv.way.${way}`);
  return capability.can
    ? t('tv.diag.can', { way: word })
    : t('tv.diag.cannot', { way: word, why: whyWord(capability.why) });
}

function lastText(last: DisplayView['last'], now: number): string {
  if (!last) return t('tv.diag.never');
  const { codecs } = last;
  return [resultText(last, now), codecs?.length ? t('tv.diag.decodes', { codecs: namesOf(codecs) }) : '']
    .filter(Boolean)
    .join(' ');
}

function resultText(last: NonNullable<DisplayView['last']>, now: number): string {
  const time = momentText(last.at, now);
  if (last.result !== 'shown') return t('tv.diag.failed', { time, why: whyWord(last.result) });
  if (!last.size) return t('tv.diag.shown', { time });
  return t('tv.diag.shown_size', { time, size: `${last.size.width} × ${last.size.height}` });
}

type Codec = NonNullable<NonNullable<DisplayView['last']>['codecs']>[number];

/** As their makers write them: the same in every language. */
const NAMES: Readonly<Record<Codec, string>> = {
  'h264-constrained-baseline': 'H.264 Constrained Baseline',
  'h264-baseline': 'H.264 Baseline',
  'h264-main': 'H.264 Main',
  'h264-high': 'H.264 High',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  h265: 'H.265',
};

function namesOf(codecs: readonly Codec[]): string {
  return new Intl.ListFormat(words.value.language, { type: 'unit' }).format(codecs.map((codec) => NAMES[codec]));
}
