import type { Page } from 'playwright-core';
import type { CallAssist } from '../../src/runtime/api.ts';
import { rest, signIn } from '../home-assistant/api.ts';
import { homeAssistantUrl } from '../home-assistant/configuration.ts';
import { dashboardPath } from '../home-assistant/dashboard.ts';
import { helperIds, station as demoStation } from '../home-assistant/helpers.ts';
import type { User } from '../home-assistant/seed.ts';
import { homeserverUrl } from '../matrix/configuration.ts';
import type { Person } from '../matrix/people.ts';
import { waitFor } from '../wait.ts';

/**
 * Makes a browser's page the wall tablet: signed in to Home Assistant, on the dashboard, and with its Matrix
 * account, which is signed in once and then remembered by the card itself. Ends when the card waits for calls.
 */
export async function setUpKiosk(page: Page, { user, account }: { user: User; account: Person }): Promise<void> {
  const state = helperIds(demoStation.slug)['state']!;
  // What Home Assistant remembers from the last time is not what the kiosk says now.
  const offline = { entity_id: state, option: 'offline' };
  await rest('/api/services/input_select/select_option', { token: user.token, body: offline });
  await signPageIn(page, user);
  await page.goto(homeAssistantUrl + dashboardPath);
  await page.waitForFunction(() => 'callAssist' in window, null, { timeout: 60_000 });
  await page.evaluate(setUpCard, {
    // Whoever is on a wall tablet's page has the card's own commands, so this is what a form would do.
    account: { homeserver: homeserverUrl, user: account.userId, password: account.password },
    station: demoStation,
  });
  const isIdle = async () => {
    const entity = (await rest(`/api/states/${state}`, { token: user.token })) as { state: string };
    return entity.state === 'idle';
  };
  await waitFor(`${state} to be idle`, isIdle, { timeout: 60_000, interval: 100 });
}

/** Signs a page in to Home Assistant, as its own form would; the page is then somewhere on that origin. */
async function signPageIn(page: Page, { username, password }: User): Promise<void> {
  const tokens = await signIn(username, password);
  await page.goto(`${homeAssistantUrl}/manifest.json`); // its origin, without its program
  await page.evaluate((text) => localStorage.setItem('hassTokens', text), JSON.stringify(tokens));
}

interface Setup {
  readonly account: Readonly<Record<string, string>>;
  readonly station: Parameters<CallAssist['configureStation']>[0];
}

/** Runs in the page. */
async function setUpCard({ account, station }: Setup): Promise<void> {
  const api = await (window as unknown as { callAssist: CallAssist }).callAssist.ready;
  await api.configureStation(station);
  if (api.snapshot.value.accounts.length === 0) await api.addAccount('matrix', account);
}
