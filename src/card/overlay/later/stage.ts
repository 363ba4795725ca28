import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../../runtime/api.ts';
import { hue } from '../../components/avatar.ts';
import { sound } from '../../components/icons.ts';
import { t } from '../../localize/more.ts';
import { button, inSeconds, secondsUntil, shortName } from '../context.ts';
import { notice } from './displays/notice.ts';
import { dock } from './dock.ts';
import { face } from '../faces.ts';
import { meta } from './meta.ts';
import { self } from './self.ts';
import type { StageContext } from './stage-context.ts';

/** Whether their picture, or the screen they share, can be seen. */
export function pictured(call: CallView, sharing: boolean): boolean {
  return (call.remoteVideo || sharing) && call.phase !== 'connecting';
}

/**
 * Talking. The remote picture lies under this, in its own place that never changes.
 * @param second what says that another call rings
 */
export function stage(call: CallView, second: TemplateResult | null, context: StageContext): TemplateResult {
  const { peer, phase } = call;
  const { hidden, resting, sharing, swapped, preview, covered } = context;
  const seen = pictured(call, sharing);
  const alone = !seen && !(swapped && preview);
  const seconds = call.deadline === null ? 0 : secondsUntil(call.deadline, context.now);
  return html`<section
    class="stage ca-active-call ${seen ? 'pictured' : ''} ${phase} ${resting ? 'resting' : ''} ${second ? 'second-waits' : ''} ${context.row ? 'several' : ''}"
    style="--tint:${hue(peer.contactId)}"
    ?inert=${covered}
  >
    ${swapped && preview ? html`<div class="large">${preview}</div>` : nothing}
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${second ?? nothing}
    <div class="heads">
      <div class="who">
        ${alone ? nothing : html`<h2 id="name"><bdi>${peer.name}</bdi></h2>`}
        <p class="meta" id="via">${meta(call, context)}</p>
      </div>
      ${call.ring && !call.ring.away ? nothing : self(call, context)}
    </div>
    <div class="center">
      ${
        alone
          ? html`${face(call, hidden)}
              <h2 class="alone" id="name"><bdi>${peer.name}</bdi></h2>
              ${phase === 'active' ? level : nothing}`
          : nothing
      }
      ${
        phase === 'reconnecting'
          ? html`<div class="toast">
              <h3>${t('call.reconnecting')}</h3>
              <p class="num">${t('call.keep_trying', { s: inSeconds(seconds) })}</p>
            </div>`
          : nothing
      }
      ${call.ring && !call.ring.away ? html`<ca-door .call=${call} .nameless=${hidden} over></ca-door>` : nothing}
      ${context.soundBlocked ? button({ action: 'touch-to-hear', call, icon: sound, word: t('call.hear', { n: shortName(call) }), look: 'big solid' }) : nothing}
    </div>
    ${context.row ?? nothing} ${notice(call)} ${dock(call, context)}
  </section>`;
}

/** How loud they are; its height comes with `--level`. */
const level = html`<div class="level" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div>`;
