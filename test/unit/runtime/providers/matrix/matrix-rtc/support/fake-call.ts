import type { EndReason } from '../../../../../../../src/runtime/call/call.ts';
import { Store } from '../../../../../../../src/runtime/platform/readable.ts';
import type { CallSecurity, ProviderCall, RemoteMedia } from '../../../../../../../src/runtime/providers/provider.ts';
import { NO_STATS } from '../../../../../../../src/runtime/providers/rtc/stats.ts';

/** A call of either protocol, which writes down what it is told. */
export class FakeCall implements ProviderCall {
  readonly id: string;
  readonly told: string[] = [];
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly security = new Store<CallSecurity>('on-the-way');

  constructor(id: string) {
    this.id = id;
  }

  get goodbye(): Readonly<Record<string, unknown>> {
    return { of: this.id };
  }

  prepare = (): void => void this.told.push('prepare');
  answer = (): void => void this.told.push('answer');
  decline = (reason: string): void => void this.told.push(reason);
  hangUp = (reason: EndReason): void => void this.told.push(reason);
  restart = (): void => void this.told.push('restart');
  setTracks = async (): Promise<void> => void this.told.push('tracks');
  stats = async (): Promise<typeof NO_STATS> => NO_STATS;
  close = async (): Promise<void> => void this.told.push('close');
}
