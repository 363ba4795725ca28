import type { Millis } from './call/call.ts';
import type { CallAssist, Snapshot } from './api.ts';
import type { Command, CommandResult } from './command.ts';
import type { Configure } from './configure.ts';
import type { Device } from './device.ts';
import type { Owner } from './owner.ts';
import { soundWithoutTouch } from './checks/sound-untouched.ts';
import { lateTools } from './late-tools.ts';
import { type BrowserPlatform, browserPlatform } from './platform/browser-platform.ts';
import { type OwnerLock, requestOwnership } from './platform/owner-lock.ts';
import type { Platform } from './platform/platform.ts';
import { Store } from './platform/readable.ts';
import { openTabs } from './platform/tabs.ts';
import { Problems } from './problems.ts';
import { type ProviderDescriptor, SignInError } from './providers/provider.ts';
import { providers as allProviders } from './providers/registry.ts';
import { openStorage } from './storage/database.ts';
import { memoryStorage } from './storage/memory.ts';
import { type Storage, StorageError } from './storage/storage.ts';
import { reloadWhenIdle } from './updates.ts';
import { createVacant, isKnown, NOTHING } from './vacant.ts';

declare global {
  interface Window {
    callAssist?: CallAssist;
  }
}

const VERSION = '0.1.0';
/** How long another tab may take to close its calls and accounts before they are taken from it. */
const HAND_OVER_WAIT: Millis = 5_000;
/** After a failed start of the calls in this tab, such as a file that did not load. */
const TAKE_AGAIN: Millis = 10_000;

interface Opened {
  readonly device: Device;
  /** For as long as there are no accounts. */
  readonly configure: Configure;
}

/**
 * Starts the call runtime of this page and puts it on `window.callAssist`; once, however often and from wherever it is
 * called. It belongs to the page, not to a card: it survives navigation, edit mode and Home Assistant's reconnects.
 * Only one tab of a device owns the accounts; the others mirror it and hand their commands over.
 */
export function startCallAssist(providers: readonly ProviderDescriptor[] = allProviders): CallAssist {
  return (window.callAssist ??= createRuntime(browserPlatform(), providers));
}

function createRuntime(platform: BrowserPlatform, providers: readonly ProviderDescriptor[]): CallAssist {
  const snapshot = new Store<Snapshot>(NOTHING);
  const tabs = openTabs<Snapshot, Command, CommandResult>({
    platform,
    nobody: { ok: false, reason: 'refused_not_ready' },
  });
  let owner: Owner | null = null;
  let lock: OwnerLock | null = null;
  let cancelSteal = (): void => {};
  let markReady: (api: CallAssist) => void;
  const ready = new Promise<CallAssist>((resolve) => (markReady = resolve));

  const publish = (next: Snapshot): void => {
    snapshot.set(next);
    if (next.role !== 'starting') markReady(api);
  };
  const showOther = (): void => {
    if (!owner) publish({ ...(tabs.snapshot.value ?? NOTHING), role: tabs.snapshot.value ? 'other-tab' : 'starting' });
  };
  /** Sign-in and set-up happen in the tab that has the calls. */
  const mine = (): Owner => {
    if (!owner) throw new SignInError('cancelled');
    return owner;
  };

  const problems = new Problems(platform.log);
  if (!isSecureContext) problems.raise({ kind: 'insecure-page' });
  const storing = open(platform, problems);
  // A touch hides it for as long as the page lives.
  let soundUntouched: boolean | null = null;
  const browser = {
    createAudioContext: 'AudioContext' in window ? () => new AudioContext() : undefined,
    touched: () => (navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true,
  };
  soundWithoutTouch(browser, platform.clock).then(
    (runs) => (soundUntouched = runs),
    () => {},
  );
  const onChunkLost = (error: unknown): void => {
    platform.log.log('error', 'a file of this version cannot be loaded', error);
    problems.raise({ kind: 'update-waiting' });
    reloadWhenIdle({ platform, busy: () => owner?.busy() ?? false });
  };
  const tools = lateTools(
    {
      platform,
      version: VERSION,
      protocols: providers.map(({ protocol }) => protocol),
      snapshot,
      storage: storing,
      owner: () => owner,
      configureStation: (change, slug) => api.configureStation(change, slug),
      soundUntouched: () => soundUntouched,
    },
    onChunkLost,
  );

  const begin = async (): Promise<void> => {
    const storage = await storing;
    /** What this tab has opened while it has the calls. */
    let device: Promise<Opened> | null = null;
    let stopServing = (): void => {};
    /** Taking and losing never overlap, however fast tabs change their minds. */
    let turn = Promise.resolve();
    const inTurn = (work: () => Promise<void>): void => {
      turn = turn.then(work).catch((error: unknown) => platform.log.log('error', 'changing the owner tab', error));
    };

    const use = (next: Owner): void => {
      stopServing();
      // Nobody but the owner of a device without accounts has a successor in its own tab.
      void owner?.close();
      owner = next;
      const stopFollowing = next.snapshot.subscribe(publish);
      const stopTabs = tabs.serve({
        snapshot: next.snapshot,
        command: (command) => next.command(command),
        handOver: () => lose(() => lock?.handOver()),
      });
      stopServing = () => {
        stopFollowing();
        stopTabs();
      };
      publish(next.snapshot.value);
    };
    const openDevice = (): Promise<Opened> =>
      (device ??= import('./device-room.ts')
        .catch((error: unknown) => {
          onChunkLost(error);
          throw error;
        })
        .then(async (room) => {
          const isAdmin = (): Promise<boolean> => room.isAdministrator(platform.clock);
          const opened = await room.Device.open({ platform, storage, report: problems.storage, isAdmin });
          return { device: opened, configure: room.createConfigure(opened, () => []) };
        })
        .catch((error: unknown) => {
          device = null;
          throw error;
        }));
    /** Everything that calls need; loaded when there is an account that may be called. */
    const occupy = async (): Promise<Owner> => {
      const [{ createOwner }, opened] = await Promise.all([
        import('./owner.ts').catch((error: unknown) => {
          onChunkLost(error);
          throw error;
        }),
        openDevice(),
      ]);
      const next = await createOwner({ platform, storage, device: opened.device, providers, problems, onChunkLost });
      use(next);
      return next;
    };
    let lost = false;
    const take = async (): Promise<void> => {
      if (owner) return;
      lost = false;
      const accounts = await storage.accounts.list().catch((error: unknown) => {
        problems.storage(error);
        return [];
      });
      // Their code comes at the same time as ours; what fails here is tried again and told there.
      for (const { protocol, load } of providers) {
        if (accounts.some((account) => account.protocol === protocol)) load().catch(() => undefined);
      }
      if (accounts.length > 0) await occupy();
      else {
        // Two accounts that are added at once are added to one owner.
        let occupying: Promise<Owner> | undefined;
        const failed = (error: unknown): never => {
          occupying = undefined;
          throw error;
        };
        const again = (): Promise<Owner> => (occupying ??= occupy().catch(failed));
        const known = await isKnown(storage);
        use(await createVacant({ problems, known, device: openDevice, occupy: again }));
      }
    };
    const takeOrTryAgain = async (): Promise<void> => {
      try {
        await take();
      } catch (error) {
        platform.log.log('error', 'the calls could not be taken, trying again', error);
        platform.clock.after(TAKE_AGAIN, () => inTurn(async () => (owner || lost ? undefined : takeOrTryAgain())));
      }
    };
    /** Peers are told and everything is closed before anybody else may open it. */
    const lose = (then: () => void): void =>
      inTurn(async () => {
        lost = true;
        const before = owner;
        owner = null;
        stopServing();
        publish({ ...NOTHING, role: 'other-tab', station: snapshot.value.station, stations: snapshot.value.stations });
        before?.pageClosing();
        await before?.close();
        // The next tab may change what is stored.
        const opened = device;
        device = null;
        await opened?.then((each) => each.device.close()).catch(() => undefined);
        then();
      });

    tabs.snapshot.subscribe(showOther);
    showOther();
    lock = requestOwnership({
      onOwner: () => {
        cancelSteal();
        inTurn(takeOrTryAgain);
      },
      onLost: () => lose(() => {}),
      signal: new AbortController().signal,
    });
    addEventListener('pagehide', () => owner?.pageClosing());
    // A page from the back/forward cache has told its peers goodbye: it begins anew.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
  };

  const api: CallAssist = {
    ...tools,
    version: VERSION,
    ready,
    snapshot,
    protocols: providers.map(({ protocol, name, accountForm }) => ({ protocol, name, accountForm })),
    command: (command) => (owner ? owner.command(command) : tabs.command(command)),
    addAccount: async (protocol, values, options) => mine().addAccount(protocol, values, options),
    signOut: async (accountId) => mine().signOut(accountId),
    verifyAccount: async (accountId, key) => mine().verifyAccount(accountId, key),
    setAccountOption: async (accountId, name, on) => mine().setAccountOption(accountId, name, on),
    acceptRequest: async (accountId, id) => mine().acceptRequest(accountId, id),
    rejectRequest: async (accountId, id) => mine().rejectRequest(accountId, id),
    configureStation: async (...change) => mine().configureStation(...change),
    addStation: async (given) => mine().addStation(given),
    removeStation: async (slug) => mine().removeStation(slug),
    preferStation: async (slug) => mine().preferStation(slug),
    takeStation: (slug) => owner?.takeStation(slug),
    configureDevice: async (change) => mine().configureDevice(change),
    configurePerson: async (...person) => mine().configurePerson(...person),
    sendMessage: async (...message) => mine().sendMessage(...message),
    async history(query) {
      const [{ searchHistory }, { history }] = await Promise.all([import('./device-room.ts'), storing]);
      return searchHistory(history, query);
    },
    deleteHistory: async (ids) => mine().deleteHistory(ids),
    markSeen: async () => mine().markSeen(),
    unlock: async (pin) => mine().unlock(pin),
    lock: () => owner?.lock(),
    exportSettings: async () => mine().exportSettings(),
    importSettings: async (text) => mine().importSettings(text),
    previewRingtone: (ringtone) => owner?.previewRingtone(ringtone),
    cameras: () => owner?.cameras() ?? [],
    media: (callId) => owner?.media(callId) ?? null,
    allowSound: () => owner?.allowSound(),
    updateFound: () => problems.raise({ kind: 'update-ready' }),
    async takeOver() {
      tabs.requestHandOver();
      // A tab that hangs cannot hand anything over.
      cancelSteal();
      cancelSteal = platform.clock.after(HAND_OVER_WAIT, () => lock?.steal());
    },
    simulateCall: async (options) => mine().simulateCall(options),
    testCall: async (options) => owner?.testCall(options) ?? { ok: false, reason: 'refused_not_ready' },
    watchDevices(listener) {
      const { mediaDevices } = navigator as Partial<Navigator>;
      mediaDevices?.addEventListener('devicechange', listener);
      return () => mediaDevices?.removeEventListener('devicechange', listener);
    },
  };
  begin().catch((error: unknown) => {
    platform.log.log('error', 'the call runtime could not start', error);
    publish({ ...NOTHING, role: 'stopped' });
  });
  return api;
}

/** The device's database; when it cannot be opened, memory for as long as the page lives, and the problem is shown. */
async function open(platform: Platform, problems: Problems): Promise<Storage> {
  try {
    return await openStorage({ log: platform.log.child('storage') });
  } catch (error) {
    problems.storage(error instanceof StorageError ? error : new StorageError('unavailable', { cause: error }));
    return memoryStorage();
  }
}
