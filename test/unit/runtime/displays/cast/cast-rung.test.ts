import { expect } from '@open-wc/testing';
import { type CastFacts, castRung } from '../../../../../src/runtime/displays/cast/cast-rung.ts';
import type { CastCall } from '../../../../../src/runtime/displays/cast/sender.ts';
import type { CastTracks } from '../../../../../src/runtime/displays/cast/sending-peer.ts';
import type { DisplaySession } from '../../../../../src/runtime/displays/displays.ts';
import type { Rung } from '../../../../../src/runtime/displays/rung.ts';
import type { DisplaySound } from '../../../../../src/runtime/displays/view.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { settled } from '../../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../../support/fake-home-assistant.ts';
import { fakePlatform } from '../../../support/fake-platform.ts';

const TV = 'media_player.living_room_tv';
const LINK = 'input_text.call_assist_kitchen_link';
const everything: CastFacts = {
  platforms: new Map([[TV, 'cast']]),
  groups: new Set(),
  https: true,
  view: { dashboard: 'call-assist-tv', index: 2 },
  link: LINK,
};

describe('our page on a cast device, as a rung', () => {
  const set = (change: Partial<CastFacts> = {}) => {
    const platform = fakePlatform();
    const home = new FakeHomeAssistant(platform.clock);
    home.set(TV, 'off', { supported_features: 4 | 256 | 512 });
    home.set(LINK, '');
    const rung = castRung({
      home,
      platform,
      lastTry: async () => undefined,
      facts: async () => ({ ...everything, ...change }),
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    });
    return { home, platform, rung, scope: new Scope(() => {}) };
  };
  const open = (rung: Rung, scope: Scope): DisplaySession =>
    rung.open({
      display: TV,
      mayInterrupt: false,
      tracks: new Store<CastTracks>({ audio: null, picture: null, preview: null }),
      call: new Store<CastCall>({ type: 'ringing', name: '', station: 'Kitchen', kind: 'video' }),
      sound: new Store<DisplaySound>('display'),
      scope,
    });

  const cannot: [string, Partial<CastFacts>][] = [
    ['not_cast', { platforms: new Map([[TV, 'vlc_telnet']]) }],
    ['not_cast', { platforms: new Map() }],
    ['no_https', { https: false }],
    ['no_view', { view: null }],
    ['group', { groups: new Set([TV]) }],
  ];
  for (const [why, change] of cannot) {
    it(`cannot be: ${why}`, async () => {
      expect(await set(change).rung.can(TV)).to.deep.equal({ can: false, why });
    });
  }

  it('opens the view of the house there', async () => {
    const { home, platform, rung, scope } = set();
    expect(await rung.can(TV)).to.deep.equal({ can: true });
    const session = open(rung, scope);
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([session.state.value.state, home.called]).to.deep.equal(['starting', [`media_player.play_media ${TV}`]]);
    // The TV has not begun yet: it is waited for, to be put out.
    const closing = scope.close();
    await settled();
    await platform.clock.advance(3_000);
    await closing;
  });

  it('can also without a helper for the link', async () => {
    expect(await set({ link: null }).rung.can(TV)).to.deep.equal({ can: true });
  });

  it('fails where what it needs is gone, or was never looked for', async () => {
    const { rung, scope, home } = set();
    const session = open(rung, scope);
    expect([session.state.value, session.volume.value]).to.deep.equal([{ state: 'failed', reason: 'no_view' }, null]);
    await session.setVolume(0.5);
    expect(home.called).to.deep.equal([]);
  });
});
