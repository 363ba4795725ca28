import type { Connection } from './api.ts';

/** The station of the demo's kiosk. */
export const station = {
  slug: 'kitchen',
  name: 'Kitchen',
  camera: 'camera.front_door',
  scriptAnswersWithCamera: true,
} as const;

interface Helper {
  readonly domain: string;
  /** What the entity id ends in. */
  readonly key: string;
  readonly icon: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const longText = { max: 255 };
// No `initial` anywhere: it would overwrite the state that Home Assistant restores after a restart.
const states = ['idle', 'offline', 'dialing', 'ringing_out', 'ringing', 'connecting', 'in_call', 'reconnecting'];

const helpers: readonly Helper[] = [
  { domain: 'input_select', key: 'state', icon: 'mdi:phone', settings: { options: states } },
  { domain: 'input_text', key: 'with', icon: 'mdi:account', settings: longText },
  { domain: 'input_text', key: 'last_result', icon: 'mdi:phone-log', settings: longText },
  { domain: 'input_text', key: 'dial', icon: 'mdi:phone-outgoing', settings: longText },
  { domain: 'input_text', key: 'ring', icon: 'mdi:bell-ring', settings: longText },
  { domain: 'input_text', key: 'link', icon: 'mdi:link', settings: longText },
  { domain: 'input_button', key: 'answer', icon: 'mdi:phone-check' },
  { domain: 'input_button', key: 'decline', icon: 'mdi:phone-cancel' },
  { domain: 'input_button', key: 'hang_up', icon: 'mdi:phone-hangup' },
  { domain: 'input_boolean', key: 'microphone', icon: 'mdi:microphone' },
  { domain: 'input_boolean', key: 'camera', icon: 'mdi:video' },
  { domain: 'input_boolean', key: 'do_not_disturb', icon: 'mdi:bell-off' },
  { domain: 'input_select', key: 'display', icon: 'mdi:television', settings: { options: ['this_device'] } },
  { domain: 'input_select', key: 'camera_source', icon: 'mdi:cctv', settings: { options: ['this_device'] } },
  { domain: 'counter', key: 'missed', icon: 'mdi:phone-missed' },
  { domain: 'timer', key: 'alive', icon: 'mdi:heart-pulse', settings: { duration: '00:05:00', restore: true } },
];

/** The entity ids of a station's helpers, by what they end in. */
export const helperIds = (slug: string): Readonly<Record<string, string>> =>
  Object.fromEntries(helpers.map(({ domain, key }) => [key, `${domain}.call_assist_${slug}_${key}`]));

/**
 * Creates the helpers of a station that do not exist yet.
 * @throws if Home Assistant gives one another entity id than the contract says
 */
export async function createHelpers(admin: Connection, { slug, name }: { slug: string; name: string }): Promise<void> {
  const wanted = Object.values(helperIds(slug));
  const before = await entityIds(admin);
  for (const { domain, key, icon, settings } of helpers) {
    if (before.has(`${domain}.call_assist_${slug}_${key}`)) continue;
    const words = key.replaceAll('_', ' ');
    await admin.call(`${domain}/create`, { name: `Call Assist ${name} ${words}`, icon, ...settings });
  }
  const after = await entityIds(admin);
  const absent = wanted.filter((id) => !after.has(id));
  if (absent.length > 0) throw new Error(`Home Assistant did not create ${absent.join(', ')}`);
}

async function entityIds(connection: Connection): Promise<Set<string>> {
  const entities = await connection.call<{ entity_id: string }[]>('get_states');
  return new Set(entities.map((entity) => entity.entity_id));
}
