import type { LinkChannel } from '../displays/cast/channel.ts';
import { helperChannel } from '../displays/cast/helper-channel.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { Clock } from '../platform/platform.ts';
import { Store } from '../platform/readable.ts';
import type { Scope } from '../platform/scope.ts';

type Home = Pick<HomeAssistant, 'states' | 'callService' | 'request'>;

/** The object id of a station's link, and its unique id: that stays when somebody renames the helper. */
const LINK = /^call_assist_\w+_link$/;

/**
 * The links of all call stations as one channel, for a TV that does not know yet which station calls it: what it says
 * first goes into all, and the one that answers in the right way is the one. What is left of it goes with the scope.
 */
export class LinkHelpers implements LinkChannel {
  readonly text = new Store<string | null>(null);
  readonly #home: Home;
  readonly #clock: Clock;
  readonly #scope: Scope;
  #links: readonly LinkChannel[] = [];
  readonly #said = new Set<string>();

  constructor(home: Home, clock: Clock, scope: Scope) {
    this.#home = home;
    this.#clock = clock;
    this.#scope = scope;
  }

  async write(text: string, answers?: string): Promise<void> {
    if (this.#links.length === 0) await this.#find();
    this.#said.add(text);
    if (answers === undefined) return settled(this.#links.map((link) => link.write(text)));
    const asked = this.#links.find((link) => link.text.value === answers);
    // Erased meanwhile, or written over: who asked has given up.
    if (!asked) throw new Error('nobody waits for this answer');
    await asked.write(text);
    await this.#erase(this.#links.filter((link) => link !== asked));
  }

  /** Right after a restart of Home Assistant there are none yet, and the next text looks again. */
  async #find(): Promise<void> {
    const ids = await linkIds(this.#home);
    if (ids.length === 0) throw new Error('there is no link helper');
    this.#scope.signal.throwIfAborted();
    this.#links = ids.map((id) => helperChannel(this.#home, id, this.#clock, this.#scope));
    for (const link of this.#links) this.#scope.add(link.text.subscribe((text) => this.text.set(text)));
    this.#scope.add(() => this.#erase(this.#links));
  }

  /** What we have said there, and nobody has taken away. */
  async #erase(links: readonly LinkChannel[]): Promise<void> {
    const left = links.filter(({ text }) => text.value !== null && this.#said.has(text.value));
    await Promise.allSettled(left.map((link) => link.write('')));
  }
}

async function linkIds(home: Home): Promise<readonly string[]> {
  const texts = Object.keys(home.states.value).filter((id) => id.startsWith('input_text.'));
  type Entries = Readonly<Record<string, { readonly unique_id?: string } | null>>;
  // Names tell most of it; without the registry only those that were renamed are missing.
  const ask = { type: 'config/entity_registry/get_entries', entity_ids: texts };
  const entries = await home.request<Entries>(ask).catch((): Entries => ({}));
  return texts.filter((id) => LINK.test(entries[id]?.unique_id ?? id.slice('input_text.'.length)));
}

/** One that takes it is enough. */
async function settled(writes: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(writes);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed && results.every(({ status }) => status === 'rejected')) throw failed.reason;
}
