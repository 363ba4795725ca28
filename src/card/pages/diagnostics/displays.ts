import type { TemplateResult } from 'lit';
import type { DisplayView } from '../../../runtime/displays/view.ts';
import { nameOf, wayOf, whyWord } from '../../displays.ts';
import { t } from '../../localize/displays.ts';
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
  const time = momentText(last.at, now);
  if (last.result !== 'shown') return t('tv.diag.failed', { time, why: whyWord(last.result) });
  if (!last.size) return t('tv.diag.shown', { time });
  return t('tv.diag.shown_size', { time, size: `${last.size.width} × ${last.size.height}` });
}
