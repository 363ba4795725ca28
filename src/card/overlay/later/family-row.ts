import type { TemplateResult } from 'lit';
import type { RemoteMedia, RemoteParticipant } from '../../../runtime/providers/provider.ts';
import { loadChunk } from '../../chunk.ts';
import type * as FamilyModule from './family/family.ts';
import { pictureOf } from './family/tiles.ts';

/** Where the other side is several people: a chunk that is loaded with the first such call. */
export class FamilyRow {
  readonly #changed: () => void;
  #loading = false;
  #views: typeof FamilyModule | null = null;
  #remote: RemoteMedia = { participants: [] };

  /** @param changed it is there now */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Call it often. @param remote null: nobody talks */
  look(remote: RemoteMedia | null): void {
    this.#remote = remote ?? { participants: [] };
    if (this.#isFamily && !this.#loading) void this.#load();
  }

  draw(nameless: boolean): {
    readonly family: readonly RemoteParticipant[];
    readonly large: string | null;
    readonly row: TemplateResult | null;
  } {
    if (!this.#isFamily) return { family: [], large: null, row: null };
    const { participants, large: wanted } = this.#remote;
    const large = participants.find((one) => one.id === wanted && pictureOf(one) !== null)?.id ?? null;
    return { family: participants, large, row: this.#views?.family(participants, large, nameless) ?? null };
  }

  get #isFamily(): boolean {
    return this.#remote.participants.length > 1;
  }

  async #load(): Promise<void> {
    this.#loading = true;
    this.#views = await loadChunk('family', () => import('./family/family.ts'));
    this.#loading = this.#views !== null;
    this.#changed();
  }
}
