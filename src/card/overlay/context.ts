import { html, nothing, type TemplateResult } from 'lit';
import type { CallView, Snapshot } from '../../runtime/api.ts';
import { icon, type Icon } from '../components/icons.ts';
import { t } from '../localize/more.ts';

/** What the overlay's views draw from; they hold no state of their own. */
export interface OverlayContext {
  readonly snapshot: Snapshot;
  /** This device's clock, in ms. */
  readonly now: number;
  /** Our own picture; one element, moved from view to view. null: none. */
  readonly preview: HTMLVideoElement | null;
  /** The browser plays this call's sound only after a touch. */
  readonly soundBlocked: boolean;
  /** The camera's name as people gave it. */
  readonly cameraName: string;
}

export type OverlayAction =
  | 'answer-video'
  | 'answer-voice'
  | 'decline'
  | 'hang-up'
  | 'toggle-microphone'
  | 'toggle-camera'
  | 'end-and-answer'
  | 'again'
  | 'voice-only'
  | 'sign-in'
  | 'dismiss'
  | 'touch-to-hear';

interface Button {
  readonly action: OverlayAction;
  readonly call: CallView;
  readonly icon?: Icon;
  readonly word: string;
  readonly look: string;
  /** What a screen reader says when the word alone is not enough. */
  readonly label?: string;
  readonly pressed?: boolean;
}

export function button({ action, call, icon: drawing, word, look, label, pressed }: Button): TemplateResult {
  return html`<button
    class=${look}
    data-action=${action}
    data-call=${call.id}
    aria-label=${label ?? nothing}
    aria-pressed=${pressed ?? nothing}
  >
    ${drawing ? icon(drawing) : nothing}<span>${word}</span>
  </button>`;
}

/** m:ss, or h:mm:ss. */
export function timer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')];
  return h ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** The name as a heading, smaller when it is long. */
export function nameHeading({ peer }: CallView): TemplateResult {
  return html`<h2 class="name ${peer.name.length > 24 ? 'long' : ''}" id="name" dir="auto">${peer.name}</h2>`;
}

/** Says which camera they will see, are seeing, or why they see none. */
export function cameraWord(call: CallView, name: string): string {
  const camera = { camera: name };
  switch (call.camera.state) {
    case 'on':
      if (!call.sending.video && call.phase === 'active') return t('call.self_off');
      if (call.camera.path === 'hls') return t('call.self_late', camera);
      return t(call.camera.path === 'still' ? 'call.self_still' : 'call.self_on', camera);
    case 'opening':
      return t('call.self_opening', camera);
    case 'lost':
      return t('call.self_lost', camera);
    case 'failed':
      return t('call.self_failed');
    default:
      return t('call.self_off');
  }
}
