import { dashboardPath } from '../../demo/home-assistant/dashboard.ts';
import type { PageView } from '../../src/card/pages/view.ts';
import { fillHistory } from '../../test/e2e/support/history.ts';
import type { Page } from 'playwright-core';
import type { Kiosk } from '../../test/e2e/support/kiosk.ts';
import type { LivingRoom } from '../../test/e2e/support/living-room.ts';
import { mediaFlows } from '../../test/e2e/support/media.ts';
import type { PersonPage } from '../../test/e2e/support/person.ts';

interface Cast {
  readonly kiosk: Kiosk;
  readonly grandma: PersonPage;
  readonly room: LivingRoom;
}

export interface Shot {
  readonly size: { readonly width: number; readonly height: number };
  /** Whose picture it is; the tablet's unless given. */
  screen?(cast: Cast): Promise<Page>;
  /** Home Assistant's dark theme. */
  readonly dark?: boolean;
  /** Resolves when the kiosk shows what the picture is to show. */
  prepare(cast: Cast): Promise<void>;
  /** Afterwards; calls are ended anyway. */
  leave?(cast: Cast): Promise<void>;
}

const tablet = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** By the names of their files. Every one begins and ends on the dashboard without a call. */
export const shots: Readonly<Record<string, Shot>> = {
  card: { size: tablet, prepare: atRest },
  'card-dark': { size: tablet, dark: true, prepare: atRest },
  'card-phone': { size: phone, prepare: atRest },
  incoming: { size: tablet, prepare: ringing },
  'incoming-dark': { size: tablet, dark: true, prepare: ringing },
  'incoming-phone': { size: phone, prepare: ringing },
  call: { size: tablet, prepare: talking },
  'tv-remote': { size: tablet, prepare: onTheTv },
  tv: { size: tablet, prepare: onTheTv, screen: ({ room }) => room.lit() },
  missed: {
    size: tablet,
    async prepare({ kiosk, grandma }) {
      await grandma.call();
      await kiosk.call('ringing-in');
      await grandma.hangUp();
      await kiosk.quiet();
      await kiosk.page.locator('call-assist-card [data-action="again"]').first().waitFor();
    },
    leave: ({ kiosk }) => kiosk.page.evaluate(() => window.callAssist!.markSeen()),
  },
  history: page('history', '.call'),
  contact: page('contact', '.call', async ({ kiosk }) => {
    await kiosk.page.locator('ca-page [data-action="person"]').first().click();
    await kiosk.page.locator('ca-page .person').waitFor();
  }),
  settings: page('settings', '.box'),
  diagnostics: page('diagnostics', 'pre:not(:empty)'),
  'setup-device': page('setup', '[data-step="device"]', async ({ kiosk }) => {
    await kiosk.page.locator('ca-page [data-action="check"]').click();
    await kiosk.page.locator('ca-page [data-action="check"][aria-disabled="false"]').waitFor({ timeout: 60_000 });
  }),
  'setup-station': page('setup', '[data-step="station"]', async ({ kiosk }) => {
    await kiosk.page.locator('ca-page nav [data-step="station"]').click();
    await kiosk.page.locator('ca-page [data-action="look"]').click();
    await plays(kiosk, 'ca-page video');
  }),
};

/** A kiosk that has been in use for some days: people that are called often, calls that were, no sidebar. */
export async function moveIn(kiosk: Kiosk): Promise<void> {
  await fillHistory(kiosk.page, 9);
  await kiosk.page.evaluate(async () => {
    localStorage.setItem('dockedSidebar', '"always_hidden"');
    const { contacts } = window.callAssist!.snapshot.value;
    for (const { accountId, id, name } of contacts)
      if (['Anna', 'Ben', 'Grandma'].includes(name))
        await window.callAssist!.configurePerson(accountId, id, { favourite: true });
    await window.callAssist!.markSeen();
  });
  await kiosk.open();
  await kiosk.page.evaluate(() => window.callAssist!.markSeen());
}

async function atRest({ kiosk }: Cast): Promise<void> {
  await kiosk.navigate(dashboardPath);
  await kiosk.page.locator('call-assist-card [data-contact]').first().waitFor();
}

async function ringing({ kiosk, grandma }: Cast): Promise<void> {
  await grandma.call();
  await kiosk.call('ringing-in');
  await kiosk.page.locator('ca-overlay [data-action="silence"]').waitFor();
  // What they will see begins with the camera, which may take a moment.
  await kiosk.page.locator('ca-overlay .ca-incoming video').waitFor();
}

async function talking(cast: Cast): Promise<void> {
  const { kiosk, grandma } = cast;
  await ringing(cast);
  await kiosk.touch('answer-video');
  await mediaFlows(kiosk, await kiosk.call('active'), grandma);
  await kiosk.page.locator('ca-overlay .stage.pictured').waitFor();
}

/** The call is on the TV, and the tablet is its remote control. */
async function onTheTv(cast: Cast): Promise<void> {
  const { kiosk, room } = cast;
  await talking(cast);
  await kiosk.command({ type: 'set-display', display: room.tv.entityId, by: 'touch' });
  const isThere = async () => (await kiosk.call('active')).display?.state === 'there';
  await kiosk.until('the call to be on the TV', isThere, 40_000);
  await kiosk.page.locator('[data-action="display-back"]').waitFor();
}

/** Resolves when a video shows its first picture. */
async function plays(kiosk: Kiosk, selector: string): Promise<void> {
  const video = kiosk.page.locator(selector).first();
  await kiosk.until(`${selector} to play`, () =>
    video.evaluate((element) => (element as HTMLVideoElement).readyState >= 2),
  );
}

/** One of the device's pages, once `part` of it is drawn, and what is done there. */
function page(view: PageView, part: string, then?: (cast: Cast) => Promise<void>): Shot {
  return {
    size: tablet,
    async prepare(cast) {
      const card = cast.kiosk.page.locator('call-assist-card').first();
      await card.evaluate((element, name) => (element as unknown as { open(view: string): void }).open(name), view);
      await cast.kiosk.page.locator(`ca-page ${part}`).first().waitFor();
      await then?.(cast);
    },
    leave: ({ kiosk }) => kiosk.page.evaluate(() => document.querySelector('ca-page')?.remove()),
  };
}
