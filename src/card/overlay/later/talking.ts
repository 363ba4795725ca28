import { type CSSResultOrNative, html, nothing, type TemplateResult } from 'lit';
import type { CallAssist, CallMediaView, CallView } from '../../../runtime/api.ts';
import type { CallDisplayView } from '../../../runtime/displays/view.ts';
import type { Quality } from '../../../runtime/media/quality.ts';
import type { Announcement } from '../announce.ts';
import type { DisplayAction, OverlayContext } from '../context.ts';
import { Connection } from './connection.ts';
import { actOnDisplay } from './displays/act.ts';
import { noticeOf } from './displays/notice.ts';
import { remote } from './displays/remote.ts';
import { displaySaid } from './displays/said.ts';
import { Screens } from './displays/screens.ts';
import { Volume } from './displays/volume.ts';
import { Ear } from './ear.ts';
import { FamilyRow } from './family-row.ts';
import { mini } from './mini.ts';
import { layOver, SelfPlace } from './self-place.ts';
import { second } from './second.ts';
import { pictured, stage } from './stage.ts';
import { dockStyles } from './styles/dock.ts';
import { miniStyles } from './styles/mini.ts';
import { noticeStyles } from './styles/notice.ts';
import { remoteStyles } from './styles/remote.ts';
import { secondStyles } from './styles/second.ts';
import { smallStageStyles } from './styles/small.ts';
import { stageStyles } from './styles/stage.ts';
import { Unheard } from './unheard.ts';

export const styles: readonly CSSResultOrNative[] = [
  stageStyles,
  dockStyles,
  secondStyles,
  noticeStyles,
  remoteStyles,
  smallStageStyles,
  miniStyles,
];

export interface Talks {
  readonly call: CallView;
  /** What says that another call rings. */
  readonly second: TemplateResult | null;
  /** As a bar over the dashboard. */
  readonly small: boolean;
}

/** What the overlay shows, and knows, once somebody talks. Nothing of it is needed to ring, to answer or to hang up. */
export class Talking {
  readonly place: SelfPlace;
  readonly #connection: Connection;
  readonly #unheard = new Unheard();
  readonly #now: () => number;
  readonly #theirs: Ear;
  readonly #ours: Ear;
  readonly #callAssist: () => CallAssist;
  readonly #screens: Screens;
  readonly #volume: Volume;
  readonly #family: FamilyRow;
  #call: CallView | null = null;
  #swapped = false;
  #dialog: HTMLElement | null = null;

  /** What became of the screen that the call is on, for somebody who does not see it; null: nothing since the last look. */
  moved: Announcement | null = null;

  /** @param changed hears when it is to be drawn anew. */
  constructor(changed: () => void, now: () => number, callAssist: () => CallAssist) {
    this.#now = now;
    this.#callAssist = callAssist;
    this.#screens = new Screens(changed);
    this.#volume = new Volume(changed, now);
    this.#family = new FamilyRow(changed);
    this.place = new SelfPlace(changed);
    this.#connection = new Connection(changed);
    // The ear hears loudness in ratios: without the root a voice would hardly be seen.
    this.#theirs = new Ear((peak) =>
      this.#dialog?.style.setProperty('--level', Math.sqrt(Math.min(1, peak)).toFixed(2)),
    );
    this.#ours = new Ear(
      (peak) => {
        const before = this.unheard;
        this.#unheard.hear(peak, now());
        if (this.unheard !== before) changed();
      },
      { throughMute: true },
    );
  }

  /** How the other side comes through; null: not known yet. */
  get quality(): Quality | null {
    return this.#connection.quality;
  }

  /** Somebody here speaks while the microphone is off. */
  get unheard(): boolean {
    return this.#unheard.at(this.#now());
  }

  /** The controls of a call are needed, however long nobody has touched them. */
  asksFor(call: CallView): boolean {
    return this.unheard || isThere(call) || noticeOf(call) !== null;
  }

  /** Resolves when the runtime has answered. */
  display(action: DisplayAction, call: CallView): Promise<void> {
    return actOnDisplay(this.#callAssist(), action, call);
  }

  /** Another call is on the screen. */
  begin(): void {
    this.#swapped = false;
  }

  /** Our own picture and theirs change places. */
  swap(): void {
    this.#swapped = !this.#swapped;
  }

  /** Call it often. @param call null: nobody talks */
  follow(call: CallView | null, media: CallMediaView | null, now: number, sharing: boolean): void {
    this.#connection.look(call, media, now, sharing);
    this.#family.look(media?.remote.value ?? null);
    this.#screens.look(call, this.#callAssist(), now);
    this.moved = call && this.#call?.id === call.id ? displaySaid(this.#call.display, call) : null;
    this.#call = call;
    const talks = call?.phase === 'active' ? call : null;
    const voice = talks && !pictured(talks, sharing) && !talks.remoteAudioMuted;
    this.#theirs.listen(voice ? (media?.remote.value.participants.find(({ audio }) => audio)?.audio ?? null) : null);
    const muted = talks !== null && !talks.wanted.audio;
    this.#ours.listen(muted ? (media?.voice.value ?? null) : null);
    if (!muted) this.#unheard.forget();
  }

  /** Whether their picture, or the screen they share, can be seen. */
  pictured(call: CallView, sharing: boolean): boolean {
    return pictured(call, sharing);
  }

  /** What says that another call rings while one runs, or goes out. */
  second(waiting: CallView, running: CallView): TemplateResult {
    return second(waiting, running);
  }

  render({ call, second, small }: Talks, context: OverlayContext): TemplateResult {
    if (small) return mini(call, context);
    const swapped = this.#swapped && context.preview !== null;
    const { quality, unheard } = this;
    const talks = {
      ...context,
      quality,
      swapped,
      unheard,
      movable: this.#screens.some,
      ...this.#family.draw(context.hidden),
    };
    if (!isThere(call)) return stage(call, second, talks);
    const callAssist = this.#callAssist();
    const volume = this.#volume.of(call, callAssist);
    const seen = pictured(call, context.sharing);
    const cameras = callAssist.cameras().length;
    return html`${remote(call, call.display, { ...talks, volume, seen, cameras })}${second ?? nothing}`;
  }

  /** After the overlay has drawn. @param players where their picture plays */
  drawn(players: HTMLElement, dialog: HTMLElement): void {
    this.#dialog = dialog;
    layOver(dialog.querySelector('.window'), players, dialog);
  }

  /** Nobody talks here any more. */
  close(): void {
    this.#theirs.listen(null);
    this.#ours.listen(null);
  }
}

/** Another screen than this device's shows it. */
function isThere(call: CallView): call is CallView & { readonly display: CallDisplayView } {
  return call.display?.state === 'there';
}
