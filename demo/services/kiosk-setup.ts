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
import { websocketUrl } from '../xmpp/configuration.ts';
import { kiosk as xmppAccount } from '../xmpp/people.ts';

/**
 * Makes a browser's page the wall tablet: signed in to Home Assistant, on the dashboard, and with an account of each
 * protocol that the card speaks, signed in once and then remembered by the card itself. Ends when the card waits for
 * calls.
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
    accounts: {
      matrix: { homeserver: homeserverUrl, user: account.userId, password: account.password },
      xmpp: { jid: xmppAccount.jid, password: xmppAccount.password, websocket: websocketUrl },
    },
    station: demoStation,
  });
  await waitFor("the kiosk's accounts to be online", () => accountsAreOnline(page), { timeout: 60_000, interval: 100 });
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

/** @throws with what an account says of itself, as long as not all are online */
async function accountsAreOnline(page: Page): Promise<boolean> {
  const accounts = await page.evaluate(() =>
    (window as unknown as { callAssist: CallAssist }).callAssist.snapshot.value.accounts.map((account) => ({
      online: account.status.state === 'online',
      says: `${account.protocol}: ${JSON.stringify(account.status)}`,
    })),
  );
  const away = accounts.filter(({ online }) => !online);
  if (away.length > 0) throw new Error(away.map(({ says }) => says).join(', '));
  return accounts.length > 0;
}

interface Setup {
  /** The values of the account form, by protocol. */
  readonly accounts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly station: Parameters<CallAssist['configureStation']>[0];
}

/** Runs in the page. */
async function setUpCard({ accounts, station }: Setup): Promise<void> {
  const api = await (window as unknown as { callAssist: CallAssist }).callAssist.ready;
  await api.configureStation(station);
  const isMissing = (protocol: string) =>
    api.protocols.some((offered) => offered.protocol === protocol) &&
    api.snapshot.value.accounts.every((account) => account.protocol !== protocol);
  const missing = Object.entries(accounts).filter(([protocol]) => isMissing(protocol));
  await Promise.all(missing.map(([protocol, values]) => api.addAccount(protocol, values)));
}
