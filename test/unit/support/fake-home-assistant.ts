import {
  HomeAssistantError,
  type EntityState,
  type EntityStates,
  type HomeAssistant,
} from '../../../src/runtime/home-assistant/home-assistant.ts';
import { Store, type Unsubscribe } from '../../../src/runtime/platform/readable.ts';
import type { FakeClock } from './fake-clock.ts';

interface Subscription {
  readonly message: { readonly type: string };
  readonly onEvent: (event: never) => void;
}

/** A Home Assistant with helpers, as the runtime sees it: services change states, and states come before results. */
export class FakeHomeAssistant implements HomeAssistant {
  readonly states = new Store<EntityStates>({});
  readonly connected = new Store(true);
  readonly user = Promise.resolve({ id: 'kiosk', name: 'Kiosk', isAdmin: false });
  /** Every service that was called, as `domain.service entity value`. */
  readonly called: string[] = [];
  readonly subscriptions = new Set<Subscription>();
  /** What `request` answers, by type. */
  readonly answers = new Map<string, unknown>();
  /** Services that do not exist (yet). */
  readonly absentServices = new Set<string>();
  /** Its clock minus the device's. */
  clockAhead = 0;
  /** Whose services these are. */
  userId = 'kiosk';
  readonly #clock: FakeClock;
  #starts = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** Somebody, or a service, sets a state. Setting the same again changes nothing, as in Home Assistant. */
  set(entityId: string, state: string, attributes: Readonly<Record<string, unknown>> = {}): void {
    const before = this.states.value[entityId];
    if (before?.state === state) return;
    this.states.set({
      ...this.states.value,
      [entityId]: this.#entity(entityId, state, { ...before?.attributes, ...attributes }),
    });
  }

  remove(entityId: string): void {
    const { [entityId]: _gone, ...rest } = this.states.value;
    this.states.set(rest);
  }

  press(entityId: string): void {
    this.set(entityId, new Date(this.now()).toISOString());
  }

  /** What an entity says now. */
  say(entityId: string): string | undefined {
    return this.states.value[entityId]?.state;
  }

  /** Milliseconds by its own clock. */
  now(): number {
    return this.#clock.now() + this.clockAhead;
  }

  down(): void {
    this.connected.set(false);
    this.subscriptions.clear();
  }

  /** The socket is back; `changed` happened meanwhile. */
  up(changed: () => void = () => {}): void {
    changed();
    this.connected.set(true);
  }

  /** As after a restart: everything is new, with what was restored. */
  restarted(restored: Readonly<Record<string, string>> = {}): void {
    const states = Object.entries(this.states.value).map(([id, { state, attributes }]): [string, EntityState] => [
      id,
      this.#entity(id, restored[id] ?? state, attributes),
    ]);
    this.states.set(Object.fromEntries(states));
    this.connected.set(true);
  }

  async callService(
    domain: string,
    service: string,
    data: Readonly<Record<string, unknown>>,
    entityId = '',
  ): Promise<void> {
    if (!this.connected.value) throw new HomeAssistantError('connection_lost', 'down');
    const given = data['value'] ?? data['option'] ?? data['options'];
    const value = given === undefined ? undefined : [given as string | readonly string[]].flat().join();
    this.called.push([`${domain}.${service}`, entityId, ...(value === undefined ? [] : [value])].join(' '));
    await Promise.resolve();
    if (this.absentServices.has(domain)) throw new HomeAssistantError('not_found', 'no such service');
    // A service for an entity that does not exist succeeds in Home Assistant, and does nothing.
    const before = this.say(entityId);
    if (before === undefined) return;
    if (service === 'reset') this.set(entityId, '0');
    else if (service === 'set_options') this.offer(entityId, data['options'] as readonly string[]);
    else if (service === 'increment') this.set(entityId, String(Number(before) + 1));
    else if (service === 'turn_on' || service === 'turn_off') this.set(entityId, service === 'turn_on' ? 'on' : 'off');
    else if (value !== undefined) this.set(entityId, value);
    await Promise.resolve();
  }

  /** A selection offers something else; what it said stays if it can. */
  offer(entityId: string, options: readonly string[]): void {
    const before = this.states.value[entityId];
    if (!before) return;
    const state = options.includes(before.state) ? before.state : (options[0] ?? 'unknown');
    this.#put(entityId, state, { ...before.attributes, options });
  }

  /** Somebody starts a timer: it runs for as long as it runs, and notes whose start it was. */
  startTimer(
    entityId: string,
    context: EntityState['context'] = { id: `start-${++this.#starts}`, user_id: null },
  ): void {
    if (this.say(entityId) !== undefined) this.#put(entityId, 'active', { finishes_at: this.now() }, context);
  }

  async request<T>({ type, ...data }: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<T> {
    if (type === 'call_service') return (await this.#service(data)) as T;
    if (!this.answers.has(type)) throw new HomeAssistantError('unknown_command', type);
    return this.answers.get(type) as T;
  }

  /** As over the websocket: the result says in which context it was. */
  async #service({ domain, service, target }: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { entity_id: entityId } = target as { readonly entity_id: string };
    if (!this.connected.value) throw new HomeAssistantError('connection_lost', 'down');
    this.called.push(`${String(domain)}.${String(service)} ${entityId}`);
    await Promise.resolve();
    if (this.absentServices.has(String(domain))) throw new HomeAssistantError('not_found', 'no such service');
    const context = { id: `${this.userId}-${++this.#starts}`, user_id: this.userId };
    this.startTimer(entityId, context);
    await Promise.resolve();
    return { context };
  }

  async subscribeOnce<T>(message: { readonly type: string }, onEvent: (event: T) => void): Promise<Unsubscribe> {
    const subscription: Subscription = { message, onEvent };
    this.subscriptions.add(subscription);
    return () => void this.subscriptions.delete(subscription);
  }

  /** Sends an event to everybody who subscribed. */
  emit(event: unknown): void {
    for (const { onEvent } of this.subscriptions) onEvent(event as never);
  }

  url(path: string): string {
    return `http://home.test${path}`;
  }

  close(): void {}

  #put(
    entityId: string,
    state: string,
    attributes: Readonly<Record<string, unknown>>,
    context?: EntityState['context'],
  ): void {
    this.states.set({ ...this.states.value, [entityId]: this.#entity(entityId, state, attributes, context) });
  }

  #entity(
    entityId: string,
    state: string,
    attributes: Readonly<Record<string, unknown>>,
    context: EntityState['context'] = { id: new Date(this.now()).toISOString(), user_id: null },
  ): EntityState {
    const at = new Date(this.now()).toISOString();
    return { entity_id: entityId, state, attributes, last_changed: at, last_updated: at, context };
  }
}
