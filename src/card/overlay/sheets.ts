import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { hue } from '../components/avatar.ts';
import { alert, close, icon, type Icon, phone, video } from '../components/icons.ts';
import type { MoreKey } from '../localize/keys.ts';
import { t } from '../localize/more.ts';
import { button, nameHeading, shortName, timer, type OverlayContext } from './context.ts';
import { cameraKey, changeCameraKey, hangUp, microphoneKey } from './call-keys.ts';
import { face, preview } from './faces.ts';
import { clock, message, redo } from './icons.ts';
import { type Next, OUTCOMES } from './outcomes.ts';

/** How far it is. */
const OUTGOING: Readonly<Partial<Record<CallView['phase'], MoreKey>>> = {
  'ringing-out': 'out.ringing',
  connecting: 'call.connecting',
  active: 'call.connected',
  reconnecting: 'call.reconnecting',
};

/** Before they hear of it. Nothing is sent until the devices are open, which somebody may have to allow. */
function dialling({ placed, offered }: CallView): MoreKey {
  if (placed) return 'out.calling';
  return offered.video ? 'out.checking' : 'out.checking_voice';
}

/** Calling out; and a call that runs, for as long as what shows it is not loaded. */
export function outgoing(call: CallView, context: OverlayContext): TemplateResult {
  const rings = call.phase === 'ringing-out';
  return html`<section class="sheet ca-outgoing ${rings ? 'ringing' : ''}" style="--tint:${hue(call.peer.contactId)}">
    <div class="top">
      <p class="kind" id="kind">
        ${icon(call.offered.video ? video : phone)}<span>${t(call.offered.video ? 'out.video' : 'out.voice')}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${face(call, context.hidden)}</div>
      ${nameHeading(call)}
      <p class="sub" id="via">${t(OUTGOING[call.phase] ?? dialling(call))}</p>
      <p class="via num">${timer(context.now - call.began)}</p>
      ${call.offered.video ? preview(call, t('call.self_label'), context) : nothing}
    </div>
    <div class="acts">
      ${microphoneKey(call, 'big m')}${call.offered.video ? html`${cameraKey(call, 'big m')}${changeCameraKey(call, 'big m roomy')}` : nothing}<span
        class="gap"
      ></span
      >${hangUp(call, context, 'big m stop first')}
    </div>
  </section>`;
}

const ICONS: Readonly<Partial<Record<Next, Icon>>> = { again: redo, 'voice-only': phone, message };

/**
 * How it ended and what to do next, from the one table.
 * @param writable whether a message reaches them
 */
export function outcome(
  call: CallView,
  { hidden, covered, refusal }: OverlayContext,
  writable: boolean,
): TemplateResult {
  const reason = call.reason ?? 'hung_up';
  const { mark, next, againWord = 'common.again' } = OUTCOMES[reason];
  const offered = next.filter((action) =>
    action === 'voice-only' ? call.offered.video : action !== 'message' || writable,
  );
  const talked = call.connected === null ? '' : `${timer((call.ended ?? call.connected) - call.connected)}.`;
  const values = {
    n: shortName(call),
    account: call.accountAddress,
    protocol: call.protocolName,
    time: talked,
  };
  const words: Readonly<Record<Next, string>> = {
    again: t(againWord),
    'voice-only': t('in.voice_only'),
    'sign-in': t('card.sign_in'),
    message: t('common.message'),
    settings: t(reason === 'account_away' ? 'common.details' : 'common.settings'),
    diagnostics: t('common.details'),
    'help.microphone': t('common.how'),
    'help.https': t('help.https'),
    'help.relay': t('help.relay'),
    dismiss: t('common.done'),
  };
  return html`<section class="sheet plain ca-outcome" data-reason=${reason} ?inert=${covered}>
    <div class="top">
      <p class="kind" id="kind">${icon(call.offered.video ? video : phone)}<bdi class="mut">${shortName(call)}</bdi></p>
      <button class="ib" data-action="dismiss" data-call=${call.id} aria-label=${t('common.close')}>
        ${icon(close)}
      </button>
    </div>
    <div class="mid">
      <div class="halo still">
        ${face(call, hidden)}${mark === 'none' ? nothing : html`<span class="mark ${mark}">${icon(mark === 'bad' ? alert : clock)}</span>`}
      </div>
      <h2 class="title" id="name">${t(`end.${reason}`, values)}</h2>
      <p class="why" id="via">${t(`end.${reason}.text`, values)}</p>
      ${refusal ? html`<p class="chip warn" role="alert">${icon(alert)}${t(`refused.${refusal}`)}</p>` : nothing}
    </div>
    <div class="acts center">
      ${(offered.length > 0 ? offered : (['dismiss'] as const)).map((action, at, all) => {
        const drawing = ICONS[action];
        return button({
          action,
          call,
          ...(drawing && { icon: drawing }),
          word: words[action],
          look: `big ${at === all.length - 1 ? 'solid first' : ''}`,
          opens: action === 'message' || action.startsWith('help.'),
        });
      })}
    </div>
  </section>`;
}
