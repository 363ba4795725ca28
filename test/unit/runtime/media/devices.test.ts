import { expect } from '@open-wc/testing';
import { deviceCamera } from '../../../../src/runtime/media/device-camera.ts';
import { deviceProblem, findDevice, openDevice } from '../../../../src/runtime/media/devices.ts';
import { CameraError } from '../../../../src/runtime/media/media.ts';
import { failingScope, SwitchedDevices } from './fakes.ts';

describe('findDevice', () => {
  const devices = [
    { kind: 'audioinput', deviceId: 'a', label: 'Desk' },
    { kind: 'audioinput', deviceId: 'b', label: 'Wall' },
    { kind: 'videoinput', deviceId: 'c', label: 'Wall' },
    { kind: 'audioinput', deviceId: '', label: '' },
  ] as const;
  const table: [string, string, string | null][] = [
    ['b', 'Desk', 'b'],
    ['gone', 'Wall', 'b'],
    ['gone', 'gone', null],
    ['c', '', null],
    ['', '', null],
  ];
  for (const [deviceId, label, found] of table) {
    it(`id "${deviceId}", label "${label}" → ${found}`, () =>
      expect(findDevice(devices, 'audioinput', { deviceId, label })).to.equal(found));
  }
});

describe('deviceProblem', () => {
  const table: [string, string][] = [
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'not_found'],
    ['OverconstrainedError', 'not_found'],
    ['NotReadableError', 'in_use'],
    ['AbortError', 'in_use'],
    ['SecurityError', 'insecure_page'],
    ['OtherError', 'failed'],
  ];
  for (const [name, problem] of table) {
    it(`${name} → ${problem}`, () => expect(deviceProblem(new DOMException('', name))).to.equal(problem));
  }
  it('anything else → failed', () => expect(deviceProblem('?')).to.equal('failed'));
});

describe('openDevice', () => {
  let devices: SwitchedDevices;
  let inputs: MediaDeviceInfo[];
  before(async () => {
    for (const track of (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks()) track.stop();
    inputs = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audioinput');
  });
  beforeEach(() => (devices = new SwitchedDevices()));
  afterEach(() => {
    for (const track of devices.live) track.stop();
  });
  const idOf = (track: MediaStreamTrack) => track.getSettings().deviceId;

  it('opens the chosen one by its id', async () => {
    const { deviceId, label } = inputs[2]!;
    expect(idOf(await openDevice(devices, 'audioinput', { deviceId, label }, {}))).to.equal(deviceId);
  });

  it('finds it by its label when ids have changed', async () => {
    const { deviceId, label } = inputs[1]!;
    expect(idOf(await openDevice(devices, 'audioinput', { deviceId: 'older id', label }, {}))).to.equal(deviceId);
  });

  it('takes the default one when it is not there', async () => {
    const { deviceId, label } = inputs[2]!;
    devices.unplugged.add(deviceId);
    expect(idOf(await openDevice(devices, 'audioinput', { deviceId, label }, {}))).not.to.equal(deviceId);
    expect(devices.live.length).to.equal(1);
  });

  it('takes the default one when it goes at that moment', async () => {
    const { deviceId, label } = inputs[2]!;
    devices.unplugged.add(deviceId);
    devices.enumerateDevices = () => navigator.mediaDevices.enumerateDevices();
    expect(idOf(await openDevice(devices, 'audioinput', { deviceId, label }, {}))).not.to.equal(deviceId);
  });

  it('looks again by label after the first permission, which shows labels', async () => {
    const { deviceId, label } = inputs[2]!;
    devices.enumerateDevices = async () =>
      devices.asked.length === 0 ? [] : navigator.mediaDevices.enumerateDevices();
    expect(idOf(await openDevice(devices, 'audioinput', { deviceId: 'older id', label }, {}))).to.equal(deviceId);
    expect(devices.live.length).to.equal(1);
  });

  it('opens the default one of a browser that lists nothing', async () => {
    devices.enumerateDevices = () => Promise.reject(new Error('no list'));
    await openDevice(devices, 'audioinput', { deviceId: 'x', label: 'x' }, {});
    expect(devices.live.length).to.equal(1);
  });
});

describe('deviceCamera', () => {
  it('gives 1280x720, and stops with its scope', async () => {
    const devices = new SwitchedDevices();
    const scope = failingScope();
    const { track, path, source, frames } = await deviceCamera({ devices, choice: null }).open(scope);
    expect([track.getSettings().width, track.getSettings().height]).to.deep.equal([1280, 720]);
    expect([path, source]).to.deep.equal(['device', 'this_device']);
    expect(await frames()).not.to.equal(await frames());
    await scope.close();
    expect(devices.live).to.deep.equal([]);
  });

  it('says when it was unplugged', async () => {
    const devices = new SwitchedDevices();
    const scope = failingScope();
    const { track, lost } = await deviceCamera({ devices, choice: null }).open(scope);
    devices.unplug(track);
    expect((await lost).message).to.match(/unplugged/);
    await scope.close();
  });

  it('closed while it opens leaves nothing', async () => {
    const devices = new SwitchedDevices();
    const scope = failingScope();
    const opening = deviceCamera({ devices, choice: null })
      .open(scope)
      .catch(() => 'not opened');
    await scope.close();
    expect(await opening).to.equal('not opened');
    expect(devices.live).to.deep.equal([]);
  });

  for (const [failure, problem] of [
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'not_found'],
    ['NotReadableError', 'in_use'],
    [null, 'insecure_page'],
  ] as const) {
    it(`${failure ?? 'a page without a secure context'} → ${problem}`, async () => {
      const devices = new SwitchedDevices();
      if (failure) devices.failure = failure;
      const error: unknown = await deviceCamera({ devices: failure ? devices : undefined, choice: null })
        .open(failingScope())
        .catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(CameraError);
      expect((error as CameraError).problem).to.equal(problem);
    });
  }
});
