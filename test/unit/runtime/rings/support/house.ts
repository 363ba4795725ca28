import type { PersonView } from '../../../../../src/runtime/api.ts';
import type { Command, CommandResult } from '../../../../../src/runtime/command.ts';
import { type CallPolicy, DEFAULT_POLICY } from '../../../../../src/runtime/call/call.ts';
import { DEFAULT_STATION } from '../../../../../src/runtime/default-station.ts';
import { createEngine } from '../../../../../src/runtime/engine.ts';
import { NOTHING_CHOSEN } from '../../../../../src/runtime/people/people.ts';
import { Store } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import type { ProviderCall, RemoteMedia } from '../../../../../src/runtime/providers/provider.ts';
import type { DoorLink } from '../../../../../src/runtime/rings/door-link.ts';
import { createRings } from '../../../../../src/runtime/rings/rings.ts';
import { FakeHomeAssistant } from '../../../support/fake-home-assistant.ts';
import { fakePlatform } from '../../../support/fake-platform.ts';
import { anna } from '../../support/fake-provider.ts';

/** A track that says which it is. */
export const track = (id: string): MediaStreamTrack => ({ id, kind: 'audio' }) as MediaStreamTrack;

/** A door whose loudspeaker writes down what it was given. */
class FakeDoor implements DoorLink {
  readonly picture = track('picture');
  readonly sound = track('sound');
  readonly said: (string | null)[] = [];
  talk = true;

  async say(given: MediaStreamTrack | null): Promise<void> {
    this.said.push(given?.id ?? null);
  }

  async stats(): ReturnType<DoorLink['stats']> {
    throw new Error('nobody asks');
  }
}

/** Rings with the real core, as the owner wires them, in a house of two stations; this one is the kitchen. */
export function house(policy: Partial<CallPolicy> = {}) {
  const platform = fakePlatform();
  const homeAssistant = new FakeHomeAssistant(platform.clock);
  for (const slug of ['kitchen', 'hall']) {
    for (const key of ['ring', 'with', 'last_result']) homeAssistant.set(`input_text.call_assist_${slug}_${key}`, '');
    homeAssistant.set(`input_select.call_assist_${slug}_state`, 'idle');
    homeAssistant.set(`input_boolean.call_assist_${slug}_microphone`, 'off');
  }
  homeAssistant.set('camera.front_door', 'idle', { friendly_name: 'Front door' });
  homeAssistant.set('script.open_door', 'off', { friendly_name: 'Open the door' });
  homeAssistant.set('script.light', 'off');
  homeAssistant.answers.set('auth/sign_path', { path: '/api/camera_proxy/camera.front_door?authSig=x' });
  homeAssistant.answers.set('assist_pipeline/pipeline/list', { pipelines: [{ id: 'attic' }] });
  const scope = new Scope((error) => {
    throw error;
  });
  const calls = new Map<string, ProviderCall>();
  const door = new FakeDoor();
  const opened: { readonly scope: Scope; readonly lost: () => void }[] = [];
  const commands: Command[] = [];
  /** How many calls lived when each of them came. */
  const living: number[] = [];
  /** Slugs of stations by call. */
  const places = new Map<string, string>();
  const remote = new Store<RemoteMedia>({ participants: [] });
  const microphone = track('microphone');
  let doorFails = false;
  const engine = createEngine({
    platform,
    policy: { ...DEFAULT_POLICY, ...policy },
    run: (effect) => {
      if (!('callId' in effect)) return;
      const call = calls.get(effect.callId);
      const tracks = { audio: microphone, video: null, audioMuted: false, videoMuted: true };
      if (effect.type === 'prepare') call?.prepare({ kinds: { audio: true, video: false }, tracks });
      if (effect.type === 'send-answer') call?.answer({ kinds: { audio: true, video: false }, tracks });
      if (effect.type === 'send-decline') call?.decline(effect.reason);
      if (effect.type === 'send-hang-up') call?.hangUp(effect.reason);
      if (effect.type === 'restart-connection') call?.restart();
      if (effect.type === 'release') {
        void call?.close();
        engine.dispatch({ type: 'released', callId: effect.callId });
      }
    },
  });
  const mum: PersonView = { ...anna, ...NOTHING_CHOSEN, alias: 'Mum', name: 'Mum', ownName: 'Anna', writable: true };
  let changes = 0;
  const rings = createRings({
    platform,
    homeAssistant,
    scope,
    events: {
      invited(call, event) {
        calls.set(call.id, call);
        engine.dispatch(event);
      },
      emit: (event) => engine.dispatch(event),
    },
    state: engine.state,
    command: async (command): Promise<CommandResult> => {
      commands.push(command);
      living.push(engine.state.value.calls.filter(({ reason }) => reason === null).length);
      if (command.type === 'hang-up' || command.type === 'set-media')
        return engine.command({ callId: null, ...command });
      return { ok: true };
    },
    refuse: (reason) => engine.command({ type: 'refused', reason }),
    stations: () => [{ ...DEFAULT_STATION, slug: 'kitchen' }],
    place: (callId, slug) => places.set(callId, slug),
    contacts: () => [mum],
    protocols: ['matrix'],
    media: () => ({ remote }) as never,
    onChange: () => changes++,
    openDoor: async (_camera, own, lost) => {
      if (doorFails) throw new Error('no answer');
      opened.push({ scope: own, lost });
      return door;
    },
  });
  return {
    platform,
    clock: platform.clock,
    homeAssistant,
    engine,
    scope,
    rings,
    door,
    opened,
    commands,
    living,
    places,
    calls,
    remote,
    microphone,
    peer: { accountId: mum.accountId, contactId: mum.id, address: mum.address, name: mum.name },
    failDoor: (fails: boolean) => (doorFails = fails),
    get changes() {
      return changes;
    },
    ring: (value: unknown, station = 'kitchen') =>
      rings.command({ type: 'ring', text: JSON.stringify(value), by: 'helper', station }),
    act: (ring: string, action: number | 'take' | 'put-away') =>
      rings.command({ type: 'ring-action', ring, action, by: 'touch' }),
    /** Phase and reason of the newest call. */
    get phase() {
      const call = engine.state.value.calls.at(-1);
      return call ? [call.phase, call.reason].filter(Boolean).join(' ') : 'none';
    },
    get call() {
      const call = engine.state.value.calls.at(-1);
      if (!call) throw new Error('There is no call');
      return call;
    },
    answer: () => engine.command({ type: 'answer', callId: null, media: { audio: true, video: true } }),
    decline: () => engine.command({ type: 'decline', callId: null }),
  };
}

/** What Home Assistant's page is asked to do, while `work` runs. */
export async function assistOpened(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const page = document.createElement('home-assistant');
  document.body.append(page);
  const asked: unknown[] = [];
  page.addEventListener('hass-action', (event) => asked.push((event as CustomEvent).detail));
  try {
    await work();
  } finally {
    page.remove();
  }
  return asked;
}
