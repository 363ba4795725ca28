import type { CallId, EndReason, Millis } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { LocalTracks, OutgoingMedia, ProviderCall } from '../../provider.ts';
import type { Protocol, Way } from './choose.ts';
import { ONE_WAY_FAILED } from './ends.ts';
import { StandIn } from './stand-in.ts';

/** From when it rings over one protocol until it rings over the other, too: who can take both may answer before. */
export const JOIN_AFTER: Millis = 5_000;
/**
 * We call over an SFU while they call by a legacy invitation. Where they speak both, their side comes to the SFU within
 * this time; then it is theirs that is answered.
 */
export const YIELD: Millis = 3_000;

type Invited = Extract<ProviderCallEvent, { type: 'invited' }>;
type Told = Exclude<ProviderCallEvent, Invited>;
type Ended = Extract<Told, { type: 'remote-ended' | 'answered-elsewhere' }>;

export interface DialledOptions {
  readonly clock: Clock;
  readonly dial: (protocol: Protocol, callId: CallId, media: OutgoingMedia) => ProviderCall;
  readonly emit: (event: Told) => void;
  readonly answered: (protocol: Protocol) => void;
  /** Nobody has answered it for as long as it rang. */
  readonly unanswered: () => void;
  /** Nothing is left of it. */
  readonly closed: () => void;
}

/** One attempt of ours, or a call of theirs that means the same. */
interface Line {
  readonly call: ProviderCall;
  readonly protocol: Protocol;
  readonly theirs: boolean;
}

/**
 * A call that we make: over one protocol, then maybe over both until one is answered, or by answering theirs that
 * crosses it. For the runtime one call.
 */
export class DialledCall extends StandIn {
  readonly address: string;
  readonly #options: DialledOptions;
  readonly #lines = new Map<CallId, Line>();
  #second: Protocol | null;
  #media: OutgoingMedia;
  #delivered = false;
  /** Somebody answered, or it is over. */
  #settled = false;
  #cancel = (): void => {};
  #cancelYield = (): void => {};

  constructor(id: CallId, address: string, way: Way, media: OutgoingMedia, options: DialledOptions) {
    const call = options.dial(way.first, id, media);
    super(id, call);
    this.address = address;
    this.#options = options;
    this.#second = way.second;
    this.#media = media;
    this.#lines.set(id, { call, protocol: way.first, theirs: false });
  }

  /** An event of a call of either protocol. @returns whether it was for this one */
  hear(event: Told): boolean {
    const line = this.#lines.get(event.callId);
    if (!line) return false;
    if (event.type === 'delivered') this.#rings();
    else if (event.type === 'accepted') this.#take(line);
    else if (event.type === 'remote-ended' || event.type === 'answered-elsewhere') this.#lost(line, event);
    else if (line.call === this.call) this.#options.emit({ ...event, callId: this.id });
    return true;
  }

  /**
   * They ring while ours waits for them. What is of the same protocol was settled there. @returns whether theirs is this
   * call
   */
  meets(protocol: Protocol, call: ProviderCall): boolean {
    const lines = [...this.#lines.values()];
    if (this.#settled || lines.some((line) => line.protocol === protocol)) return false;
    const line: Line = { call, protocol, theirs: true };
    this.#lines.set(call.id, line);
    call.prepare(this.#media);
    if (protocol === 'matrixRtc') this.#answer(line);
    else this.#cancelYield = this.#options.clock.after(YIELD, () => this.#answer(line));
    return true;
  }

  prepare(): void {
    // There is nothing to answer.
  }

  answer(): void {
    // As above.
  }

  decline(): void {
    // As above.
  }

  hangUp(reason: EndReason): void {
    if (reason === 'no_answer' && !this.#settled) this.#options.unanswered();
    this.#settle();
    for (const line of this.#lines.values()) end(line, reason);
  }

  override async setTracks(tracks: LocalTracks): Promise<void> {
    this.#media = { ...this.#media, tracks };
    await Promise.all([...this.#lines.values()].map(({ call }) => call.setTracks(tracks)));
  }

  /** Of all that the other side may know of. */
  override get goodbye(): Readonly<Record<string, unknown>> {
    return Object.assign({}, ...[...this.#lines.values()].map(({ call }) => call.goodbye));
  }

  async close(): Promise<void> {
    this.#settle();
    this.#options.closed();
    this.unfollow();
    await Promise.all([...this.#lines.values()].map(({ call }) => call.close()));
  }

  #rings(): void {
    if (this.#settled) return;
    this.#deliver();
    if (this.#second !== null) this.#cancel = this.#options.clock.after(JOIN_AFTER, () => this.#dialOther());
  }

  #dialOther(): Line | null {
    const protocol = this.#second;
    this.#second = null;
    if (protocol === null) return null;
    const id = `${this.id} ${protocol}`;
    const line: Line = { call: this.#options.dial(protocol, id, this.#media), protocol, theirs: false };
    this.#lines.set(id, line);
    return line;
  }

  /** It is this one from now on, and nothing else. */
  #moveTo(line: Line): void {
    this.follow(line.call);
    for (const other of this.#lines.values()) {
      if (other === line) continue;
      this.#lines.delete(other.call.id);
      end(other, 'answered_elsewhere');
      void other.call.close();
    }
  }

  #take(line: Line): void {
    if (this.#settled) return;
    this.#settle();
    this.#moveTo(line);
    this.#deliver();
    this.#options.answered(line.protocol);
    this.#options.emit({ type: 'accepted', callId: this.id });
  }

  #answer(line: Line): void {
    this.#take(line);
    line.call.answer(this.#media);
  }

  #lost(line: Line, event: Ended): void {
    const others = [...this.#lines.values()].filter((other) => other !== line);
    const isAnswered = this.#settled && line.call === this.call;
    // What somebody says is said of the call; what fails is one way of several.
    if (!isAnswered && (line.theirs || !isWord(event))) {
      const next = others.find(({ theirs }) => !theirs) ?? others[0] ?? this.#nextAfter(event);
      if (next) return this.#drop(line, next);
    }
    this.#settle();
    for (const other of others) end(other, 'answered_elsewhere');
    this.#options.emit({ ...event, callId: this.id });
  }

  #drop(line: Line, next: Line): void {
    this.#lines.delete(line.call.id);
    void line.call.close();
    if (line.theirs) return this.#cancelYield();
    this.#cancel();
    if (line.call !== this.call) return;
    if (next.theirs) this.#answer(next);
    else this.follow(next.call);
  }

  #nextAfter(event: Ended): Line | null {
    return event.type === 'remote-ended' && ONE_WAY_FAILED.has(event.reason) ? this.#dialOther() : null;
  }

  #deliver(): void {
    if (this.#delivered) return;
    this.#delivered = true;
    this.#options.emit({ type: 'delivered', callId: this.id });
  }

  #settle(): void {
    this.#settled = true;
    this.#cancel();
    this.#cancelYield();
  }
}

/** Whether a person has said something, rather than that something failed. */
function isWord(event: Ended): boolean {
  return event.type === 'answered-elsewhere' || event.reason === 'remote_declined' || event.reason === 'busy';
}

/** Theirs is for them to take back. */
function end({ call, theirs }: Line, reason: EndReason): void {
  if (theirs) void call.close();
  else call.hangUp(reason);
}
