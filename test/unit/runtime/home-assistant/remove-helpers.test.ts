import { expect } from '@open-wc/testing';
import { createHelpers } from '../../../../src/runtime/home-assistant/create-helpers.ts';
import { HELPER_KEYS } from '../../../../src/runtime/home-assistant/helpers-keys.ts';
import { removeHelpers } from '../../../../src/runtime/home-assistant/remove-helpers.ts';
import { FakeAdmin } from '../../support/fake-admin.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const station = { slug: 'kitchen', name: 'Kitchen' };

describe('removeHelpers', () => {
  let admin: FakeAdmin;
  beforeEach(async () => {
    admin = new FakeAdmin();
    await createHelpers({ homeAssistant: admin, clock: new FakeClock(), ...station });
    await createHelpers({ homeAssistant: admin, clock: new FakeClock(), slug: 'hall', name: 'Hall' });
  });
  const outcomes = async (): Promise<Readonly<Record<string, string>>> => {
    const removed = await removeHelpers({ homeAssistant: admin, ...station });
    if (!removed.ok) throw new Error(removed.refused);
    return Object.fromEntries(removed.helpers.map(({ key, outcome, problem }) => [key, problem ?? outcome]));
  };

  it('removes those of the station, renamed ones too, and no others', async () => {
    admin.registry.find(({ unique_id }) => unique_id === 'call_assist_kitchen_with')!.entity_id = 'input_text.caller';
    expect(await outcomes()).to.deep.equal(Object.fromEntries(HELPER_KEYS.map((key) => [key, 'removed'])));
    expect(admin.registry.map(({ unique_id }) => unique_id).every((id) => id.includes('_hall_'))).to.equal(true);
    expect(admin.registry).to.have.length(HELPER_KEYS.length);
    expect(await outcomes()).to.deep.equal({});
  });

  it('keeps what was made in YAML, and says what failed', async () => {
    admin.items.delete('timer.call_assist_kitchen_alive');
    const request = admin.request.bind(admin);
    admin.request = (message) => {
      if (message.type === 'counter/delete') admin.isAdmin = false;
      return request(message);
    };
    expect(await outcomes()).to.include({ state: 'removed', alive: 'kept', missed: 'not_admin' });
  });

  it('touches nothing for somebody who is no admin, or while Home Assistant is away', async () => {
    admin.isAdmin = false;
    expect(await removeHelpers({ homeAssistant: admin, ...station })).to.deep.equal({
      ok: false,
      refused: 'not_admin',
    });
    admin.connected.set(false);
    const away = await removeHelpers({ homeAssistant: admin, ...station });
    expect(away).to.deep.equal({ ok: false, refused: 'home_assistant_away' });
    expect(admin.items.size).to.equal(2 * HELPER_KEYS.length);
  });

  it('refuses a bad slug', async () => {
    const error: unknown = await removeHelpers({ homeAssistant: admin, ...station, slug: 'a b' }).catch(
      (e: unknown) => e,
    );
    expect(error).to.be.instanceOf(RangeError);
  });
});
