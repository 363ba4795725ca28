import { html, nothing, type TemplateResult } from 'lit';
import type { CallAssist, CallView, Snapshot } from '../../runtime/api.ts';
import type { Refusal } from '../../runtime/call/call.ts';
import { icon, type Icon } from '../components/icons.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/more.ts';
import { stationOf } from '../station-of.ts';

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
  /** The camera's picture of now, for as long as there is no live one; null: there is none. */
  readonly still: string | null;
  /** Who it is must not be shown here; the call's name says so already. */
  readonly hidden: boolean;
  /** The ring can be made silent. */
  readonly silenceable: boolean;
  /** The other side shares a screen, which is in the large place. */
  readonly sharing: boolean;
  /** The controls have stepped back; a touch brings them again. */
  readonly resting: boolean;
  /** A sheet lies over the view. */
  readonly covered: boolean;
  /** Somebody holds Hang up until it counts. */
  readonly holding: boolean;
  /** Why a call could not be made from here; null: nothing was refused. */
  readonly refusal: Refusal | null;
}

/** Sheets over a view, loaded when they are asked for: nothing in them is needed to answer or to hang up. */
export type SheetKind =
  'camera' | 'display' | 'volume' | 'more' | 'message' | 'help.microphone' | 'help.https' | 'help.relay';

/** What a button asks the runtime for. */
export type CallAction =
  | 'answer-video'
  | 'answer-voice'
  | 'decline'
  | 'only-ring'
  | 'hang-up'
  | 'toggle-microphone'
  | 'toggle-camera'
  | 'end-and-answer'
  | 'again'
  | 'voice-only'
  | 'dismiss';
/**
 * What a button asks of the display that a call is on, or was to be: back to this device, the same one once more, the
 * same although it plays something else, its failure was read, its sound there or here.
 */
export type DisplayAction = `display-${'back' | 'again' | 'anyway' | 'read' | 'sound'}`;
/** What a button changes of this screen alone. */
export type ScreenAction =
  | 'silence'
  | 'show-who'
  | 'touch-to-hear'
  | 'make-small'
  | 'restore'
  | 'swap'
  | 'sign-in'
  | 'settings'
  | 'diagnostics'
  | SheetKind;
export type OverlayAction = CallAction | DisplayAction | ScreenAction;

export const isDisplayAction = (action: OverlayAction): action is DisplayAction => action.startsWith('display-');

interface Button {
  readonly action: OverlayAction;
  readonly call: CallView;
  readonly icon?: Icon;
  readonly word: string;
  readonly look: string;
  /** What a screen reader says when the word alone is not enough. */
  readonly label?: string;
  readonly pressed?: boolean;
  /** Opens a sheet. */
  readonly opens?: boolean;
}

export function button({ action, call, icon: drawing, word, look, label, pressed, opens }: Button): TemplateResult {
  return html`<button
    class=${look}
    data-action=${action}
    data-call=${call.id}
    aria-label=${label ?? nothing}
    aria-pressed=${pressed ?? nothing}
    aria-haspopup=${opens ? 'dialog' : nothing}
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

/** Whole seconds until a time, never below 0. */
export function secondsUntil(time: number, now: number): number {
  return Math.max(0, Math.ceil((time - now) / 1_000));
}

/** "6 seconds" in the page's language. */
export function inSeconds(count: number): string {
  return new Intl.NumberFormat(words.value.language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(
    count,
  );
}

/** A name within a sentence; people choose how long theirs is. */
export function shortName({ peer }: CallView): string {
  const letters = [...peer.name];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : peer.name;
}

/** The name as a heading, smaller when it is long. */
export function nameHeading({ peer }: CallView, name = peer.name): TemplateResult {
  return html`<h2 class="name ${name.length > 24 ? 'long' : ''}" id="name"><bdi>${name}</bdi></h2>`;
}

/** The camera of a call, or the one that it would use: its name as people gave it, and its picture. */
export function cameraOf(
  { camera, station }: CallView,
  callAssist: Pick<CallAssist, 'snapshot' | 'cameras'>,
): Pick<OverlayContext, 'cameraName' | 'still'> {
  const source = 'source' in camera ? camera.source : stationOf(callAssist.snapshot.value, station).camera;
  if (source === 'this_device' || (camera.state === 'on' && camera.path === 'device'))
    return { cameraName: t('call.this_camera'), still: null };
  const known = callAssist.cameras().find(({ id }) => id === source);
  return { cameraName: known?.name ?? source, still: known?.still ?? null };
}

/** Says which camera they will see, are seeing, or why they see none. */
export function cameraWord(call: CallView, name: string, now: number): string {
  const camera = { camera: name };
  if (call.cameraOnAt !== null)
    return t('call.self_soon', { ...camera, time: inSeconds(secondsUntil(call.cameraOnAt, now)) });
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

/** Whether they see us now, or will once the call is answered. */
export function cameraOn(call: CallView): boolean {
  return call.camera.state === 'on' && (call.sending.video || call.phase !== 'active');
}
