import { html, type TemplateResult } from 'lit';
import type { CallView } from '../../../runtime/api.ts';
import { type Icon, phone, video } from '../../components/icons.ts';
import { t } from '../../localize/more.ts';
import { button, shortName } from '../context.ts';
import { face } from '../faces.ts';
import { hang } from '../icons.ts';

/** What a second call says of itself. */
export interface SecondWords {
  readonly face: TemplateResult;
  readonly kind: string;
  readonly answer: Icon;
  readonly decline: string;
  readonly declineLabel: string;
}

/** A call that rings while another runs, or goes out. It lies over the view of that one. */
export function second(
  waiting: CallView,
  running: CallView,
  { face, kind, answer, decline, declineLabel }: SecondWords = wordsOf(waiting),
): TemplateResult {
  const n = { n: shortName(running) };
  return html`<div class="second" role="alertdialog" aria-labelledby="waiting">
    ${face}
    <p class="t">
      <b id="waiting">${t('in.waiting', { n: shortName(waiting) })}</b
      ><span>${kind} · ${running.connected === null ? t('card.in_progress', n) : t('in.talking_to', n)}</span>
    </p>
    <div class="acts turned">
      ${button({ action: 'end-and-answer', call: waiting, icon: answer, word: t('in.end_answer'), look: 'big m go' })}${button(
        { action: 'decline', call: waiting, icon: hang, word: decline, look: 'big m stop', label: declineLabel },
      )}
    </div>
  </div>`;
}

function wordsOf(waiting: CallView): SecondWords {
  const withVideo = waiting.offered.video;
  return {
    face: face(waiting, waiting.peer.contactId === ''),
    kind: t(withVideo ? 'out.video' : 'out.voice'),
    answer: withVideo ? video : phone,
    decline: t('in.decline'),
    declineLabel: t('in.decline_from', { n: waiting.peer.name }),
  };
}
