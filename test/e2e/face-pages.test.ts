import { after, before, describe, it } from 'node:test';
import { fillHistory } from './support/history.ts';
import { faultless, SIZES } from './support/screen.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

const inPage = { in: 'ca-page' } as const;
const phone = { ...inPage, sizes: ['phone'], axe: ['phone'] } as const;

describe('the pages of the device', () => {
  let tablet: Tablet;

  before(async () => {
    tablet = await Tablet.open({ account: await matrixAccount('cellar', ['Grandma', 'Ben', 'Carla']) });
    await fillHistory(tablet.page, 12);
    await tablet.page.reload();
    await tablet.online(3);
    await tablet.page.locator('call-assist-card [data-contact]').first().waitFor();
  });
  after(() => tablet?.close());

  for (const [dress, colorScheme, language, looked] of [
    ['light', 'light', 'en', inPage],
    ['dark-de', 'dark', 'de', phone],
  ] as const) {
    describe(dress, () => {
      const look = (name: string): Promise<void> => faultless(tablet.page, `${name}-${dress}`, looked);
      const touch = (action: string): Promise<void> =>
        tablet.page.locator(`ca-page [data-action="${action}"]`).first().click();

      before(async () => {
        await tablet.page.emulateMedia({ colorScheme });
        await tablet.page.evaluate((chosen) => window.callAssist!.configureDevice({ language: chosen }), language);
      });
      after(async () => {
        await tablet.closePage();
        await tablet.page.setViewportSize(SIZES.tablet);
      });

      it('history, a call of it, deleting', async () => {
        await tablet.openPage('history');
        await tablet.page.locator('ca-page .call').first().waitFor();
        await look('history');
        await touch('details');
        await touch('delete');
        await touch('delete-all');
        await look('history-delete');
      });

      it('people, and one of them', async () => {
        await tablet.openPage('contact');
        await tablet.page.locator('ca-page .call').first().waitFor();
        await look('people');
        await touch('person');
        await touch('block');
        await look('contact');
      });

      it('settings, with a PIN that is asked for', async () => {
        await tablet.openPage('settings');
        await look('settings');
        await tablet.page.evaluate(() => window.callAssist!.configureDevice({ lock: 'pin', pin: '1357' }));
        await tablet.page.evaluate(() => window.callAssist!.lock());
        await touch('unlock');
        await tablet.page.locator('ca-unlock').waitFor();
        await look('lock');
        await tablet.page.evaluate(() => window.callAssist!.unlock('1357'));
        await tablet.page.evaluate(() => window.callAssist!.configureDevice({ lock: 'none' }));
      });

      it('diagnostics', async () => {
        await tablet.openPage('diagnostics');
        await tablet.page.waitForFunction(() => {
          const text = document.querySelector('ca-page')?.shadowRoot?.querySelector('ca-diagnostics')?.shadowRoot;
          return (text?.querySelector('pre')?.textContent ?? '') !== '';
        });
        await look('diagnostics');
      });

      it('signing in', async () => {
        await tablet.openPage('sign-in');
        await touch('sign-in-submit');
        await tablet.page.locator('ca-page .err').first().waitFor();
        await look('sign-in');
      });

      it('every step of the set-up', async () => {
        await tablet.openPage('setup', 'device');
        await touch('check');
        await tablet.page.locator('ca-page [data-action="check"][aria-disabled="false"]').waitFor({ timeout: 60_000 });
        await look('setup-device');
        for (const step of ['account', 'station', 'helpers', 'try']) {
          await tablet.page.locator(`ca-page nav [data-step="${step}"]`).click();
          if (step === 'station') {
            await touch('look');
            await tablet.page.locator('ca-page video').waitFor();
          }
          if (step === 'helpers') await tablet.page.locator('ca-page [data-helper]').first().waitFor();
          await look(`setup-${step}`);
        }
      });
    });
  }
});
