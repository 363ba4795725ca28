import { expect } from '@open-wc/testing';
import type { Capability } from '../../../../src/runtime/displays/displays.ts';
import type { Rung } from '../../../../src/runtime/displays/rung.ts';
import type { DisplayWay } from '../../../../src/runtime/displays/view.ts';
import { canShow, listDisplays, screensOf } from '../../../../src/runtime/screens/list.ts';
import { noteTry, readTries } from '../../../../src/runtime/screens/memory.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { fakePlatform } from '../../support/fake-platform.ts';
import { furnish, RADIO, TV } from './support/furnish.ts';

const rung = (way: DisplayWay, can: (id: string) => Promise<Capability>): Rung<DisplayWay> => ({
  way,
  can,
  open: () => {
    throw new Error('nobody opens anything for a list');
  },
});

describe('the list of displays', () => {
  const home = new FakeHomeAssistant(fakePlatform().clock);
  furnish(home);
  home.set('media_player.speaker', 'idle', { supported_features: 512, device_class: 'speaker' });
  home.set('media_player.upstairs', 'idle', { supported_features: 512, device_class: 'speaker' });
  home.set('media_player.amplifier', 'idle', { supported_features: 4 });
  home.set('media_player.a_stick', 'playing', { supported_features: 512 });
  const states = home.states.value;
  const cast = rung('cast-view', async (id) => (id === RADIO ? { can: false, why: 'not_cast' } : { can: true }));
  const stream = rung('stream', () => Promise.reject(new Error('no answer')));

  it('has what plays what it is given and has a picture, and groups', () => {
    const ids = (groups: readonly string[]) => screensOf(states, new Set(groups)).map(({ entity_id }) => entity_id);
    expect(ids([])).to.have.members([TV, RADIO, 'media_player.a_stick']);
    expect(ids(['media_player.upstairs'])).to.have.members([...ids([]), 'media_player.upstairs']);
  });

  it('says what each can, those that can first, and what came of the last try', async () => {
    const last = { at: 5, way: 'cast-view', result: 'gone', size: null } as const;
    const facts = { areas: new Map([[TV, 'Living room']]), groups: new Set<string>() };
    const list = await listDisplays({ states, facts, rungs: [cast, stream], tries: { [TV]: last } });
    expect(list.map(({ id, name, area, inUse }) => [id, name, area, inUse])).to.deep.equal([
      [TV, 'Living room TV', 'Living room', false],
      ['media_player.a_stick', 'media_player.a_stick', '', true],
      [RADIO, 'Radio', '', false],
    ]);
    expect(list.map(canShow)).to.deep.equal([true, true, false]);
    expect(list.map((each) => each.last)).to.deep.equal([last, null, null]);
    expect(list[2]?.ways).to.deep.equal([
      { way: 'cast-view', capability: { can: false, why: 'not_cast' } },
      { way: 'stream', capability: { can: false, why: 'unavailable' } },
    ]);
  });
});

describe('what came of displays on this device', () => {
  const shown = { at: 1, way: 'cast-view', result: 'shown', size: { width: 1280, height: 720 } } as const;

  it('is kept, the latest of each', async () => {
    const storage = memoryStorage();
    expect(await readTries(storage)).to.deep.equal({});
    await noteTry(storage, TV, { ...shown, codecs: ['h264-high', 'vp8'] });
    await noteTry(storage, RADIO, { ...shown, at: 2 });
    await noteTry(storage, TV, { at: 3, way: 'stream', result: 'gone', size: null });
    expect(await readTries(storage)).to.deep.equal({
      [RADIO]: { ...shown, at: 2 },
      // What it decodes is as true as before.
      [TV]: { at: 3, way: 'stream', result: 'gone', size: null, codecs: ['h264-high', 'vp8'] },
    });
  });

  it('is forgotten of those that were tried long ago, when there are very many', async () => {
    const storage = memoryStorage();
    for (let at = 0; at < 52; at++) await noteTry(storage, `media_player.n${at}`, { ...shown, at });
    const kept = Object.keys(await readTries(storage));
    expect(kept).to.have.length(50);
    expect(kept).not.to.include('media_player.n1');
  });

  for (const broken of [
    null,
    'text',
    { [TV]: null },
    { [TV]: { at: 'now' } },
    { [TV]: 3 },
    { [TV]: { ...shown, codecs: ['x'] } },
  ]) {
    it(`is nothing where something else is stored: ${JSON.stringify(broken)}`, async () => {
      const storage = memoryStorage();
      await storage.settings.put('displays', broken);
      expect(await readTries(storage)).to.deep.equal({});
    });
  }
});
