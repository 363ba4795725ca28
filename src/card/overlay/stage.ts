import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { avatar, hue } from '../components/avatar.ts';
import { icon, phone, sound, video } from '../components/icons.ts';
import { t } from '../localize/more.ts';
import { button, cameraWord, timer, type OverlayContext } from './context.ts';
import { hang, lock, mic, micOff, videoOff } from './icons.ts';

/** Talking. The remote picture lies under this, in its own place that never changes. */
export function stage(call: CallView, waiting: CallView | null, context: OverlayContext): TemplateResult {
  const { peer, phase } = call;
  const pictured = call.remoteVideo && phase !== 'connecting';
  const seconds = call.deadline === null ? 0 : Math.max(0, Math.ceil((call.deadline - context.now) / 1_000));
  return html`<section
    class="stage ca-active-call ${pictured ? 'pictured' : ''} ${phase}"
    style="--tint:${hue(peer.contactId)}"
  >
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${waiting ? second(waiting, call) : nothing}
    <div class="heads">
      <div class="who">
        <h2 id="name" dir="auto">${peer.name}</h2>
        <p class="meta" id="via">${meta(call, context.now)}</p>
      </div>
      ${self(call, context)}
    </div>
    <div class="center">
      ${pictured ? nothing : avatar({ id: peer.contactId, name: peer.name, avatar: call.avatar })}
      ${
        phase === 'reconnecting'
          ? html`<div class="toast">
              <h3>${t('call.reconnecting')}</h3>
              <p class="num">${t('call.keep_trying', { s: seconds })}</p>
            </div>`
          : nothing
      }
      ${context.soundBlocked ? button({ action: 'touch-to-hear', call, icon: sound, word: t('call.hear', { n: peer.name }), look: 'big solid' }) : nothing}
    </div>
    ${dock(call)}
  </section>`;
}

function meta(call: CallView, now: number): readonly (TemplateResult | typeof nothing)[] {
  const since = call.connected;
  return [
    since === null
      ? html`<span>${t('call.connecting')}</span>`
      : html`<span class="num" role="timer" data-duration>${timer(now - since)}</span>`,
    call.offered.video || call.remoteVideo ? nothing : html`<span>${t('out.voice')}</span>`,
    call.security && since !== null
      ? html`<span data-security=${call.security}>${icon(lock)}${t(`call.lock.${call.security}`)}</span>`
      : nothing,
    call.remoteAudioMuted
      ? html`<span data-remote-muted>${icon(micOff)}${t('call.muted', { n: call.peer.name })}</span>`
      : nothing,
  ];
}

/** What they get from us; never hidden while something is sent. */
function self(call: CallView, { preview, cameraName }: OverlayContext): TemplateResult {
  const { state } = call.camera;
  const trouble = state === 'lost' || state === 'failed';
  const word = cameraWord(call, cameraName);
  const quiet = call.connected === null ? !call.wanted.audio : !call.sending.audio;
  const on = state === 'on' && word !== t('call.self_off');
  return html`<div class="self" data-camera=${state}>
    ${preview && on ? html`<div class="pic">${preview}</div>` : state === 'off' && !call.offered.video ? nothing : html`<div class="pic">${icon(videoOff)}</div>`}
    <p class="st ${trouble ? 'alert' : ''}"><i class="lamp ${on ? '' : 'no'}"></i>${word}</p>
    ${quiet ? html`<p class="st alert">${icon(micOff)}${t('call.self_mic')}</p>` : nothing}
  </div>`;
}

function dock(call: CallView): TemplateResult {
  const { audio, video: camera } = call.wanted;
  return html`<div class="dock" role="toolbar" aria-label=${call.peer.name}>
    ${button({
      action: 'toggle-microphone',
      call,
      icon: audio ? mic : micOff,
      word: t(audio ? 'call.mic_on' : 'call.mic_off'),
      label: `${t('call.mic')}: ${t(audio ? 'call.mic_on' : 'call.mic_off')}`,
      look: `key ${audio ? '' : 'off'}`,
      pressed: audio,
    })}${button({
      action: 'toggle-camera',
      call,
      icon: camera ? video : videoOff,
      word: t(camera ? 'call.cam_on' : 'call.cam_off'),
      label: `${t('call.cam')}: ${t(camera ? 'call.cam_on' : 'call.cam_off')}`,
      look: `key ${camera ? '' : 'off'}`,
      pressed: camera,
    })}${button({ action: 'hang-up', call, icon: hang, word: t('call.hang_up'), look: 'key end' })}
  </div>`;
}

/** A second call rings while this one runs. */
function second(waiting: CallView, running: CallView): TemplateResult {
  const kind = t(waiting.offered.video ? 'out.video' : 'out.voice');
  return html`<div class="second" role="alertdialog" aria-labelledby="waiting">
    ${avatar({ id: waiting.peer.contactId, name: waiting.peer.name, avatar: waiting.avatar })}
    <p class="t">
      <b id="waiting">${t('in.waiting', { n: waiting.peer.name })}</b
      ><span>${kind} · ${t('in.talking_to', { n: running.peer.name })}</span>
    </p>
    <div class="acts">
      ${button({ action: 'decline', call: waiting, icon: hang, word: t('in.decline'), look: 'big m stop', label: t('in.decline_from', { n: waiting.peer.name }) })}${button(
        {
          action: 'end-and-answer',
          call: waiting,
          icon: waiting.offered.video ? video : phone,
          word: t('in.end_answer'),
          look: 'big m go',
        },
      )}
    </div>
  </div>`;
}
