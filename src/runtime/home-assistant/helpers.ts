import type { Readable } from '../platform/readable.ts';
import { HelperFinder } from './helpers-finder.ts';
import type { HelperKey, PerHelper, SwitchKey } from './helpers-keys.ts';
import { keepAlive, MissedCounter } from './helpers-extras.ts';
import { lose, NOTHING_SEEN, observe, type Change, type Memory } from './helpers-observe.ts';
import type { HelperCommand, HelpersOptions } from './helpers-options.ts';
import { hasRunningCall, type HelperSnapshot } from './helpers-words.ts';
import { HelperWriter } from './helpers-writer.ts';
import type { EntityState } from './home-assistant.ts';

export interface Helpers {
  /** Entity ids of helpers that do not exist (any more). They are never made again behind somebody's back. */
  readonly missing: Readable<readonly string[]>;
  /** Somebody saw the missed calls: their counter begins at 0. */
  resetMissed(): void;
  /** The page goes away: writes the last result and `offline` without waiting, and nothing after them. */
  pageClosing(): void;
}

/** Binds one station to its helpers, both ways, for as long as the scope lives. Any of the helpers may be missing. */
export function bindHelpers(options: HelpersOptions): Helpers {
  return new HelperBinding(options);
}

/** How long after a command about a switch its effect may take before the switch is put back. */
const EFFECT_WITHIN = 2_000;

class HelperBinding implements Helpers {
  readonly missing: Readable<readonly string[]>;
  readonly #options: HelpersOptions;
  readonly #finder: HelperFinder;
  readonly #writer: HelperWriter;
  readonly #counter: MissedCounter;
  #memory: Memory = NOTHING_SEEN;
  #states: PerHelper<EntityState> = {};
  /** do_not_disturb was changed here and Home Assistant does not say so yet. */
  #quietChangedHere = false;

  constructor(options: HelpersOptions) {
    const { homeAssistant, snapshot, doNotDisturb, scope } = options;
    this.#options = options;
    this.#finder = new HelperFinder(options, () => this.#look());
    this.missing = this.#finder.missing;
    this.#writer = new HelperWriter(options, () => ({ ids: this.#finder.ids, states: this.#states }));
    this.#counter = new MissedCounter(options, () => this.#states.missed?.entity_id);
    scope.add(homeAssistant.states.subscribe(() => this.#look()));
    scope.add(homeAssistant.connected.subscribe((connected) => (connected ? this.#look() : this.#lost())));
    scope.add(snapshot.subscribe((value) => this.#follow(value)));
    scope.add(keepAlive(options, () => this.#states.alive?.entity_id));
    if (doNotDisturb) {
      scope.add(
        doNotDisturb.subscribe((quiet) => {
          this.#quietChangedHere = this.#states.do_not_disturb?.state !== (quiet ? 'on' : 'off');
          this.#follow(snapshot.value);
        }),
      );
    }
    this.#follow(snapshot.value);
    this.#look();
  }

  resetMissed(): void {
    this.#counter.reset();
  }

  pageClosing(): void {
    // The snapshot of this turn may not have been published yet.
    queueMicrotask(() => this.#writer.finish());
  }

  #follow(snapshot: HelperSnapshot): void {
    this.#counter.follow(snapshot);
    const { doNotDisturb } = this.#options;
    const quiet = this.#quietChangedHere && doNotDisturb ? { do_not_disturb: doNotDisturb.value ? 'on' : 'off' } : {};
    this.#writer.want(snapshot, quiet);
  }

  #lost(): void {
    this.#memory = lose(this.#memory, this.#options.platform.clock.now());
    this.#writer.lost();
  }

  /** Home Assistant's states have changed, or the helpers' ids. */
  #look(): void {
    const { homeAssistant, platform, scope } = this.#options;
    const all = homeAssistant.states.value;
    // While it starts, states come and go; what counts is what there is when it runs.
    if (scope.closed || !homeAssistant.connected.value || Object.keys(all).length === 0) return;
    const states = this.#finder.pick(all);
    if (this.#memory.lostAt === null && this.#memory.seen && isSame(states, this.#states)) return;
    this.#states = states;
    const { memory, changes } = observe(this.#memory, states, {
      now: platform.clock.now(),
      writing: this.#writer.underWay,
    });
    this.#memory = memory;
    for (const change of changes) this.#act(change);
    this.#takeQuiet(states.do_not_disturb?.state);
    this.#counter.settle();
    this.#writer.write();
  }

  #act(change: Change): void {
    switch (change.type) {
      case 'dial':
        return this.#command({ type: 'dial', to: { text: change.text }, video: true, by: 'helper' });
      case 'ring':
        return this.#command({ type: 'ring', text: change.text, by: 'helper' });
      case 'press':
        if (change.button === 'answer') return this.#command({ type: 'answer', video: true, by: 'helper' });
        return this.#command({ type: change.button === 'decline' ? 'decline' : 'hang-up', by: 'helper' });
      case 'toggle':
        // Without a call there is nothing to send: the writer puts it back.
        if (hasRunningCall(this.#options.snapshot.value)) this.#toggle(change.which, change.on);
        return;
      default:
        change satisfies never;
    }
  }

  #toggle(which: SwitchKey, on: boolean): void {
    const release = this.#writer.hold(which);
    const command = { type: 'set-media', by: 'helper' } as const;
    this.#command(which === 'microphone' ? { ...command, audio: on } : { ...command, video: on }, (ok) => {
      if (ok) this.#options.platform.clock.after(EFFECT_WITHIN, release);
      else release();
    });
  }

  #command(command: HelperCommand, then: (ok: boolean) => void = () => {}): void {
    const { platform } = this.#options;
    platform.log.log('info', `a helper asks to ${command.type}`);
    this.#options.command(command).then(
      ({ ok }) => then(ok),
      (error: unknown) => {
        platform.log.log('error', `a helper's ${command.type} failed`, error);
        then(false);
      },
    );
  }

  #takeQuiet(state: string | undefined): void {
    const { doNotDisturb, snapshot } = this.#options;
    if (!doNotDisturb || (state !== 'on' && state !== 'off')) return;
    const quiet = state === 'on';
    if (!this.#quietChangedHere) return doNotDisturb.set(quiet);
    if (quiet !== doNotDisturb.value) return;
    this.#quietChangedHere = false;
    this.#follow(snapshot.value);
  }
}

function isSame(one: PerHelper<EntityState>, other: PerHelper<EntityState>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as HelperKey[]);
  return [...keys].every((key) => one[key] === other[key]);
}
