/** What the page shows of a ring beside its call. Plain data. */
export interface RingView {
  readonly id: string;
  readonly kind: 'assist' | 'door' | 'connect';
  /** Whom accepting it calls; empty: nobody. */
  readonly to: string;
  /** A still picture of the door, as an address that an `<img>` can show; null: none yet. */
  readonly still: string | null;
  readonly buttons: readonly RingButton[];
  /** Whether the door's loudspeaker can be spoken through; `taken`: another station talks. null: not known, or no door. */
  readonly talk: 'ready' | 'impossible' | 'taken' | null;
  /** Its sound is the door's, nobody's here: a contact talks with the door. */
  readonly away: boolean;
}

export interface RingButton {
  readonly name: string;
  /** It opens the door: it asks before it runs. */
  readonly asks: boolean;
  readonly state: 'idle' | 'running' | 'done' | 'failed';
}

/** Something that Home Assistant wants to say on the card, in silence. Plain data. */
export interface RingNote {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What it offers; null: nothing but to put it away. `name`: whom it calls, or what it runs. */
  readonly action: { readonly kind: 'assist' | 'dial' | 'run'; readonly name: string } | null;
}
