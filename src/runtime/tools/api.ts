import type { CheckId, CheckResult } from '../checks/checks.ts';
import type { DisplayView, TvView } from '../displays/view.ts';
import type { CreatedHelpers, FoundHelper } from '../home-assistant/create-helpers.ts';
import type { RemovedHelpers } from '../home-assistant/remove-helpers.ts';
import type { RemovedTvPlace } from '../home-assistant/tv-view.ts';
import type { CameraPath, CameraProblem, CameraSourceId, DeviceChoice } from '../media/media.ts';
import type { Station } from '../storage/storage.ts';

/** What sets a device up and says how it is: the same with accounts, without, and in a tab that has no calls. */
export interface Tools {
  /**
   * "Can this device make calls?" One check after the other, each within its time; devices are asked for, so it begins
   * with a touch. Never rejects.
   * @returns the results there are when it ends
   */
  checks(run: CheckRun): Promise<readonly CheckResult[]>;
  /** Which of the station's helpers Home Assistant has. @throws HomeAssistantError */
  stationHelpers(slug?: string): Promise<readonly FoundHelper[]>;
  /**
   * Makes the helpers that are missing, repairs those that cannot work, and makes this device the station that writes
   * to them. Safe to repeat: what is well stays as it is.
   */
  createHelpers(slug?: string): Promise<CreatedHelpers>;
  /** Removes the station's helpers from Home Assistant. Those that were made in YAML stay. */
  removeHelpers(slug?: string): Promise<RemovedHelpers>;
  /** The same as a package of Home Assistant, to copy; empty before {@link stationHelpers} was asked. */
  helpersYaml(slug?: string): string;
  /** Whether this browser's user is an administrator of Home Assistant. @throws HomeAssistantError */
  isAdmin(): Promise<boolean>;
  /**
   * Opens a camera as a call would, to look at it here; nothing is sent. Ends with the signal.
   * @throws CameraError
   */
  previewCamera(choice: Pick<Station, 'camera' | 'deviceCamera'>, signal: AbortSignal): Promise<PreviewedCamera>;
  /**
   * Listens to a microphone, to show how loud it is; nothing is sent or kept. Ends with the signal.
   * @returns `ended` resolves when the microphone is gone by itself
   * @throws MicrophoneError
   */
  followMicrophone(choice: DeviceChoice | null, on: MicrophoneLook): Promise<{ readonly ended: Promise<void> }>;
  /** Microphones, cameras and speakers of this device, for choosing. @throws what `enumerateDevices` throws */
  devices(): Promise<DeviceLists>;
  /**
   * Media players of Home Assistant that can be chosen as displays, those that can show a call first, each with what it
   * can and what came of the last try here. Works in every tab.
   * @param slug of the call station whose calls they would show; the first unless given
   * @throws HomeAssistantError
   */
  displays(slug?: string): Promise<readonly DisplayView[]>;
  /** Where the card is in TV mode; null: nowhere. @throws HomeAssistantError */
  tvView(): Promise<TvView | null>;
  /** Makes the view that TVs show, where there is none. Home Assistant lets its administrators do that. */
  createTvView(): Promise<CreatedTvView>;
  /** Takes the view for TVs out of Home Assistant, and its dashboard where that has nothing else. */
  removeTvView(): Promise<RemovedTvPlace>;
  /** What somebody puts into files instead of {@link createTvView}. Empty before {@link tvView} was asked for. */
  tvViewYaml(): string;
  /** How this device is, in English, to be sent to those who are asked for help: without secrets and names. */
  report(): Promise<string>;
}

export interface CheckRun {
  /** The one that a person tries again; all unless told otherwise. */
  readonly only?: CheckId;
  /** Ends the checks; what they have opened is released. */
  readonly signal?: AbortSignal;
  onBegin?(id: CheckId): void;
  /** After each check, in their order; never after the signal. */
  onResult(result: CheckResult): void;
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

export interface MicrophoneLook {
  readonly signal: AbortSignal;
  /** Ten times a second: the loudest amplitude since the last time, 0 to 1; null: the browser keeps us from listening. */
  readonly onLevel: (peak: number | null) => void;
}

/** Devices that the browser names; it names none before the first permission. */
export interface DeviceLists {
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
  readonly speakers: readonly DeviceChoice[];
  /** There are microphones or cameras that the browser names after a permission. */
  readonly hidden: boolean;
}

export type CreatedTvView =
  | { readonly ok: true; readonly view: TvView }
  /** Nothing was changed. `refused`: Home Assistant did not take it. */
  | { readonly ok: false; readonly refused: 'not_admin' | 'home_assistant_away' | 'refused' };
