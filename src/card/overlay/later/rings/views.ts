import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../../runtime/api.ts';
import { hue } from '../../../components/avatar.ts';
import { alert, icon, type Icon, phone, sound } from '../../../components/icons.ts';
import { t } from '../../../localize/rings.ts';
import type { Shown } from '../../choose.ts';
import { button, nameHeading, type OverlayContext, timer } from '../../context.ts';
import { bellOff, eye, hang } from '../../icons.ts';
import './door.ts';
import { assist, door } from './icons.ts';

export { secondRing } from './second.ts';

type Ring = NonNullable<CallView['ring']>;

/** How a call of Home Assistant looks; null: like any other. */
export function ringView({ call, view }: Shown, context: OverlayContext): TemplateResult | null {
  const { ring } = call;
  if (!ring || ring.away) return null;
  if (view === 'incoming') return incoming(call, ring, context);
  return view === 'outcome' ? outcome(call, ring) : null;
}

const ICONS: Readonly<Record<Ring['kind'], Icon>> = { assist, door, connect: phone };

function incoming(call: CallView, ring: Ring, { hidden, silenceable, snapshot }: OverlayContext): TemplateResult {
  const n = call.peer.name;
  return html`<section
    class="sheet ringing ca-incoming"
    data-ring=${ring.kind}
    style="--tint:${hue(call.peer.contactId)}"
  >
    <div class="top">
      <p class="kind rings" id="kind">${icon(ICONS[ring.kind])}<span>${t(`ring.${ring.kind}`)}</span></p>
      ${silenceable ? button({ action: 'silence', call, icon: bellOff, word: t('in.silence'), look: 'btn edge tall' }) : nothing}
      ${call.silenced ? html`<p class="chip still">${icon(bellOff)}${t('card.silent')}</p>` : nothing}
    </div>
    <div class="mid">
      ${ring.kind === 'door' ? html`<ca-door .call=${call} .nameless=${hidden}></ca-door>` : html`<div class="halo">${icon(ICONS[ring.kind])}</div>`}
      ${nameHeading(call)}
      <p class="via" id="via">${hidden ? t('in.hidden') : about(ring)}</p>
      ${hidden ? button({ action: 'show-who', call, icon: eye, word: t('in.show'), look: 'btn edge tall' }) : nothing}
      ${snapshot.soundBlocked ? html`<p class="chip warn">${icon(sound)}${t('in.blocked')}</p>` : nothing}
    </div>
    <div class="acts turned">
      ${button({ action: 'answer-voice', call, icon: ICONS[ring.kind], word: answer(ring, hidden), look: 'big go first' })}<span
        class="gap"
      ></span
      >${button({
        action: 'decline',
        call,
        icon: hang,
        word: ring.kind === 'door' ? t('ring.ignore') : t('in.decline'),
        look: 'big stop',
        label: ring.kind === 'door' ? t('ring.ignore_from', { n }) : t('in.decline_from', { n }),
      })}
    </div>
  </section>`;
}

function about({ kind, to }: Ring): string {
  switch (kind) {
    case 'assist':
      return t('ring.assist_text');
    case 'connect':
      return t('ring.connect_text', { n: to });
    case 'door':
      return '';
  }
}

function answer({ kind, to }: Ring, hidden: boolean): string {
  switch (kind) {
    case 'assist':
      return t('ring.assist_answer');
    case 'connect':
      return hidden ? t('in.answer') : t('ring.connect_answer', { n: to });
    case 'door':
      return t('ring.talk');
  }
}

/** How it ended: nobody is called again, so there is only one thing to do. */
function outcome(call: CallView, { kind }: Ring): TemplateResult {
  const away = call.reason === 'unreachable';
  const talked = call.connected === null || call.ended === null ? '' : timer(call.ended - call.connected);
  const n = call.peer.name;
  const door = kind === 'door';
  const title = !away ? n : door ? t('ring.away_door', { n }) : t('ring.away_assist');
  const text = !away
    ? t('ring.over_text', { time: talked })
    : t(door ? 'ring.away_door_text' : 'ring.away_assist_text');
  return html`<section class="sheet plain ca-outcome" data-reason=${call.reason ?? ''} data-ring=${kind}>
    <div class="top">
      <p class="kind" id="kind">${icon(ICONS[kind])}<bdi class="mut">${n}</bdi></p>
    </div>
    <div class="mid">
      <div class="halo still">
        ${icon(ICONS[kind])}${away ? html`<span class="mark bad">${icon(alert)}</span>` : nothing}
      </div>
      <h2 class="title" id="name">${title}</h2>
      <p class="why" id="via">${text}</p>
    </div>
    <div class="acts center">
      ${button({ action: 'dismiss', call, word: t('common.done'), look: 'big solid first' })}
    </div>
  </section>`;
}
