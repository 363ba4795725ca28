/** What can be checked of a device, in the order in which it is done: what others depend on comes first. */
export const CHECK_IDS = [
  'secure_context',
  'home_assistant',
  'module_start',
  'storage',
  'microphone',
  'camera',
  'sound',
  'wake_lock',
  'camera_entity',
  'relay',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** `skipped`: it does not concern this device, or nothing could be said. */
export type CheckStatus = 'ok' | 'warn' | 'fail' | 'skipped';

/** What each check can come to, beside {@link AnyReason}. Keys of sentences; the words live with the card. */
export interface CheckReasons {
  readonly secure_context: 'secure' | 'insecure_page';
  readonly home_assistant: 'stays_connected' | 'away' | 'slow' | 'suspends_when_hidden' | 'hidden_unknown';
  readonly module_start: 'starts_everywhere' | 'starts_with_dashboard' | 'start_unknown';
  readonly storage:
    'storage_kept' | 'storage_not_promised' | 'storage_may_be_cleared' | 'storage_nearly_full' | 'storage_unavailable';
  readonly microphone: DeviceReason | 'heard' | 'quiet' | 'silent' | 'level_unknown' | 'other_device';
  readonly camera: DeviceReason | 'picture' | 'no_picture' | 'other_device' | 'not_used';
  readonly sound: 'plays' | 'needs_touch' | 'blocked' | 'no_sound';
  readonly wake_lock: 'stays_on' | 'not_supported' | 'refused' | 'page_hidden';
  readonly camera_entity:
    | 'picture'
    | 'picture_late'
    | 'not_used'
    | 'not_found'
    | 'unavailable'
    | 'not_supported'
    | 'no_picture'
    | 'home_assistant_away';
  readonly relay: 'reachable' | 'no_relay' | 'unreachable' | 'credentials_refused' | 'bad_address' | 'no_account';
}
export type DeviceReason = 'denied' | 'missing' | 'in_use' | 'insecure_page';
/** `timed_out` after `detail.seconds`; `failed`: the check itself went wrong, which the log says more of. */
export type AnyReason = 'timed_out' | 'failed';

/** What a person, or a button, can do about it. */
export type CheckFix =
  | 'get_https'
  | 'wait_for_home_assistant'
  | 'turn_off_suspend'
  | 'add_extra_module'
  | 'persist_storage'
  | 'free_storage'
  | 'allow_storage'
  | 'allow_microphone'
  | 'plug_in_microphone'
  | 'close_other_app'
  | 'speak_to_microphone'
  | 'choose_device'
  | 'allow_camera'
  | 'plug_in_camera'
  | 'touch_once'
  | 'allow_autoplay'
  | 'keep_screen_on'
  | 'choose_camera'
  | 'look_at_camera'
  | 'set_up_relay'
  | 'check_relay';

/** The outcome of one check: plain data. */
export interface CheckResult<Id extends CheckId = CheckId> {
  readonly id: Id;
  readonly status: CheckStatus;
  readonly reason: CheckReasons[Id] | AnyReason;
  /** Numbers and names for the sentence of `reason`; numbers are in the unit of their name. */
  readonly detail?: CheckDetail;
  readonly fix?: CheckFix;
  /** Text for people to copy, such as the line for `configuration.yaml`. */
  readonly copy?: string;
}

export type CheckDetail = Readonly<Record<string, string | number>>;

/** What a check came to, before its id is added. */
export type Verdict<Id extends CheckId> = Omit<CheckResult<Id>, 'id'>;
