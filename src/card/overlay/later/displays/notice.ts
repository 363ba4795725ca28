import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../../runtime/api.ts';
import type { DisplayFailure } from '../../../../runtime/displays/displays.ts';
import type { CallDisplayView } from '../../../../runtime/displays/view.ts';
import { alert, close, icon } from '../../../components/icons.ts';
import { t } from '../../../localize/displays.ts';
import { button, type OverlayAction } from '../../context.ts';
import { toTv } from '../icons.ts';
import { whyWord } from '../../../displays.ts';

type Failure = NonNullable<CallDisplayView['failure']>;

/** It did show the call, or was about to: the next try may well work. */
const LOST: ReadonlySet<DisplayFailure> = new Set(['gone', 'switched_off']);
/** Of no use until something else was done. */
const NOT_AGAIN: ReadonlySet<DisplayFailure> = new Set([
  ...(['no_entity', 'group', 'not_cast', 'no_https', 'no_view', 'no_codec'] as const),
]);

interface Words {
  readonly title: string;
  readonly text: string;
}

interface Notice extends Words {
  readonly look: 'plain' | 'warn';
  /** The last one is the main one. */
  readonly next: readonly { readonly action: OverlayAction; readonly word: string; readonly opens?: boolean }[];
  /** Somebody can put it away. */
  readonly closes: boolean;
}

/** What went wrong with a display, and that the call itself goes on. */
export function failureWords({ name, reason }: Failure): Words {
  return LOST.has(reason)
    ? { title: t('tv.lost'), text: `${whyWord(reason)} ${t('tv.lost_text')}` }
    : { title: t('tv.cannot', { tv: name }), text: `${whyWord(reason)} ${t('tv.stays')}` };
}

/** What a call says of its display while it is, or is again, on this device; null: nothing. */
export function noticeOf({ display }: Pick<CallView, 'display'>): Notice | null {
  if (!display) return null;
  if (display.failure)
    return { look: 'warn', closes: true, next: nextOf(display.failure), ...failureWords(display.failure) };
  const tv = display.name;
  const stay = [{ action: 'display-back', word: t('tv.stay') }] as const;
  if (display.state === 'moving')
    return { look: 'plain', title: t('tv.moving', { tv }), text: t('tv.moving_text'), next: stay, closes: false };
  if (display.state === 'lost')
    return { look: 'warn', title: t('tv.quiet', { tv }), text: t('tv.quiet_text'), next: stay, closes: false };
  return null;
}

function nextOf({ reason }: Failure): Notice['next'] {
  const choose = { action: 'display', word: t('tv.choose'), opens: true } as const;
  if (reason === 'in_use') return [choose, { action: 'display-anyway', word: t('tv.sure_yes') }];
  return NOT_AGAIN.has(reason) ? [choose] : [choose, { action: 'display-again', word: t('tv.again') }];
}

/** The notice over a call that runs, between the picture and the keys. */
export function notice(call: CallView): TemplateResult | typeof nothing {
  const shown = noticeOf(call);
  if (!shown) return nothing;
  const { look, title, text, next, closes } = shown;
  return html`<div class="display-note ${look}" role="group" aria-labelledby="display-title">
    ${icon(look === 'warn' ? alert : toTv)}
    <p class="t"><b id="display-title">${title}</b>${text}</p>
    <div class="acts">
      ${next.map(({ action, word, opens = false }, at) =>
        button({ action, call, word, look: `btn tall ${at === next.length - 1 ? 'solid' : 'edge'}`, opens }),
      )}
    </div>
    ${
      closes
        ? html`<button class="ib" data-action="display-read" data-call=${call.id} aria-label=${t('common.close')}>
            ${icon(close)}
          </button>`
        : nothing
    }
  </div>`;
}
