import type { EndReason } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import { Store } from '../../../platform/readable.ts';
import type {
  CallSecurity,
  CallStats,
  LocalTracks,
  OutgoingMedia,
  ProviderCall,
  ProviderIO,
  RemoteMedia,
} from '../../provider.ts';
import type { Protocol } from './choose.ts';

type Invited = Extract<ProviderCallEvent, { type: 'invited' }>;

/**
 * Where people are called with both protocols at once, two rings of the same caller are one call: the second is kept
 * behind the first, goes where that goes, and takes its place if only the first one ends.
 */
export class Doorbell {
  readonly #io: ProviderIO;
  /** What rings, by the id that the runtime knows. */
  readonly #ringing = new Map<string, RingingCall>();

  readonly #answered: (protocol: Protocol, address: string) => void;

  /** @param answered hears with whom an answered call is, and over which protocol */
  constructor(io: ProviderIO, answered: (protocol: Protocol, address: string) => void) {
    this.#io = io;
    this.#answered = answered;
  }

  rings(protocol: Protocol, call: ProviderCall, event: Invited): void {
    const fresh = event.lifetime === null || event.age < event.lifetime;
    const { address } = event.peer;
    const first = [...this.#ringing.values()].find((ringing) => ringing.waitsFor(protocol, address));
    if (fresh && first) return first.join(call);
    const ringing = new RingingCall(protocol, address, call, {
      answered: (over) => this.#answered(over, address),
      settled: () => this.#ringing.delete(event.callId),
    });
    if (fresh) this.#ringing.set(event.callId, ringing);
    this.#io.invited(ringing, event);
  }

  emit(event: ProviderCallEvent): void {
    const ringing = [...this.#ringing.values()].find((candidate) => candidate.has(event.callId));
    const told = ringing ? ringing.hear(event) : event;
    if (told) this.#io.emit(told);
  }
}

interface RingingEvents {
  answered(protocol: Protocol): void;
  settled(): void;
}

/** An incoming call that may have a twin, until somebody answers it. */
class RingingCall implements ProviderCall {
  readonly id: string;
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security: Store<CallSecurity>;
  readonly #address: string;
  readonly #events: RingingEvents;
  #protocol: Protocol;
  #call: ProviderCall;
  #twin: ProviderCall | null = null;
  #media: OutgoingMedia | null = null;
  #open = true;
  #unfollow = (): void => {};

  constructor(protocol: Protocol, address: string, call: ProviderCall, events: RingingEvents) {
    this.id = call.id;
    this.#protocol = protocol;
    this.#address = address;
    this.#events = events;
    this.security = new Store(call.security.value);
    this.#call = call;
    this.#follow(call);
  }

  /** Whether a ring of this protocol would be the same call. */
  waitsFor(protocol: Protocol, address: string): boolean {
    return this.#open && !this.#twin && protocol !== this.#protocol && address === this.#address;
  }

  has(callId: string): boolean {
    return callId === this.#call.id || callId === this.#twin?.id;
  }

  join(twin: ProviderCall): void {
    this.#twin = twin;
    if (this.#media) twin.prepare(this.#media);
  }

  /** What the runtime is to hear of an event of either; null: nothing. */
  hear<E extends { readonly type: string; readonly callId: string }>(event: E): E | null {
    const isTwin = event.callId === this.#twin?.id;
    const isEnd = event.type === 'remote-ended';
    if (isTwin && isEnd) {
      this.#twin = null;
      return null;
    }
    if (!isTwin && isEnd && this.#open && this.#twin) {
      this.#follow(this.#twin);
      this.#protocol = this.#protocol === 'legacy' ? 'matrixRtc' : 'legacy';
      this.#twin = null;
      return null;
    }
    // Answered on another device, over whichever of them.
    if (event.type === 'answered-elsewhere') this.#settle()?.hangUp('answered_elsewhere');
    return { ...event, callId: this.id };
  }

  prepare(media: OutgoingMedia): void {
    this.#media = media;
    this.#call.prepare(media);
  }

  answer(media: OutgoingMedia): void {
    void this.#settle()?.close();
    this.#events.answered(this.#protocol);
    this.#call.answer(media);
  }

  decline(reason: 'declined' | 'busy_here'): void {
    const twin = this.#settle();
    this.#call.decline(reason);
    twin?.decline(reason);
  }

  hangUp(reason: EndReason): void {
    const twin = this.#settle();
    this.#call.hangUp(reason);
    twin?.hangUp(reason);
  }

  restart(): void {
    this.#call.restart();
  }

  setTracks(tracks: LocalTracks): Promise<void> {
    return this.#call.setTracks(tracks);
  }

  stats(): Promise<CallStats> {
    return this.#call.stats();
  }

  get goodbye(): Readonly<Record<string, unknown>> {
    return this.#call.goodbye;
  }

  async close(): Promise<void> {
    const twin = this.#settle();
    await Promise.all([this.#call.close(), twin?.close()]);
    this.#events.settled();
    this.#unfollow();
    this.remote.set({ participants: [] });
  }

  /** One of them is the call from now on. @returns the other one, which is to end */
  #settle(): ProviderCall | null {
    const twin = this.#twin;
    this.#twin = null;
    this.#open = false;
    return twin;
  }

  #follow(call: ProviderCall): void {
    this.#unfollow();
    this.#call = call;
    this.remote.set(call.remote.value);
    this.security.set(call.security.value);
    const [remote, security] = [
      call.remote.subscribe((value) => this.remote.set(value)),
      call.security.subscribe((value) => this.security.set(value)),
    ];
    this.#unfollow = () => {
      remote();
      security();
    };
  }
}
