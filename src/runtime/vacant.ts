import type { Snapshot } from './api.ts';
import { createConfigure } from './configure.ts';
import type { Device } from './device.ts';
import type { Owner } from './owner.ts';
import { Store } from './platform/readable.ts';
import type { Problems } from './problems.ts';

/**
 * The owner of a device that nobody can call: no account yet. It knows the device and waits for somebody to sign in;
 * then the real owner is loaded and takes its place.
 */
export function createVacant(options: {
  readonly device: Device;
  readonly problems: Problems;
  /** Loads the real owner and puts it in this one's place. */
  readonly occupy: () => Promise<Owner>;
}): Owner {
  const { device, problems, occupy } = options;
  const make = (): Snapshot => ({
    role: 'owner',
    secureContext: isSecureContext,
    accounts: [],
    contacts: [],
    requests: [],
    calls: [],
    lastResult: null,
    soundBlocked: false,
    sounding: null,
    answerWaits: false,
    problems: problems.all.value,
    ...device.view(),
  });
  const snapshot = new Store(make());
  const publish = (): void => snapshot.set(make());
  const stop = [device.subscribe(publish), problems.all.subscribe(publish)];
  const nobody = (): Promise<never> => Promise.reject(new RangeError('This account is not open'));
  return {
    snapshot,
    ...createConfigure(device, () => []),
    command: () => Promise.resolve({ ok: false, reason: 'refused_not_ready' }),
    busy: () => false,
    media: () => null,
    addAccount: async (...account) => {
      device.lock.require();
      return (await occupy()).addAccount(...account);
    },
    signOut: nobody,
    verifyAccount: nobody,
    setAccountOption: nobody,
    acceptRequest: nobody,
    rejectRequest: nobody,
    configurePerson: nobody,
    sendMessage: nobody,
    cameras: () => [],
    allowSound() {},
    previewRingtone() {},
    pageClosing() {},
    close: () => {
      stop.forEach((end) => end());
      return Promise.resolve();
    },
  };
}
