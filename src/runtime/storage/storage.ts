import type { CallId, Millis, Peer } from '../call/call.ts';
import type { CallRecord } from '../call/effects.ts';
import type { DeviceChoice, CameraSourceId } from '../media/media.ts';
import type { Account, Secrets } from '../providers/provider.ts';

/** A camera + a microphone + a display, with a name. */
export interface Station {
  /** As in the helpers' entity ids: lower case letters, digits, underscores. */
  readonly slug: string;
  readonly name: string;
  readonly camera: CameraSourceId;
  readonly microphone: DeviceChoice | null;
  readonly deviceCamera: DeviceChoice | null;
  /** Whether scripts may dial addresses that are no contacts. */
  readonly dialAnyone: boolean;
  /** Whether an answer by script or helper sends the camera. Off until a person turns it on. */
  readonly scriptAnswersWithCamera: boolean;
}

export interface HistoryEntry extends CallRecord {
  /** Key, ascending in time. */
  readonly id: number;
}

/** A call that was running when its page went away. */
export interface RunningCall {
  readonly callId: CallId;
  readonly direction: 'incoming' | 'outgoing';
  readonly peer: Peer;
  readonly video: boolean;
  readonly began: Millis;
  readonly answered: Millis | null;
  readonly connected: Millis | null;
  /** For `ProviderSession.abandon`. */
  readonly goodbye: Readonly<Record<string, unknown>>;
}

/** Why the database cannot be used; shown with its next step. `newer`: a newer version of the card wrote it. */
export type StorageProblem = 'blocked' | 'full' | 'newer' | 'corrupt' | 'unavailable';

export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, options: { cause?: unknown } = {}) {
    super(`storage: ${problem}`, options);
    this.name = 'StorageError';
    this.problem = problem;
  }
}

/**
 * This device's own data. Records that do not fit their schema are left where they are, reported and skipped:
 * one broken record never hides the others. Every method may throw {@link StorageError}.
 */
export interface Storage {
  readonly accounts: {
    list(): Promise<readonly Account[]>;
    /** Account and its sealed secrets, in one transaction. */
    put(account: Account, secrets: Secrets): Promise<void>;
    /** null when they are gone or cannot be opened: the person has to sign in again. */
    secrets(accountId: string): Promise<Secrets | null>;
    /** Keeps account and history, forgets the secrets. */
    forgetSecrets(accountId: string): Promise<void>;
    remove(accountId: string): Promise<void>;
  };
  readonly history: {
    add(record: CallRecord): Promise<void>;
    /** Newest first. */
    latest(limit: number): Promise<readonly HistoryEntry[]>;
    clear(): Promise<void>;
  };
  readonly stations: {
    list(): Promise<readonly Station[]>;
    put(station: Station): Promise<void>;
    remove(slug: string): Promise<void>;
  };
  readonly running: {
    list(): Promise<readonly RunningCall[]>;
    put(call: RunningCall): Promise<void>;
    remove(callId: CallId): Promise<void>;
  };
  /** Small device settings: plain JSON by name. */
  readonly settings: {
    get<T>(name: string, check: (value: unknown) => value is T): Promise<T | null>;
    put(name: string, value: unknown): Promise<void>;
  };
  close(): void;
}
