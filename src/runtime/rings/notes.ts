import { Store } from '../platform/readable.ts';
import type { NoteRing } from './ring.ts';

/** More than these nobody reads: the oldest goes. */
const MOST = 5;

/** What Home Assistant says on the card, newest first, until somebody puts it away or it is taken back. */
export class Notes {
  readonly all = new Store<readonly NoteRing[]>([]);

  /** Takes the place of one with its id. */
  put(note: NoteRing): void {
    this.all.set([note, ...this.all.value.filter(({ id }) => id !== note.id)].slice(0, MOST));
  }

  find(id: string): NoteRing | undefined {
    return this.all.value.find((note) => note.id === id);
  }

  remove(id: string): void {
    if (this.find(id)) this.all.set(this.all.value.filter((note) => note.id !== id));
  }
}
