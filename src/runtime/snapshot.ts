import type { AccountView, CallView, PersonView, Problem, Snapshot } from './api.ts';
import type { CallsState } from './call/call.ts';
import { autoAnswerAt, cameraOnAt } from './call/drop-in.ts';
import type { Device } from './device.ts';
import type { HomeCalls } from './home-calls.ts';
import type { SessionView } from './call-sessions.ts';
import type { ContactRequest, RemoteParticipant } from './providers/provider.ts';

/** All that a snapshot is made of. */
export interface SnapshotParts {
  readonly role: Snapshot['role'];
  readonly secureContext: boolean;
  readonly accounts: readonly AccountView[];
  readonly contacts: readonly PersonView[];
  readonly requests: readonly ContactRequest[];
  readonly device: ReturnType<Device['view']>;
  readonly state: CallsState;
  /** Of the calls that count: how a test call ended is not it. */
  readonly lastResult: Snapshot['lastResult'];
  readonly soundBlocked: boolean;
  readonly sounding: Snapshot['sounding'];
  readonly problems: readonly Problem[];
  /** Calls and notes of Home Assistant itself. */
  readonly home: Pick<HomeCalls, 'view' | 'notes'>;
  /** Slug of the station that has a call. */
  readonly station: (callId: string) => string;
  readonly session: (callId: string) => SessionView | null;
  readonly display: (callId: string) => CallView['display'];
}

/** Pure: the parts as one read-only value, plain enough to be posted to another tab. */
export function makeSnapshot(parts: SnapshotParts): Snapshot {
  const {
    role,
    secureContext,
    accounts,
    contacts,
    requests,
    device,
    state,
    lastResult,
    soundBlocked,
    sounding,
    problems,
  } = parts;
  return {
    ...device,
    role,
    secureContext,
    accounts,
    contacts,
    requests,
    soundBlocked,
    sounding,
    problems,
    lastResult,
    ...(parts.home.notes.length && { notes: parts.home.notes }),
    answerWaits: state.pendingAnswer !== null,
    calls: state.calls.map((call): CallView => {
      const session = parts.session(call.id);
      const account = accounts.find((view) => view.id === call.peer.accountId);
      const contact = contacts.find(
        ({ accountId, address }) => accountId === call.peer.accountId && address === call.peer.address,
      );
      const ring = parts.home.view(call.id);
      const display = parts.display(call.id);
      const others = session?.remote.participants ?? [];
      return {
        ...call,
        station: parts.station(call.id),
        ...(ring && { ring }),
        ...(display && { display }),
        avatar: contact?.avatar ?? null,
        accountAddress: account?.address ?? '',
        protocolName: account?.protocolName ?? '',
        camera: session?.camera ?? { state: 'off' },
        microphone: session?.microphone ?? { choice: null, problem: null },
        security: session?.security ?? null,
        remoteAudioMuted: all(others, ({ audioMuted }) => audioMuted),
        remoteOnHold: all(others, ({ onHold }) => onHold === true),
        remoteUnreadable: all(others, ({ unreadable }) => unreadable === true),
        autoAnswerAt: autoAnswerAt(call, state.policy),
        cameraOnAt: cameraOnAt(call),
        remoteVideo: others.some(({ video, videoMuted }) => video !== null && !videoMuted),
      };
    }),
  };
}

/** Whether there are people, and this holds for each of them. */
function all(people: readonly RemoteParticipant[], holds: (person: RemoteParticipant) => boolean): boolean {
  return people.length > 0 && people.every(holds);
}
