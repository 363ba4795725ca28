import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { hue } from '../components/avatar.ts';
import { icon, phone, sound, video } from '../components/icons.ts';
import { t } from '../localize/more.ts';
import { button, inSeconds, nameHeading, type OverlayContext, secondsUntil, shortName } from './context.ts';
import { face, preview } from './faces.ts';
import { bell, bellOff, eye, hand, hang, videoOff } from './icons.ts';

/** The ring of a drop-in is full at this many seconds. */
const COUNTDOWN = 10;

/** Ringing in: who, what kind of call, what to press. The expected answer is green and stands last. */
export function incoming(call: CallView, context: OverlayContext): TemplateResult {
  return call.dropIn ? dropIn(call, context) : ringing(call, context);
}

function ringing(call: CallView, context: OverlayContext): TemplateResult {
  const withVideo = call.offered.video;
  const { hidden, snapshot, silenceable } = context;
  const answer = (action: 'answer-video' | 'answer-voice', word: string, main: boolean): TemplateResult =>
    button({
      action,
      call,
      icon: action === 'answer-video' ? video : phone,
      word,
      look: main ? 'big go first' : 'big',
    });
  const answers = withVideo
    ? [answer('answer-video', t('in.answer_video'), true), answer('answer-voice', t('in.voice_only'), false)]
    : [answer('answer-voice', t('in.answer'), true), answer('answer-video', t('in.answer_video'), false)];
  return html`<section class="sheet ringing ca-incoming" style="--tint:${hue(call.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">
        ${icon(withVideo ? video : phone)}<span>${t(withVideo ? 'in.video' : 'in.voice')}</span>
      </p>
      ${silenceable ? button({ action: 'silence', call, icon: bellOff, word: t('in.silence'), look: 'btn edge tall' }) : nothing}
      ${call.silenced ? html`<p class="chip still">${icon(bellOff)}${t('card.silent')}</p>` : nothing}
    </div>
    <div class="mid">
      <div class="halo">${face(call, hidden)}</div>
      ${hidden ? html`<h2 class="name long" id="name">${t('in.private')}</h2>` : nameHeading(call)}
      <p class="via" id="via">
        ${hidden ? t('in.hidden') : html`<bdi>${call.accountAddress}</bdi> · ${call.protocolName}`}
      </p>
      ${hidden ? showWho(call) : nothing}
      ${snapshot.soundBlocked ? html`<p class="chip warn">${icon(sound)}${t('in.blocked')}</p>` : nothing}
      ${withVideo ? preview(call, t('in.preview'), context) : nothing}
    </div>
    ${choices(call, answers)}
  </section>`;
}

/** Answers itself after a countdown: for those who may, and who can still be refused or made to ring. */
function dropIn(call: CallView, { hidden, now }: OverlayContext): TemplateResult {
  const withVideo = call.dropIn?.video === true;
  const left = call.autoAnswerAt === null ? null : secondsUntil(call.autoAnswerAt, now);
  return html`<section class="sheet ca-incoming drop-in" style="--tint:${hue(call.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">${icon(hand)}<span>${t('in.dropin', { n: shortName(call) })}</span></p>
      <p class="chip still">${icon(videoOff)}${t('in.camera_off')}</p>
    </div>
    <div class="mid">
      <div class="halo still">${face(call, hidden)}${left === null ? nothing : countdown(left)}</div>
      ${nameHeading(call)}
      <p class="sub soft" id="via">
        ${left === null ? t('in.dropin_soon') : t(withVideo ? 'in.dropin_in' : 'in.dropin_voice_in', { time: inSeconds(left) })}
      </p>
      ${hidden ? showWho(call) : nothing}
    </div>
    ${choices(call, [
      button({
        action: withVideo ? 'answer-video' : 'answer-voice',
        call,
        icon: withVideo ? video : phone,
        word: t('in.answer_now'),
        look: 'big go first',
      }),
      button({ action: 'only-ring', call, icon: bell, word: t('in.only_ring'), look: 'big' }),
    ])}
  </section>`;
}

const showWho = (call: CallView): TemplateResult =>
  button({ action: 'show-who', call, icon: eye, word: t('in.show'), look: 'btn edge tall' });

function countdown(left: number): TemplateResult {
  const share = Math.min(100, (left * 100) / COUNTDOWN);
  return html`<span class="count" aria-hidden="true"
      ><svg viewBox="0 0 100 100">
        ${svg`<circle cx="50" cy="50" r="47" /><circle cx="50" cy="50" r="47" pathLength="100" stroke-dasharray="${share} 100" />`}
      </svg></span
    ><span class="secs num" aria-hidden="true">${left}</span>`;
}

/** In the order of the keyboard: the expected answer comes first there, and stands last. */
function choices(call: CallView, answers: readonly TemplateResult[]): TemplateResult {
  return html`<div class="acts turned">
    ${answers}<span class="gap"></span>${button({
      action: 'decline',
      call,
      icon: hang,
      word: t('in.decline'),
      look: 'big stop',
      label: t('in.decline_from', { n: call.peer.name }),
    })}
  </div>`;
}
