import type { Problem, Snapshot } from './api.ts';
import { Store } from './platform/readable.ts';
import type { Owner } from './owner.ts';
import { changeStation, DEFAULT_STATION, slugOf } from './station.ts';
import type { Station, Storage } from './storage/storage.ts';

/**
 * The owner of a device that nobody can call: no account yet. It knows the station and waits for somebody to sign in;
 * then the real owner is loaded and takes its place.
 */
export async function createVacant(options: {
  readonly storage: Storage;
  readonly problems: readonly Problem[];
  /** Loads the real owner and puts it in this one's place. */
  readonly occupy: () => Promise<Owner>;
}): Promise<Owner> {
  const { storage, problems, occupy } = options;
  let stored: Station | null = (await storage.stations.list().catch(() => []))[0] ?? null;
  const history = await storage.history.latest(20).catch(() => []);
  const make = (): Snapshot => ({
    role: 'owner',
    secureContext: isSecureContext,
    accounts: [],
    contacts: [],
    requests: [],
    station: stored ?? DEFAULT_STATION,
    calls: [],
    lastResult: null,
    soundBlocked: false,
    sounding: null,
    answerWaits: false,
    history,
    problems,
  });
  const snapshot = new Store(make());
  const nobody = (): Promise<void> => Promise.reject(new RangeError('This account is not open'));
  return {
    snapshot,
    command: () => Promise.resolve({ ok: false, reason: 'refused_not_ready' }),
    busy: () => false,
    media: () => null,
    addAccount: async (...account) => (await occupy()).addAccount(...account),
    signOut: nobody,
    verifyAccount: nobody,
    setAccountOption: nobody,
    acceptRequest: nobody,
    rejectRequest: nobody,
    async configureStation(change) {
      const named = stored === null && change.name && !change.slug ? { slug: slugOf(change.name), ...change } : change;
      const next = changeStation(stored ?? DEFAULT_STATION, named);
      await storage.stations.put(next);
      if (stored && stored.slug !== next.slug) await storage.stations.remove(stored.slug);
      stored = next;
      snapshot.set(make());
    },
    cameras: () => [],
    allowSound() {},
    pageClosing() {},
    close: () => Promise.resolve(),
  };
}
