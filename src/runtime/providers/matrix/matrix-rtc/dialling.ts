import type { CallId, Peer } from '../../../call/call.ts';
import type { ProviderCallEvent } from '../../../call/events.ts';
import type { Clock } from '../../../platform/platform.ts';
import type { OutgoingMedia, ProviderCall } from '../../provider.ts';
import type { Protocol, Way } from './choose.ts';
import { DialledCall } from './dialled.ts';

type Invited = Extract<ProviderCallEvent, { type: 'invited' }>;

export interface DiallingOptions {
  readonly clock: Clock;
  dial(protocol: Protocol, callId: CallId, peer: Peer, media: OutgoingMedia): ProviderCall;
  emit(event: ProviderCallEvent): void;
  /** Over what somebody was reached; null: no more over what had reached them. */
  remember(address: string, protocol: Protocol | null): void;
}

/** The calls that we make, of both protocols. */
export class Dialling {
  readonly #options: DiallingOptions;
  readonly #calls = new Set<DialledCall>();

  constructor(options: DiallingOptions) {
    this.#options = options;
  }

  dial(callId: CallId, peer: Peer, media: OutgoingMedia, way: Way): ProviderCall {
    const { clock, dial, emit, remember } = this.#options;
    const { address } = peer;
    const call = new DialledCall(callId, address, way, media, {
      clock,
      dial: (protocol, id, present) => dial(protocol, id, peer, present),
      emit,
      answered: (protocol) => remember(address, protocol),
      unanswered: () => {
        // Where both have rung nothing is learnt.
        if (way.second === null) remember(address, null);
      },
      closed: () => this.#calls.delete(call),
    });
    this.#calls.add(call);
    return call;
  }

  /** @returns whether an event was for a call of ours */
  hear(event: ProviderCallEvent): boolean {
    return event.type !== 'invited' && [...this.#calls].some((call) => call.hear(event));
  }

  /** @returns whether a call that comes in is one that we make */
  meets(protocol: Protocol, call: ProviderCall, { peer, age, lifetime }: Invited): boolean {
    const isFresh = lifetime === null || age < lifetime;
    return isFresh && [...this.#calls].some((ours) => ours.address === peer.address && ours.meets(protocol, call));
  }
}
