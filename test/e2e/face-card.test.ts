import { after, before, describe, it } from 'node:test';
import type { Snapshot } from '../../src/runtime/api.ts';
import { faceDashboard } from './support/dashboard.ts';
import { fillHistory } from './support/history.ts';
import { faultless } from './support/screen.ts';
import { openStage, type Scene, show } from './support/stage.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

const card = { in: 'call-assist-card' } as const;
/** All three are on a large screen at once; German on a phone has the least room. */
const large = { ...card, sizes: ['large'], axe: ['large'] } as const;
const widest = { ...large, sizes: ['large', 'phone'] } as const;

describe('the card, in three sizes at once', () => {
  let tablet: Tablet;
  let dashboard: Awaited<ReturnType<typeof faceDashboard>>;

  before(async () => {
    dashboard = await faceDashboard();
    tablet = await Tablet.open({ path: dashboard.sizes, account: await matrixAccount('porch', ['Grandma', 'Ben']) });
    await fillHistory(tablet.page, 7);
    await tablet.page.reload();
    await tablet.online(2);
    await tablet.page.locator('call-assist-card [data-contact]').first().waitFor();
    await openStage(tablet.page);
  });
  after(async () => {
    await tablet?.close();
    await dashboard?.remove();
  });

  for (const [dress, colorScheme, language, looked] of [
    ['light', 'light', 'en', large],
    ['dark-de', 'dark', 'de', widest],
  ] as const) {
    it(`in all its states, ${dress}`, async () => {
      const { page } = tablet;
      await page.emulateMedia({ colorScheme });
      await page.evaluate((chosen) => window.callAssist!.configureDevice({ language: chosen }), language);
      for (const [name, scene] of Object.entries(scenes(await tablet.snapshot()))) {
        await show(page, scene);
        await faultless(page, `card-${name}-${dress}`, name === 'ready' ? { ...card, axe: ['large'] } : looked);
      }
      await show(page, null);
    });

    it(`as the whole view, ${dress}`, async () => {
      const { page } = tablet;
      await tablet.navigate(dashboard.panel);
      await page.locator('call-assist-card[density="panel"] [data-contact]').first().waitFor();
      await faultless(page, `panel-${dress}`, card);
      await tablet.navigate(dashboard.sizes);
      await page.locator('call-assist-card[density="compact"]').first().waitFor();
    });
  }
});

function scenes({ accounts, contacts, station }: Snapshot): Readonly<Record<string, Scene>> {
  const [account] = accounts;
  const be = (snapshot: Partial<Snapshot>): Scene => ({ snapshot: { missed: 0, problems: [], ...snapshot } });
  const as = (status: Snapshot['accounts'][number]['status']): Scene => be({ accounts: [{ ...account!, status }] });
  const [grandma] = contacts;
  const peer = { accountId: account!.id, contactId: grandma!.id, address: grandma!.address, name: grandma!.name };
  return {
    ready: be({}),
    'not-set-up': be({ accounts: [], contacts: [] }),
    starting: be({ role: 'starting' }),
    'other-tab': be({ role: 'other-tab' }),
    stopped: be({ role: 'stopped' }),
    insecure: be({ secureContext: false }),
    missed: be({ missed: 3 }),
    quiet: { ...be({ quiet: true }), settings: { doNotDisturb: true } },
    'sound-blocked': be({ soundBlocked: true }),
    request: be({ requests: [{ id: 'r', accountId: account!.id, address: '@dana:example.org', name: 'Dana' }] }),
    connecting: as({ state: 'connecting' }),
    away: as({ state: 'degraded', reason: 'network' }),
    'signed-out': as({ state: 'signed-out', reason: 'revoked' }),
    nobody: be({ contacts: [], history: [] }),
    storage: be({ problems: [{ kind: 'storage', problem: 'full' }] }),
    problems: be({
      problems: [
        { kind: 'helpers-missing', entities: [`input_text.call_assist_${station.slug}_dial`] },
        { kind: 'home-assistant-away' },
        { kind: 'update-waiting' },
      ],
    }),
    'in-call': { calls: [{ id: 'runs', phase: 'active', ended: null, peer }] },
  };
}
