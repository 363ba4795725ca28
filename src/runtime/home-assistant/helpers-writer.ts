import { errorText } from '../platform/redact.ts';
import type { HelperIds } from './helpers-ids.ts';
import type { HelpersOptions } from './helpers-options.ts';
import type { HelperKey, PerHelper } from './helpers-keys.ts';
import { plan, serviceOf, tryAgain, type Tried, type Write } from './helpers-plan.ts';
import { closingWords, wordsOf, type HelperSnapshot } from './helpers-words.ts';
import type { EntityState } from './home-assistant.ts';

interface Seen {
  readonly ids: HelperIds;
  readonly states: PerHelper<EntityState>;
}

/**
 * Makes the helpers say what is wanted. One round of writes at a time, each round from the newest wish: what is
 * outdated before its turn is never written. Home Assistant runs the services of one connection in their order.
 */
export class HelperWriter {
  readonly #options: HelpersOptions;
  readonly #seen: () => Seen;
  readonly #held = new Map<HelperKey, symbol>();
  readonly #complained = new Set<HelperKey>();
  #wanted: PerHelper<string> = {};
  #tried: Partial<Record<HelperKey, Tried>> = {};
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
    this.write();
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
    const { states } = this.#seen();
    const { writes, again } = plan({
      wanted: this.#wanted,
      states,
      tried: this.#tried,
      held: new Set(this.#held.keys()),
      now,
    });
    this.#cancelAgain();
    if (again !== null) this.#cancelAgain = platform.clock.after(again - now, () => this.write());
    if (writes.length === 0) return;
    this.#busy = true;
    this.#underWay = Object.fromEntries(writes.map(({ key, value }) => [key, value]));
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
    const { states } = this.#seen();
    const wanted = closingWords(snapshot.value);
    const { writes } = plan({
      wanted,
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
    const { domain, service, data } = serviceOf(write);
    this.#tried[key] = tryAgain(this.#tried[key], platform.clock.now());
    try {
      await homeAssistant.callService(domain, service, data, this.#seen().ids[key]);
      this.#complained.delete(key);
    } catch (error) {
      // Right after a restart its services may not be there yet: it is tried again, and said once.
      if (this.#complained.has(key)) return;
      this.#complained.add(key);
      platform.log.log('warn', `helper ${this.#seen().ids[key]} cannot be written: ${errorText(error)}`);
    }
  }
}
