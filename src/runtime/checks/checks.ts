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
  'notifications',
  'camera_entity',
  'relay',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** `skipped`: it does not concern this device, or nothing could be said. */
export const CHECK_STATUSES = ['ok', 'warn', 'fail', 'skipped'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** What opening one of this device's own devices can come to. */
const DEVICE = ['denied', 'missing', 'in_use', 'insecure_page'] as const;
/** What any check can come to: `timed_out` after `detail.seconds`; `failed`: it went wrong itself, the log says more. */
export const ANY_REASONS = ['timed_out', 'failed'] as const;
export type AnyReason = (typeof ANY_REASONS)[number];

/** What each check can come to, beside {@link ANY_REASONS}. Keys of sentences; the words live with the card. */
export const CHECK_REASONS = {
  secure_context: ['secure', 'insecure_page'],
  home_assistant: ['stays_connected', 'away', 'slow', 'suspends_when_hidden', 'hidden_unknown'],
  module_start: ['starts_everywhere', 'starts_with_dashboard'],
  storage: [
    'storage_kept',
    'storage_not_promised',
    'storage_may_be_cleared',
    'storage_nearly_full',
    'storage_unavailable',
  ],
  microphone: [...DEVICE, 'heard', 'quiet', 'silent', 'level_unknown', 'other_device'],
  camera: [...DEVICE, 'picture', 'no_picture', 'other_device', 'not_used'],
  sound: ['plays', 'needs_touch', 'blocked', 'no_sound'],
  wake_lock: ['stays_on', 'not_supported', 'refused', 'page_hidden'],
  notifications: ['shown', 'not_asked', 'blocked', 'not_supported'],
  camera_entity: [
    'picture',
    'picture_late',
    'not_used',
    'not_found',
    'unavailable',
    'not_supported',
    'no_picture',
    'home_assistant_away',
  ],
  relay: ['reachable', 'no_relay', 'unreachable', 'credentials_refused', 'bad_address', 'no_account'],
} as const satisfies Record<CheckId, readonly string[]>;
export type CheckReason<Id extends CheckId = CheckId> = (typeof CHECK_REASONS)[Id][number] | AnyReason;

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
  | 'allow_notifications'
  | 'choose_camera'
  | 'look_at_camera'
  | 'set_up_relay'
  | 'check_relay';

/** The outcome of one check: plain data. */
export interface CheckResult<Id extends CheckId = CheckId> {
  readonly id: Id;
  readonly status: CheckStatus;
  readonly reason: CheckReason<Id>;
  /** Numbers and names for the sentence of `reason`; numbers are in the unit of their name. */
  readonly detail?: CheckDetail;
  readonly fix?: CheckFix;
  /** Text for people to copy, such as the line for `configuration.yaml`. */
  readonly copy?: string;
}

export type CheckDetail = Readonly<Record<string, string | number>>;

/** What a check came to, before its id is added. */
export type Verdict<Id extends CheckId> = Omit<CheckResult<Id>, 'id'>;
