import type { CallAssist, CommandResult } from '../../../runtime/api.ts';
import type { CheckId, CheckResult } from '../../../runtime/checks/checks.ts';
import type { CameraPath, CameraProblem, CameraSourceId, DeviceChoice } from '../../../runtime/media/media.ts';
import type { Station } from '../../../runtime/storage/storage.ts';

/** What setting up a device needs of the runtime: the page's one, or a test's. */
export interface SetupApi extends Pick<
  CallAssist,
  | 'snapshot'
  | 'protocols'
  | 'addAccount'
  | 'verifyAccount'
  | 'signOut'
  | 'configureStation'
  | 'cameras'
  | 'allowSound'
  | 'takeOver'
> {
  /** One check after the other; devices are asked for, so it begins with a touch. Never rejects. */
  checks(run: CheckRun): Promise<readonly CheckResult[]>;
  /** @throws when Home Assistant is away */
  stationHelpers(): Promise<readonly StationHelper[]>;
  /** Safe to repeat: what is there stays as it is. */
  createHelpers(): Promise<CreatedHelpers>;
  /** The same helpers as a package of Home Assistant; empty before {@link stationHelpers} was asked. */
  helpersYaml(): string;
  /** @throws when Home Assistant is away */
  isAdmin(): Promise<boolean>;
  /** The overlay rings as for a call of somebody with this name. */
  simulateCall(options: TestCallOptions): Promise<void>;
  /** A call to a partner in this page, which sends one's own picture and sound back. */
  testCall(options: TestCallOptions): Promise<CommandResult>;
  /**
   * Opens a camera as a call would, to look at it here; nothing is sent. Ends with the signal.
   * @throws CameraError
   */
  previewCamera?(choice: Pick<Station, 'camera' | 'deviceCamera'>, signal: AbortSignal): Promise<PreviewedCamera>;
  /**
   * Listens to a microphone, to show how loud it is; nothing is sent or kept. Ends with the signal.
   * @returns `ended` resolves when the microphone is gone by itself
   * @throws MicrophoneError
   */
  followMicrophone?(
    choice: DeviceChoice | null,
    on: { readonly signal: AbortSignal; readonly onLevel: (peak: number | null) => void },
  ): Promise<{ readonly ended: Promise<void> }>;
}

export interface CheckRun {
  readonly only?: CheckId;
  readonly signal?: AbortSignal;
  onBegin?(id: CheckId): void;
  onResult(result: CheckResult): void;
}

export interface TestCallOptions {
  readonly video: boolean;
  /** Of the partner, in the person's language. */
  readonly name: string;
}

export interface PreviewedCamera {
  /** Ends with the signal. */
  readonly track: MediaStreamTrack;
  readonly path: CameraPath;
  /** What really gives the picture: `this_device` where the chosen camera could not be had. */
  readonly source: CameraSourceId;
  /** Resolves when the picture is gone by itself; never rejects. */
  readonly lost: Promise<{ readonly problem: CameraProblem }>;
}

export type HelperKey =
  | 'state'
  | 'with'
  | 'last_result'
  | 'dial'
  | 'ring'
  | 'answer'
  | 'decline'
  | 'hang_up'
  | 'microphone'
  | 'camera'
  | 'do_not_disturb'
  | 'missed'
  | 'alive';

export interface StationHelper {
  readonly key: HelperKey;
  readonly entityId: string;
  readonly exists: boolean;
  /** It is there, and switched off in Home Assistant. */
  readonly disabled: boolean;
}

export type HelperProblem = 'not_admin' | 'domain_missing' | 'wrong_id' | 'disabled' | 'refused' | 'no_answer';

export interface HelperOutcome {
  readonly key: HelperKey;
  readonly entityId: string;
  readonly outcome: 'exists' | 'created' | 'failed';
  readonly problem?: HelperProblem;
}

export type CreatedHelpers =
  | { readonly ok: true; readonly helpers: readonly HelperOutcome[] }
  | { readonly ok: false; readonly refused: 'not_admin' | 'home_assistant_away' };
