import { expect } from '@open-wc/testing';
import { helperChannel } from '../../../../../src/runtime/displays/cast/helper-channel.ts';
import {
  canCast,
  isInUse,
  isLeftByUs,
  putBack,
  showsHomeAssistant,
  showView,
  stateBefore,
  volumeOf,
} from '../../../../../src/runtime/displays/cast/media-player.ts';
import type { EntityState, EntityStates } from '../../../../../src/runtime/home-assistant/home-assistant.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { FakeClock, settled } from '../../../support/fake-clock.ts';

const TV = 'media_player.living_room_tv';
const LINK = 'input_text.call_assist_kitchen_link';
/** Volume, off, play media. */
const CAST = 4 | 256 | 512;

const entity = (state: string, attributes: EntityState['attributes'] = {}, entity_id = TV): EntityState => ({
  entity_id,
  state,
  attributes,
  last_changed: '',
  last_updated: '',
  context: { id: '', user_id: null },
});

describe('a media player that shows a view', () => {
  let called: unknown[];
  const home = (states: EntityStates, isAdmin = false) => ({
    states: new Store(states),
    user: Promise.resolve({ id: 'u', name: 'Kitchen', isAdmin }),
    callService: (...call: unknown[]) => {
      called.push(call);
      return Promise.resolve();
    },
  });
  beforeEach(() => {
    called = [];
  });

  it('says beforehand whether it can, and why not', () => {
    const [gone, group, speaker] = ['media_player.gone', 'media_player.upstairs', 'media_player.speaker'];
    const states = {
      [TV]: entity('off'),
      [gone]: entity('unavailable', {}, gone),
      [group]: entity('off', { device_class: 'speaker' }, group),
      [speaker]: entity('off', { device_class: 'speaker' }, speaker),
    };
    const groups = new Set([group]);
    const why = (entityId: string, platform: string | null, https = true): string => {
      const capability = canCast({ states, groups, https }, entityId, platform);
      return capability.can ? 'can' : capability.why;
    };
    expect(why(TV, 'cast')).to.equal('can');
    expect(why(TV, 'cast', false)).to.equal('no_https');
    expect([why(TV, 'sonos'), why(TV, null)]).to.deep.equal(['not_cast', 'not_cast']);
    expect([gone, group, speaker].map((id) => why(id, 'cast'))).to.deep.equal(['unavailable', 'group', 'no_player']);
    expect(why('media_player.never', 'cast')).to.equal('no_entity');
  });

  it('is in use while it plays what is not ours', () => {
    expect(['playing', 'paused', 'buffering', 'idle', 'off'].map((state) => isInUse(entity(state)))).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
    const page = entity('playing', { app_id: 'A078F6B0' });
    expect([isInUse(page), showsHomeAssistant(page), showsHomeAssistant(undefined)]).to.deep.equal([true, true, false]);
  });

  it('is as this device has left it, where a call was moved there when its page began', () => {
    const began = Date.UTC(2026, 10, 21);
    const page = { ...entity('playing', { app_id: 'A078F6B0' }), last_changed: new Date(began).toISOString() };
    const last = { at: began + 6_000, way: 'cast-view', result: 'shown', size: null } as const;
    expect(isLeftByUs(page, last)).to.equal(true);
    expect(isLeftByUs({ ...page, attributes: { app_id: 'youtube' } }, last)).to.equal(false);
    const others = [
      null,
      undefined,
      { ...last, way: 'stream' as const },
      { ...last, result: 'in_use' as const },
      { ...last, at: began + 61_000 },
      // Somebody has begun it since.
      { ...last, at: began - 6_000 },
    ];
    expect(others.map((other) => isLeftByUs(page, other))).to.deep.equal(others.map(() => false));
  });

  it('is shown by whoever is signed in, the secret in the path', async () => {
    const view = { dashboard: 'call-tv', index: 2 };
    await showView(home({}), TV, view, 's3');
    await showView(home({}, true), TV, view, 's3');
    expect(called).to.deep.equal([
      ['media_player', 'play_media', { media_content_type: 'lovelace', media_content_id: 'call-tv/2~s3' }, TV],
      ['cast', 'show_lovelace_view', { entity_id: TV, dashboard_path: 'call-tv', view_path: '2~s3' }],
    ]);
  });

  it('is quit also where its volume cannot be put back', async () => {
    const ours = { app_id: 'A078F6B0', supported_features: CAST, volume_level: 0.6 };
    const own = home({ [TV]: entity('playing', ours) });
    const callService = (_domain: string, service: string): Promise<void> => {
      called.push(service);
      return service === 'volume_set' ? Promise.reject(new Error('busy')) : Promise.resolve();
    };
    const failed = await putBack({ ...own, callService }, TV, { volume: 0.3 }).catch((error: Error) => error.message);
    expect([failed, called]).to.deep.equal(['busy', ['volume_set', 'turn_off']]);
  });

  it('is put back as it was, and left alone where somebody else has it by now', async () => {
    const before = stateBefore(entity('idle', { volume_level: 0.3 }));
    expect([before, stateBefore(entity('off'))]).to.deep.equal([{ volume: 0.3 }, { volume: null }]);
    const ours = { app_id: 'A078F6B0', supported_features: CAST };
    await putBack(home({ [TV]: entity('playing', { ...ours, volume_level: 0.6 }) }), TV, before);
    expect(called).to.deep.equal([
      ['media_player', 'volume_set', { volume_level: 0.3 }, TV],
      ['media_player', 'turn_off', {}, TV],
    ]);
    called = [];
    const theirs = entity('playing', { app_id: 'youtube', supported_features: CAST, volume_level: 0.3 });
    for (const states of [{ [TV]: theirs }, {}, { [TV]: entity('playing', { app_id: 'A078F6B0' }) }]) {
      await putBack(home(states), TV, before);
    }
    expect(called).to.deep.equal([]);
    expect([volumeOf(entity('on', { volume_level: 7 })), volumeOf(undefined)]).to.deep.equal([null, null]);
  });
});

describe('a helper as a channel', () => {
  it('is what Home Assistant says, and has arrived when it says so', async () => {
    const states = new Store<EntityStates>({});
    const clock = new FakeClock();
    const scope = new Scope(() => {});
    const written: unknown[] = [];
    const home = {
      states,
      callService: (...call: unknown[]) => {
        written.push(call);
        return Promise.resolve();
      },
    };
    const channel = helperChannel(home, LINK, clock, scope);
    const says = (state: string): void => states.set({ [LINK]: entity(state, {}, LINK) });
    expect(channel.text.value).to.equal(null);
    for (const [state, text] of [
      ['unknown', ''],
      ['unavailable', null],
      ['', ''],
      ['Rabc', 'Rabc'],
    ] as const) {
      says(state);
      expect(channel.text.value).to.equal(text);
    }
    const writing = channel.write('Oabc');
    await settled();
    says('Oabc');
    await writing;
    expect(written).to.deep.equal([['input_text', 'set_value', { value: 'Oabc' }, LINK]]);

    const answered = channel.write('Adef');
    await settled();
    says('Rnext');
    await clock.advance(3_000);
    await answered;

    states.set({});
    const missing = channel.write('Oabc').then(
      () => 'arrived',
      (error: Error) => error.message,
    );
    await clock.advance(3_000);
    expect(await missing).to.equal('the helper is not there');
    await scope.close();
    expect([states.listeners, clock.pending]).to.deep.equal([0, 0]);
  });
});
