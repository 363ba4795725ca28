import type { CallId, Millis, Peer } from '../call/call.ts';
import type { CallRecord } from '../call/effects.ts';
import type { DisplayAnnouncement, DisplayId, DisplaySound } from '../displays/view.ts';
import type { DeviceChoice, CameraSourceId } from '../media/media.ts';
import type { RingtoneId } from '../platform/ringtones.ts';
import type { Account, Secrets } from '../providers/provider.ts';

/** A camera + a microphone + a display, with a name. */
export interface Station {
  /** As in the helpers' entity ids: lower case letters, digits, underscores. */
  readonly slug: string;
  readonly name: string;
  readonly camera: CameraSourceId;
  readonly microphone: DeviceChoice | null;
  readonly deviceCamera: DeviceChoice | null;
  /** Where calls sound, in browsers that can choose; null: the browser's own choice. */
  readonly speaker: DeviceChoice | null;
  /** Whether scripts may dial addresses that are no contacts. */
  readonly dialAnyone: boolean;
  /** Whether scripts may answer. The microphone opens then, as with every answer. */
  readonly scriptAnswers: boolean;
  /** Whether an answer by script or helper sends the camera. Off until a person turns it on. */
  readonly scriptAnswersWithCamera: boolean;
  /** Whether scripts may hang up and decline. */
  readonly scriptHangsUp: boolean;
  /** Whether scripts may turn the microphone on again in a call. Muting is always allowed. */
  readonly scriptUnmutes: boolean;
  /** Whether scripts may turn the camera on in a call, or choose another one. Turning it off is always allowed. */
  readonly scriptTurnsCameraOn: boolean;
  /** Whether an address of the page (`?call_assist=dial:…`) dials without asking. */
  readonly linkDials: boolean;
  /** The screen that somebody chose for its calls. */
  readonly display: DisplayId;
  /** Whether calls begin there; else they begin here, and are moved by hand. */
  readonly displayStarts: boolean;
  /** Where calls on that screen are heard: what was chosen last. */
  readonly displaySound: DisplaySound;
  /** 0 to 1: how loud calls are there, beside its own volume; less than 1 where it would be heard by the microphone. */
  readonly displayLevel: number;
  /** Whether a call that comes in is shown there while it rings. */
  readonly displayAnnounces: DisplayAnnouncement;
  /** Address of a go2rtc that this browser and the media players reach, for those that are no cast devices; '': none. */
  readonly displayServer: string;
}

/** What of a station says what scripts, helpers and links may do without a touch. */
export const STATION_SWITCHES = [
  'dialAnyone',
  'linkDials',
  'scriptAnswers',
  'scriptAnswersWithCamera',
  'scriptHangsUp',
  'scriptUnmutes',
  'scriptTurnsCameraOn',
] as const satisfies readonly (keyof Station)[];
export type StationSwitch = (typeof STATION_SWITCHES)[number];

/** Name of the settings record that holds what people chose for this device. */
export const SETTINGS = 'device';

/** What people here chose for somebody they know; kept by account and contact. */
export interface PersonChoice {
  readonly favourite: boolean;
  /** Shown instead of the name, and can be dialled by scripts and helpers. */
  readonly alias: string | null;
  /** null: the device's. */
  readonly ringtone: RingtoneId | null;
  /** Whether their calls are answered by themselves after a countdown ("drop-in"), and with what. */
  readonly autoAnswer: 'off' | 'voice' | 'video';
  /** Rings although do not disturb is on. */
  readonly throughQuiet: boolean;
  /** Never rings here: no outcome, no record. */
  readonly blocked: boolean;
}

/** Whose choice it is. */
export interface PersonKey {
  readonly accountId: string;
  readonly contactId: string;
}

export interface HistoryEntry extends CallRecord {
  /** Key, ascending in time. */
  readonly id: number;
}

export interface HistoryRange {
  readonly limit: number;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
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

/**
 * Why the database cannot be used; shown with its next step. `newer`: a newer version of the card wrote it. `cleared`:
 * it was deleted while it was open.
 */
export type StorageProblem = 'blocked' | 'full' | 'newer' | 'corrupt' | 'cleared' | 'unavailable';

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
    /** Newest first: the first `limit` that match, of those older than `before` (an id) and newer than `after`. */
    page(query: HistoryRange, matches: (entry: HistoryEntry) => boolean): Promise<readonly HistoryEntry[]>;
    /** Ids that are not there are no error. */
    remove(ids: readonly number[]): Promise<void>;
    clear(): Promise<void>;
  };
  readonly people: {
    list(): Promise<readonly (PersonKey & PersonChoice)[]>;
    put(person: PersonKey & PersonChoice): Promise<void>;
    remove(person: PersonKey): Promise<void>;
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
