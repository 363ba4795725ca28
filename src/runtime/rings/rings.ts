import type { CommandResult, RingAction, RingCommand } from '../command.ts';
import type { CallId } from '../call/call.ts';
import { reasonOf } from '../call/find.ts';
import type { CallMedia } from '../media/media.ts';
import { Scope } from '../platform/scope.ts';
import { openAssist } from './assist.ts';
import { runScript, scriptName } from './buttons.ts';
import { checkRing } from './check.ts';
import { Forwards } from './forward.ts';
import { type CallingRing, LiveRing } from './live-ring.ts';
import { Notes } from './notes.ts';
import type { RingsOptions } from './options.ts';
import { errorText, isRing, parseRing } from './parse.ts';
import type { Answer } from './question.ts';
import type { Station } from '../storage/storage.ts';
import type { AssistRing, ConnectRing, DoorRing, NoteRing } from './ring.ts';
import { Together } from './together.ts';
import type { RingNote, RingView } from './view.ts';

/** Home Assistant calls the person: what scripts write into the ring helper, as calls and as notes. */
export interface Rings {
  command(command: RingCommand): Promise<CommandResult>;
  /** What is shown of a call beside its state; null: it is no ring's. */
  view(callId: CallId): RingView | null;
  notes(): readonly RingNote[];
  /** The media of a call that uses a door's camera and loudspeaker; null: it uses this device's. */
  mediaFor(callId: CallId, scope: Scope): CallMedia | null;
}

export function createRings(options: RingsOptions): Rings {
  return new HomeRings(options);
}

const OK: CommandResult = { ok: true };

class HomeRings implements Rings {
  readonly #options: RingsOptions;
  readonly #live = new Map<CallId, LiveRing>();
  readonly #notes = new Notes();
  readonly #forwards: Forwards;
  readonly #together: Together;

  constructor(options: RingsOptions) {
    const { scope, homeAssistant, state, onChange, stations } = options;
    this.#options = options;
    this.#forwards = new Forwards(options);
    this.#together = new Together(() => stations().map(({ slug }) => slug));
    scope.add(homeAssistant.states.subscribe(() => this.#look()));
    scope.add(state.subscribe(() => this.#follow()));
    scope.add(this.#notes.all.subscribe(onChange));
    scope.add(() => this.#close());
    this.#look();
  }

  command(command: RingCommand): Promise<CommandResult> {
    return command.type === 'ring'
      ? this.#ring(command.text, this.#station(command.station))
      : this.#act(command.ring, command.action);
  }

  view(callId: CallId): RingView | null {
    return this.#live.get(callId)?.view ?? this.#forwards.view(callId);
  }

  notes(): readonly RingNote[] {
    return this.#notes.all.value.map(({ id, name, text, action }) => ({
      id,
      name,
      text,
      action: action && {
        kind: action.kind,
        name:
          action.kind === 'dial'
            ? action.to
            : action.kind === 'run'
              ? scriptName(this.#options.homeAssistant, action.script)
              : '',
      },
    }));
  }

  mediaFor(callId: CallId, scope: Scope): CallMedia | null {
    return this.#forwards.mediaFor(callId, scope);
  }

  #station(slug: string | undefined): Station | undefined {
    const stations = this.#options.stations();
    return slug === undefined ? stations[0] : stations.find((station) => station.slug === slug);
  }

  async #ring(text: string, station: Station | undefined): Promise<CommandResult> {
    const { platform, refuse, homeAssistant, contacts, protocols, command } = this.#options;
    if (!station) return refuse('refused_bad_value');
    const { slug } = station;
    const ring = parseRing(text);
    if (!isRing(ring)) {
      platform.log.log('warn', `a ring was refused: ${errorText(ring)}`);
      return refuse('refused_bad_value');
    }
    const dialAnyone = (): boolean => station.dialAnyone;
    const wrong = await checkRing(ring, { homeAssistant, contacts, protocols, dialAnyone });
    if (wrong) {
      platform.log.log('warn', `a ring was refused: ${wrong.what}`);
      return refuse(wrong.refusal);
    }
    switch (ring.kind) {
      case 'note':
        this.#notes.put(ring);
        return OK;
      case 'stop':
        return this.#stop(ring.id);
      case 'connect':
        if (ring.first === 'ring') return this.#call(ring, slug);
        return command({ type: 'dial', station: slug, to: { text: ring.to }, video: ring.video, by: 'helper' });
      default:
        return this.#call(ring, slug);
    }
  }

  /** It rings, unless the core's rules turn it away. The same ring once more changes nothing. */
  #call(ring: CallingRing, station: string): CommandResult {
    const { events, state, platform, place } = this.#options;
    if (this.#ofId(ring.id)) return OK;
    const scope = new Scope((error) => platform.log.log('error', 'releasing a ring', error));
    const live = new LiveRing({
      ...this.#options,
      ring,
      station,
      scope,
      accept: (accepted) => this.#accept(accepted, station),
    });
    this.#live.set(live.callId, live);
    const offered = { audio: ring.kind === 'door', video: false };
    const { peer, callId } = live;
    place(callId, station);
    events.invited(live.call, { type: 'invited', callId, peer, offered, age: 0, lifetime: ring.lifetime });
    if (ring.kind === 'door' && ring.forward) this.#forwardLater(live, ring, ring.forward);
    if (this.#rings(callId)) return OK;
    this.#follow();
    return { ok: false, reason: state.value.lastResult ?? 'refused_busy' };
  }

  async #accept(ring: AssistRing | ConnectRing, station: string): Promise<Answer> {
    const { homeAssistant, platform, command } = this.#options;
    if (ring.kind === 'assist') {
      const opened = await openAssist(ring, { homeAssistant, clock: platform.clock });
      return { reason: opened ? 'accepted' : 'unreachable' };
    }
    // One call is dialled when no other lives, the ring neither.
    const dial = { type: 'dial', station, to: { text: ring.to }, video: ring.video, by: 'helper' } as const;
    return { reason: 'accepted', after: () => void command(dial) };
  }

  /** Also when its ring is over before that time. */
  #forwardLater(live: LiveRing, ring: DoorRing, { to, after }: NonNullable<DoorRing['forward']>): void {
    const { platform, scope } = this.#options;
    const forget = scope.add(
      platform.clock.after(after, () => {
        forget();
        this.#forward(live, ring, to);
      }),
    );
  }

  /** Nobody answered at home. Of several stations that ring, the first by name calls. */
  #forward({ callId, station, peer }: LiveRing, ring: DoorRing, to: string): void {
    const { events, state } = this.#options;
    const rings = this.#rings(callId);
    if (!rings && reasonOf(state.value, callId) !== 'missed') return;
    if (this.#together.ringing(ring.id).some((slug) => slug < station)) return;
    if (rings) events.emit({ type: 'remote-ended', callId, reason: 'missed' });
    void this.#forwards.dial(ring, peer.name, to, station);
  }

  /** Taken back: a note, or what rings. */
  #stop(id: string): CommandResult {
    this.#notes.remove(id);
    const live = this.#ofId(id);
    if (live) this.#options.events.emit({ type: 'answered-elsewhere', callId: live.callId });
    return OK;
  }

  async #act(id: string, action: RingAction): Promise<CommandResult> {
    if (typeof action === 'number') {
      const ran = await this.#ofId(id)?.press(action);
      return ran ? OK : { ok: false, reason: 'refused_not_ready' };
    }
    const note = this.#notes.find(id);
    if (action === 'put-away' || !note) {
      this.#notes.remove(id);
      return OK;
    }
    const result = await this.#take(note);
    if (result.ok) this.#notes.remove(id);
    return result;
  }

  async #take({ action }: NoteRing): Promise<CommandResult> {
    const { homeAssistant, platform, command } = this.#options;
    const done = (ok: boolean): CommandResult => (ok ? OK : { ok: false, reason: 'refused_not_ready' });
    switch (action?.kind) {
      case 'assist':
        return done(await openAssist(action, { homeAssistant, clock: platform.clock }));
      case 'dial':
        return command({ type: 'dial', to: { text: action.to }, video: action.video, by: 'helper' });
      case 'run':
        return done(await runScript(homeAssistant, action.script));
      default:
        return OK;
    }
  }

  #ofId(id: string): LiveRing | undefined {
    return [...this.#live.values()].find((live) => live.id === id && this.#isLive(live.callId));
  }

  #isLive(callId: CallId): boolean {
    return this.#options.state.value.calls.some(({ id, reason }) => id === callId && reason === null);
  }

  #rings(callId: CallId): boolean {
    return this.#options.state.value.calls.some(({ id, phase }) => id === callId && phase === 'ringing-in');
  }

  /** What the other stations do. */
  #look(): void {
    const { homeAssistant, platform, events, command } = this.#options;
    const ringing = [...this.#live.values()].filter(({ callId }) => this.#rings(callId));
    const here = ringing.map(({ id, peer, callId }) => ({ id, name: peer.name, callId }));
    const away = this.#forwards.waiting;
    const fates = this.#together.look(homeAssistant.states.value, platform.clock.now(), [...here, ...away]);
    for (const { id, callId } of here) {
      const fate = fates.get(id);
      if (fate === 'accepted') events.emit({ type: 'answered-elsewhere', callId });
      else if (fate) events.emit({ type: 'remote-ended', callId, reason: fate });
    }
    for (const { id, callId } of away) if (fates.has(id)) void command({ type: 'hang-up', callId, by: 'touch' });
    for (const { taken, peer, station } of this.#live.values())
      taken.set(this.#together.talker(peer.name, station) !== null);
  }

  /** The calls have changed: what has left is released. */
  #follow(): void {
    const { calls } = this.#options.state.value;
    for (const [callId, { scope }] of this.#live) {
      if (calls.some(({ id }) => id === callId)) continue;
      this.#live.delete(callId);
      void scope.close();
    }
    this.#forwards.follow();
  }

  async #close(): Promise<void> {
    const rings = [...this.#live.values()];
    this.#live.clear();
    await Promise.all(rings.map(({ scope }) => scope.close()));
  }
}
