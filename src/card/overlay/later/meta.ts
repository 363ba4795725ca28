import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../runtime/api.ts';
import { alert, icon } from '../../components/icons.ts';
import { t } from '../../localize/more.ts';
import { shortName, timer } from '../context.ts';
import { micOff } from '../icons.ts';
import { lock, pause, screen } from './icons.ts';
import type { StageContext } from './stage-context.ts';

const BARS = { good: 4, weak: 2, none: 0 } as const;

/** What there is to say of a call that runs: how long, how safe, how well, and what keeps them from being heard. */
export function meta(
  call: CallView,
  { now, quality, sharing, family, large, hidden }: StageContext,
): readonly (TemplateResult | typeof nothing)[] {
  const since = call.connected;
  const n = { n: shortName(call) };
  const speaker = family.find(({ id }) => id === large)?.name;
  return [
    since === null
      ? html`<span>${t('call.connecting')}</span>`
      : html`<span class="num" role="timer" data-duration>${timer(now - since)}</span>`,
    call.offered.video || call.remoteVideo ? nothing : html`<span>${t('out.voice')}</span>`,
    call.security && since !== null
      ? html`<span data-security=${call.security}>${icon(lock)}${t(`call.lock.${call.security}`)}</span>`
      : nothing,
    quality && since !== null
      ? html`<span data-quality=${quality}
          ><span class="bars" aria-hidden="true"
            >${[0, 1, 2, 3].map((bar) => html`<i class=${bar < BARS[quality] ? '' : 'n'}></i>`)}</span
          >${t(`call.${quality}`)}</span
        >`
      : nothing,
    theirs(call, n),
    speaker && !hidden ? html`<span data-large><bdi>${speaker}</bdi></span>` : nothing,
    sharing ? html`<span data-sharing>${icon(screen)}${t('call.screen', n)}</span>` : nothing,
  ];
}

/** What keeps them from being heard. */
function theirs(
  { remoteOnHold, remoteUnreadable, remoteAudioMuted }: CallView,
  n: { readonly n: string },
): TemplateResult | typeof nothing {
  if (remoteOnHold) return html`<span data-on-hold>${icon(pause)}${t('call.on_hold', n)}</span>`;
  if (remoteUnreadable) return html`<span data-unreadable>${icon(alert)}${t('call.unreadable', n)}</span>`;
  return remoteAudioMuted ? html`<span data-remote-muted>${icon(micOff)}${t('call.muted', n)}</span>` : nothing;
}
