import type { TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
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
    return this.#for(shown.call)?.ringView(shown, context) ?? null;
  }

  /** One of them rings while another call runs; null: it looks like any call. */
  second(waiting: CallView, running: CallView): TemplateResult | null {
    return this.#for(waiting)?.secondRing(waiting, running) ?? null;
  }

  #for({ ring }: CallView): typeof ViewsModule | null {
    if (ring && !this.#loading) void this.#load();
    return ring ? this.#views : null;
  }

  async #load(): Promise<void> {
    this.#loading = true;
    this.#views = await loadChunk('rings', () => import('./later/rings/views.ts'));
    this.#loading = this.#views !== null;
    this.#changed();
  }
}
