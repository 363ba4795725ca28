import type {
  AddAccountOptions,
  CallAssist,
  CallMediaView,
  TestCallOptions,
  CallView,
  HistoryQuery,
  PersonView,
  Snapshot,
} from '../../../../src/runtime/api.ts';
import type { Command, CommandResult } from '../../../../src/runtime/command.ts';
import type { CheckRun, CreatedTvView, DeviceLists } from '../../../../src/runtime/tools/api.ts';
import type { CallId, MediaKinds } from '../../../../src/runtime/call/call.ts';
import type { CheckResult } from '../../../../src/runtime/checks/checks.ts';
import type { DisplayView, TvView } from '../../../../src/runtime/displays/view.ts';
import type { RemovedTvPlace } from '../../../../src/runtime/home-assistant/tv-view.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { DEFAULT_SETTINGS, type DeviceChange } from '../../../../src/runtime/settings/device-settings.ts';
import {
  type Contact,
  type FormValues,
  type RemoteMedia,
  SignInError,
  type SignInStep,
} from '../../../../src/runtime/providers/provider.ts';
import type { HistoryEntry, PersonChoice, Station } from '../../../../src/runtime/storage/storage.ts';

const STATION: Station = {
  slug: 'kitchen',
  name: 'Kitchen',
  camera: 'camera.kitchen',
  microphone: null,
  deviceCamera: null,
  speaker: null,
  dialAnyone: false,
  linkDials: false,
  scriptAnswers: true,
  scriptAnswersWithCamera: false,
  scriptHangsUp: true,
  scriptUnmutes: false,
  scriptTurnsCameraOn: false,
  display: 'this_device',
  displayStarts: false,
  displaySound: 'display',
  displayLevel: 1,
  displayAnnounces: 'no',
  displayServer: '',
};

/** A picture of one point. */
export const STILL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** A runtime that does nothing but remember what was asked of it; tests set the snapshot. */
export class FakeCallAssist implements CallAssist {
  readonly version = 'test';
  readonly snapshot = new Store<Snapshot>(emptySnapshot());
  readonly ready: Promise<CallAssist> = Promise.resolve(this);
  readonly commands: Command[] = [];
  /** Everything else that was asked, by name. */
  readonly asked: [name: string, ...args: unknown[]][] = [];
  readonly medias = new Map<CallId, FakeMedia>();
  /** What commands come to, and what asking for something else comes to. */
  result: CommandResult = { ok: true };
  failure: Error | null = null;
  /** What a sign-in asks of the person; it then waits for {@link allow}, or until it is given up. */
  step: SignInStep | null = null;
  allow = (): void => {};
  givenUp = (): void => {};

  /** Never there, unless a test gives others. */
  readonly previewCamera: CallAssist['previewCamera'] = () => new Promise(() => {});
  readonly followMicrophone: CallAssist['followMicrophone'] = () => new Promise(() => {});
  readonly report: CallAssist['report'] = async () => 'a report';

  readonly protocols: CallAssist['protocols'] = [
    {
      protocol: 'matrix',
      name: 'Matrix',
      accountForm: {
        variants: [
          {
            id: 'password',
            label: 'Password',
            fields: [
              { name: 'user', type: 'text', label: 'User name', required: true, autocomplete: 'username' },
              { name: 'password', type: 'password', label: 'Password', required: true },
              { name: 'homeserver', type: 'url', label: 'Homeserver', required: false, help: 'May stay empty.' },
            ],
          },
          {
            id: 'token',
            label: 'Login token',
            fields: [
              { name: 'homeserver', type: 'url', label: 'Homeserver', required: true },
              { name: 'token', type: 'password', label: 'Login token', required: true },
            ],
          },
        ],
      },
    },
  ];

  set(change: Partial<Snapshot>): void {
    this.snapshot.set({ ...this.snapshot.value, ...change });
  }

  async command(command: Command): Promise<CommandResult> {
    this.commands.push(command);
    return this.result;
  }

  addAccount(protocol: string, values: FormValues, options: AddAccountOptions = {}): Promise<string> {
    const { signal, onStep, ...told } = options;
    const asked = this.#ask('account-1', 'addAccount', protocol, values, told);
    if (!this.step) return asked;
    onStep?.(this.step);
    return new Promise((resolve, reject) => {
      this.allow = () => resolve(asked);
      signal?.addEventListener('abort', () => {
        this.givenUp();
        reject(new SignInError('cancelled'));
      });
    });
  }

  signOut(accountId: string): Promise<void> {
    return this.#ask(undefined, 'signOut', accountId);
  }

  verifyAccount(accountId: string, recoveryKey: string): Promise<void> {
    return this.#ask(undefined, 'verifyAccount', accountId, recoveryKey);
  }

  setAccountOption(accountId: string, name: string, value: boolean | string): Promise<void> {
    return this.#ask(undefined, 'setAccountOption', accountId, name, value);
  }

  acceptRequest(accountId: string, id: string): Promise<void> {
    return this.#ask(undefined, 'acceptRequest', accountId, id);
  }

  rejectRequest(accountId: string, id: string): Promise<void> {
    return this.#ask(undefined, 'rejectRequest', accountId, id);
  }

  configureStation(change: Partial<Station>, slug?: string): Promise<void> {
    return this.#ask(undefined, 'configureStation', change, ...(slug === undefined ? [] : [slug]));
  }

  configureDevice(change: DeviceChange): Promise<void> {
    return this.#ask(undefined, 'configureDevice', change);
  }

  configurePerson(accountId: string, contactId: string, change: Partial<PersonChoice>): Promise<void> {
    return this.#ask(undefined, 'configurePerson', accountId, contactId, change);
  }

  sendMessage(accountId: string, contactId: string, text: string): Promise<void> {
    return this.#ask(undefined, 'sendMessage', accountId, contactId, text);
  }

  /** What {@link history} gives, whatever is searched. */
  entries: readonly HistoryEntry[] = [];

  history(query: HistoryQuery): Promise<readonly HistoryEntry[]> {
    return this.#ask(this.entries.slice(0, query.limit), 'history', query);
  }

  deleteHistory(ids: readonly number[] | 'all'): Promise<void> {
    return this.#ask(undefined, 'deleteHistory', ids);
  }

  markSeen(): Promise<void> {
    return this.#ask(undefined, 'markSeen');
  }

  unlock(pin: string | null): Promise<void> {
    return this.#ask(undefined, 'unlock', pin);
  }

  lock(): void {
    this.asked.push(['lock']);
  }

  exportSettings(): Promise<string> {
    return this.#ask('{}', 'exportSettings');
  }

  importSettings(text: string): Promise<void> {
    return this.#ask(undefined, 'importSettings', text);
  }

  previewRingtone(ringtone: string | null): void {
    this.asked.push(['previewRingtone', ringtone]);
  }

  cameras(): ReturnType<CallAssist['cameras']> {
    return [
      { id: 'camera.kitchen', name: 'Kitchen camera', available: true, still: STILL },
      { id: 'camera.front_door', name: 'Front door', available: false, still: null },
    ];
  }

  media(callId: CallId): CallMediaView | null {
    return this.medias.get(callId) ?? null;
  }

  allowSound(): void {
    this.asked.push(['allowSound']);
  }

  updateFound(): void {
    this.asked.push(['updateFound']);
  }

  takeOver(): Promise<void> {
    return this.#ask(undefined, 'takeOver');
  }

  /** What checks come to; none unless a test says so. */
  checked: readonly CheckResult[] = [];

  async checks({ only, signal, onBegin, onResult }: CheckRun): Promise<readonly CheckResult[]> {
    this.asked.push(['checks', only ?? 'all']);
    const done = this.checked.filter(({ id }) => !signal?.aborted && (only ?? id) === id);
    for (const result of done) {
      onBegin?.(result.id);
      onResult(result);
    }
    return done;
  }

  stationHelpers(): ReturnType<CallAssist['stationHelpers']> {
    return this.#ask([], 'stationHelpers');
  }

  createHelpers(slug?: string): ReturnType<CallAssist['createHelpers']> {
    return this.#ask({ ok: true, helpers: [] }, 'createHelpers', ...(slug === undefined ? [] : [slug]));
  }

  removeHelpers(): ReturnType<CallAssist['removeHelpers']> {
    return this.#ask({ ok: true, helpers: [] }, 'removeHelpers');
  }

  addStation(given: Parameters<CallAssist['addStation']>[0]): Promise<void> {
    return this.#ask(undefined, 'addStation', given);
  }

  removeStation(slug: string): Promise<void> {
    return this.#ask(undefined, 'removeStation', slug);
  }

  preferStation(slug: string): Promise<void> {
    return this.#ask(undefined, 'preferStation', slug);
  }

  takeStation(slug: string): void {
    this.asked.push(['takeStation', slug]);
  }

  helpersYaml(): string {
    return '';
  }

  isAdmin(): Promise<boolean> {
    return this.#ask(true, 'isAdmin');
  }

  simulateCall(options: TestCallOptions): Promise<void> {
    return this.#ask(undefined, 'simulateCall', options);
  }

  async testCall(options: TestCallOptions): Promise<CommandResult> {
    this.asked.push(['testCall', options]);
    return this.result;
  }

  /** What {@link displays} gives. */
  screens: readonly DisplayView[] = [];
  /** What {@link tvView} gives, and what {@link createTvView} makes. */
  view: TvView | null = null;

  /** How often {@link displays} was asked for. */
  looks = 0;

  async displays(): Promise<readonly DisplayView[]> {
    this.looks += 1;
    return this.screens;
  }

  tvView(): Promise<TvView | null> {
    return this.#ask(this.view, 'tvView');
  }

  createTvView(): Promise<CreatedTvView> {
    this.view ??= { dashboard: 'call-assist', index: 0 };
    return this.#ask({ ok: true, view: this.view }, 'createTvView');
  }

  removeTvView(): Promise<RemovedTvPlace> {
    this.view = null;
    return this.#ask({ ok: true, outcome: 'removed' }, 'removeTvView');
  }

  tvViewYaml(): string {
    return 'views:\n';
  }

  /** What {@link devices} gives. */
  lists: DeviceLists = { microphones: [], cameras: [], speakers: [], hidden: false };

  async devices(): Promise<DeviceLists> {
    return this.lists;
  }

  readonly #watching = new Set<() => void>();

  watchDevices(listener: () => void): () => void {
    this.#watching.add(listener);
    return () => void this.#watching.delete(listener);
  }

  /** {@link lists} are others now. */
  plug(): void {
    for (const listener of this.#watching) listener();
  }

  async #ask<T>(result: T, ...asked: [name: string, ...args: unknown[]]): Promise<T> {
    this.asked.push(asked);
    if (this.failure) throw this.failure;
    return result;
  }
}

export class FakeMedia implements CallMediaView {
  readonly remote = new Store<RemoteMedia>({ participants: [] });
  readonly preview = new Store<MediaStreamTrack | null>(null);
  readonly sending = new Store<MediaKinds>({ audio: true, video: true });
  readonly voice = new Store<MediaStreamTrack | null>(null);

  stats(): ReturnType<CallMediaView['stats']> {
    return Promise.reject(new Error('no statistics here'));
  }
}

const BEGAN = 1_700_000_000_000;

export function emptySnapshot(): Snapshot {
  return {
    role: 'owner',
    secureContext: true,
    accounts: [],
    contacts: [],
    requests: [],
    station: STATION,
    stations: [STATION],
    calls: [],
    lastResult: null,
    soundBlocked: false,
    sounding: null,
    answerWaits: false,
    history: [],
    missed: 0,
    settings: DEFAULT_SETTINGS,
    quiet: false,
    quietUntil: null,
    lock: { kind: 'none', locked: false, retryAt: null },
    problems: [],
  };
}

/** A kiosk with one account online and three people. */
export function readySnapshot(): Snapshot {
  return {
    ...emptySnapshot(),
    accounts: [
      {
        id: 'account-1',
        protocol: 'matrix',
        protocolName: 'Matrix',
        address: '@kitchen:example.org',
        status: { state: 'online' },
        verifiable: true,
        options: [],
      },
    ],
    contacts: [
      contact('Grandma', 'reachable'),
      contact('Anna Berger', 'in_call'),
      contact('Ben', 'offline'),
      contact('Chris', 'unknown'),
    ],
  };
}

export function contact(name: string, presence: Contact['presence'] = 'reachable'): PersonView {
  const word = name.toLowerCase().replaceAll(' ', '.');
  return {
    id: `!${word}:example.org`,
    accountId: 'account-1',
    address: `@${word}:example.org`,
    name,
    avatar: null,
    presence,
    callable: { audio: true, video: true },
    encrypted: true,
    ownName: name,
    favourite: false,
    alias: null,
    ringtone: null,
    autoAnswer: 'off',
    throughQuiet: false,
    blocked: false,
    writable: true,
  };
}

/** A call with Anna; with `ended` and a reason it has talked for 4 minutes 12 seconds. */
export function callView(phase: CallView['phase'], change: Partial<CallView> = {}): CallView {
  const talking = phase === 'active' || phase === 'reconnecting';
  const over = phase === 'ended' || phase === 'ending';
  return {
    id: 'call-1',
    direction: phase === 'ringing-in' ? 'incoming' : 'outgoing',
    peer: {
      accountId: 'account-1',
      contactId: '!anna.berger:example.org',
      address: '@anna.berger:example.org',
      name: 'Anna Berger',
    },
    phase,
    offered: { audio: true, video: true },
    wanted: { audio: true, video: true },
    sending: talking ? { audio: true, video: true } : { audio: false, video: false },
    began: BEGAN,
    answered: talking || over ? BEGAN : null,
    connected: talking || over ? BEGAN : null,
    ended: over ? BEGAN + 252_000 : null,
    reason: over ? 'hung_up' : null,
    deadline: phase === 'reconnecting' ? BEGAN + 270_000 : null,
    restartAt: null,
    dropIn: null,
    silenced: false,
    station: 'kitchen',
    microphone: { choice: null, problem: null },
    autoAnswerAt: null,
    cameraOnAt: null,
    waiting: [],
    placed: true,
    avatar: null,
    accountAddress: '@kitchen:example.org',
    protocolName: 'Matrix',
    camera: { state: 'on', path: 'webrtc', source: 'camera.kitchen' },
    security: talking ? 'end-to-end' : null,
    remoteAudioMuted: false,
    remoteOnHold: false,
    remoteUnreadable: false,
    remoteVideo: talking,
    ...change,
  };
}
