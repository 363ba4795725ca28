import { errorText } from '../platform/redact.ts';
import type { HelperIds } from './helpers-ids.ts';
import type { HelpersOptions } from './helpers-options.ts';
import type { HelperKey, PerHelper } from './helpers-keys.ts';
import { plan, serviceOf, triedKey, tryAgain, type Tried, type TriedKey, type Write } from './helpers-plan.ts';
import { closingWords, optionsOf, wordsOf, type HelperSnapshot } from './helpers-words.ts';
import type { EntityState } from './home-assistant.ts';

interface Seen {
  readonly ids: HelperIds;
  readonly states: PerHelper<EntityState>;
  /** Whether the station is ours: nothing is written to another kiosk's. */
  readonly ours: boolean;
}

/**
 * Makes the helpers say what is wanted. One round of writes at a time, each round from the newest wish: what is
 * outdated before its turn is never written. Home Assistant runs the services of one connection in their order.
 */
export class HelperWriter {
  readonly #options: HelpersOptions;
  readonly #seen: () => Seen;
  readonly #held = new Map<HelperKey, symbol>();
  readonly #complained = new Set<TriedKey>();
  #wanted: PerHelper<string> = {};
  #offers: PerHelper<readonly string[]> = {};
  #tried: Partial<Record<TriedKey, Tried>> = {};
  #underWay: PerHelper<string> = {};
  #busy = false;
  #finished = false;
  #cancelAgain = (): void => {};

  constructor(options: HelpersOptions, seen: () => Seen) {
    this.#options = options;
    this.#seen = seen;
    options.scope.add(() => this.#cancelAgain());
  }

  /** Values whose echo may come now. */
  get underWay(): PerHelper<string> {
    return this.#underWay;
  }

  want(snapshot: HelperSnapshot, more: PerHelper<string>): void {
    const wanted: PerHelper<string> = { ...wordsOf(snapshot), ...more };
    for (const key of Object.keys({ ...wanted, ...this.#wanted }) as HelperKey[]) {
      if (wanted[key] !== this.#wanted[key]) delete this.#tried[key];
    }
    this.#wanted = wanted;
    const offers = optionsOf(snapshot);
    for (const key of Object.keys(offers) as HelperKey[]) {
      if (offers[key]?.join() !== this.#offers[key]?.join()) delete this.#tried[`${key} options`];
    }
    this.#offers = offers;
    this.write();
  }

  /** Somebody wrote a command: it is cleared at once, however often that happens. */
  taken(key: HelperKey): void {
    delete this.#tried[key];
  }

  /** Leaves a helper alone until the returned function is called, or it is held again. */
  hold(key: HelperKey): () => void {
    const token = Symbol(key);
    this.#held.set(key, token);
    return () => {
      if (this.#held.get(key) !== token) return;
      this.#held.delete(key);
      this.write();
    };
  }

  /** Home Assistant is away: afterwards everything is written at once. */
  lost(): void {
    this.#tried = {};
    this.#cancelAgain();
  }

  write(): void {
    const { homeAssistant, platform, scope } = this.#options;
    if (this.#busy || this.#finished || scope.closed || !homeAssistant.connected.value) return;
    const now = platform.clock.now();
    const { states, ours } = this.#seen();
    if (!ours) return;
    const { writes, again } = plan({
      wanted: this.#wanted,
      options: this.#offers,
      states,
      tried: this.#tried,
      held: new Set(this.#held.keys()),
      now,
    });
    this.#cancelAgain();
    if (again !== null) this.#cancelAgain = platform.clock.after(again - now, () => this.write());
    if (writes.length === 0) return;
    this.#busy = true;
    this.#underWay = Object.fromEntries(
      writes.flatMap(({ key, value }) => (typeof value === 'string' ? [[key, value]] : [])),
    );
    void Promise.all(writes.map((write) => this.#send(write))).then(() => {
      this.#busy = false;
      this.#underWay = {};
      this.write();
    });
  }

  /** The last words, without waiting for what is under way; nothing is written after them. */
  finish(): void {
    const { homeAssistant, platform, scope, snapshot } = this.#options;
    if (this.#finished || scope.closed) return;
    this.#finished = true;
    if (!homeAssistant.connected.value) return;
    const { states, ours } = this.#seen();
    if (!ours) return;
    const { writes } = plan({
      wanted: closingWords(snapshot.value),
      options: {},
      states: this.#soon(states),
      tried: {},
      held: new Set(),
      now: platform.clock.now(),
    });
    for (const write of writes) void this.#send(write);
  }

  /** The states as they are once what is under way has arrived. */
  #soon(states: PerHelper<EntityState>): PerHelper<EntityState> {
    const soon: Partial<Record<HelperKey, EntityState>> = { ...states };
    for (const [key, state] of Object.entries(this.#underWay) as [HelperKey, string][]) {
      const known = soon[key];
      if (known) soon[key] = { ...known, state };
    }
    return soon;
  }

  async #send(write: Write): Promise<void> {
    const { homeAssistant, platform } = this.#options;
    const { key } = write;
    const tried = triedKey(write);
    const { domain, service, data } = serviceOf(write);
    this.#tried[tried] = tryAgain(this.#tried[tried], platform.clock.now());
    // Lists of cameras are forgotten with every restart; words of ours only go when somebody edits them.
    if (tried !== key) {
      platform.log.log(key === 'state' ? 'warn' : 'info', `the options of ${this.#seen().ids[key]} are put right`);
    }
    try {
      await homeAssistant.callService(domain, service, data, this.#seen().ids[key]);
      this.#complained.delete(tried);
    } catch (error) {
      // Right after a restart its services may not be there yet: it is tried again, and said once.
      if (this.#complained.has(tried)) return;
      this.#complained.add(tried);
      platform.log.log('warn', `helper ${this.#seen().ids[key]} cannot be written: ${errorText(error)}`);
    }
  }
}
