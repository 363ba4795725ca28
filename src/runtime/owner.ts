import type { CallAssist, Command, CommandResult, Problem, Snapshot } from './api.ts';
import { Accounts, canCall } from './accounts.ts';
import { CallSessions, Unavailable } from './call-sessions.ts';
import { createCommands } from './commands.ts';
import { createEngine, type Engine } from './engine.ts';
import { bindHelpers, type Helpers } from './home-assistant/helpers.ts';
import { connectHomeAssistant } from './home-assistant/connection.ts';
import type { HomeAssistant } from './home-assistant/home-assistant.ts';
import { DEFAULT_POLICY } from './call/call.ts';
import { isLive } from './call/find.ts';
import { initialState } from './call/reduce.ts';
import { sayGoodbye, stateAfterReload } from './leftovers.ts';
import { createCallMedia } from './media/call-media.ts';
import type { Platform } from './platform/platform.ts';
import { type Readable, Store } from './platform/readable.ts';
import { Scope } from './platform/scope.ts';
import { createSounds } from './platform/sound.ts';
import { createWakeLock } from './platform/wake-lock.ts';
import type { ProviderDescriptor, ProviderSession } from './providers/provider.ts';
import { makeSnapshot } from './snapshot.ts';
import { changeStation, DEFAULT_STATION, slugOf } from './station.ts';
import { type HistoryEntry, type Station, type Storage, StorageError } from './storage/storage.ts';

/** How long a call waits for its account to come online before it is given up as `account_away`. */
const ACCOUNT_WAIT = 20_000;
/** Lines of history that a snapshot carries. */
const RECENT = 20;

export interface OwnerOptions {
  readonly platform: Platform;
  readonly storage: Storage;
  readonly providers: readonly ProviderDescriptor[];
  /** What is wrong before this tab became the owner. */
  readonly problems: readonly Problem[];
  readonly onChunkLost: (error: unknown) => void;
}

/** What the tab that has the calls can do. */
export interface Owner extends Pick<
  CallAssist,
  | 'addAccount'
  | 'signOut'
  | 'verifyAccount'
  | 'setAccountOption'
  | 'acceptRequest'
  | 'rejectRequest'
  | 'configureStation'
  | 'cameras'
  | 'media'
  | 'allowSound'
> {
  readonly snapshot: Readable<Snapshot>;
  /** Whether a call would be lost if the page were reloaded now. */
  readonly busy: () => boolean;
  command(command: Command): Promise<CommandResult>;
  /** The page goes away: peers are told what can be told without waiting. */
  pageClosing(): void;
  close(): Promise<void>;
}

/** Wires the rooms of the runtime for the tab that owns this device's accounts and station. */
export async function createOwner(options: OwnerOptions): Promise<Owner> {
  const { platform, storage } = options;
  const homeAssistant = await connectHomeAssistant({ platform });
  const sounds = createSounds(platform);
  const scope = new Scope((error) => platform.log.log('error', 'closing the runtime', error));
  const stored = await attempt(storage.stations.list(), []);
  const station = new Store<Station>(stored[0] ?? DEFAULT_STATION);
  const problems = new Store<readonly Problem[]>(options.problems);
  const report = (error: unknown): void => {
    platform.log.log('warn', 'storage', error);
    if (!(error instanceof StorageError)) return;
    const known = problems.value.some(({ kind }) => kind === 'storage');
    if (!known) problems.set([...problems.value, { kind: 'storage', problem: error.problem }]);
  };

  // Storage that fails never stops the phone.
  const { state: before, left } = await stateAfterReload(storage, platform).catch((error: unknown) => {
    report(error);
    return { state: initialState(DEFAULT_POLICY), left: [] };
  });
  const history = new Store<readonly HistoryEntry[]>(await attempt(storage.history.latest(RECENT), []));

  const engine: Engine = createEngine({
    platform,
    policy: before.policy,
    before,
    run: (effect) => {
      if (effect.type !== 'record') return sessions.run(effect);
      storage.history
        .add(effect.record)
        .then(async () => history.set(await storage.history.latest(RECENT)))
        .catch(report);
    },
  });
  const accounts = new Accounts({
    platform,
    storage,
    providers: options.providers,
    onChunkLost: options.onChunkLost,
    onLeaving: (accountId) => {
      for (const { id, peer, reason } of engine.state.value.calls) {
        if (peer.accountId !== accountId || reason !== null) continue;
        sessions.run({ type: 'send-hang-up', callId: id, reason: 'signed_out' });
        engine.dispatch({ type: 'remote-ended', callId: id, reason: 'signed_out' });
      }
    },
    events: {
      invited(call, event) {
        sessions.adopt(call);
        engine.dispatch(event);
        // Not rung (too old, busy, do not disturb): nothing of it may stay.
        if (!engine.state.value.calls.some(({ id }) => id === call.id))
          sessions.run({ type: 'release', callId: call.id });
      },
      emit: (event) => engine.dispatch(event),
    },
  });
  const sessions = new CallSessions({
    platform,
    sounds,
    state: () => engine.state.value,
    dispatch: (event) => engine.dispatch(event),
    createMedia: (callScope) =>
      createCallMedia({
        scope: callScope,
        homeAssistant,
        platform,
        choice: station.value,
        devices: navigator.mediaDevices,
      }),
    online: (accountId, signal) => whenOnline(accounts, accountId, platform, signal),
    running: {
      put: (call) => storage.running.put(call).catch(report),
      remove: (callId) => storage.running.remove(callId).catch(report),
    },
  });

  const command = createCommands({
    engine,
    accounts,
    platform,
    protocols: options.providers.map(({ protocol }) => protocol),
    station: () => station.value,
  });

  const make = (): Snapshot =>
    makeSnapshot({
      role: 'owner',
      secureContext: isSecureContext,
      accounts: accounts.views.value,
      contacts: accounts.contacts.value,
      requests: accounts.requests.value,
      station: station.value,
      state: engine.state.value,
      soundBlocked: sounds.blocked.value,
      sounding: sounds.sounding.value,
      history: history.value,
      problems: problems.value,
      session: (callId) => sessions.view(callId),
    });
  const screen = createWakeLock(platform.log);
  scope.add(() => screen.close());
  const snapshot = new Store(make());
  const refresh = batched(() => snapshot.set(make()));
  for (const part of [
    accounts.views,
    accounts.contacts,
    accounts.requests,
    station,
    history,
    problems,
    sounds.blocked,
    sounds.sounding,
    sessions.changes,
  ]) {
    scope.add((part as Readable<unknown>).subscribe(refresh));
  }
  scope.add(
    engine.state.subscribe((state) => {
      sessions.follow(state);
      screen.want(state.calls.some(isLive));
      refresh();
    }),
  );

  scope.add(() => homeAssistant.close());
  scope.add(() => engine.close());
  scope.add(() => sessions.close());
  scope.add(() => accounts.close());
  scope.add(() => sounds.close());
  const doNotDisturb = new Store(before.policy.doNotDisturb);
  scope.add(
    doNotDisturb.subscribe((quiet) => {
      engine.dispatch({ type: 'policy', policy: { ...engine.state.value.policy, doNotDisturb: quiet } });
    }),
  );
  /** Only a device that somebody has made a station writes to its helpers: a laptop that looks at the dashboard never. */
  let helpers: { readonly scope: Scope; readonly slug: string; readonly binding: Helpers } | null = null;
  const bind = async (slug: string): Promise<void> => {
    if (helpers?.slug === slug) return;
    await helpers?.scope.close();
    const own = scope.child();
    const binding = bindHelpers({ homeAssistant, slug, snapshot, command, platform, scope: own, doNotDisturb });
    const watch = (missing: readonly string[]): void => {
      const others = problems.value.filter(({ kind }) => kind !== 'helpers-missing');
      problems.set(missing.length ? [...others, { kind: 'helpers-missing', entities: missing }] : others);
    };
    watch(binding.missing.value);
    own.add(binding.missing.subscribe(watch));
    helpers = { scope: own, slug, binding };
  };
  if (stored[0]) await bind(stored[0].slug);

  await accounts.load().catch(report);
  sayGoodbye(left, accounts, platform, scope);

  const session = (accountId: string): ProviderSession => {
    const found = accounts.session(accountId);
    if (!found) throw new RangeError('This account is not open');
    return found;
  };

  return {
    snapshot,
    command,
    busy: () => engine.state.value.calls.some(isLive),
    cameras: () => cameraEntities(homeAssistant),
    media: (callId) => sessions.media(callId),
    allowSound: () => sounds.allow(),
    addAccount: (protocol, values, { again } = {}) => accounts.add(protocol, values, again ?? null),
    signOut: (accountId) => accounts.signOut(accountId),
    async verifyAccount(accountId, recoveryKey) {
      await session(accountId).verify?.(recoveryKey);
    },
    setAccountOption: (accountId, name, on) => accounts.setOption(accountId, name, on),
    acceptRequest: async (accountId, id) => session(accountId).acceptRequest(id),
    rejectRequest: async (accountId, id) => session(accountId).rejectRequest(id),
    async configureStation(change) {
      const previous = station.value;
      const named = helpers === null && change.name && !change.slug ? { slug: slugOf(change.name), ...change } : change;
      const next = changeStation(previous, named);
      await storage.stations.put(next);
      if (next.slug !== previous.slug) await storage.stations.remove(previous.slug);
      station.set(next);
      await bind(next.slug);
    },
    pageClosing() {
      accounts.pageClosing();
      engine.dispatch({ type: 'page-closing' });
      helpers?.binding.pageClosing();
    },
    close: () => scope.close(),
  };
}

/** Many changes in one turn are one new snapshot. */
function batched(task: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      task();
    });
  };
}

async function attempt<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  return promise.catch(() => otherwise);
}

/** @throws {@link Unavailable} when the account is signed out, or not online in time. */
async function whenOnline(
  accounts: Accounts,
  accountId: string,
  platform: Platform,
  signal: AbortSignal,
): Promise<ProviderSession> {
  const look = (): ProviderSession | null => {
    const state = accounts.status(accountId)?.state ?? 'signed-out';
    if (state === 'signed-out') throw new Unavailable('signed_out');
    return canCall(accounts.status(accountId)) ? accounts.session(accountId) : null;
  };
  const ready = look();
  if (ready) return ready;
  return new Promise((resolve, reject) => {
    const attemptNow = (): void => {
      try {
        const session = look();
        if (session) settle(() => resolve(session));
      } catch (error) {
        settle(() => reject(error));
      }
    };
    const settle = (done: () => void): void => {
      stop();
      cancel();
      done();
    };
    const stop = accounts.views.subscribe(attemptNow);
    const cancel = platform.clock.after(ACCOUNT_WAIT, () => settle(() => reject(new Unavailable('account_away'))));
    signal.addEventListener('abort', () => settle(() => reject(new Unavailable('account_away'))), { once: true });
  });
}

function cameraEntities(homeAssistant: HomeAssistant): ReturnType<CallAssist['cameras']> {
  return Object.values(homeAssistant.states.value)
    .filter(({ entity_id }) => entity_id.startsWith('camera.'))
    .map(({ entity_id, state, attributes }) => ({
      id: entity_id as `camera.${string}`,
      name: typeof attributes['friendly_name'] === 'string' ? attributes['friendly_name'] : entity_id,
      available: state !== 'unavailable',
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
