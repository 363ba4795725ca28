import { expect } from '@open-wc/testing';
import { isPin, Lock, LockedError } from '../../../../src/runtime/settings/lock.ts';
import type { DeviceSettings } from '../../../../src/runtime/settings/device-settings.ts';
import { memoryStorage } from '../../../../src/runtime/storage/memory.ts';
import { settled } from '../../support/fake-clock.ts';
import { fakePlatform } from '../../support/fake-platform.ts';

const MINUTE = 60_000;

describe('Lock', function () {
  // A PIN is slow to try on purpose.
  this.timeout(30_000);
  const set = async (kind: DeviceSettings['lock'], admin: () => Promise<boolean> = async () => false) => {
    const platform = fakePlatform();
    const { settings } = memoryStorage();
    const reopen = (): Promise<Lock> => Lock.open({ platform, storage: settings, kind, isAdmin: admin });
    return { lock: await reopen(), reopen, settings, ...platform };
  };
  const problem = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
    } catch (error) {
      expect(error).to.be.instanceOf(LockedError);
      return (error as LockedError).problem;
    }
    return 'none';
  };

  it('that is none is always open', async () => {
    const { lock } = await set('none');
    lock.require();
    await lock.unlock('');
    lock.close();
    expect(lock.view.value).to.deep.equal({ kind: 'none', locked: false, retryAt: null });
  });

  it('opens with its PIN for five minutes, and closes at once when asked', async () => {
    const { lock, clock } = await set('pin');
    expect(() => lock.require()).to.throw(LockedError, 'locked');
    await lock.setPin('1234');
    await lock.unlock('1234');
    lock.require();
    await clock.advance(5 * MINUTE - 1);
    expect(lock.view.value.locked).to.equal(false);
    await clock.advance(1);
    expect(lock.view.value.locked).to.equal(true);
    await lock.unlock('1234');
    lock.close();
    expect(lock.view.value.locked).to.equal(true);
    expect(clock.pending).to.equal(0);
  });

  it('keeps no PIN, and knows it again after a reload', async () => {
    const { lock, reopen, settings } = await set('pin');
    await lock.setPin('246810');
    const stored = await settings.get('pin', (value): value is object => typeof value === 'object');
    expect(JSON.stringify(stored)).not.to.contain('246810');
    const again = await reopen();
    expect(again.view.value.locked).to.equal(true);
    expect(again.hasPin).to.equal(true);
    await again.unlock('246810');
    again.require();
    again.dispose();
  });

  it('lets wrong PINs wait longer and longer, over a reload too, until the right one', async () => {
    const { lock, reopen, clock } = await set('pin');
    await lock.setPin('1234');
    for (let attempt = 0; attempt < 2; attempt++) expect(await problem(lock.unlock('0000'))).to.equal('wrong_pin');
    expect(lock.view.value.retryAt).to.equal(null);
    // Those of one moment count one by one.
    expect(await Promise.all([problem(lock.unlock('0000')), problem(lock.unlock('1234'))])).to.deep.equal([
      'wrong_pin',
      'too_many_tries',
    ]);
    expect(lock.view.value.retryAt).to.equal(clock.now() + 5_000);
    const again = await reopen();
    expect(await problem(again.unlock('1234'))).to.equal('too_many_tries');
    await clock.advance(5_000);
    expect(await problem(again.unlock('0000'))).to.equal('wrong_pin');
    expect(again.view.value.retryAt).to.equal(clock.now() + 10_000);
    await clock.advance(10_000);
    await again.unlock('1234');
    again.require();
    again.close();
    expect(await problem(again.unlock('0000'))).to.equal('wrong_pin');
    expect(again.view.value.retryAt).to.equal(null);
  });

  it('does not lock for years when the clock is set back', async () => {
    const { reopen, settings, clock } = await set('pin');
    await settings.put('pin-tries', { wrong: 5, retryAt: clock.now() + 365 * 24 * 60 * MINUTE });
    expect(await problem((await reopen()).unlock('1'))).to.equal('wrong_pin');
  });

  it('without a PIN opens for nobody, and broken records are none', async () => {
    const { reopen, settings } = await set('pin');
    for (const broken of ['1234', null, { salt: 1 }]) {
      await settings.put('pin', broken);
      await settings.put('pin-tries', broken);
      const lock = await reopen();
      expect(lock.hasPin).to.equal(false);
      expect(await problem(lock.unlock('1234'))).to.equal('wrong_pin');
    }
  });

  it('of administrators is open in their browsers and closed in all others', async () => {
    const admin = (await set('admin', async () => true)).lock;
    await settled();
    admin.require();
    const guest = (await set('admin')).lock;
    expect(await problem(guest.unlock(''))).to.equal('not_admin');
    expect(guest.view.value.locked).to.equal(true);
    const { lock, lines } = await set('admin', () => Promise.reject(new Error('away')));
    expect(await problem(lock.unlock(''))).to.equal('not_admin');
    expect(lines.map(({ level }) => level)).to.include('warn');
  });

  it('with a forgotten PIN opens to an administrator who was not there when it was chosen', async () => {
    let admin = false;
    const { lock, clock } = await set('pin', async () => admin);
    expect(await problem(lock.unlock(null)), 'before there is a PIN').to.equal('not_admin');
    await lock.setPin('1234');
    expect(await problem(lock.unlock(null))).to.equal('not_admin');
    for (let attempt = 0; attempt < 3; attempt++) await problem(lock.unlock('0000'));
    expect(lock.view.value.retryAt).not.to.equal(null);
    admin = true;
    await lock.unlock(null);
    expect(lock.view.value).to.deep.equal({ kind: 'pin', locked: false, retryAt: null });
    await clock.advance(5 * MINUTE);
    expect(lock.view.value.locked).to.equal(true);
  });

  for (const [who, isAdmin] of [
    ['an administrator', async () => true],
    ['nobody knows whom', () => Promise.reject(new Error('away'))],
  ] as const)
    it(`with a PIN that ${who} chose opens to it alone: every guest has the same session`, async () => {
      const { settings, reopen, lock } = await set('pin', isAdmin);
      await lock.setPin('1234');
      expect(await problem(lock.unlock(null))).to.equal('not_admin');
      await lock.unlock('1234');
      expect(await settings.get('pin', (value): value is { byAdmin: boolean } => value !== null)).to.include({
        byAdmin: true,
      });
      expect(await problem((await reopen()).unlock(null))).to.equal('not_admin');
    });

  it('that was just chosen is open for who chose it', async () => {
    const { lock, clock } = await set('none');
    await lock.setPin('1234');
    lock.use('pin');
    lock.require();
    lock.use('pin');
    await clock.advance(5 * MINUTE);
    expect(lock.view.value).to.deep.equal({ kind: 'pin', locked: true, retryAt: null });
    lock.use('none');
    lock.require();
  });
});

describe('isPin', () => {
  it('is 4 to 12 digits', () => {
    for (const pin of ['0000', '123456789012']) expect(isPin(pin)).to.equal(true);
    for (const no of ['123', '1234567890123', '12a4', ' 1234', 1234, null]) expect(isPin(no)).to.equal(false);
  });
});
