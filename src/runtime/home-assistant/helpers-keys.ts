/** The helpers of a station that the runtime binds, by what their entity ids end in (docs/architecture.md). */
export const HELPERS = {
  last_result: { domain: 'input_text', required: true },
  with: { domain: 'input_text', required: true },
  state: { domain: 'input_select', required: true },
  dial: { domain: 'input_text', required: true },
  ring: { domain: 'input_text', required: false },
  answer: { domain: 'input_button', required: true },
  decline: { domain: 'input_button', required: true },
  hang_up: { domain: 'input_button', required: true },
  microphone: { domain: 'input_boolean', required: false },
  camera: { domain: 'input_boolean', required: false },
  do_not_disturb: { domain: 'input_boolean', required: false },
  camera_source: { domain: 'input_select', required: false },
  display: { domain: 'input_select', required: false },
  link: { domain: 'input_text', required: false },
  missed: { domain: 'counter', required: false },
  alive: { domain: 'timer', required: false },
} as const;
export type HelperKey = keyof typeof HELPERS;

export const HELPER_KEYS = Object.keys(HELPERS) as readonly HelperKey[];
export const BUTTONS = ['answer', 'decline', 'hang_up'] as const satisfies readonly HelperKey[];
/** A text is a command, and is cleared when it was read. */
export const TEXTS = ['dial', 'ring'] as const satisfies readonly HelperKey[];
export type TextKey = (typeof TEXTS)[number];
export type ButtonKey = (typeof BUTTONS)[number];
/** Sent media: a toggle in a call is a command. */
export const SWITCHES = ['microphone', 'camera'] as const satisfies readonly HelperKey[];
export type SwitchKey = (typeof SWITCHES)[number];

/** What is chosen from a list that the kiosk fills: choosing in Home Assistant is a command. */
export const SELECTS = ['camera_source', 'display'] as const satisfies readonly HelperKey[];
export type SelectKey = (typeof SELECTS)[number];

/** A value for each helper that has one. */
export type PerHelper<T> = { readonly [Key in HelperKey]?: T };

/** Also the helper's unique id, which Home Assistant made of its first name and which survives renames. */
export const objectId = (slug: string, key: HelperKey): string => `call_assist_${slug}_${key}`;

export const defaultId = (slug: string, key: HelperKey): string => `${HELPERS[key].domain}.${objectId(slug, key)}`;

/** Home Assistant's words for "there is no value": they never count as one that somebody set. */
export const isNoValue = (state: string | undefined): boolean => state === undefined || state === 'unavailable';
