import type { MediaKinds, Millis } from '../../../call/call.ts';
import type { Scope } from '../../../platform/scope.ts';
import { within } from '../../../platform/wait.ts';
import { SendError } from '../calls/reasons.ts';
import type { Sealed } from '../calls/wire.ts';
import type { RtcOffice } from './office.ts';
import type { Transport } from './signalling/transports.ts';
import type { Form, Joined, JoinOptions, Seat } from './signalling/wire.ts';

/** How long our membership may take to be in the room. */
const JOIN: Millis = 10_000;

/** How we take part in a call; settled once, before the first token. */
export interface Terms {
  readonly form: Form;
  readonly memberId: string;
  readonly transport: Transport;
}

export interface StayOptions extends Pick<JoinOptions, 'roomId' | 'encrypted' | 'onKey'> {
  readonly office: Pick<RtcOffice<never>, 'wire' | 'platform' | 'leaving'>;
  /** Ends waiting. */
  readonly scope: Scope;
  /** Whether the room has a membership of this device. */
  isListed(): boolean;
  /** A membership that the room had is lost for good. */
  failed(error: SendError): void;
}

/** Our membership in the call of a room: from before it is sent until it is taken away. */
export class Stay {
  readonly #options: StayOptions;
  #seat: Seat | null = null;
  #joined: Joined | null = null;
  #sealed: Sealed | null = null;

  constructor(options: StayOptions) {
    this.#options = options;
  }

  /** Where our membership stands; null: none was sent. */
  get seat(): Seat | null {
    return this.#seat;
  }

  /** Becomes a member; resolves when the room says so. @throws SendError */
  async begin({ form, memberId, transport }: Terms, { video }: MediaKinds): Promise<void> {
    const { office, scope, roomId, encrypted, onKey, isListed, failed } = this.#options;
    const seat = office.wire.seat(roomId, form, memberId);
    await office.leaving.get(roomId);
    // Left behind by a page before this one: what is the same is no news to the server.
    if (isListed()) await office.wire.vacate(seat);
    if (scope.closed) return;
    this.#seat = seat;
    const refused = Promise.withResolvers<never>();
    const onFailed = (error: SendError): void => {
      refused.reject(error);
      if (isListed()) failed(error);
    };
    this.#joined = office.wire.join({ roomId, form, memberId, transport, video, encrypted, onKey, onFailed });
    await within(Promise.race([this.#listed(), refused.promise]), {
      clock: office.platform.clock,
      limit: JOIN,
      signal: scope.signal,
      expired: () => new SendError('unreachable', null, new Error('the membership did not come by sync')),
    });
    this.#sealed = office.wire.sealLeave(seat);
  }

  /** The page goes: takes it away without waiting; once. */
  post(): void {
    this.#sealed?.post();
    this.#sealed = null;
  }

  /** Takes it away. Who comes to the same call again waits for that. @param rung what has to be in the room before */
  async end(rung: Promise<unknown>): Promise<void> {
    const { office, roomId } = this.#options;
    this.#sealed = null;
    const joined = this.#joined;
    if (!joined) return;
    const left = rung.then(() => joined.leave());
    office.leaving.set(roomId, left);
    await left;
    if (office.leaving.get(roomId) === left) office.leaving.delete(roomId);
  }

  /** Resolves when the room has it. */
  #listed(): Promise<void> {
    const { office, scope, roomId, isListed } = this.#options;
    return new Promise((resolve) => {
      const unwatch = office.wire.watch(roomId, () => look());
      const forget = scope.add(unwatch);
      const look = (): void => {
        if (!isListed()) return;
        unwatch();
        forget();
        resolve();
      };
      look();
    });
  }
}
