import type { CallAssist, PersonView, Snapshot } from './api.ts';
import type { Command, CommandResult } from './command.ts';
import { type AccountEvents, Accounts } from './accounts.ts';
import { createAccountsApi } from './accounts-api.ts';
import { CallSessions } from './call-sessions.ts';
import { isLive } from './call/find.ts';
import { initialState } from './call/reduce.ts';
import { cameraEntities } from './cameras.ts';
import { createCommands } from './commands.ts';
import { createConfigure } from './configure.ts';
import type { Device } from './device.ts';
import type { CallRecord } from './call/effects.ts';
import { toneBetween } from './call/tones.ts';
import { createEngine, type Engine } from './engine.ts';
import { HomeCalls } from './home-calls.ts';
import { connectHomeAssistant } from './home-assistant/connection.ts';
import type { HomeAssistant } from './home-assistant/home-assistant.ts';
import { sayGoodbye, stateAfterReload } from './leftovers.ts';
import { createCallMedia } from './media/call-media.ts';
import { whenOnline } from './online.ts';
import { createPeopleApi } from './people/people-api.ts';
import type { Platform } from './platform/platform.ts';
import { type Readable, Store } from './platform/readable.ts';
import { Scope } from './platform/scope.ts';
import { createSounds } from './platform/sound.ts';
import { createWakeLock } from './platform/wake-lock.ts';
import { isSamePolicy, policyOf } from './policy.ts';
import type { Problems } from './problems.ts';
import { ECHO_ACCOUNT } from './providers/echo/peer.ts';
import type { ProviderDescriptor, ProviderSession } from './providers/provider.ts';
import { HOME_ACCOUNT } from './rings/home.ts';
import { received } from './reception.ts';
import { reportRing } from './ring-heard.ts';
import { LateScreens } from './late-screens.ts';
import { makeSnapshot } from './snapshot.ts';
import { CallStations } from './stations/call-stations.ts';
import { bindHelpersLate } from './stations/late-helpers.ts';
import type { Storage } from './storage/storage.ts';
import { createTestCalls, isTestCall, lastResultAfter } from './test-calls.ts';
import { watchHomeAssistant } from './watch-home-assistant.ts';
import { watchPermissions } from './permissions.ts';
import type { Tools } from './tools/api.ts';

export interface OwnerOptions {
  readonly platform: Platform;
  readonly storage: Storage;
  readonly device: Device;
  readonly providers: readonly ProviderDescriptor[];
  readonly problems: Problems;
  readonly onChunkLost: (error: unknown) => void;
}

/** What the tab that has the calls can do. */
export interface Owner extends Omit<
  CallAssist,
  'version' | 'ready' | 'protocols' | 'history' | 'takeOver' | 'updateFound' | 'watchDevices' | keyof Tools
> {
  /** null on a device without accounts: nothing of it is loaded. */
  readonly homeAssistant: HomeAssistant | null;
  /** STUN and TURN of all accounts, secrets with them; null: no account tells. Rejects when none of them can. */
  iceServers(): Promise<readonly RTCIceServer[] | null>;
  /** Whether a call would be lost if the page were reloaded now. */
  readonly busy: () => boolean;
  /** The page goes away: peers are told what can be told without waiting. */
  pageClosing(): void;
  close(): Promise<void>;
}

/** Wires the rooms of the runtime for the tab that owns this device's accounts and station. */
export async function createOwner(options: OwnerOptions): Promise<Owner> {
  const { platform, storage, device, problems } = options;
  const homeAssistant = await connectHomeAssistant({ platform });
  const { settings, people } = device;
  const sounds = createSounds(platform, { volume: settings.value.ringVolume });
  const scope = new Scope((error) => platform.log.log('error', 'closing the runtime', error));

  // Storage that fails never stops the phone.
  const written = {
    latest: (limit: number) => storage.history.latest(limit),
    add: (record: CallRecord) => device.history.add(record),
  };
  const leftovers = stateAfterReload({ running: storage.running, history: written }, platform, policyOf(device));
  const { state: before, left } = await leftovers.catch((error: unknown) => {
    problems.storage(error);
    return { state: initialState(policyOf(device)), left: [] };
  });
  const engine: Engine = createEngine({
    platform,
    policy: before.policy,
    before,
    run: (effect) => {
      if (effect.type !== 'record') return sessions.run(effect);
      if (!isTestCall(effect.record)) void device.history.add(effect.record);
    },
  });
  const permissions = watchPermissions(scope);
  const callStations = new CallStations(device.stations);
  const events: AccountEvents = {
    invited(call, event) {
      const invitation = received(event, {
        people,
        audible: () => !sounds.blocked.value && settings.value.ringVolume > 0,
        mayOpen: (video) => permissions.mayOpen({ camera: video && device.station.value.camera === 'this_device' }),
      });
      if (!invitation) return void call.close();
      sessions.adopt(call);
      engine.dispatch(invitation);
      // Not rung (too old, busy, do not disturb): nothing of it may stay.
      if (!engine.state.value.calls.some(({ id }) => id === call.id))
        sessions.run({ type: 'release', callId: call.id });
    },
    emit: (event) => engine.dispatch(event),
  };
  const testCalls = createTestCalls({ engine, events, platform, scope, onChunkLost: options.onChunkLost });
  const protocols = options.providers.map(({ protocol }) => protocol);
  const homeCalls = new HomeCalls({
    platform,
    homeAssistant,
    scope,
    events,
    protocols,
    state: engine.state,
    command: (wanted) => commands(wanted),
    refuse: (reason) => engine.command({ type: 'refused', reason }),
    stations: () => device.stations.value,
    place: (callId, slug) => callStations.put(callId, slug),
    contacts: () => contacts.value,
    media: (callId) => sessions.media(callId),
    onChange: () => refresh(),
    onChunkLost: options.onChunkLost,
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
    events,
  });
  const sessions = new CallSessions({
    platform,
    sounds: {
      start: (sound, callId) => {
        const call = engine.state.value.calls.find(({ id }) => id === callId);
        sounds.start(sound, callId, (call && people.choice(call.peer).ringtone) ?? settings.value.ringtone);
      },
      stop: (callId) => sounds.stop(callId),
    },
    state: () => engine.state.value,
    dispatch: (event) => engine.dispatch(event),
    createMedia: (callScope, callId) =>
      homeCalls.mediaFor(callId, callScope) ??
      createCallMedia({
        scope: callScope,
        homeAssistant,
        platform,
        choice: callStations.of(callId),
        devices: navigator.mediaDevices,
        onChunkLost: options.onChunkLost,
      }),
    online: (accountId, signal) =>
      accountId === ECHO_ACCOUNT ? testCalls.session() : whenOnline(accounts, accountId, platform, signal),
    running: {
      put: async (call) =>
        isTestCall(call) || call.peer.accountId === HOME_ACCOUNT
          ? undefined
          : storage.running.put(call).catch(problems.storage),
      remove: (callId) => storage.running.remove(callId).catch(problems.storage),
    },
  });
  const contacts = new Store<readonly PersonView[]>([]);
  const showPeople = batched(() =>
    contacts.set(
      people.views(accounts.contacts.value, (accountId) => accounts.session(accountId)?.message !== undefined),
    ),
  );
  const screens = new LateScreens({
    homeAssistant,
    platform,
    storage,
    device,
    snapshot: () => snapshot,
    media: (callId) => sessions.media(callId),
    refuse: (reason) => engine.command({ type: 'refused', reason }),
    onChange: () => refresh(),
    onChunkLost: options.onChunkLost,
    scope,
  });
  const commands = createCommands({
    engine,
    accounts,
    platform,
    protocols,
    stations: callStations,
    contacts: () => contacts.value,
    ring: homeCalls.command,
    display: screens.command,
    chooseCamera: (camera, slug) => device.chooseCamera(camera, slug),
    setVolume: (volume) => device.setCallVolume(volume),
  });

  const command = (wanted: Command): Promise<CommandResult> => {
    const again = wanted.type === 'dial' && 'accountId' in wanted.to && wanted.to.accountId === ECHO_ACCOUNT;
    return again ? testCalls.again(wanted.video) : commands(wanted);
  };

  let last = engine.state.value;
  let { lastResult } = last;
  const make = (): Snapshot =>
    makeSnapshot({
      role: 'owner',
      secureContext: isSecureContext,
      accounts: accounts.views.value,
      contacts: contacts.value,
      requests: accounts.requests.value,
      device: device.view(),
      state: engine.state.value,
      lastResult,
      soundBlocked: sounds.blocked.value,
      sounding: sounds.sounding.value,
      problems: problems.all.value,
      home: homeCalls,
      station: (callId) => callStations.of(callId).slug,
      session: (callId) => sessions.view(callId),
      display: (callId) => screens.view(callId),
    });
  const screen = createWakeLock(platform.log);
  scope.add(() => screen.close());
  const snapshot = new Store(make());
  const refresh = batched(() => snapshot.set(make()));
  const shown: readonly Readable<unknown>[] = [
    accounts.views,
    accounts.requests,
    contacts,
    problems.all,
    sounds.blocked,
    sounds.sounding,
    sessions.changes,
    callStations.changes,
  ];
  for (const part of shown) scope.add(part.subscribe(refresh));
  scope.add(accounts.contacts.subscribe(showPeople));
  scope.add(people.changes.subscribe(showPeople));
  scope.add(device.subscribe(refresh));
  scope.add(
    engine.state.subscribe((state) => {
      sessions.follow(state);
      callStations.follow({ ...state, calls: state.calls.filter((call) => !isTestCall(call)) });
      screen.want(state.calls.some(isLive));
      const tone = toneBetween(last.calls, state.calls);
      lastResult = lastResultAfter(lastResult, last, state);
      last = state;
      if (tone) sounds.play(tone);
      refresh();
    }),
  );
  const applyPolicy = (): void => {
    sounds.setVolume(settings.value.ringVolume);
    const policy = policyOf(device);
    if (!isSamePolicy(policy, engine.state.value.policy)) engine.dispatch({ type: 'policy', policy });
  };
  scope.add(settings.subscribe(applyPolicy));
  scope.add(device.quiet.subscribe(applyPolicy));
  scope.add(reportRing(sounds, (heard) => engine.dispatch({ type: 'ring-heard', heard })));
  scope.add(watchHomeAssistant({ homeAssistant, problems, clock: platform.clock }));

  scope.add(() => homeAssistant.close());
  scope.add(() => engine.close());
  scope.add(() => sessions.close());
  scope.add(() => accounts.close());
  scope.add(() => sounds.close());
  const { onChunkLost } = options;
  const helpers = bindHelpersLate({
    homeAssistant,
    device,
    calls: callStations,
    displays: () => screens.choosable,
    storage,
    problems,
    snapshot,
    command,
    platform,
    scope,
    onChunkLost,
  });

  await accounts.load().catch(problems.storage);
  sayGoodbye(left, accounts, platform, scope);

  const session = (accountId: string): ProviderSession => {
    const found = accounts.session(accountId);
    if (!found) throw new RangeError('This account is not open');
    return found;
  };
  const { lock } = device;
  const onBlocked = (accountId: string, contactId: string): void => {
    for (const { id, phase, peer } of engine.state.value.calls) {
      const theirs = peer.accountId === accountId && peer.contactId === contactId;
      if (theirs && phase === 'ringing-in') void engine.command({ type: 'decline', callId: id });
    }
  };
  const configure = createConfigure(device, () => accounts.views.value);

  return {
    ...configure,
    ...createAccountsApi({ accounts, people, lock, session, onStorageError: problems.storage }),
    ...createPeopleApi({ people, lock, contacts: accounts.contacts, session, onBlocked, log: platform.log }),
    snapshot,
    homeAssistant,
    command,
    simulateCall: testCalls.simulateCall,
    testCall: testCalls.testCall,
    iceServers: () => iceServersOf(accounts),
    busy: () => engine.state.value.calls.some(isLive),
    cameras: () => cameraEntities(homeAssistant.states.value),
    media: (callId) => sessions.media(callId),
    takeStation: (slug) => helpers.take(slug),
    allowSound: () => sounds.allow(),
    previewRingtone: (ringtone) => sounds.preview(ringtone),
    async markSeen() {
      await configure.markSeen();
      helpers.resetMissed();
    },
    pageClosing() {
      sessions.pageClosing();
      screens.pageClosing();
      accounts.pageClosing();
      engine.dispatch({ type: 'page-closing' });
      helpers.pageClosing();
    },
    close: () => scope.close(),
  };
}

async function iceServersOf(accounts: Pick<Accounts, 'views' | 'session'>): Promise<readonly RTCIceServer[] | null> {
  const asked = accounts.views.value.flatMap(({ id }) => accounts.session(id)?.iceServers?.() ?? []);
  if (asked.length === 0) return null;
  const told = (await Promise.allSettled(asked)).filter((each) => each.status === 'fulfilled');
  if (told.length === 0) throw new Error('no account knows the way out');
  return told.flatMap(({ value }) => value);
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
