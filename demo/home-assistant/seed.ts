import { waitFor } from '../wait.ts';
import { cameras } from '../services/cameras.ts';
import { createOwner, finishOnboarding, openConnection, rest, signIn, type Connection } from './api.ts';
import { createDashboard, createTvDashboard, registerResource } from './dashboard.ts';
import { createHelpers, station } from './helpers.ts';

export interface User {
  readonly username: string;
  readonly password: string;
  /** Long-lived. */
  readonly token: string;
}

export interface Users {
  readonly admin: User;
  /** An ordinary user, as a wall tablet should have. */
  readonly kiosk: User;
}

const owner = { name: 'Owner', username: 'owner', password: 'owner-password' } as const;
const kiosk = { name: 'Kiosk', username: 'kiosk', password: 'kiosk-password' } as const;

/**
 * Makes a Home Assistant that has just started the house of the demo: onboarded, two users, the card as a
 * resource, dashboard, helpers. What is there already stays. Ends when the cameras answer.
 */
export async function seed(cardUrl: string): Promise<Users> {
  const open = await openOnboardingSteps();
  const { access_token } = open.has('user')
    ? await createOwner(owner.name, owner.username, owner.password)
    : await signIn(owner.username, owner.password);
  for (const step of ['core_config', 'analytics', 'integration'])
    if (open.has(step)) await finishOnboarding(step, access_token);
  const admin = await openConnection(access_token);
  try {
    if (open.has('core_config')) await removeInternetIntegrations(admin, access_token);
    await createKioskUser(admin);
    await createHelpers(admin, station);
    await registerResource(admin, cardUrl);
    await createDashboard(admin);
    await createTvDashboard(admin);
    const users = { admin: await withToken(owner), kiosk: await withToken(kiosk) };
    await camerasReady(users.kiosk.token);
    return users;
  } finally {
    admin.close();
  }
}

async function openOnboardingSteps(): Promise<Set<string>> {
  // Once all is done, the address does not exist any more.
  const steps = (await rest('/api/onboarding').catch(() => [])) as { step: string; done: boolean }[];
  return new Set(steps.filter(({ done }) => !done).map(({ step }) => step));
}

async function createKioskUser(admin: Connection): Promise<void> {
  const users = await admin.call<{ id: string; name: string; username: string | null }[]>('config/auth/list');
  const known = users.find(({ name }) => name === kiosk.name);
  if (known?.username) return;
  // An interrupted start made the user, and no password.
  if (known) await admin.call('config/auth/delete', { user_id: known.id });
  const settings = { name: kiosk.name, group_ids: ['system-users'] };
  const { user } = await admin.call<{ user: { id: string } }>('config/auth/create', settings);
  const { username, password } = kiosk;
  await admin.call('config/auth_provider/homeassistant/create', { user_id: user.id, username, password });
}

/**
 * A long-lived token under one name, renewed at every start: Home Assistant shows a token once, and a name only
 * once in use.
 */
async function withToken({ username, password }: { username: string; password: string }): Promise<User> {
  const connection = await openConnection((await signIn(username, password)).access_token);
  try {
    const name = 'Call Assist stack';
    const tokens = await connection.call<{ id: string; client_name: string | null }[]>('auth/refresh_tokens');
    for (const { id } of tokens.filter((token) => token.client_name === name))
      await connection.call('auth/delete_refresh_token', { refresh_token_id: id });
    const token = await connection.call<string>('auth/long_lived_access_token', { client_name: name, lifespan: 3650 });
    return { username, password, token };
  } finally {
    connection.close();
  }
}

/** Onboarding adds integrations that ask the internet: each start without it would be seconds slower. */
async function removeInternetIntegrations(admin: Connection, token: string): Promise<void> {
  const unwanted = new Set(['met', 'radio_browser', 'google_translate', 'shopping_list']);
  const removed = new Set<string>();
  const removeAll = async () => {
    for (const { entry_id, domain } of await admin.call<{ entry_id: string; domain: string }[]>('config_entries/get')) {
      if (!unwanted.has(domain)) continue;
      await rest(`/api/config/config_entries/entry/${entry_id}`, { token, method: 'DELETE' });
      removed.add(domain);
    }
    return removed.has('google_translate') && removed.has('shopping_list'); // the last ones to be added
  };
  await waitFor("onboarding's integrations", removeAll, { timeout: 2000, interval: 100 }).catch(() => {});
}

/** Home Assistant offers a camera's WebRTC only once it has spoken with go2rtc. */
export async function camerasReady(token: string): Promise<void> {
  const connection = await openConnection(token);
  const offersWebRtc = async (entityId: string) => {
    type Capabilities = { frontend_stream_types: string[] };
    const capabilities = await connection.call<Capabilities>('camera/capabilities', { entity_id: entityId });
    return capabilities.frontend_stream_types.includes('web_rtc');
  };
  try {
    for (const { entityId } of cameras)
      await waitFor(`${entityId} to offer WebRTC`, () => offersWebRtc(entityId), { timeout: 60_000 });
  } finally {
    connection.close();
  }
}
