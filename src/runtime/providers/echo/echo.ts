import type { Peer } from '../../call/call.ts';
import { Store } from '../../platform/readable.ts';
import type {
  AccountStatus,
  Contact,
  ContactRequest,
  ProviderCall,
  ProviderIO,
  ProviderSession,
  Resolution,
} from '../provider.ts';
import { EchoCall } from './call.ts';
import { echoPeer } from './peer.ts';

/** A test partner in this page, which needs no account and no network. */
export interface Echo extends ProviderSession {
  /** Rings like any call; answered, it sends one's own picture back at once and one's own sound a moment later. */
  simulateIncoming(call: { readonly video: boolean; readonly name: string }): ProviderCall;
}

export interface EchoOptions {
  readonly createContext?: () => AudioContext;
}

export function createEcho(io: Pick<ProviderIO, 'platform' | 'invited' | 'emit'>, options: EchoOptions = {}): Echo {
  const { platform } = io;
  const { createContext = () => new AudioContext() } = options;
  const calls = new Set<EchoCall>();
  const begin = (id: string, peer: Peer): EchoCall => {
    const onOver = (over: EchoCall): void => void calls.delete(over);
    const call = new EchoCall({ id, peer, platform, emit: (event) => io.emit(event), createContext, onOver });
    calls.add(call);
    return call;
  };
  const close = async (): Promise<void> => {
    await Promise.all([...calls].map((call) => call.close()));
  };
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    status: new Store<AccountStatus>({ state: 'online' }),
    contacts: new Store<readonly Contact[]>([]),
    requests: new Store<readonly ContactRequest[]>([]),
    resolve: (): Resolution => ({ refused: 'refused_unknown_contact' }),
    simulateIncoming({ video, name }) {
      const peer = echoPeer(name);
      const call = begin(platform.id(), peer);
      call.ring(video);
      const offered = { audio: true, video };
      io.invited(call, { type: 'invited', callId: call.id, peer, offered, age: 0, lifetime: null });
      return call;
    },
    dial(callId, peer, media) {
      const call = begin(callId, peer);
      call.place(media);
      return call;
    },
    acceptRequest: nothing,
    rejectRequest: nothing,
    abandon: nothing,
    pageClosing: () => {},
    close,
    signOut: close,
  };
}
