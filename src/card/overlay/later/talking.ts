import type { CSSResultOrNative, TemplateResult } from 'lit';
import type { CallMediaView, CallView } from '../../../runtime/api.ts';
import type { Quality } from '../../../runtime/media/quality.ts';
import type { OverlayContext } from '../context.ts';
import { Connection } from './connection.ts';
import { Ear } from './ear.ts';
import { mini } from './mini.ts';
import { layOver, SelfPlace } from './self-place.ts';
import { second } from './second.ts';
import { pictured, stage } from './stage.ts';
import { miniStyles } from './styles/mini.ts';
import { smallStageStyles } from './styles/small.ts';
import { stageStyles } from './styles/stage.ts';
import { Unheard } from './unheard.ts';

export const styles: readonly CSSResultOrNative[] = [stageStyles, smallStageStyles, miniStyles];

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
  #swapped = false;
  #dialog: HTMLElement | null = null;

  /** @param changed hears when it is to be drawn anew. */
  constructor(changed: () => void, now: () => number) {
    this.#now = now;
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
    return stage(call, second, { ...context, quality: this.quality, swapped, unheard: this.unheard });
  }

  /** After the overlay has drawn. @param players where their picture plays */
  drawn(players: HTMLElement, dialog: HTMLElement): void {
    this.#dialog = dialog;
    layOver(dialog.querySelector('.pic.window'), players, dialog);
  }

  /** Nobody talks here any more. */
  close(): void {
    this.#theirs.listen(null);
    this.#ours.listen(null);
  }
}
