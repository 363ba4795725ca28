import type { CallAssist, Problem, Snapshot } from './api.ts';
import { connectHomeAssistant } from './home-assistant/connection.ts';
import type { HomeAssistant } from './home-assistant/home-assistant.ts';
import { createOwner, type Owner } from './owner.ts';
import { browserPlatform } from './platform/browser.ts';
import { type Ownership, requestOwnership } from './platform/owner-lock.ts';
import type { Platform } from './platform/platform.ts';
import { Store } from './platform/readable.ts';
import { createSounds } from './platform/sound.ts';
import { type ProviderDescriptor, SignInError } from './providers/provider.ts';
import { providers as allProviders } from './providers/registry.ts';
import { DEFAULT_STATION } from './station.ts';
import { openStorage } from './storage/database.ts';
import { memoryStorage } from './storage/memory.ts';
import { type Storage, StorageError } from './storage/storage.ts';
import { reloadWhenIdle } from './updates.ts';
import { mirror, type Mirror } from './tabs.ts';

declare global {
  interface Window {
    callAssist?: CallAssist;
  }
}

const NOBODY: Snapshot = {
  role: 'starting',
  secureContext: globalThis.isSecureContext,
  accounts: [],
  contacts: [],
  requests: [],
  station: DEFAULT_STATION,
  calls: [],
  lastResult: null,
  soundBlocked: false,
  answerWaits: false,
  history: [],
  problems: [],
};

/**
 * Starts the call runtime of this page and puts it on `window.callAssist`; once, however often and from wherever it is
 * called. It belongs to the page, not to a card: it survives navigation, edit mode and Home Assistant's reconnects.
 * Only one tab of a device owns the accounts; the others mirror it and hand their commands over.
 */
export function startCallAssist(providers: readonly ProviderDescriptor[] = allProviders): CallAssist {
  return (window.callAssist ??= createRuntime(browserPlatform(), providers));
}

function createRuntime(platform: Platform, providers: readonly ProviderDescriptor[]): CallAssist {
  const snapshot = new Store<Snapshot>(NOBODY);
  const sounds = createSounds(platform);
  let owner: Owner | null = null;
  let ownership: Ownership | null = null;
  let tabs: Mirror | null = null;
  let homeAssistant: HomeAssistant | null = null;
  let stopFollowing = (): void => {};
  let markReady: (api: CallAssist) => void;
  const ready = new Promise<CallAssist>((resolve) => (markReady = resolve));

  const mine = (): Owner => {
    if (!owner) throw new SignInError('cancelled');
    return owner;
  };

  const begin = async (): Promise<void> => {
    const problems: Problem[] = [];
    if (!isSecureContext) problems.push({ kind: 'insecure-page' });
    const [home, storage] = await Promise.all([connectHomeAssistant({ platform }), open(platform, problems)]);
    homeAssistant = home;
    tabs = mirror({
      platform,
      onSnapshot: (theirs) => {
        if (!owner) publish({ ...theirs, role: 'other-tab' });
      },
      onCommand: (command) => (owner ? owner.command(command) : null),
    });
    ownership = requestOwnership({
      platform,
      onOwner: async () => {
        owner = await createOwner({
          platform,
          storage,
          homeAssistant: home,
          providers,
          sounds,
          problems,
          onChunkLost: (error) => {
            platform.log.log('error', 'a file of this version cannot be loaded', error);
            reloadWhenIdle({ platform, busy: () => owner?.busy() ?? false });
          },
        });
        const follow = (): void => {
          if (!owner) return;
          publish(owner.snapshot.value);
          tabs?.post(owner.snapshot.value);
        };
        stopFollowing = owner.snapshot.subscribe(follow);
        follow();
      },
      onLost: async () => {
        stopFollowing();
        const before = owner;
        owner = null;
        publish({ ...NOBODY, role: 'other-tab', station: snapshot.value.station });
        before?.pageClosing();
        await before?.close();
      },
      onOther: () => publish({ ...snapshot.value, role: 'other-tab' }),
    });
    addEventListener('pagehide', () => owner?.pageClosing());
    // A page from the back/forward cache has told its peers goodbye: it begins anew.
    addEventListener('pageshow', (event) => event.persisted && location.reload());
  };

  const publish = (next: Snapshot): void => {
    snapshot.set(next);
    if (next.role !== 'starting') markReady(api);
  };

  const api: CallAssist = {
    version: '0.1.0',
    ready,
    snapshot,
    protocols: providers.map(({ protocol, name, accountForm }) => ({ protocol, name, accountForm })),
    command: async (command) =>
      (await (owner ? owner.command(command) : tabs?.command(command))) ?? { ok: false, reason: 'refused_not_ready' },
    addAccount: (protocol, values, options) => mine().addAccount(protocol, values, options),
    signOut: (accountId) => mine().signOut(accountId),
    verifyAccount: (accountId, key) => mine().verifyAccount(accountId, key),
    acceptRequest: (accountId, id) => mine().acceptRequest(accountId, id),
    rejectRequest: (accountId, id) => mine().rejectRequest(accountId, id),
    configureStation: (change) => mine().configureStation(change),
    cameras: () => cameraEntities(homeAssistant),
    media: (callId) => owner?.media(callId) ?? null,
    allowSound: () => sounds.allow(),
    takeOver: async () => ownership?.steal(),
  };
  begin().catch((error: unknown) => {
    platform.log.log('error', 'the call runtime could not start', error);
    publish({ ...NOBODY, role: 'stopped' });
  });
  return api;
}

/** The device's database; when it cannot be opened, memory for as long as the page lives, and the problem is shown. */
async function open(platform: Platform, problems: Problem[]): Promise<Storage> {
  try {
    return await openStorage({ platform });
  } catch (error) {
    platform.log.log('error', 'the database cannot be used', error);
    problems.push({ kind: 'storage', problem: error instanceof StorageError ? error.problem : 'unavailable' });
    return memoryStorage();
  }
}

function cameraEntities(homeAssistant: HomeAssistant | null): ReturnType<CallAssist['cameras']> {
  return Object.values(homeAssistant?.states.value ?? {})
    .filter(({ entity_id }) => entity_id.startsWith('camera.'))
    .map(({ entity_id, state, attributes }) => ({
      id: entity_id as `camera.${string}`,
      name: typeof attributes['friendly_name'] === 'string' ? attributes['friendly_name'] : entity_id,
      available: state !== 'unavailable',
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
