import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openConnection } from '../../demo/home-assistant/api.ts';
import { createHelpers, helperIds } from '../../demo/home-assistant/helpers.ts';
import { answers, waitFor } from '../../demo/wait.ts';
import { Administrator, type Automation } from './support/administrator.ts';
import { house } from './support/house.ts';
import { mediaFlows } from './support/media.ts';
import type { PersonPage } from './support/person.ts';
import { matrixAccount, Tablet } from './support/tablet.ts';

/** In the station's area, and able to do everything. */
const radio = 'media_player.kitchen_radio';
/** In the area as well; its volume cannot be set. */
const television = 'media_player.television';
/** Elsewhere. */
const bathroom = 'media_player.bathroom_radio';
const memory = 'input_text.call_memory';

describe('blueprint: quiet during a call', () => {
  let admin: Administrator;
  const automations: Automation[] = [];

  const use = async (input: object, slug = 'kitchen'): Promise<void> => {
    const { state, alive } = helperIds(slug);
    const automation = await admin.useBlueprint('quiet_during_a_call', {
      call_state: state,
      memory,
      alive,
      areas: ['kitchen'],
      ...input,
    });
    automations.push(automation);
  };
  const putInto = async (area: string | null): Promise<void> => {
    for (const player of [radio, television])
      await admin.command('config/entity_registry/update', { entity_id: player, area_id: area });
  };
  const setVolume = (player: string, volume_level: number): Promise<void> =>
    admin.service('media_player', 'volume_set', { entity_id: player, volume_level });
  const inCall = async (): Promise<PersonPage> => {
    const { kiosk, ...home } = await house();
    const person = await home.person('Grandma');
    await person.call();
    await kiosk.helperIs('state', 'ringing');
    await kiosk.press('answer');
    await kiosk.helperIs('state', 'in_call');
    return person;
  };
  const isAsBefore = async (volume: number): Promise<void> => {
    await admin.entityIs(memory, '', undefined, 30_000);
    for (const player of [radio, television, bathroom]) await admin.entityIs(player, 'playing');
    await admin.entityIs(radio, volume, 'volume_level');
  };

  before(async () => {
    admin = new Administrator((await house()).stack);
    await admin.command('input_text/create', { name: 'Call memory', max: 255 });
    await putInto('kitchen');
  });

  afterEach(async () => {
    await (await house()).kiosk.endAll();
    for (const automation of automations.splice(0)) await automation.remove();
  });

  after(async () => {
    await putInto(null);
    await admin.command('input_text/delete', { input_text_id: 'call_memory' });
  });

  it('pauses what plays in the area, and plays it again', async () => {
    const { kiosk } = await house();
    await setVolume(radio, 0.5);
    await use({});
    const person = await inCall();
    await admin.entityIs(radio, 'paused');
    await admin.entityIs(television, 'paused');
    assert.equal((await admin.entity(memory)).state, `kitchen_radio=play television=play`);
    assert.equal((await admin.entity(bathroom)).state, 'playing');
    await mediaFlows(kiosk, await kiosk.call('active'), person);
    await person.hangUp();
    await isAsBefore(0.5);
  });

  it('turns it down already while it rings; what was turned off in the call stays off', async () => {
    const { kiosk, ...home } = await house();
    await setVolume(radio, 0.5);
    await setVolume(bathroom, 0.05);
    await use({ method: 'duck', volume: 10, while_ringing: true, more_players: [bathroom] });
    const person = await home.person('Grandma');
    await person.call();
    await admin.entityIs(radio, 0.1, 'volume_level');
    await admin.entityIs(television, 'paused');
    assert.equal((await admin.entity(bathroom)).attributes['volume_level'], 0.05, 'it is quieter already');
    await admin.service('media_player', 'turn_off', { entity_id: television });
    await person.hangUp();
    await admin.entityIs(radio, 0.5, 'volume_level');
    await admin.entityIs(memory, '');
    assert.equal((await admin.entity(television)).state, 'off');
    await admin.service('media_player', 'turn_on', { entity_id: television });
    await setVolume(bathroom, 1);
    await kiosk.helperIs('state', 'idle');
  });

  it('a restart of Home Assistant in the middle forgets nothing', async () => {
    const { kiosk, stack } = await house();
    await setVolume(radio, 0.5);
    await use({ method: 'duck', volume: 10 });
    const person = await inCall();
    await admin.entityIs(radio, 0.1, 'volume_level');
    await admin.entityIs(television, 'paused');
    await stack.restartHomeAssistant();
    // These players have forgotten it all and play at full volume: the call still runs, so they are quiet again.
    await admin.entityIs(radio, 0.1, 'volume_level', 30_000);
    await admin.entityIs(television, 'paused');
    await mediaFlows(kiosk, await kiosk.call('active'), person, { video: false });
    await person.hangUp();
    await isAsBefore(0.5);
  });

  it('a call that ends while Home Assistant is away is known afterwards', async () => {
    const { stack } = await house();
    await setVolume(radio, 0.5);
    await use({ method: 'duck', volume: 10 });
    const person = await inCall();
    await admin.entityIs(radio, 0.1, 'volume_level');
    const restarted = stack.restartHomeAssistant();
    const { url } = stack.endpoints.homeAssistant;
    const isAway = async (): Promise<boolean> => !(await answers(`${url}/manifest.json`).catch(() => false));
    await waitFor('Home Assistant to be away', isAway, { timeout: 30_000 });
    await person.hangUp();
    await person.stateIs('idle');
    await restarted;
    await isAsBefore(0.5);
  });

  it('a tablet that crashes within a call is noticed by its timer', async () => {
    const home = await house();
    const attic = helperIds('attic');
    const connection = await openConnection(admin.token);
    const account = await matrixAccount('attic', ['Grandma']);
    const tablet = await Tablet.open();
    const person = await home.person('Grandma');
    try {
      await createHelpers(connection, { slug: 'attic', name: 'Attic' });
      await setVolume(radio, 0.5);
      await use({ method: 'duck', volume: 10 }, 'attic');
      await tablet.be({ name: 'Attic', slug: 'attic', camera: 'camera.front_door' });
      await tablet.signIn(account);
      await admin.entityIs(attic['state']!, 'idle');
      await admin.entityIs(attic['alive']!, 'active');
      await tablet.calledBy(person, account);
      await admin.entityIs(attic['state']!, 'ringing');
      await admin.service('input_button', 'press', { entity_id: attic['answer'] });
      await admin.entityIs(attic['state']!, 'in_call');
      await admin.entityIs(radio, 0.1, 'volume_level');
      const crashed = tablet.page.waitForEvent('crash');
      // Its answer never comes.
      void (await tablet.context.newCDPSession(tablet.page)).send('Page.crash').catch(() => {});
      await crashed;
      assert.equal((await admin.entity(attic['state']!)).state, 'in_call', 'nobody has said that it is over');
      // Instead of waiting for five minutes.
      await admin.service('timer', 'finish', { entity_id: attic['alive'] });
      await isAsBefore(0.5);
    } finally {
      await person.hangUp();
      await tablet.close();
      for (const id of Object.values(attic)) {
        const [domain, objectId] = id.split('.') as [string, string];
        await connection.call(`${domain}/delete`, { [`${domain}_id`]: objectId });
      }
      connection.close();
    }
  });
});
