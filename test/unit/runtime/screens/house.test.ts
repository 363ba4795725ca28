import { expect } from '@open-wc/testing';
import type { HomeAssistantError } from '../../../../src/runtime/home-assistant/home-assistant.ts';
import { House } from '../../../../src/runtime/screens/house.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';
import { type FakePlatform, fakePlatform } from '../../support/fake-platform.ts';
import { furnish, TV } from './support/furnish.ts';

describe('what the house has for calls on displays', () => {
  let platform: FakePlatform;
  let home: FakeHomeAssistant;
  let looked: number;
  let hasView: boolean;
  const house = (): House =>
    new House({
      home,
      clock: platform.clock,
      tvView: async () => {
        looked++;
        return hasView ? { dashboard: 'call-assist-tv', index: 0 } : null;
      },
    });

  beforeEach(() => {
    platform = fakePlatform();
    home = new FakeHomeAssistant(platform.clock);
    furnish(home);
    [looked, hasView] = [0, true];
  });

  it('is integrations, areas, the view and the link of a station', async () => {
    const { platforms, areas, https, view, link } = await house().facts();
    expect([platforms.get(TV), areas.get(TV), https, view?.dashboard]).to.deep.equal([
      'cast',
      'Living room',
      true,
      'call-assist-tv',
    ]);
    expect(areas.get('media_player.radio')).to.equal('Kitchen');
    expect(link('kitchen')).to.equal('input_text.call_assist_kitchen_link');
    expect(link('hall')).to.equal(null);
  });

  it('knows what is several devices in one', async () => {
    const entry = (entity_id: string, platform: string, device_id: string) => ({ entity_id, platform, device_id });
    home.answers.set('config/entity_registry/list', [
      entry('media_player.all', 'group', ''),
      entry('media_player.upstairs', 'cast', 'upstairs'),
      entry(TV, 'cast', 'tv'),
    ]);
    home.answers.set('config/device_registry/list', [
      { id: 'upstairs', model: 'Google Cast Group' },
      { id: 'tv', model: 'Chromecast' },
    ]);
    expect([...(await house().facts()).groups]).to.deep.equal(['media_player.all', 'media_player.upstairs']);
  });

  it('finds a link that was renamed', async () => {
    home.remove('input_text.call_assist_kitchen_link');
    home.set('input_text.renamed', '');
    home.answers.set('config/entity_registry/list', [
      { entity_id: 'input_text.renamed', platform: 'input_text', unique_id: 'call_assist_kitchen_link' },
    ]);
    expect((await house().facts()).link('kitchen')).to.equal('input_text.renamed');
  });

  const urls: [string, object, string | null, boolean][] = [
    ['no address', {}, null, false],
    ['plain addresses', { external_url: 'http://a', internal_url: 'http://b' }, null, false],
    ['a secure address inside', { external_url: null, internal_url: 'https://b' }, null, true],
    ['Home Assistant’s cloud', {}, 'on', true],
    ['a cloud that is off', {}, 'off', false],
  ];
  for (const [name, config, cloud, https] of urls) {
    it(`can${https ? '' : 'not'} be opened by a TV with ${name}`, async () => {
      home.answers.set('get_config', config);
      if (cloud) home.set('binary_sensor.remote_ui', cloud);
      expect((await house().facts()).https).to.equal(https);
    });
  }

  it('is asked once for many, and again when it is old or somebody says that it changed', async () => {
    const one = house();
    expect(await one.facts()).to.equal(await one.facts());
    await platform.clock.advance(600_000);
    await one.facts();
    expect(looked).to.equal(1);
    await platform.clock.advance(1);
    await one.facts();
    expect(looked).to.equal(2);
    one.forget();
    await one.facts();
    expect(looked).to.equal(3);
  });

  it('is asked again soon where there is no view for TVs yet', async () => {
    hasView = false;
    const one = house();
    await one.facts();
    await platform.clock.advance(5_001);
    hasView = true;
    expect((await one.facts()).view).not.to.equal(null);
  });

  it('is asked again after a failure', async () => {
    const one = house();
    home.answers.delete('config/area_registry/list');
    const failed = await one.facts().catch((error: unknown) => (error as HomeAssistantError).code);
    expect(failed).to.equal('unknown_command');
    furnish(home);
    expect((await one.facts()).areas.get(TV)).to.equal('Living room');
  });
});
