import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import {
  createHelpers,
  findHelpers,
  type HelperOutcome,
  isAdmin,
} from '../../../../src/runtime/home-assistant/create-helpers.ts';
import { HELPER_STATES } from '../../../../src/runtime/call/helper-state.ts';
import { helpersYaml, wantedHelpers } from '../../../../src/runtime/home-assistant/create-plan.ts';
import { defaultIds } from '../../../../src/runtime/home-assistant/helpers-ids.ts';
import { HELPER_KEYS, HELPERS } from '../../../../src/runtime/home-assistant/helpers-keys.ts';
import { FakeAdmin } from '../../support/fake-admin.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const station = { slug: 'kitchen', name: 'Kitchen', clock: new FakeClock() };
const make = async (homeAssistant: FakeAdmin, more = {}): Promise<readonly HelperOutcome[]> => {
  const made = await createHelpers({ homeAssistant, ...station, ...more });
  if (!made.ok) throw new Error(made.refused);
  return made.helpers;
};
const outcomes = (helpers: readonly HelperOutcome[]): Record<string, string> =>
  Object.fromEntries(helpers.map(({ key, outcome, problem }) => [key, problem ?? outcome]));
const all = (outcome: string): Record<string, string> => Object.fromEntries(HELPER_KEYS.map((key) => [key, outcome]));

describe('wantedHelpers', () => {
  it('is what the runtime binds, under its entity ids', () => {
    const ids = Object.fromEntries(wantedHelpers('kitchen', 'Kitchen').map(({ key, entityId }) => [key, entityId]));
    expect(ids).to.deep.equal(defaultIds('kitchen'));
  });

  it('has long texts, no initial values, and a timer that survives restarts', () => {
    for (const { domain, settings } of wantedHelpers('kitchen', 'Kitchen')) {
      expect(settings).not.to.have.property('initial');
      if (domain === 'input_text') expect(settings['max']).to.equal(255);
      if (domain === 'timer') expect(settings).to.deep.equal({ duration: '00:05:00', restore: true });
    }
  });

  it('is named for people, on one line', () => {
    const [state] = wantedHelpers('kitchen', 'Kitchen\n: #', { dial: 'Küche wählen' });
    expect(state?.name).to.equal('Kitchen : # call state');
    const dial = wantedHelpers('k', 'K', { dial: 'Küche wählen' }).find(({ key }) => key === 'dial');
    expect(dial?.name).to.equal('Küche wählen');
  });

  for (const slug of ['', 'Kitchen', 'a__b', '_a', 'a-b', 'a\nb', 'küche'])
    it(`refuses the slug ${JSON.stringify(slug)}`, () => {
      expect(() => wantedHelpers(slug, 'x')).to.throw(RangeError, 'slug');
      expect(() => helpersYaml(slug, 'x')).to.throw(RangeError, 'slug');
    });
});

describe('createHelpers', () => {
  it('makes all, with the right ids, and then names them', async () => {
    const admin = new FakeAdmin();
    admin.areas.push({ area_id: 'kitchen_area', name: 'kitchen' });
    const told: string[] = [];
    const onOutcome = ({ key }: HelperOutcome): void => void told.push(key);
    expect(outcomes(await make(admin, { onOutcome }))).to.deep.equal(all('created'));
    expect(told).to.have.members([...HELPER_KEYS]);
    const [first] = admin.registry.map(
      ({ entity_id, name, area_id, labels }) => `${entity_id} ${name} ${area_id} ${labels.join()}`,
    );
    expect(first).to.equal('input_select.call_assist_kitchen_state Kitchen call state kitchen_area call_assist');
    expect(admin.labels).to.have.length(1);
    expect(admin.registry.map(({ entity_id }) => entity_id)).to.have.members(Object.values(defaultIds('kitchen')));
    const text = admin.items.get('input_text.call_assist_kitchen_with');
    expect(text).to.include({ type: 'input_text/create', max: 255, icon: 'mdi:account' });
  });

  it('finds its area by an alias, by its camera, by the device of its camera, or has none', async () => {
    const areaOfFirst = async (change: (admin: FakeAdmin) => void, camera = 'camera.door'): Promise<unknown> => {
      const admin = new FakeAdmin();
      admin.areas.push({ area_id: 'hall', name: 'Hall' });
      admin.add('generic', 'door', 'camera.door');
      change(admin);
      await make(admin, { camera });
      return admin.registry.find(({ platform }) => platform === 'input_select')?.area_id;
    };
    const door = (admin: FakeAdmin): FakeAdmin['registry'][number] => admin.registry[0]!;
    expect(
      await areaOfFirst((admin) => admin.areas.push({ area_id: 'k', name: 'Küche', aliases: ['Kitchen'] })),
    ).to.equal('k');
    expect(await areaOfFirst((admin) => (door(admin).area_id = 'hall'))).to.equal('hall');
    const device = (admin: FakeAdmin): void => {
      door(admin).device_id = 'd';
      admin.devices.push({ id: 'd', area_id: 'hall' });
    };
    expect(await areaOfFirst(device)).to.equal('hall');
    expect(await areaOfFirst(device, 'this_device')).to.equal(null);
    expect(await areaOfFirst(() => {}, 'camera.gone')).to.equal(null);
  });

  it('uses the label that is there', async () => {
    const admin = new FakeAdmin();
    admin.labels.push({ label_id: 'phones', name: 'call assist' });
    await make(admin);
    expect(admin.labels).to.have.length(1);
    expect(admin.registry.every(({ labels }) => labels.join() === 'phones')).to.equal(true);
  });

  it('repairs what cannot work, and leaves alone what is only different', async () => {
    const admin = new FakeAdmin();
    await make(admin);
    const edit = (domain: string, key: string, change: object): void => {
      const id = `${domain}.call_assist_kitchen_${key}`;
      admin.items.set(id, { ...admin.items.get(id)!, ...change });
    };
    edit('input_select', 'state', { options: ['idle', 'busy'] });
    edit('input_text', 'with', { max: 100 });
    edit('input_text', 'dial', { min: 3, pattern: '[a-z]+' });
    edit('timer', 'alive', { restore: false });
    edit('input_text', 'last_result', { name: 'How it ended', icon: 'mdi:x' });
    edit('input_boolean', 'camera', { name: 'What we send' });
    admin.sent.length = 0;
    expect(outcomes(await make(admin))).to.deep.equal({
      ...all('exists'),
      state: 'repaired',
      with: 'repaired',
      dial: 'repaired',
      alive: 'repaired',
    });
    const item = (key: string): object | undefined => admin.items.get(key);
    expect(item('input_select.call_assist_kitchen_state')).to.deep.include({ options: HELPER_STATES });
    expect(item('input_text.call_assist_kitchen_with')).to.deep.include({ max: 255 });
    expect(item('input_text.call_assist_kitchen_dial')).to.include({ min: 0 }).and.not.have.property('pattern');
    expect(outcomes(await make(admin))).to.deep.equal(all('exists'));
    edit('timer', 'alive', { restore: false });
    const request = admin.request.bind(admin);
    admin.request = (message) => {
      if (message.type === 'timer/update') admin.isAdmin = false;
      return request(message);
    };
    expect(outcomes(await make(admin))['alive']).to.equal('not_admin');
  });

  it('changes nothing the second time, nor when both come at once', async () => {
    const admin = new FakeAdmin();
    const [first, second] = await Promise.all([make(admin), make(admin)]);
    expect(outcomes(first)).to.deep.equal(all('created'));
    expect(outcomes(second)).to.deep.equal(all('exists'));
    expect(admin.registry).to.have.length(HELPER_KEYS.length);
  });

  it('makes what is missing, and leaves alone what was renamed or comes from YAML', async () => {
    const admin = new FakeAdmin();
    admin.add('input_text', 'call_assist_kitchen_with', 'input_text.caller');
    const yaml = 'input_button.call_assist_kitchen_answer';
    admin.states.set({ [yaml]: { entity_id: yaml } as never });
    const helpers = await make(admin);
    expect(outcomes(helpers)).to.deep.equal({ ...all('created'), with: 'exists', answer: 'exists' });
    expect(helpers.find(({ key }) => key === 'with')?.entityId).to.equal('input_text.caller');
  });

  it('says of one that is switched off', async () => {
    const admin = new FakeAdmin();
    admin.add('timer', 'call_assist_kitchen_alive', undefined, 'user');
    expect(outcomes(await make(admin))['alive']).to.equal('disabled');
  });

  it('moves one that got back the id of a deleted one', async () => {
    const admin = new FakeAdmin();
    admin.remembered.set('call_assist_kitchen_dial', 'input_text.old');
    expect(outcomes(await make(admin))['dial']).to.equal('created');
    expect(admin.registry.map(({ entity_id }) => entity_id)).to.include('input_text.call_assist_kitchen_dial');
  });

  it('leaves no second one where its id became another entity meanwhile', async () => {
    const admin = new FakeAdmin();
    const made = make(admin, {
      onOutcome: ({ key }: HelperOutcome) => {
        if (key === 'state') admin.add('template', 'x', 'input_text.call_assist_kitchen_with');
      },
    });
    expect(outcomes(await made)).to.deep.equal({ ...all('created'), with: 'wrong_id' });
    expect(admin.items.has('input_text.call_assist_kitchen_with')).to.equal(false);
  });

  it('names a domain that Home Assistant has not loaded, and makes the others', async () => {
    const admin = new FakeAdmin();
    admin.missingDomains.add('timer');
    expect(outcomes(await make(admin))).to.deep.equal({ ...all('created'), alive: 'domain_missing' });
  });

  it('touches nothing for somebody who is no admin, or while Home Assistant is away', async () => {
    const admin = new FakeAdmin();
    admin.isAdmin = false;
    expect(await isAdmin(admin)).to.equal(false);
    expect(await createHelpers({ homeAssistant: admin, ...station })).to.deep.equal({
      ok: false,
      refused: 'not_admin',
    });
    admin.connected.set(false);
    const away = await createHelpers({ homeAssistant: admin, ...station });
    expect(away).to.deep.equal({ ok: false, refused: 'home_assistant_away' });
    expect(admin.sent).to.deep.equal([]);
  });

  it('says which fail when the rights or the connection go on the way', async () => {
    const admin = new FakeAdmin();
    const helpers = await make(admin, {
      onOutcome: ({ key }: HelperOutcome) => {
        if (key === 'state') admin.isAdmin = false;
        if (key === 'dial') admin.connected.set(false);
      },
    });
    expect(outcomes(helpers)).to.include({
      state: 'created',
      with: 'not_admin',
      dial: 'not_admin',
      alive: 'no_answer',
    });
  });

  it('refuses a bad slug before anything is asked', async () => {
    const admin = new FakeAdmin();
    const error: unknown = await createHelpers({ homeAssistant: admin, ...station, slug: 'a b' }).catch(
      (e: unknown) => e,
    );
    expect(error).to.be.instanceOf(RangeError);
    expect(await findHelpers({ homeAssistant: admin, ...station })).to.have.length(HELPER_KEYS.length);
    expect(admin.sent).to.deep.equal([]);
  });
});

describe('helpersYaml', () => {
  it('has every helper below its domain', () => {
    const lines = helpersYaml('kitchen', 'Kitchen').split('\n');
    for (const { domain, objectId } of wantedHelpers('kitchen', 'Kitchen')) {
      const at = lines.indexOf(`  ${objectId}:`);
      const heading = lines.slice(0, at).findLast((line) => /^\w/.test(line));
      expect(heading).to.equal(`${domain}:`);
    }
    expect(lines.filter((line) => /^\w/.test(line))).to.have.members([
      ...new Set(Object.values(HELPERS).map(({ domain }) => `${domain}:`)),
    ]);
    expect(lines).to.include.members([
      '    duration: "00:05:00"',
      '    restore: true',
      '    max: 255',
      '      - "in_call"',
    ]);
  });

  it('keeps its shape whatever the station is called', () => {
    const shape = (name: string): readonly string[] =>
      helpersYaml('kitchen', name)
        .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
        .map((line) => line.replace(/name: ".*"$/, 'name'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect(shape(name)).to.deep.equal(shape('Kitchen'));
      }),
    );
  });
});
