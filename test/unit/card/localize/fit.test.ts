import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../../../src/card/localize/localize.ts';
import type { CallView, Snapshot } from '../../../../src/runtime/api.ts';
import { END_REASONS, type EndReason } from '../../../../src/runtime/call/call.ts';
import type { DisplayFailure } from '../../../../src/runtime/displays/displays.ts';
import { callDisplay, screen } from '../support/displays.ts';
import { callView, emptySnapshot, readySnapshot } from '../support/fake-call-assist.ts';
import { type NarrowPage, narrowPage } from '../support/narrow.ts';
import type { TestPage } from '../support/page.ts';

const ready = readySnapshot();
const calls = (...views: CallView[]): Partial<Snapshot> => ({ ...ready, calls: views });
/** The person did it here, or nothing was seen of the call. */
const WITHOUT_SHEET: readonly EndReason[] = ['accepted', 'declined', 'missed', 'do_not_disturb', 'busy_here'];
const voice = { audio: true, video: false };
const failed = (reason: DisplayFailure): CallView =>
  callView('active', {
    display: callDisplay({
      state: 'here',
      failure: { display: 'media_player.living_room', name: 'Living-room TV', reason },
    }),
  });
/** Where the longest sentences are. */
const FAILURES: readonly DisplayFailure[] = ['in_use', 'no_server', 'view_not_loaded', 'switched_off'];

/** What the overlay shows, and which buttons lead there. */
const OVERLAYS: Readonly<Record<string, readonly [Partial<Snapshot>, ...string[]]>> = {
  incoming: [calls(callView('ringing-in'))],
  'incoming voice': [calls(callView('ringing-in', { offered: voice }))],
  'incoming, silent until touched': [{ ...calls(callView('ringing-in')), soundBlocked: true }],
  'hidden name': [{ ...calls(callView('ringing-in')), settings: { ...ready.settings, hideNames: 'always' } }],
  'drop-in': [
    calls(
      callView('ringing-in', {
        dropIn: { stage: 'countdown', video: true, until: 0 },
        autoAnswerAt: Date.now() + 60_000,
      }),
    ),
  ],
  outgoing: [calls(callView('ringing-out'))],
  connecting: [calls(callView('connecting'))],
  active: [calls(callView('active'))],
  'active, all off': [
    calls(
      callView('active', {
        sending: { audio: false, video: false },
        wanted: { audio: false, video: false },
        remoteAudioMuted: true,
      }),
    ),
  ],
  voice: [calls(callView('active', { offered: voice, remoteVideo: false }))],
  reconnecting: [calls(callView('reconnecting', { deadline: Date.now() + 30_000 }))],
  'second call': [calls(callView('active'), callView('ringing-in', { id: 'call-2' }))],
  'small bar': [calls(callView('active')), 'make-small'],
  cameras: [calls(callView('active')), 'camera'],
  volume: [calls(callView('active')), 'volume'],
  more: [calls(callView('active')), 'more'],
  displays: [calls(callView('active')), 'display'],
  moving: [calls(callView('active', { display: callDisplay({ state: 'moving' }) }))],
  'on the TV': [calls(callView('active', { display: callDisplay() }))],
  'on the TV, late': [calls(callView('active', { display: callDisplay({ sound: 'this_device', behind: 3_000 }) }))],
  'on the TV, small': [calls(callView('active', { display: callDisplay() })), 'make-small'],
  ...Object.fromEntries(FAILURES.map((reason) => [`TV: ${reason}`, [calls(failed(reason))]])),
  message: [calls(callView('ended', { reason: 'no_answer' })), 'message'],
  ...Object.fromEntries(
    END_REASONS.filter((reason) => !WITHOUT_SHEET.includes(reason)).map((reason) => [
      `end: ${reason}`,
      [calls(callView('ended', { reason }))],
    ]),
  ),
};

const CARDS: Readonly<Record<string, Partial<Snapshot>>> = {
  'set up': emptySnapshot(),
  contacts: ready,
  'another tab': { ...ready, role: 'other-tab' },
  insecure: { ...ready, secureContext: false },
  stopped: { ...ready, role: 'stopped' },
  'do not disturb': { ...ready, quiet: true, missed: 12 },
  notes: {
    ...ready,
    soundBlocked: true,
    missed: 2,
    requests: [{ id: 'r', accountId: 'account-1', address: '@dana:example.org', name: 'Dana' }],
    problems: [{ kind: 'storage', problem: 'full' }, { kind: 'home-assistant-away' }, { kind: 'update-waiting' }],
  },
};

for (const language of Object.keys(LANGUAGES)) {
  describe(`words at 320 px: ${language}`, () => {
    let narrow: NarrowPage;
    let page: TestPage;
    before(async () => {
      narrow = await narrowPage(320);
      await narrow.setLanguage(language);
    });
    afterEach(() => page.close());
    after(() => narrow.remove());

    for (const [name, [snapshot, ...path]] of Object.entries(OVERLAYS)) {
      it(`${name} fits`, async () => {
        page = new narrow.TestPage({ ...ready, calls: [] });
        page.api.medias.set('call-1', new narrow.FakeMedia());
        page.api.screens = [screen(), screen({ id: 'media_player.kitchen', name: 'Nest Hub', inUse: true })];
        page.api.set(snapshot);
        const overlay = await page.shown();
        if (path.includes('display')) await narrow.until(() => narrow.has(overlay, '[data-action="display"]'));
        for (const action of path) narrow.find(overlay, `[data-action="${action}"]`).click();
        const sheets = (): boolean =>
          overlay.shadowRoot?.querySelector('ca-call-sheet')?.shadowRoot?.querySelector('h3') != null;
        if (path.length > 0 && !path.includes('make-small')) await narrow.until(sheets);
        await narrow.settled();
        await overlay.updateComplete;
        expect(narrow.overflow()).to.deep.equal([]);
      });
    }

    for (const [name, snapshot] of Object.entries(CARDS)) {
      for (const layout of ['tile', 'list', 'panel']) {
        it(`card, ${name}, ${layout} fits`, async () => {
          page = new narrow.TestPage(snapshot);
          const card = await page.card({ layout });
          card.style.cssText = 'display:block;margin:8px;height:560px';
          await narrow.settled();
          await card.updateComplete;
          await narrow.settled();
          expect(narrow.overflow()).to.deep.equal([]);
        });
      }
    }

    for (const view of ['history', 'contact', 'settings', 'diagnostics', 'sign-in', 'setup'] as const) {
      it(`page, ${view} fits`, async () => {
        page = new narrow.TestPage({ ...ready, missed: 2 });
        await narrow.openContent(page, view);
        await narrow.settled();
        expect(narrow.overflow()).to.deep.equal([]);
      });
    }
  });
}

it('French punctuation never starts a line', async () => {
  const french = await LANGUAGES['fr']?.();
  if (!french) throw new Error('there is no French');
  const tables = await Promise.all(Object.values(french).map((load) => load()));
  const loose = tables.flatMap((table) => Object.values(table)).filter((words) => / [:;?!»](?!\w)|« /.test(words));
  expect(loose).to.deep.equal([]);
});
