import type { AccountView, CallView, Problem, Snapshot } from './api.ts';
import type { CallsState } from './call/call.ts';
import type { SessionView } from './call-sessions.ts';
import type { Contact, ContactRequest } from './providers/provider.ts';
import type { HistoryEntry, Station } from './storage/storage.ts';

/** All that a snapshot is made of. */
export interface SnapshotParts {
  readonly role: Snapshot['role'];
  readonly secureContext: boolean;
  readonly accounts: readonly AccountView[];
  readonly contacts: readonly Contact[];
  readonly requests: readonly ContactRequest[];
  readonly station: Station;
  readonly state: CallsState;
  readonly soundBlocked: boolean;
  readonly sounding: Snapshot['sounding'];
  readonly history: readonly HistoryEntry[];
  readonly problems: readonly Problem[];
  readonly session: (callId: string) => SessionView | null;
}

/** Pure: the parts as one read-only value, plain enough to be posted to another tab. */
export function makeSnapshot(parts: SnapshotParts): Snapshot {
  const {
    role,
    secureContext,
    accounts,
    contacts,
    requests,
    station,
    state,
    soundBlocked,
    sounding,
    history,
    problems,
  } = parts;
  return {
    role,
    secureContext,
    accounts,
    contacts,
    requests,
    station,
    soundBlocked,
    sounding,
    history,
    problems,
    lastResult: state.lastResult,
    answerWaits: state.pendingAnswer !== null,
    calls: state.calls.map((call): CallView => {
      const session = parts.session(call.id);
      const account = accounts.find((view) => view.id === call.peer.accountId);
      const contact = contacts.find(
        ({ accountId, address }) => accountId === call.peer.accountId && address === call.peer.address,
      );
      const [remote] = session?.remote.participants ?? [];
      return {
        ...call,
        avatar: contact?.avatar ?? null,
        accountAddress: account?.address ?? '',
        protocolName: account?.protocolName ?? '',
        camera: session?.camera ?? { state: 'off' },
        security: session?.security ?? null,
        remoteAudioMuted: remote?.audioMuted ?? false,
        remoteVideo: remote ? remote.video !== null && !remote.videoMuted : false,
      };
    }),
  };
}
