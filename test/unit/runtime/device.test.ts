import { expect } from '@open-wc/testing';
import { createConfigure } from '../../../src/runtime/configure.ts';
import { Device } from '../../../src/runtime/device.ts';
import { LockedError } from '../../../src/runtime/settings/lock.ts';
import { DEFAULT_SETTINGS } from '../../../src/runtime/settings/device-settings.ts';
import { memoryStorage } from '../../../src/runtime/storage/memory.ts';
import { StorageError } from '../../../src/runtime/storage/storage.ts';
import { fakePlatform } from '../support/fake-platform.ts';

const noon = new Date(2026, 10, 11, 12).getTime();
const HOUR = 3_600_000;
const night = { days: [0, 1, 2, 3, 4, 5, 6], from: '22:00', to: '06:00' };

describe('Device', function () {
  this.timeout(30_000);
  const devices: Device[] = [];
  afterEach(() => devices.splice(0).forEach((device) => device.close()));
  const set = async (admin = false) => {
    const platform = fakePlatform(noon);
    const storage = memoryStorage();
    const errors: unknown[] = [];
    const open = async (): Promise<Device> => {
      const device = await Device.open({
        platform,
        storage,
        report: (error) => errors.push(error),
        isAdmin: async () => admin,
      });
      devices.push(device);
      return device;
    };
    return { storage, errors, open, device: await open(), ...platform };
  };
  const failure = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (error: unknown) => error,
    );

  it('keeps its settings for the next page', async () => {
    const { device, open } = await set();
    let told = 0;
    const stop = device.subscribe(() => told++);
    await device.configure({ ringtone: 'doorbell', hideNames: 'always' });
    stop();
    expect(told).to.equal(1);
    const chosen = { ...DEFAULT_SETTINGS, ringtone: 'doorbell', hideNames: 'always' };
    expect(device.view().settings).to.deep.equal(chosen);
    expect((await open()).view().settings).to.deep.equal(chosen);
  });

  it('changes nothing for a wrong value or a storage that fails', async () => {
    const { device, storage } = await set();
    expect(await failure(device.configure({ ringVolume: 0.5, callVolume: 2 }))).to.be.instanceOf(RangeError);
    Object.assign(storage.settings, { put: () => Promise.reject(new StorageError('full')) });
    expect(await failure(device.configure({ ringVolume: 0.5 }))).to.be.instanceOf(StorageError);
    expect(device.view().settings).to.deep.equal(DEFAULT_SETTINGS);
  });

  it('keeps the volume of calls at once, though storage fails', async () => {
    const { device, storage, errors, clock } = await set();
    await device.setCallVolume(0.3);
    expect(device.settings.value.callVolume).to.equal(0.3);
    Object.assign(storage.settings, { put: () => Promise.reject(new StorageError('full')) });
    await device.setCallVolume(0.4);
    await clock.advance(0);
    expect(device.settings.value.callVolume).to.equal(0.4);
    expect(errors.length).to.equal(1);
    expect(await failure(device.setCallVolume(4))).to.be.instanceOf(RangeError);
  });

  it('is quiet by hand, and by the helper alike', async () => {
    const { device, open, clock } = await set();
    await device.configure({ doNotDisturb: true });
    expect(device.doNotDisturb.value).to.equal(true);
    expect(device.view()).to.include({ quiet: true, quietUntil: null });
    device.doNotDisturb.set(false);
    expect(device.view().quiet).to.equal(false);
    await clock.advance(0);
    expect((await open()).view().settings.doNotDisturb).to.equal(false);
  });

  it('is quiet in its quiet times, and tells until when', async () => {
    const { device, clock } = await set();
    await device.configure({ quietTimes: [night] });
    expect(device.view()).to.include({ quiet: false, quietUntil: null });
    await clock.advance(10 * HOUR);
    expect(device.view()).to.include({ quiet: true, quietUntil: noon + 18 * HOUR });
    await device.configure({ doNotDisturb: true });
    expect(device.view()).to.include({ quiet: true, quietUntil: null });
    device.doNotDisturb.set(false);
    expect(device.view()).to.include({ quiet: true, quietUntil: noon + 18 * HOUR });
    await clock.advance(8 * HOUR);
    expect(device.view()).to.include({ quiet: false, quietUntil: null });
  });

  it('skips the quiet time that runs when somebody switches it off, over a reload too, and that one only', async () => {
    const { device, open, clock } = await set();
    await device.configure({ quietTimes: [night] });
    await clock.advance(11 * HOUR);
    await device.configure({ doNotDisturb: false });
    expect(device.view().quiet).to.equal(false);
    const next = await open();
    expect(next.view().quiet).to.equal(false);
    await clock.advance(24 * HOUR);
    expect(next.view().quiet).to.equal(true);
  });

  it('notices within a minute that the clock has jumped', async () => {
    const platform = fakePlatform(noon);
    let jump = 0;
    const clock = { now: () => platform.clock.now() + jump, after: platform.clock.after.bind(platform.clock) };
    const storage = memoryStorage();
    const options = { platform: { ...platform, clock }, storage, report: () => {}, isAdmin: async () => true };
    const device = await Device.open(options);
    await device.configure({ quietTimes: [night] });
    jump = 11 * HOUR;
    await platform.clock.advance(60_000);
    expect(device.view().quiet).to.equal(true);
    device.close();
    expect(platform.clock.pending).to.equal(0);
  });

  it('locked refuses everything but do not disturb and the volume of calls', async () => {
    const { device, open } = await set();
    const configure = createConfigure(device, () => []);
    expect(await failure(device.configure({ lock: 'pin' }))).to.be.instanceOf(RangeError);
    expect(await failure(device.configure({ lock: 'pin', pin: '12' }))).to.be.instanceOf(RangeError);
    await device.configure({ lock: 'pin', pin: '1234' });
    await device.configure({ ringVolume: 0.4 });
    configure.lock();
    for (const refused of [
      configure.configureDevice({ ringVolume: 1 }),
      configure.configureDevice({ doNotDisturb: true, lock: 'none' }),
      configure.configureStation({ name: 'Hall' }),
      configure.deleteHistory('all'),
      configure.exportSettings(),
      configure.importSettings('{}'),
    ]) {
      expect(await failure(refused)).to.be.instanceOf(LockedError);
    }
    await configure.configureDevice({ doNotDisturb: true, callVolume: 0.5 });
    await configure.markSeen();
    await configure.unlock('1234');
    await configure.configureDevice({ ringVolume: 1 });
    expect((await open()).view().lock.locked).to.equal(true);
  });

  it('lets nobody lock it for administrators who is none', async () => {
    const guest = (await set()).device;
    expect(await failure(guest.configure({ lock: 'admin' }))).to.be.instanceOf(LockedError);
    expect(guest.view().settings.lock).to.equal('none');
    const admin = (await set(true)).device;
    await admin.configure({ lock: 'admin' });
    expect(admin.view().lock).to.deep.equal({ kind: 'admin', locked: false, retryAt: null });
  });

  it('is a station once somebody named it, and moves with its slug', async () => {
    const { device, storage } = await set();
    expect(device.isStation).to.equal(false);
    await device.configureStation({ name: 'Living room' });
    expect(device.isStation).to.equal(true);
    expect(device.station.value.slug).to.equal('living_room');
    await device.configureStation({ name: 'Salon', speaker: { deviceId: 's', label: 'Speaker' } });
    expect(device.station.value).to.deep.include({ slug: 'living_room', name: 'Salon' });
    await device.configureStation({ slug: 'salon' });
    expect(await storage.stations.list()).to.deep.equal([device.station.value]);
    expect(await failure(device.configureStation({ camera: 'light.x' as never }))).to.be.instanceOf(RangeError);
  });

  it('has several stations, of which the first takes calls, and is told of a camera by scripts though it is locked', async () => {
    const { device } = await set();
    const configure = createConfigure(device, () => []);
    await configure.configureStation({ name: 'Kitchen' });
    await configure.addStation({ name: 'Hall' });
    await configure.preferStation('hall');
    expect(device.stations.value.map(({ slug }) => slug)).to.deep.equal(['hall', 'kitchen']);
    expect(device.station.value.slug).to.equal('hall');
    await configure.configureDevice({ lock: 'pin', pin: '1234' });
    configure.lock();
    await device.chooseCamera('camera.hall', 'hall');
    expect(device.station.value.camera).to.equal('camera.hall');
    await device.chooseDisplay({ display: 'media_player.tv', displayStarts: true }, 'hall');
    expect(device.station.value).to.include({ display: 'media_player.tv', displayStarts: true });
    for (const refused of [
      configure.addStation({ name: 'Attic' }),
      configure.preferStation('kitchen'),
      configure.removeStation('kitchen'),
    ]) {
      expect(await failure(refused)).to.be.instanceOf(LockedError);
    }
    await configure.unlock('1234');
    await configure.removeStation('hall');
    expect(device.stations.value.map(({ slug }) => slug)).to.deep.equal(['kitchen']);
  });

  it('moves to another device as a whole, or not at all', async () => {
    const [one, other] = [await set(), await set()];
    const from = createConfigure(one.device, () => []);
    await from.configureDevice({ ringtone: 'telephone', doNotDisturb: true });
    await from.configureStation({ name: 'Hall' });
    const text = await from.exportSettings();
    const to = createConfigure(other.device, () => []);
    expect(await failure(to.importSettings(text.replace('telephone', 'siren')))).to.be.instanceOf(RangeError);
    expect(other.device.view().settings).to.deep.equal(DEFAULT_SETTINGS);
    await to.importSettings(text);
    expect(other.device.view().settings).to.deep.equal({ ...DEFAULT_SETTINGS, ringtone: 'telephone' });
    expect(other.device.station.value.slug).to.equal('hall');
    expect(other.device.isStation).to.equal(true);
  });

  it('opens with what there is when storage fails', async () => {
    const storage = memoryStorage();
    const no = () => Promise.reject(new StorageError('corrupt'));
    Object.assign(storage.settings, { get: no });
    Object.assign(storage.people, { list: no });
    Object.assign(storage.stations, { list: no });
    const errors: unknown[] = [];
    const report = (error: unknown): void => void errors.push(error);
    const device = await Device.open({ platform: fakePlatform(), storage, report, isAdmin: async () => true });
    expect(device.view().settings).to.deep.equal(DEFAULT_SETTINGS);
    expect(errors.length).to.be.greaterThan(2);
  });
});
