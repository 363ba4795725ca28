import type { CameraChoice, Millis } from '../call/call.ts';
import { type Readable, Store } from '../platform/readable.ts';
import { StationClaim, type ClaimState } from './helpers-claim.ts';
import { HelperFinder } from './helpers-finder.ts';
import type { HelperKey, PerHelper, SelectKey, SwitchKey } from './helpers-keys.ts';
import { BindingMemory } from './helpers-memory.ts';
import { MissedCounter } from './helpers-missed.ts';
import { lose, NOTHING_SEEN, observe, type Change, type Memory } from './helpers-observe.ts';
import type { HelperCommand, HelpersOptions } from './helpers-options.ts';
import { Pace } from './helpers-pace.ts';
import { hasRunningCall, type HelperSnapshot } from './helpers-words.ts';
import { HelperWriter } from './helpers-writer.ts';
import type { EntityState } from './home-assistant.ts';

export interface Helpers {
  /** Entity ids of helpers that do not exist (any more). They are never made again behind somebody's back. */
  readonly missing: Readable<readonly string[]>;
  /** Whether another kiosk has this station: then nothing is written and nothing is obeyed. */
  readonly taken: Readable<boolean>;
  /** A person wants the station here; the other kiosk stays out from then on. */
  take(): void;
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
const EFFECT_WITHIN: Millis = 2_000;

class HelperBinding implements Helpers {
  readonly missing: Readable<readonly string[]>;
  readonly #options: HelpersOptions;
  readonly #finder: HelperFinder;
  readonly #writer: HelperWriter;
  readonly #counter: MissedCounter;
  readonly #claim: StationClaim;
  readonly #taken = new Store(false);
  readonly #paces: Readonly<Record<SwitchKey | SelectKey, Pace<() => void>>>;
  /** Cancel the waits for the effects of commands. */
  readonly #effects = new Map<HelperKey, () => void>();
  #memory: Memory = NOTHING_SEEN;
  #states: PerHelper<EntityState> = {};
  /** When do_not_disturb was changed here, if Home Assistant does not say so yet. */
  #quietChangedAt: Millis | null = null;

  constructor(options: HelpersOptions) {
    const { homeAssistant, snapshot, doNotDisturb, scope } = options;
    this.#options = options;
    const memory = new BindingMemory(options.memory);
    this.#finder = new HelperFinder(options, memory, () => this.#look());
    this.missing = this.#finder.missing;
    this.#claim = new StationClaim(options, memory, () => this.#timer());
    this.#writer = new HelperWriter(options, () => ({
      ids: this.#finder.ids,
      states: this.#states,
      ours: this.#ours,
    }));
    this.#counter = new MissedCounter(options, () => (this.#ours ? this.#states.missed?.entity_id : undefined));
    const { clock } = options.platform;
    const pace = (): Pace<() => void> => new Pace(clock, (run) => run());
    this.#paces = { microphone: pace(), camera: pace(), camera_source: pace(), display: pace() };
    scope.add(() => {
      for (const each of Object.values(this.#paces)) each.close();
      for (const cancel of this.#effects.values()) cancel();
    });
    scope.add(homeAssistant.states.subscribe(() => this.#look()));
    scope.add(homeAssistant.connected.subscribe((connected) => (connected ? this.#look() : this.#lost())));
    scope.add(snapshot.subscribe((value) => this.#follow(value)));
    scope.add(this.#claim.state.subscribe((state) => this.#claimed(state)));
    if (doNotDisturb) {
      scope.add(
        doNotDisturb.subscribe((quiet) => {
          const isSaid = this.#states.do_not_disturb?.state === (quiet ? 'on' : 'off');
          this.#quietChangedAt = isSaid ? null : clock.now();
          this.#follow(snapshot.value);
        }),
      );
    }
    this.#follow(snapshot.value);
    this.#look();
  }

  get taken(): Readable<boolean> {
    return this.#taken;
  }

  take(): void {
    this.#claim.take();
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
    const quiet =
      this.#quietChangedAt !== null && doNotDisturb ? { do_not_disturb: doNotDisturb.value ? 'on' : 'off' } : {};
    this.#writer.want(snapshot, quiet);
  }

  get #ours(): boolean {
    return this.#claim.state.value === 'ours';
  }

  /** As Home Assistant says now: a claim is judged before the states are looked at. */
  #timer(): EntityState | undefined {
    return this.#options.homeAssistant.states.value[this.#finder.ids.alive];
  }

  #claimed(state: ClaimState): void {
    this.#taken.set(state === 'taken');
    // What happened while the station was another's was meant for that one.
    this.#memory = NOTHING_SEEN;
    this.#look();
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
    this.#claim.look();
    if (!this.#ours) return void (this.#states = states);
    if (this.#memory.lostAt === null && this.#memory.seen && isSame(states, this.#states)) return;
    this.#states = states;
    const { memory, changes, restarted } = observe(this.#memory, states, {
      now: platform.clock.now(),
      writing: this.#writer.underWay,
    });
    this.#memory = memory;
    for (const change of changes) this.#act(change);
    this.#takeQuiet(states.do_not_disturb, restarted);
    this.#counter.settle();
    this.#writer.write();
  }

  #act(change: Change): void {
    if (change.type === 'dial' || change.type === 'ring') this.#writer.taken(change.type);
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
      case 'select':
        if (change.which === 'camera_source') return this.#chooseCamera(change.option);
        return this.#chooseDisplay(change.option);
      default:
        change satisfies never;
    }
  }

  #toggle(which: SwitchKey, on: boolean): void {
    const command = { type: 'set-media', by: 'helper' } as const;
    this.#tryOut(which, which === 'microphone' ? { ...command, audio: on } : { ...command, video: on });
  }

  #chooseCamera(option: string): void {
    if (!isCameraSource(option)) return;
    this.#tryOut('camera_source', { type: 'set-camera', camera: { source: option }, by: 'helper' });
  }

  #chooseDisplay(option: string): void {
    if (isDisplay(option)) this.#tryOut('display', { type: 'set-display', display: option, by: 'helper' });
  }

  /** A command by a helper that says how it is: it is put back when the command is refused, or has no effect soon. */
  #tryOut(which: SwitchKey | SelectKey, command: HelperCommand): void {
    const release = this.#writer.hold(which);
    this.#paces[which].push(() =>
      this.#command(command, (ok) => {
        this.#effects.get(which)?.();
        if (this.#options.scope.closed) return;
        if (ok) this.#effects.set(which, this.#options.platform.clock.after(EFFECT_WITHIN, release));
        else release();
      }),
    );
  }

  #command(command: HelperCommand, then: (ok: boolean) => void = () => {}): void {
    const { platform } = this.#options;
    platform.log.log('info', `a helper asks to ${command.type}`);
    this.#options.command(command).then(
      ({ ok, reason }) => {
        // For who looks at the diagnostics; what was written is people's own.
        if (!ok) platform.log.log('warn', `a helper's ${command.type} was refused: ${reason ?? 'no reason'}`);
        then(ok);
      },
      (error: unknown) => {
        platform.log.log('error', `a helper's ${command.type} failed`, error);
        then(false);
      },
    );
  }

  /** Of two who changed it the later one wins. After a restart Home Assistant says what it had kept, not what is new. */
  #takeQuiet(helper: EntityState | undefined, restarted: boolean): void {
    const { doNotDisturb, platform, snapshot } = this.#options;
    if (!doNotDisturb || !helper || (helper.state !== 'on' && helper.state !== 'off')) return;
    const quiet = helper.state === 'on';
    // What is restored later than this is not newer.
    if (restarted && this.#quietChangedAt !== null) this.#quietChangedAt = platform.clock.now();
    const changedHere = this.#quietChangedAt;
    const isSame = quiet === doNotDisturb.value;
    if (isSame && changedHere === null) return;
    const changedThere = Date.parse(helper.last_changed) + (this.#memory.clockOffset ?? NaN);
    if (!isSame && changedHere !== null && !(changedThere > changedHere)) return;
    this.#quietChangedAt = null;
    if (!isSame) doNotDisturb.set(quiet);
    this.#follow(snapshot.value);
  }
}

const isCameraSource = (option: string): option is CameraChoice['source'] =>
  option === 'this_device' || option.startsWith('camera.');

const isDisplay = (option: string): boolean => option === 'this_device' || option.startsWith('media_player.');

function isSame(one: PerHelper<EntityState>, other: PerHelper<EntityState>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)] as HelperKey[]);
  return [...keys].every((key) => one[key] === other[key]);
}
