import { expect } from '@open-wc/testing';
import { MicrophoneError } from '../../../../src/runtime/media/media.ts';
import { openMicrophone } from '../../../../src/runtime/media/microphone.ts';
import type { Scope } from '../../../../src/runtime/platform/scope.ts';
import { eventually, failingScope, RealPlatform, SwitchedDevices } from './fakes.ts';

describe('openMicrophone', () => {
  let devices: SwitchedDevices;
  let scope: Scope;
  const platform = new RealPlatform();
  beforeEach(() => {
    devices = new SwitchedDevices();
    scope = failingScope();
  });
  afterEach(async () => {
    await scope.close();
    expect(devices.live).to.deep.equal([]);
  });
  const open = () => openMicrophone({ scope, devices, choice: null, platform });
  const second = async () => {
    for (const track of (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks()) track.stop();
    const inputs = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audioinput');
    return { deviceId: inputs[2]!.deviceId, label: inputs[2]!.label };
  };

  it('cleans echo and noise and evens the level', async () => {
    await open();
    expect(devices.asked).to.deep.equal([
      { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
    ]);
  });

  it('goes on with the default one when the chosen one is unplugged, and back when it is there again', async () => {
    const choice = await second();
    const { track } = await openMicrophone({ scope, devices, choice, platform });
    const idNow = () => track.value?.getSettings().deviceId;
    expect(idNow()).to.equal(choice.deviceId);
    devices.unplug(track.value!);
    await eventually('another microphone', () => track.value?.readyState === 'live' && idNow() !== choice.deviceId);
    devices.unplugged.clear();
    devices.dispatchEvent(new Event('devicechange'));
    await eventually('the chosen microphone', () => idNow() === choice.deviceId);
    expect(devices.live.length).to.equal(1);
  });

  it('is silent while there is none, and comes back by itself', async () => {
    const { track } = await open();
    devices.failure = 'NotFoundError';
    devices.unplug(track.value!);
    await eventually('none', () => track.value === null);
    devices.failure = undefined;
    devices.dispatchEvent(new Event('devicechange'));
    await eventually('one again', () => track.value?.readyState === 'live');
  });

  it('changes to another one that somebody chooses, and stops the one before', async () => {
    const choice = await second();
    const { track, state, choose } = await open();
    const before = track.value;
    await choose(choice);
    expect(state.value).to.deep.equal({ choice, problem: null });
    expect(track.value?.getSettings().deviceId).to.equal(choice.deviceId);
    expect([before?.readyState, devices.live.length]).to.deep.equal(['ended', 1]);
    await choose(null);
    expect(state.value).to.deep.equal({ choice: null, problem: null });
    expect(track.value?.getSettings().deviceId).not.to.equal(choice.deviceId);
    expect(devices.live.length).to.equal(1);
  });

  it('keeps the one it has when another cannot be had, and says why', async () => {
    const choice = await second();
    const { track, state, choose } = await open();
    const before = track.value;
    devices.failure = 'NotReadableError';
    await choose(choice);
    expect(state.value).to.deep.equal({ choice: null, problem: 'microphone_in_use' });
    devices.failure = undefined;
    devices.unplugged.add(choice.deviceId);
    await choose(choice);
    expect(state.value).to.deep.equal({ choice: null, problem: 'microphone_missing' });
    expect([track.value, before?.readyState]).to.deep.equal([before, 'live']);
    devices.unplugged.clear();
    await choose(choice);
    expect(state.value).to.deep.equal({ choice, problem: null });
  });

  it('of choices that come fast the last one counts', async () => {
    const choice = await second();
    const { track, state, choose } = await open();
    await Promise.all([choose({ deviceId: 'gone', label: 'Gone' }), choose(null), choose(choice)]);
    expect(state.value).to.deep.equal({ choice, problem: null });
    await eventually('the others are stopped', () => devices.live.length === 1);
    expect(track.value?.getSettings().deviceId).to.equal(choice.deviceId);
  });

  it('one that opens too late is not used any more', async () => {
    const choice = await second();
    const slow = new RealPlatform(1_000);
    const { track, state, choose } = await openMicrophone({ scope, devices, choice: null, platform: slow });
    const before = track.value;
    const given = Promise.withResolvers<void>();
    devices.wait = given.promise;
    await choose(choice);
    expect(state.value.problem).to.equal('microphone_in_use');
    given.resolve();
    await eventually('the late one is stopped', () => devices.opened.length === 2 && devices.live.length === 1);
    expect(track.value).to.equal(before);
  });

  it('one that is being chosen when the scope closes leaves nothing', async () => {
    const choice = await second();
    const { state, choose } = await open();
    const chosen = choose(choice);
    await scope.close();
    await chosen;
    expect(state.value).to.deep.equal({ choice: null, problem: null });
    await eventually('all are stopped', () => devices.live.length === 0);
  });

  it('keeps what it has when other devices come and go', async () => {
    const { track } = await open();
    const before = track.value;
    devices.dispatchEvent(new Event('devicechange'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(track.value).to.equal(before);
    expect(devices.asked.length).to.equal(1);
  });

  it('closed while it opens leaves nothing', async () => {
    const opening = open().catch(() => 'not opened');
    await scope.close();
    expect(await opening).to.equal('not opened');
  });

  for (const [failure, reason] of [
    ['NotAllowedError', 'microphone_denied'],
    ['NotFoundError', 'microphone_missing'],
    ['NotReadableError', 'microphone_in_use'],
    ['SecurityError', 'insecure_page'],
    [null, 'insecure_page'],
  ] as const) {
    it(`${failure ?? 'a page without a secure context'} → ${reason}`, async () => {
      if (failure) devices.failure = failure;
      const error: unknown = await openMicrophone({
        scope,
        devices: failure ? devices : undefined,
        choice: null,
        platform,
      }).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(MicrophoneError);
      expect((error as MicrophoneError).reason).to.equal(reason);
    });
  }
});
