import { html, type TemplateResult } from 'lit';
import type { AccountView, Problem } from '../../../runtime/api.ts';
import type { CheckStatus } from '../../../runtime/checks/checks.ts';
import type { CallStats } from '../../../runtime/providers/provider.ts';
import { alert, close, icon } from '../../components/icons.ts';
import type { PagesKey } from '../../localize/keys.ts';
import { t } from '../../localize/pages.ts';
import { unitText } from '../dates.ts';
import { noticeText } from '../troubles.ts';
import { check, minus } from '../icons.ts';

/** Something, how it is, and a sentence on it. */
export function line(status: CheckStatus, title: string, text: string): TemplateResult {
  const drawing = { ok: check, warn: alert, fail: close, skipped: minus }[status];
  return html`<div class="line">
    <span class="state ${status}" role="img" aria-label=${t(`diag.${status}`)}>${icon(drawing)}</span>
    <span class="t"
      ><b><bdi>${title}</bdi></b
      ><small>${text}</small></span
    >
  </div>`;
}

/** Names and what they are. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): TemplateResult {
  return html`<dl>
    ${pairs.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd><bdi>${value}</bdi></dd>`,
    )}
  </dl>`;
}

export function statsFacts({ video, relayed, roundTrip }: CallStats): readonly (readonly [string, string])[] {
  return [
    [t('diag.path'), relayed === null ? t('diag.unknown') : t(relayed ? 'diag.relayed' : 'diag.direct')],
    [t('diag.picture'), video.width ? `${video.width} × ${video.height}` : t('diag.unknown')],
    [t('diag.round_trip'), roundTrip === null ? t('diag.unknown') : unitText(Math.round(roundTrip), 'millisecond')],
  ];
}

export function problemWords(problem: Problem): readonly [title: string, text: string] {
  switch (problem.kind) {
    case 'storage':
      return [t(`storage.${problem.problem}.title`), t(`storage.${problem.problem}`)];
    case 'insecure-page':
      return [t('card.insecure'), t('card.insecure_text')];
    case 'stations-taken':
      return [t('card.taken', { n: problem.stations.map(({ name }) => name).join(', ') }), t('card.taken_text')];
    case 'helpers-missing':
      return [
        t('diag.helpers', { count: problem.entities.length }),
        `${problem.entities.join(', ')}. ${t('card.helpers_text')}`,
      ];
    case 'home-assistant-away':
      return [t('card.ha_away'), t('card.ha_away_text')];
    case 'update-waiting':
      return [t('card.update'), t('card.update_text')];
    case 'update-ready':
      return [t('card.update'), t('card.update_ready')];
    default:
      return problem satisfies never;
  }
}

export function statusOf({ status }: AccountView): CheckStatus {
  if (status.state === 'online') return status.notice ? 'warn' : 'ok';
  if (status.state === 'signed-out') return 'fail';
  return status.state === 'connecting' ? 'skipped' : 'warn';
}

/** Why an account is not online, or what its server lacks. */
export function whyText(account: AccountView): string {
  const { status } = account;
  if (status.state === 'online') return noticeText(account);
  if (status.state === 'connecting') return '';
  return t(`diag.why.${status.reason}` satisfies PagesKey);
}
