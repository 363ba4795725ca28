import type { Readable } from '../../platform/readable.ts';

/** The one text that both pages can read and write: a helper of Home Assistant. */
export interface LinkChannel {
  /** null: there is none, or Home Assistant cannot be reached now. */
  readonly text: Readable<string | null>;
  /**
   * Empty: erases it. Rejects when it was not taken.
   * @param answers what was read and is answered by it, for a channel that more than two can write into
   */
  write(text: string, answers?: string): Promise<void>;
}
