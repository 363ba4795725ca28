import { after, afterEach, before, describe, it } from 'node:test';
import type { CallDisplayView } from '../../src/runtime/displays/view.ts';
import { house } from './support/house.ts';
import { faultless, SIZES } from './support/screen.ts';
import { openStage, type Scene, show } from './support/stage.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

/** Where words are many and room is little, and the other way round. */
const widest = ['tablet', 'portrait', 'phone'] as const;

describe('the screens of a call on a TV', () => {
  let tablet: Tablet;
  let tv: string;

  before(async () => {
    tv = (await house()).stack.tv.entityId;
    tablet = await Tablet.open({ account: await matrixAccount('hall', ['Grandma']) });
  });
  after(() => tablet?.close());
  afterEach(async () => {
    await tablet.closePage();
    await tablet.page.setViewportSize(SIZES.tablet);
  });

  for (const [dress, colorScheme, language] of [
    ['light', 'light', 'en'],
    ['dark-de', 'dark', 'de'],
  ] as const) {
    it(`without one, ${dress}`, async () => {
      const { page } = tablet;
      await page.emulateMedia({ colorScheme });
      await page.evaluate((chosen) => window.callAssist!.configureDevice({ language: chosen }), language);
      await openStage(page);
      try {
        for (const [name, scene] of Object.entries(scenes())) {
          await show(page, scene);
          await faultless(page, `tv-${name}-${dress}`, {
            in: 'ca-overlay',
            sizes: widest,
            axe: [dress === 'light' ? 'tablet' : 'phone'],
          });
        }
      } finally {
        await show(page, null);
        await page.evaluate(() => window.callAssist!.configureDevice({ language: null }));
        await page.emulateMedia({ colorScheme: 'light' });
      }
    });
  }

  it('of choosing one, and of what it needs', async () => {
    const { page } = tablet;
    await tablet.openPage('settings');
    await page.locator('ca-page #display').selectOption(tv);
    await page.locator('ca-page [name="display-starts"]').waitFor();
    await page.locator('ca-page [data-action="make-tv-view"], ca-page ca-tv-view .note').first().waitFor();
    await faultless(page, 'settings-tv', { in: 'ca-page', sizes: widest });
  });
});

function scenes(): Readonly<Record<string, Scene>> {
  const display: CallDisplayView = {
    wanted: 'media_player.living_room',
    name: 'Living room TV',
    area: 'Living room',
    state: 'there',
    way: 'cast-view',
    sound: 'display',
    heardHere: false,
    soundBlocked: false,
    volume: 0.4,
    behind: null,
    failure: null,
  };
  const talking = { id: 'talks', phase: 'active', ended: null, answered: Date.now(), connected: Date.now() } as const;
  const on = (change: Partial<CallDisplayView>): Scene => ({
    calls: [{ ...talking, security: 'end-to-end', display: { ...display, ...change } }],
  });
  const failed = (reason: NonNullable<CallDisplayView['failure']>['reason']): Scene =>
    on({ state: 'here', heardHere: true, failure: { display: display.wanted, name: display.name, reason } });
  return {
    there: on({}),
    late: on({ way: 'stream', sound: 'this_device', heardHere: true, behind: 3_000, volume: null }),
    moving: on({ state: 'moving', heardHere: true }),
    silent: on({ state: 'lost', heardHere: true }),
    lost: failed('gone'),
    'in-use': failed('in_use'),
    'needs-view': failed('no_view'),
  };
}
