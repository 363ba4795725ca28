import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { alert, close, icon, phone, sound, video } from '../components/icons.ts';
import { avatar, hue } from '../components/avatar.ts';
import { t } from '../localize/more.ts';
import { button, nameHeading, timer, type OverlayContext } from './context.ts';
import { clock, hang, mic, micOff, redo, videoOff } from './icons.ts';
import { OUTCOMES } from './outcomes.ts';

const face = ({ peer, avatar: picture }: CallView): TemplateResult =>
  avatar({ id: peer.contactId, name: peer.name, avatar: picture });

/** Ringing in: who, what kind of call, what to press. The expected answer is green and last. */
export function incoming(call: CallView, context: OverlayContext): TemplateResult {
  const withVideo = call.offered.video;
  const answer = (action: 'answer-video' | 'answer-voice', word: string, main: boolean): TemplateResult =>
    button({
      action,
      call,
      icon: action === 'answer-video' ? video : phone,
      word,
      look: main ? 'big go first' : 'big',
    });
  const answers = withVideo
    ? [answer('answer-voice', t('in.voice_only'), false), answer('answer-video', t('in.answer_video'), true)]
    : [answer('answer-video', t('in.answer_video'), false), answer('answer-voice', t('in.answer'), true)];
  return html`<section class="sheet ringing ca-incoming" style="--tint:${hue(call.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">
        ${icon(withVideo ? video : phone)}<span>${t(withVideo ? 'in.video' : 'in.voice')}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${face(call)}</div>
      ${nameHeading(call)}
      <p class="via" id="via">${call.accountAddress} · ${call.protocolName}</p>
      ${context.snapshot.soundBlocked ? html`<p class="chip warn">${icon(sound)}${t('in.blocked')}</p>` : nothing}
      ${withVideo ? preview(t('in.preview'), context) : nothing}
    </div>
    <div class="acts">
      ${button({
        action: 'decline',
        call,
        icon: hang,
        word: t('in.decline'),
        look: 'big stop',
        label: t('in.decline_from', { n: call.peer.name }),
      })}<span class="gap"></span>${answers}
    </div>
  </section>`;
}

/** Calling out. */
export function outgoing(call: CallView, context: OverlayContext): TemplateResult {
  const rings = call.phase === 'ringing-out';
  const { audio, video: camera } = call.wanted;
  return html`<section class="sheet ca-outgoing ${rings ? 'ringing' : ''}" style="--tint:${hue(call.peer.contactId)}">
    <div class="top">
      <p class="kind" id="kind">
        ${icon(call.offered.video ? video : phone)}<span>${t(call.offered.video ? 'out.video' : 'out.voice')}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${face(call)}</div>
      ${nameHeading(call)}
      <p class="sub" id="via">${t(rings ? 'out.ringing' : 'out.calling')}</p>
      <p class="via num">${timer(context.now - call.began)}</p>
      ${preview(t('call.self_label'), context)}
    </div>
    <div class="acts">
      ${button({ action: 'toggle-microphone', call, icon: audio ? mic : micOff, word: t(audio ? 'call.mic_on' : 'call.mic_off'), look: `big m ${audio ? '' : 'off'}`, label: `${t('call.mic')}: ${t(audio ? 'call.mic_on' : 'call.mic_off')}`, pressed: audio })}${
        call.offered.video
          ? button({
              action: 'toggle-camera',
              call,
              icon: camera ? video : videoOff,
              word: t(camera ? 'call.cam_on' : 'call.cam_off'),
              look: `big m ${camera ? '' : 'off'}`,
              label: `${t('call.cam')}: ${t(camera ? 'call.cam_on' : 'call.cam_off')}`,
              pressed: camera,
            })
          : nothing
      }<span class="gap"></span
      >${button({ action: 'hang-up', call, icon: hang, word: t('call.hang_up'), look: 'big m stop first' })}
    </div>
  </section>`;
}

function preview(word: string, { preview: picture, cameraName }: OverlayContext): TemplateResult | typeof nothing {
  if (!picture) return nothing;
  return html`<div class="preview">
    <div class="pic">${picture}</div>
    <p class="cap">
      ${icon(video)}<span><small>${word}</small><b>${cameraName}</b></span>
    </p>
  </div>`;
}

/** How it ended and what to do next, from the one table. */
export function outcome(call: CallView, { snapshot }: OverlayContext): TemplateResult {
  const reason = call.reason ?? 'hung_up';
  const { mark, next, againWord = 'common.again' } = OUTCOMES[reason];
  const talked = call.connected === null ? '' : `${timer((call.ended ?? call.connected) - call.connected)}.`;
  const values = {
    n: call.peer.name,
    s: snapshot.station.name,
    account: call.accountAddress,
    protocol: call.protocolName,
    time: talked,
  };
  const words = {
    again: t(againWord),
    'voice-only': t('in.voice_only'),
    'sign-in': t('card.sign_in'),
    dismiss: t('common.done'),
  };
  const icons = { again: redo, 'voice-only': phone };
  return html`<section class="sheet plain ca-outcome" data-reason=${reason}>
    <div class="top">
      <p class="kind" id="kind">
        ${icon(call.offered.video ? video : phone)}<span class="mut">${call.peer.name}</span>
      </p>
      <button class="ib" data-action="dismiss" data-call=${call.id} aria-label=${t('common.close')}>
        ${icon(close)}
      </button>
    </div>
    <div class="mid">
      <div class="halo still">
        ${face(call)}${mark === 'none' ? nothing : html`<span class="mark ${mark}">${icon(mark === 'bad' ? alert : clock)}</span>`}
      </div>
      <h2 class="title" id="name">${t(`end.${reason}`, values)}</h2>
      <p class="why" id="via">${t(`end.${reason}.text`, values)}</p>
    </div>
    <div class="acts center">
      ${next.map((action, at) =>
        button({
          action,
          call,
          ...(action in icons && { icon: icons[action as keyof typeof icons] }),
          word: words[action],
          look: `big ${at === next.length - 1 ? 'solid first' : ''}`,
        }),
      )}
    </div>
  </section>`;
}
