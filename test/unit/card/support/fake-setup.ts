import { CHECK_IDS, type CheckId, type CheckResult } from '../../../../src/runtime/checks/checks.ts';
import type { SetupApi, StationHelper } from '../../../../src/card/pages/setup/api.ts';
import type { CaSetup } from '../../../../src/card/pages/setup/setup.ts';
import '../../../../src/card/pages/setup/setup.ts';
import type { Snapshot } from '../../../../src/runtime/api.ts';
import { FakeCallAssist } from './fake-call-assist.ts';
import { settled } from './page.ts';

export const GOOD: Readonly<Record<CheckId, CheckResult>> = {
  secure_context: { id: 'secure_context', status: 'ok', reason: 'secure' },
  home_assistant: {
    id: 'home_assistant',
    status: 'ok',
    reason: 'stays_connected',
    detail: { milliseconds: 34 },
  },
  module_start: { id: 'module_start', status: 'ok', reason: 'starts_everywhere' },
  storage: { id: 'storage', status: 'ok', reason: 'storage_kept' },
  microphone: { id: 'microphone', status: 'ok', reason: 'heard', detail: { device: 'Built-in', percent: 40 } },
  camera: { id: 'camera', status: 'skipped', reason: 'not_used' },
  sound: { id: 'sound', status: 'ok', reason: 'plays' },
  wake_lock: { id: 'wake_lock', status: 'ok', reason: 'stays_on' },
  notifications: { id: 'notifications', status: 'ok', reason: 'shown' },
  camera_entity: {
    id: 'camera_entity',
    status: 'ok',
    reason: 'picture',
    detail: { name: 'Kitchen camera', milliseconds: 812 },
  },
  relay: { id: 'relay', status: 'ok', reason: 'reachable', detail: { server: 'turn.example.org', milliseconds: 90 } },
};

export const HELPERS: readonly StationHelper[] = [
  helper('state', 'input_select', false),
  helper('with', 'input_text', false),
  helper('answer', 'input_button', true),
];

function helper(key: StationHelper['key'], domain: StationHelper['domain'], exists: boolean): StationHelper {
  const objectId = `call_assist_kitchen_${key}`;
  const entityId = `${domain}.${objectId}`;
  return { key, domain, objectId, entityId, name: key, icon: 'mdi:phone', settings: {}, exists, disabled: false };
}

type Extra = Omit<SetupApi, keyof FakeCallAssist> & Pick<SetupApi, 'previewCamera' | 'followMicrophone'>;

/** What tests of the set-up answer themselves. */
type Asked = 'checks' | 'stationHelpers' | 'createHelpers' | 'helpersYaml' | 'isAdmin' | 'simulateCall' | 'testCall';

/** The runtime as the set-up sees it; tests change what it says. */
export interface FakeSetup extends SetupApi {
  readonly fake: FakeCallAssist;
  results: Record<CheckId, CheckResult>;
  helpers: readonly StationHelper[];
  admin: boolean;
  away: boolean;
  created: Awaited<ReturnType<SetupApi['createHelpers']>>;
  /** Resolves when the running checks may go on. */
  gate: Promise<void>;
}

export function fakeSetup(snapshot: Partial<Snapshot> = {}, extra: Partial<Extra> = {}): FakeSetup {
  const fake = new FakeCallAssist();
  fake.set(snapshot);
  const say = (...asked: [string, ...unknown[]]): void => void fake.asked.push(asked);
  const present = (): void => {
    if (state.away) throw new Error('away');
  };
  const more: Omit<FakeSetup, Exclude<keyof FakeCallAssist, Asked>> = {
    fake,
    results: { ...GOOD },
    helpers: HELPERS,
    admin: true,
    away: false,
    created: { ok: true, helpers: HELPERS.map(({ key, entityId }) => ({ key, entityId, outcome: 'created' })) },
    gate: Promise.resolve(),
    async checks({ only, signal, onBegin, onResult }) {
      say('checks', only ?? 'all');
      const done: CheckResult[] = [];
      for (const id of only ? [only] : CHECK_IDS) {
        onBegin?.(id);
        await state.gate;
        if (signal?.aborted) break;
        onResult(state.results[id]);
        done.push(state.results[id]);
      }
      return done;
    },
    async stationHelpers() {
      present();
      return state.helpers;
    },
    async createHelpers() {
      say('createHelpers');
      if (fake.failure) throw fake.failure;
      return state.created;
    },
    helpersYaml: () => 'input_text:\n  call_assist_kitchen_with:\n    max: 255\n',
    async isAdmin() {
      present();
      return state.admin;
    },
    async simulateCall(options) {
      say('simulateCall', options);
      if (fake.failure) throw fake.failure;
    },
    async testCall(options) {
      say('testCall', options);
      return fake.result;
    },
    ...extra,
  };
  const state: FakeSetup = Object.assign(fake, more);
  return state;
}

export class Notes implements Pick<Storage, 'getItem' | 'setItem'> {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
}

export async function openSetup(api: SetupApi, detail: string | null = null, notes = new Notes()): Promise<CaSetup> {
  const setup = document.createElement('ca-setup') as CaSetup;
  Object.assign(setup, { callAssist: api, detail, store: () => notes });
  document.body.append(setup);
  await setup.updateComplete;
  await settled();
  return setup;
}

/** The step that is open. */
export function stepOf(setup: CaSetup): HTMLElement {
  const step = setup.shadowRoot?.querySelector<HTMLElement>('section > :last-child');
  if (!step?.localName.startsWith('ca-setup-')) throw new Error('no step is open');
  return step;
}
