import { expect } from '@open-wc/testing';
import type { CallView } from '../../../../src/runtime/api.ts';
import { DEFAULT_STATION } from '../../../../src/runtime/default-station.ts';
import { HOME_ACCOUNT } from '../../../../src/runtime/rings/home.ts';
import { House } from '../../../../src/runtime/screens/house.ts';
import { announcingOf, rungsOf } from '../../../../src/runtime/screens/rungs.ts';
import type { Station } from '../../../../src/runtime/storage/storage.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { fakePlatform } from '../../support/fake-platform.ts';
import { furnish, RADIO, TV } from './support/furnish.ts';

const DOOR = 'camera.doorbell';

describe('the ways to a display', () => {
  const platform = fakePlatform();
  let home: FakeHomeAssistant;
  let station: Station;
  const options = () => ({
    home,
    platform,
    house: new House({ home, clock: platform.clock, tvView: async () => ({ dashboard: 'call-assist-tv', index: 0 }) }),
    tries: async () => ({}),
    station: () => station,
  });
  const ring = (kind: 'door' | 'assist', accountId = HOME_ACCOUNT): Pick<CallView, 'peer' | 'ring'> => ({
    peer: { accountId, contactId: DOOR, address: DOOR, name: 'Door' },
    ring: { id: 'r', kind, to: '', still: null, buttons: [], talk: null, away: false },
  });

  beforeEach(() => {
    home = new FakeHomeAssistant(platform.clock);
    furnish(home);
    home.set(DOOR, 'idle', { supported_features: 2 });
    station = { ...DEFAULT_STATION, displayAnnounces: 'with-name' };
  });

  it('are our page there, and a stream by way of the address that the station has', async () => {
    const rungs = rungsOf(options());
    expect(rungs.map(({ way }) => way)).to.deep.equal(['cast-view', 'stream']);
    expect(await Promise.all(rungs.map((rung) => rung.can(TV)))).to.deep.equal([
      { can: true },
      { can: false, why: 'no_server' },
    ]);
    expect(await rungs[1]?.can(RADIO)).to.deep.equal({ can: false, why: 'no_player' });
  });

  it('are for what rings the best one, and for a door its picture, where it may be read who calls', async () => {
    const ways = (call: Pick<CallView, 'peer' | 'ring'>) => announcingOf(options(), call).map(({ way }) => way);
    expect(ways(ring('door'))).to.deep.equal(['cast-view', 'camera']);
    expect(ways(ring('assist'))).to.deep.equal(['cast-view']);
    expect(ways(ring('door', 'matrix'))).to.deep.equal(['cast-view']);
    station = { ...station, displayAnnounces: 'without-name' };
    expect(ways(ring('door'))).to.deep.equal(['cast-view']);
    station = { ...station, displayAnnounces: 'with-name' };
    expect(await announcingOf(options(), ring('door'))[1]?.can(TV)).to.deep.equal({ can: true });
  });
});
