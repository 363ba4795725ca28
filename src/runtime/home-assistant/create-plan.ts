import { HELPER_STATES } from '../call/helper-state.ts';
import { defaultId, HELPERS, objectId, type HelperKey, type PerHelper } from './helpers-keys.ts';

/** A helper as it is to be made. */
export interface WantedHelper {
  readonly key: HelperKey;
  readonly domain: (typeof HELPERS)[HelperKey]['domain'];
  readonly entityId: string;
  /** What its entity id ends in after the domain, and its unique id. */
  readonly objectId: string;
  /** For people: "Kitchen call state". */
  readonly name: string;
  readonly icon: string;
  /** What its domain takes beside name and icon; the same for its websocket command and in YAML. */
  readonly settings: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The longest state there is (Home Assistant, MAX_LENGTH_STATE_STATE); without it a text ends at 100 characters. */
const LONG_TEXT = { max: 255 };

/** No `initial` anywhere: it would overwrite the state that Home Assistant restores after a restart. */
const KINDS: { readonly [Key in HelperKey]: Pick<WantedHelper, 'icon' | 'settings'> & { readonly words: string } } = {
  state: { words: 'call state', icon: 'mdi:phone', settings: { options: HELPER_STATES } },
  with: { words: 'call with', icon: 'mdi:account', settings: LONG_TEXT },
  last_result: { words: 'last call', icon: 'mdi:phone-log', settings: LONG_TEXT },
  dial: { words: 'dial', icon: 'mdi:phone-outgoing', settings: LONG_TEXT },
  ring: { words: 'ring of Home Assistant', icon: 'mdi:bell-ring', settings: LONG_TEXT },
  answer: { words: 'answer call', icon: 'mdi:phone-check', settings: {} },
  decline: { words: 'decline call', icon: 'mdi:phone-cancel', settings: {} },
  hang_up: { words: 'hang up', icon: 'mdi:phone-hangup', settings: {} },
  microphone: { words: 'call microphone', icon: 'mdi:microphone', settings: {} },
  camera: { words: 'call camera', icon: 'mdi:video', settings: {} },
  do_not_disturb: { words: 'do not disturb', icon: 'mdi:bell-off', settings: {} },
  camera_source: { words: 'call camera source', icon: 'mdi:cctv', settings: { options: ['this_device'] } },
  display: { words: 'call display', icon: 'mdi:television', settings: { options: ['this_device'] } },
  link: { words: 'call link', icon: 'mdi:link', settings: LONG_TEXT },
  missed: { words: 'missed calls', icon: 'mdi:phone-missed', settings: {} },
  alive: { words: 'calls alive', icon: 'mdi:heart-pulse', settings: { duration: '00:05:00', restore: true } },
};

/** As `slugOf` makes it. */
const SLUG = /^[a-z0-9]+(_[a-z0-9]+)*$/;

/**
 * The helpers of a station, in the order in which people read them.
 * @param names what they are called, in the person's language; English where nothing is given
 * @throws RangeError for a slug that cannot be part of an entity id
 */
export function wantedHelpers(slug: string, name: string, names: PerHelper<string> = {}): readonly WantedHelper[] {
  if (!SLUG.test(slug)) throw new RangeError('slug: lower case letters, digits and underscores are needed');
  return (Object.keys(KINDS) as HelperKey[]).map((key) => {
    const { words, icon, settings } = KINDS[key];
    return {
      key,
      domain: HELPERS[key].domain,
      entityId: defaultId(slug, key),
      objectId: objectId(slug, key),
      name: oneLine(names[key] ?? `${name} ${words}`) || objectId(slug, key),
      icon,
      settings,
    };
  });
}

/** The same as a package of Home Assistant (`packages/call_assist_<slug>.yaml`), to copy. @throws RangeError */
export function helpersYaml(slug: string, name: string, names: PerHelper<string> = {}): string {
  const helpers = wantedHelpers(slug, name, names);
  const domains = [...new Set(helpers.map(({ domain }) => domain))];
  const lines = [
    `# packages/call_assist_${slug}.yaml; configuration.yaml needs these lines once:`,
    '# homeassistant:',
    '#   packages: !include_dir_named packages',
    ...domains.flatMap((domain) => [
      `${domain}:`,
      ...helpers.filter((helper) => helper.domain === domain).flatMap(entry),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function entry({ objectId: id, name, icon, settings }: WantedHelper): readonly string[] {
  const fields: WantedHelper['settings'] = { name, icon, ...settings };
  return [
    `  ${id}:`,
    ...Object.entries(fields).flatMap(([field, value]) =>
      typeof value === 'object'
        ? [`    ${field}:`, ...value.map((each) => `      - ${yaml(each)}`)]
        : [`    ${field}: ${yaml(value)}`],
    ),
  ];
}

/** JSON is YAML, but for two line ends that only YAML knows. Texts are quoted: `off` would be a boolean. */
const yaml = (value: string | number | boolean): string =>
  JSON.stringify(value).replace(/[\u2028\u2029\ufeff]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);

/** Without what YAML and Home Assistant do not print, and no longer than a state may be. */
const oneLine = (text: string): string =>
  [
    ...text
      .toWellFormed()
      .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
      .trim(),
  ]
    .slice(0, 255)
    .join('');
