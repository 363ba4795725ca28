import { expect } from '@open-wc/testing';
import { isAdministrator } from '../../../src/runtime/administrator.ts';
import { cameraEntities } from '../../../src/runtime/cameras.ts';
import { NOTHING_CHOSEN } from '../../../src/runtime/people/people.ts';
import { watchPermissions } from '../../../src/runtime/permissions.ts';
import { Store } from '../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../src/runtime/platform/scope.ts';
import type { LoopedSound } from '../../../src/runtime/platform/tones.ts';
import { Problems } from '../../../src/runtime/problems.ts';
import { type Invited, received, type Reception } from '../../../src/runtime/reception.ts';
import { reportRing } from '../../../src/runtime/ring-heard.ts';
import { StorageError } from '../../../src/runtime/storage/storage.ts';
import { watchHomeAssistant } from '../../../src/runtime/watch-home-assistant.ts';
import { FakeClock, settled } from '../support/fake-clock.ts';
import { FakeHomeAssistant } from '../support/fake-home-assistant.ts';
import { fakePlatform } from '../support/fake-platform.ts';

describe('received', () => {
  const event: Invited = {
    type: 'invited',
    callId: 'c',
    peer: { accountId: 'a', contactId: '!room', address: '@anna:example.org', name: 'Anna' },
    offered: { audio: true, video: true },
    age: 0,
    lifetime: null,
  };
  const reception = (choice: Partial<typeof NOTHING_CHOSEN>, over: Partial<Reception> = {}): Reception => ({
    people: { choice: () => ({ ...NOTHING_CHOSEN, ...choice }), named: (peer) => ({ ...peer, name: 'Mum' }) },
    audible: () => true,
    mayOpen: () => true,
    ...over,
  });

  it('has the name that is used here, and what was chosen for who calls', () => {
    const chosen = received(event, reception({ autoAnswer: 'video', throughQuiet: true }));
    expect(chosen?.peer.name).to.equal('Mum');
    expect(chosen?.caller).to.deep.equal({ autoAnswer: 'video', throughQuiet: true });
    expect(received(event, reception({}))?.caller).to.deep.equal({ autoAnswer: 'off', throughQuiet: false });
  });

  it('is nothing from who is blocked', () => {
    expect(received(event, reception({ blocked: true, autoAnswer: 'video' }))).to.equal(null);
  });

  it('never answers itself where no ring is heard or a device was withdrawn', () => {
    for (const over of [{ audible: () => false }, { mayOpen: () => false }]) {
      expect(received(event, reception({ autoAnswer: 'voice' }, over))?.caller?.autoAnswer).to.equal('off');
    }
    const voiceOnly = { mayOpen: (video: boolean) => !video };
    expect(received(event, reception({ autoAnswer: 'voice' }, voiceOnly))?.caller?.autoAnswer).to.equal('voice');
    expect(received(event, reception({ autoAnswer: 'video' }, voiceOnly))?.caller?.autoAnswer).to.equal('off');
  });
});

describe('reportRing', () => {
  it('tells what is heard, but not the gap between two sounds', async () => {
    const sounding = new Store<LoopedSound | null>(null);
    const blocked = new Store(false);
    const heard: boolean[] = [];
    const stop = reportRing({ sounding, blocked }, (now) => heard.push(now));
    sounding.set('drop-in');
    await settled();
    sounding.set(null);
    sounding.set('drop-in-ticks');
    await settled();
    blocked.set(true);
    sounding.set(null);
    await settled();
    expect(heard).to.deep.equal([true, true, false]);
    sounding.set('drop-in');
    stop();
    await settled();
    expect(heard.length).to.equal(3);
    expect(sounding.listeners + blocked.listeners).to.equal(0);
  });
});

describe('Problems', () => {
  it('are one of a kind, and go when they are solved', () => {
    const { log, lines } = fakePlatform();
    const problems = new Problems(log);
    problems.raise({ kind: 'helpers-missing', entities: ['a'] });
    problems.raise({ kind: 'update-waiting' });
    problems.raise({ kind: 'helpers-missing', entities: ['b'] });
    problems.storage(new StorageError('full'));
    problems.storage(new StorageError('corrupt'));
    problems.storage(new Error('something else'));
    expect(problems.all.value).to.deep.equal([
      { kind: 'update-waiting' },
      { kind: 'helpers-missing', entities: ['b'] },
      { kind: 'storage', problem: 'full' },
    ]);
    const before = problems.all.value;
    problems.clear('insecure-page');
    expect(problems.all.value).to.equal(before);
    problems.clear('helpers-missing');
    expect(problems.all.value.length).to.equal(2);
    expect(lines.length).to.equal(3);
  });
});

describe('watchHomeAssistant', () => {
  it('says that it is away after ten seconds, and no more when it is back', async () => {
    const { clock, log } = fakePlatform();
    const homeAssistant = new FakeHomeAssistant(clock);
    const problems = new Problems(log);
    const stop = watchHomeAssistant({ homeAssistant, problems, clock });
    homeAssistant.down();
    await clock.advance(9_999);
    homeAssistant.up();
    await clock.advance(60_000);
    expect(problems.all.value).to.deep.equal([]);
    homeAssistant.down();
    await clock.advance(10_000);
    expect(problems.all.value).to.deep.equal([{ kind: 'home-assistant-away' }]);
    homeAssistant.up();
    expect(problems.all.value).to.deep.equal([]);
    homeAssistant.down();
    await clock.advance(10_000);
    stop();
    expect(problems.all.value).to.deep.equal([]);
    expect(clock.pending + homeAssistant.connected.listeners).to.equal(0);
  });
});

describe('watchPermissions', () => {
  it('knows what was withdrawn, and follows it', async () => {
    const states: Record<string, PermissionState> = { microphone: 'prompt', camera: 'denied' };
    const changed = new EventTarget();
    const query = async ({ name }: PermissionDescriptor): Promise<PermissionStatus> =>
      ({
        get state() {
          return states[name];
        },
        addEventListener: changed.addEventListener.bind(changed),
      }) as unknown as PermissionStatus;
    const scope = new Scope(() => {});
    const permissions = watchPermissions(scope, { query });
    await settled();
    expect(permissions.mayOpen({ camera: false })).to.equal(true);
    expect(permissions.mayOpen({ camera: true })).to.equal(false);
    Object.assign(states, { microphone: 'denied', camera: 'granted' });
    changed.dispatchEvent(new Event('change'));
    expect(permissions.mayOpen({ camera: false })).to.equal(false);
    await scope.close();
    Object.assign(states, { microphone: 'granted' });
    changed.dispatchEvent(new Event('change'));
    expect(permissions.mayOpen({ camera: false })).to.equal(false);
  });

  it('lets a browser that tells nothing open what it will', async () => {
    for (const silent of [undefined, { query: () => Promise.reject(new TypeError('unknown name')) }]) {
      const permissions = watchPermissions(new Scope(() => {}), silent);
      await settled();
      expect(permissions.mayOpen({ camera: true })).to.equal(true);
    }
  });
});

describe('isAdministrator', () => {
  const page = window as { hassConnection?: unknown };
  afterEach(() => delete page.hassConnection);
  const answers = (user: unknown): void => {
    page.hassConnection = Promise.resolve({ conn: { sendMessagePromise: async () => user } });
  };

  it('asks Home Assistant who is signed in', async () => {
    answers({ is_admin: true });
    expect(await isAdministrator(new FakeClock())).to.equal(true);
    answers({ is_admin: false });
    expect(await isAdministrator(new FakeClock())).to.equal(false);
  });

  it('gives up after ten seconds', async () => {
    const clock = new FakeClock();
    const asked = isAdministrator(clock).then(
      () => 'answered',
      () => 'gave up',
    );
    await clock.advance(10_500);
    expect(await asked).to.equal('gave up');
    expect(clock.pending).to.equal(0);
  });
});

describe('cameraEntities', () => {
  it('gives the cameras by their names, with those that are away', () => {
    const homeAssistant = new FakeHomeAssistant(new FakeClock());
    homeAssistant.set('camera.hall', 'idle', { friendly_name: 'Zebra' });
    homeAssistant.set('camera.door', 'unavailable');
    homeAssistant.set('light.hall', 'on');
    homeAssistant.set('camera.pool', 'idle', { entity_picture: '/api/camera_proxy/camera.pool?token=1' });
    homeAssistant.set('camera.x', 'idle', { entity_picture: '//elsewhere.example/x' });
    homeAssistant.set('camera.y', 'idle', { entity_picture: 'https://elsewhere.example/y' });
    expect(cameraEntities(homeAssistant.states.value)).to.deep.equal([
      { id: 'camera.door', name: 'camera.door', available: false, still: null },
      {
        id: 'camera.pool',
        name: 'camera.pool',
        available: true,
        still: '/api/camera_proxy/camera.pool?token=1',
      },
      { id: 'camera.x', name: 'camera.x', available: true, still: null },
      { id: 'camera.y', name: 'camera.y', available: true, still: null },
      { id: 'camera.hall', name: 'Zebra', available: true, still: null },
    ]);
  });
});
