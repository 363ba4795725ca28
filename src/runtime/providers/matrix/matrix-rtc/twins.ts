import type { EndReason, Millis } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { LocalTracks, OutgoingMedia, ProviderCall, ProviderIO } from '../../provider.ts';
import type { Protocol } from './choose.ts';
import { ONE_WAY_FAILED } from './ends.ts';
import { RING_LIFETIME } from './signalling/contents.ts';
import { StandIn } from './stand-in.ts';

type Invited = Extract<ProviderCallEvent, { type: 'invited' }>;

/** How long an answer may take to fail: the second ring is kept until then, unless the caller takes it back. */
export const KEPT: Millis = 20_000;

/** The last that was told of somebody: a ring of the other protocol that began meanwhile would be the same call. */
interface Told {
  readonly protocol: Protocol;
  readonly from: Millis;
  readonly until: Millis;
  /** It was turned away, and nobody on either side was told. */
  readonly quietly: boolean;
}

/**
 * Where people are called with one protocol after the other, two rings of the same caller are one call: the second is
 * kept behind the first, goes where that goes, and takes its place if only the first one ends, or cannot be answered. What
 * was turned away without a word (do not disturb), or missed while nobody was here, is not told once more.
 */
export class Doorbell {
  readonly #io: ProviderIO;
  readonly #heard: (protocol: Protocol, address: string) => void;
  /** What rings, by the id that the runtime knows. */
  readonly #ringing = new Map<string, RingingCall>();
  readonly #told = new Map<string, Told>();

  /** @param heard hears over which protocol somebody calls */
  constructor(io: ProviderIO, heard: (protocol: Protocol, address: string) => void) {
    this.#io = io;
    this.#heard = heard;
  }

  rings(protocol: Protocol, call: ProviderCall, event: Invited): void {
    const { address } = event.peer;
    const lifetime = event.lifetime ?? RING_LIFETIME;
    const from = this.#io.platform.clock.now() - event.age;
    const fresh = event.age < lifetime;
    const first = [...this.#ringing.values()].find((ringing) => ringing.waitsFor(protocol, address));
    if (fresh && first) return first.join(call);
    const before = this.#told.get(address);
    const isOther = !before || before.protocol === protocol || from >= before.until || from + lifetime <= before.from;
    if (!isOther && (before.quietly || !fresh)) return void call.close();
    this.#heard(protocol, address);
    const told: Told = { protocol, from, until: from + lifetime, quietly: false };
    this.#told.set(address, told);
    const ringing = new RingingCall(this.#io.platform.clock, protocol, address, call, (quietly) => {
      this.#ringing.delete(event.callId);
      if (fresh && quietly && this.#told.get(address) === told) this.#told.set(address, { ...told, quietly });
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

/** An incoming call that may have a twin, until one of them is the call. */
class RingingCall extends StandIn {
  readonly #clock: Clock;
  readonly #address: string;
  readonly #released: (quietly: boolean) => void;
  #protocol: Protocol;
  #twin: ProviderCall | null = null;
  #media: OutgoingMedia | null = null;
  /** `open`: nobody has said anything of it, and it rings there. */
  #stage: 'open' | 'answered' | 'settled' = 'open';
  #cancel = (): void => {};

  /** @param released hears that nothing is left of it, and whether nobody on either side was told */
  constructor(
    clock: Clock,
    protocol: Protocol,
    address: string,
    call: ProviderCall,
    released: (quietly: boolean) => void,
  ) {
    super(call.id, call);
    this.#clock = clock;
    this.#protocol = protocol;
    this.#address = address;
    this.#released = released;
  }

  /** Whether a ring of this protocol would be the same call: also one that was on its way when this was answered. */
  waitsFor(protocol: Protocol, address: string): boolean {
    return this.#stage !== 'settled' && !this.#twin && protocol !== this.#protocol && address === this.#address;
  }

  has(callId: string): boolean {
    return callId === this.call.id || callId === this.#twin?.id;
  }

  join(twin: ProviderCall): void {
    this.#twin = twin;
    if (this.#media) twin.prepare(this.#media);
  }

  /** What the runtime is to hear of an event of either; null: nothing. */
  hear(event: ProviderCallEvent): ProviderCallEvent | null {
    const twin = this.#twin;
    if (event.callId === twin?.id && (event.type === 'remote-ended' || this.#stage === 'answered')) {
      this.#twin = null;
      return null;
    }
    if (event.type === 'remote-ended') {
      if (twin && this.#outlives(event.reason)) return this.#goOnWith(twin);
      void this.#settle()?.close();
    }
    // Answered on another device, over whichever of them.
    if (event.type === 'answered-elsewhere') this.#settle()?.hangUp('answered_elsewhere');
    return { ...event, callId: this.id };
  }

  prepare(media: OutgoingMedia): void {
    this.#media = media;
    this.call.prepare(media);
    this.#twin?.prepare(media);
  }

  /** The twin is not told: the caller takes it back, or it is answered where this fails. */
  answer(media: OutgoingMedia): void {
    this.#media = media;
    this.#stage = 'answered';
    this.#cancel = this.#clock.after(KEPT, () => void this.#settle()?.close());
    this.call.answer(media);
  }

  decline(reason: 'declined' | 'busy_here'): void {
    const twin = this.#settle();
    this.call.decline(reason);
    twin?.decline(reason);
  }

  hangUp(reason: EndReason): void {
    const twin = this.#settle();
    this.call.hangUp(reason);
    twin?.hangUp(reason);
  }

  override async setTracks(tracks: LocalTracks): Promise<void> {
    if (this.#media) this.#media = { ...this.#media, tracks };
    await this.call.setTracks(tracks);
  }

  async close(): Promise<void> {
    const quietly = this.#stage === 'open';
    const twin = this.#settle();
    this.#released(quietly);
    this.unfollow();
    await Promise.all([this.call.close(), twin?.close()]);
  }

  /** Whether the end of one of them is not the end of the other. */
  #outlives(reason: EndReason): boolean {
    return this.#stage === 'open' || (this.#stage === 'answered' && ONE_WAY_FAILED.has(reason));
  }

  #goOnWith(twin: ProviderCall): null {
    this.follow(twin);
    this.#protocol = this.#protocol === 'legacy' ? 'matrixRtc' : 'legacy';
    this.#twin = null;
    if (this.#stage === 'answered' && this.#media) twin.answer(this.#media);
    return null;
  }

  /** One of them is the call from now on. @returns the other one, which is to end */
  #settle(): ProviderCall | null {
    const twin = this.#twin;
    this.#cancel();
    this.#twin = null;
    this.#stage = 'settled';
    return twin;
  }
}
