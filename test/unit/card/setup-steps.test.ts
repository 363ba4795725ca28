import { expect } from '@open-wc/testing';
import type { PreviewedCamera } from '../../../src/runtime/tools/api.ts';
import type { CaSetupStation } from '../../../src/card/pages/setup/station-step.ts';
import { CameraError, MicrophoneError, type CameraProblem } from '../../../src/runtime/media/media.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { fakeSetup, HELPERS, openSetup, stepOf, type FakeSetup } from './support/fake-setup.ts';
import { find, has, settled, text, until } from './support/page.ts';

afterEach(() => {
  for (const element of document.querySelectorAll('ca-setup')) element.remove();
});

const press = async (host: Element, action: string): Promise<void> => {
  find(host, `[data-action="${action}"]`).click();
  await settled();
  await settled();
};
const locked = (): Error => Object.assign(new Error('locked'), { name: 'LockedError', problem: 'locked' });
const asksToUnlock = async (act: () => Promise<void>): Promise<() => void> => {
  const heard: (() => void)[] = [];
  const hear = (event: Event): void => void heard.push((event as CustomEvent<() => void>).detail);
  document.body.addEventListener('unlock', hear);
  await act();
  document.body.removeEventListener('unlock', hear);
  expect(heard).to.have.length(1);
  return heard[0]!;
};

describe('set-up: accounts', () => {
  it('is a form at once where there is no account', async () => {
    const step = stepOf(await openSetup(fakeSetup(), 'account'));
    const form = find(step, 'ca-sign-in');
    await settled();
    expect(text(find(form, 'form > .hint'))).to.equal('Element and other Matrix apps.');
    find(form, '[data-variant="token"]').click();
    await settled();
    expect(text(find(form, '[data-variant="token"]'))).to.equal('Login token');
    expect(text(find(form, 'details'))).to.contain('/_matrix/client/v1/login/get_token');
  });

  it('adds another, and signs in after an unlock', async () => {
    const api = fakeSetup(readySnapshot());
    const step = stepOf(await openSetup(api, 'account'));
    expect(has(step, 'ca-sign-in')).to.equal(false);
    await press(step, 'add-account');
    const form = find(step, 'ca-sign-in');
    await settled();
    for (const [name, value] of Object.entries({ user: '@a:b.c', password: 'x' }))
      (find(form, `#${name}`) as HTMLInputElement).value = value;
    api.fake.failure = locked();
    const unlocked = await asksToUnlock(() => press(form, 'sign-in-submit'));
    api.fake.failure = null;
    unlocked();
    await until(() => !has(step, 'ca-sign-in'));
    expect(api.fake.asked.map(([name]) => name)).to.deep.equal(['addAccount', 'addAccount']);
  });

  it('signs out only after a yes', async () => {
    const api = fakeSetup(readySnapshot());
    const step = stepOf(await openSetup(api, 'account'));
    await press(step, 'sign-out');
    expect(api.fake.asked).to.deep.equal([]);
    await press(step, 'sign-out-confirm');
    expect(api.fake.asked).to.deep.equal([['signOut', 'account-1']]);
  });

  it('takes the recovery key, and says when it does not fit', async () => {
    const api = fakeSetup(readySnapshot());
    const step = stepOf(await openSetup(api, 'account'));
    await press(step, 'verify');
    (find(step, '#key') as HTMLInputElement).value = ' EsT1 key ';
    api.fake.failure = new Error('EsT1 key: the server is away');
    await press(step, 'verify-submit');
    expect(text(find(step, '.account [role="status"]'))).to.equal('That did not work. Try again.');
    api.fake.failure = Object.assign(new Error('no'), { name: 'VerificationError', problem: 'bad_key' });
    await press(step, 'verify-submit');
    expect(text(find(step, '.account [role="status"]'))).to.equal('This recovery key does not fit the account.');
    api.fake.failure = null;
    await press(step, 'verify-submit');
    expect(text(find(step, '.account [role="status"]'))).to.equal('This device is verified.');
    expect(api.fake.asked.at(-1)).to.deep.equal(['verifyAccount', 'account-1', 'EsT1 key']);
  });
});

/** A camera that a test takes away. */
function camera(source: PreviewedCamera['source'] = 'camera.kitchen') {
  const [track] = document.createElement('canvas').captureStream().getVideoTracks();
  let lose = (): void => {};
  const lost = new Promise<{ problem: CameraProblem }>((resolve) => (lose = () => resolve({ problem: 'failed' })));
  return { previewed: { track: track!, path: 'webrtc', source, lost } satisfies PreviewedCamera, lose: () => lose() };
}

describe('set-up: the station', () => {
  const station = async (api: FakeSetup): Promise<HTMLElement> => {
    const step = stepOf(await openSetup(api, 'station'));
    await settled();
    return step;
  };
  const rename = async (step: Element, name: string): Promise<void> => {
    const input = find(step, '#name') as HTMLInputElement;
    input.value = name;
    input.dispatchEvent(new Event('change'));
    await settled();
    await settled();
  };

  it('saves what is chosen at once', async () => {
    const api = fakeSetup(readySnapshot());
    const step = await station(api);
    (step as HTMLElement & { made: boolean }).made = true;
    await rename(step, ' Hall ');
    find(step, 'input[value="this_device"]').click();
    await settled();
    expect(api.fake.asked).to.deep.equal([
      ['configureStation', { name: 'Hall' }],
      ['configureStation', { camera: 'this_device' }],
    ]);
  });

  it('gives the ids of helpers the new name while there are none', async () => {
    const api = fakeSetup(readySnapshot());
    api.helpers = HELPERS.map((helper) => ({ ...helper, exists: false }));
    const step = await station(api);
    (step as HTMLElement & { made: boolean }).made = true;
    await rename(step, 'Große Diele');
    expect(api.fake.asked).to.deep.equal([['configureStation', { name: 'Große Diele', slug: 'gro_e_diele' }]]);
  });

  it('leaves another tablet its helpers when it gets its first name', async () => {
    const api = fakeSetup(readySnapshot());
    await rename(await station(api), 'Hall');
    expect(api.fake.asked).to.deep.equal([['configureStation', { name: 'Hall', slug: 'hall' }]]);
  });

  it('says what was not saved, and puts back what is true', async () => {
    const api = fakeSetup(readySnapshot());
    api.fake.failure = new RangeError('name');
    const step = await station(api);
    await rename(step, '');
    expect(text(find(step, '.err'))).to.contain('not saved');
    expect((find(step, '#name') as HTMLInputElement).value).to.equal('Kitchen');
  });

  it('shows a picture only after a touch, and ends it with the step', async () => {
    const { previewed } = camera();
    const opened: AbortSignal[] = [];
    const previewCamera = async (_: unknown, signal: AbortSignal): Promise<PreviewedCamera> => {
      opened.push(signal);
      return previewed;
    };
    const setup = await openSetup(fakeSetup(readySnapshot(), { previewCamera }), 'station');
    expect(opened).to.have.length(0);
    await press(stepOf(setup), 'look');
    expect(opened).to.have.length(1);
    expect((find(stepOf(setup), 'video') as HTMLVideoElement).srcObject).to.be.instanceOf(MediaStream);
    find(setup, '[data-step="device"]').click();
    await settled();
    expect(opened[0]?.aborted).to.equal(true);
  });

  it('says that the camera went away, and tries again', async () => {
    const { previewed, lose } = camera('this_device');
    const cameras = [previewed, camera().previewed];
    const api = fakeSetup(readySnapshot(), { previewCamera: async () => cameras.shift() ?? previewed });
    const step = await station(api);
    await press(step, 'look');
    expect(text(find(step, '.look [role="status"]'))).to.contain('The chosen camera gives no picture');
    lose();
    await settled();
    await settled();
    expect(text(find(step, '.look [role="status"]'))).to.contain('The camera went away');
    await press(step, 'look');
    expect(has(step, 'video')).to.equal(true);
  });

  for (const problem of [
    'not_found',
    'unavailable',
    'not_supported',
    'denied',
    'in_use',
    'insecure_page',
    'timeout',
  ] as const)
    it(`says of a camera: ${problem}`, async () => {
      const previewCamera = (): Promise<PreviewedCamera> => Promise.reject(new CameraError(problem, 'why'));
      const step = await station(fakeSetup(readySnapshot(), { previewCamera }));
      await press(step, 'look');
      expect(text(find(step, '.look [role="status"]'))).not.to.match(/^camera\.|why|^$/);
    });

  it('opens the other camera when another is chosen while one is shown', async () => {
    const chosen: string[] = [];
    const { previewed } = camera();
    const api = fakeSetup(readySnapshot(), {
      previewCamera: async ({ camera: id }) => {
        chosen.push(id);
        return previewed;
      },
    });
    const step = await station(api);
    await press(step, 'look');
    api.configureStation = async (change) => api.fake.set({ station: { ...api.snapshot.value.station, ...change } });
    find(step, 'input[value="this_device"]').click();
    await until(() => chosen.length === 2);
    expect(chosen).to.deep.equal(['camera.kitchen', 'this_device']);
  });

  it('shows how loud the microphone is, and that it went away', async () => {
    let tell: (peak: number | null) => void = () => {};
    let end = (): void => {};
    const api = fakeSetup(readySnapshot(), {
      followMicrophone: async (_, { onLevel }) => {
        tell = onLevel;
        return { ended: new Promise((resolve) => (end = resolve)) };
      },
    });
    const step = await station(api);
    await press(step, 'listen');
    tell(0.25);
    await settled();
    expect((find(step, 'meter') as HTMLMeterElement).value).to.equal(50);
    end();
    await until(() => text(find(step, 'meter ~ [role="status"]')).includes('went away'));
  });

  for (const reason of ['microphone_denied', 'microphone_missing', 'microphone_in_use', 'insecure_page'] as const)
    it(`says of a microphone: ${reason}`, async () => {
      const followMicrophone = (): Promise<never> => Promise.reject(new MicrophoneError(reason));
      const step = await station(fakeSetup(readySnapshot(), { followMicrophone }));
      await press(step, 'listen');
      await settled();
      expect(text(find(step, 'meter ~ [role="status"]'))).not.to.match(/^mic\.|^$/);
    });

  it('keeps a device that is not here now, by its name', async () => {
    const microphone = { deviceId: 'gone', label: 'Table microphone' };
    const { station: before } = readySnapshot();
    const step = await station(fakeSetup({ ...readySnapshot(), station: { ...before, microphone } }));
    const select = find(step, '#microphone') as HTMLSelectElement;
    expect(text(select.selectedOptions[0])).to.equal('Table microphone (not here now)');
    (step as CaSetupStation).remove();
  });
});

describe('set-up: helpers', () => {
  const step = async (api: FakeSetup): Promise<HTMLElement> => {
    const open = stepOf(await openSetup(api, 'helpers'));
    await settled();
    return open;
  };

  it('are made by one touch of an admin', async () => {
    const api = fakeSetup();
    const open = await step(api);
    expect(text(find(open, '[data-action="create"]'))).to.equal('Create 2 helpers');
    await press(open, 'create');
    expect(text(find(open, '.head [role="status"]'))).to.equal('All helpers are there.');
    expect(text(find(open, '[data-helper="state"]'))).to.contain('Created');
    expect(has(document.querySelector('ca-setup')!, '[data-action="continue"]')).to.equal(true);
  });

  it('say what went wrong with each', async () => {
    const api = fakeSetup();
    api.created = {
      ok: true,
      helpers: HELPERS.map(({ key, entityId }) => ({ key, entityId, outcome: 'failed', problem: 'domain_missing' })),
    };
    const open = await step(api);
    await press(open, 'create');
    expect(text(find(open, '[data-helper="state"]'))).to.contain('default_config loads it');
    expect(text(find(open, '.head [role="status"]'))).to.contain('still missing');
  });

  it('say to others what to ask an admin for', async () => {
    const api = fakeSetup();
    api.admin = false;
    const open = await step(api);
    expect(has(open, '[data-action="create"]')).to.equal(false);
    expect(text(find(open, '.note'))).to.contain('Ask an administrator');
    expect(text(find(open, 'ca-copy').shadowRoot?.querySelector('pre'))).to.contain('call_assist_kitchen_with');
  });

  it('learn on the way that somebody is no admin any more', async () => {
    const api = fakeSetup();
    api.created = { ok: false, refused: 'not_admin' };
    const open = await step(api);
    await press(open, 'create');
    expect(has(open, '.note')).to.equal(true);
  });

  it('wait for Home Assistant', async () => {
    const api = fakeSetup();
    api.away = true;
    const open = await step(api);
    expect(text(find(open, '.head [role="status"]'))).to.contain('does not answer');
    api.away = false;
    await press(open, 'try');
    expect(has(open, '[data-action="create"]')).to.equal(true);
  });

  it('wait for the unlock of a locked device', async () => {
    const api = fakeSetup();
    const open = await step(api);
    api.fake.failure = locked();
    const unlocked = await asksToUnlock(() => press(open, 'create'));
    expect(text(find(open, '[data-action="create"]'))).to.equal('Create 2 helpers');
    api.fake.failure = null;
    unlocked();
    await until(() => text(find(open, '.head [role="status"]')) === 'All helpers are there.');
  });
});

describe('set-up: try it', () => {
  it('rings, and calls oneself', async () => {
    const api = fakeSetup(readySnapshot());
    const open = stepOf(await openSetup(api, 'try'));
    await press(open, 'simulate');
    await press(open, 'test-call');
    expect(api.fake.asked).to.deep.equal([
      ['simulateCall', { video: true, name: 'Test call' }],
      ['testCall', { video: true, name: 'Test call' }],
    ]);
  });

  it('says why a test cannot be', async () => {
    const api = fakeSetup(readySnapshot());
    const open = stepOf(await openSetup(api, 'try'));
    api.fake.result = { ok: false, reason: 'refused_busy' };
    await press(open, 'test-call');
    expect(text(find(open, '.err'))).to.equal('You are in a call already.');
    api.fake.failure = new Error('secret');
    await press(open, 'simulate');
    expect(text(find(open, '.err'))).to.equal('That did not work. Try again.');
  });

  it('lists what was left out, and goes there', async () => {
    const setup = await openSetup(fakeSetup(), 'try');
    expect(text(find(setup, '#step'))).to.contain('Almost ready');
    const open = stepOf(setup);
    expect(text(find(open, 'ul'))).to.contain('nobody can call this device');
    find(open, '[data-action="go"][data-step="account"]').click();
    await settled();
    expect(stepOf(setup).localName).to.equal('ca-setup-account');
  });
});
