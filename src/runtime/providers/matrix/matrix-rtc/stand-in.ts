import type { EndReason } from '../../../call/call.ts';
import { Store } from '../../../platform/readable.ts';
import type { CallSecurity, CallStats, LocalTracks, OutgoingMedia, ProviderCall, RemoteMedia } from '../../provider.ts';

/** One call for the runtime, behind which one call after another may stand. */
export abstract class StandIn implements ProviderCall {
  readonly id: string;
  readonly remote: Store<RemoteMedia>;
  readonly security: Store<CallSecurity>;
  #call: ProviderCall;
  #unfollow = (): void => {};

  constructor(id: string, call: ProviderCall) {
    this.id = id;
    this.#call = call;
    this.remote = new Store(call.remote.value);
    this.security = new Store(call.security.value);
    this.follow(call);
  }

  /** What stands behind it now. */
  protected get call(): ProviderCall {
    return this.#call;
  }

  protected follow(call: ProviderCall): void {
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

  protected unfollow(): void {
    this.#unfollow();
    this.remote.set({ participants: [] });
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

  abstract prepare(media: OutgoingMedia): void;
  abstract answer(media: OutgoingMedia): void;
  abstract decline(reason: 'declined' | 'busy_here'): void;
  abstract hangUp(reason: EndReason): void;
  abstract close(): Promise<void>;
}
