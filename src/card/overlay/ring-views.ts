import type { TemplateResult } from 'lit';
import { loadChunk } from '../chunk.ts';
import type { Shown } from './choose.ts';
import type { OverlayContext } from './context.ts';
import type * as ViewsModule from './later/rings/views.ts';

/** What shows calls of Home Assistant; a chunk that is loaded with the first of them. Until it is there, they look like any call. */
export class RingViews {
  readonly #changed: () => void;
  #loading = false;
  #views: typeof ViewsModule | null = null;

  /** @param changed it is there now */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** null: it looks like any call. */
  view(shown: Shown, context: OverlayContext): TemplateResult | null {
    if (!shown.call.ring) return null;
    if (!this.#loading) void this.#load();
    return this.#views?.ringView(shown, context) ?? null;
  }

  async #load(): Promise<void> {
    this.#loading = true;
    this.#views = await loadChunk('rings', () => import('./later/rings/views.ts'));
    this.#loading = this.#views !== null;
    this.#changed();
  }
}
