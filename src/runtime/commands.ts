import type { PersonView } from './api.ts';
import type { Command, CommandResult, DialTarget, DisplayCommand, RingCommand } from './command.ts';
import { type Accounts, canCall } from './accounts.ts';
import type { CallId, MediaKinds, Millis, Peer, Refusal } from './call/call.ts';
import { isRunning } from './call/find.ts';
import { readCommand } from './command-shape.ts';
import { find } from './directory.ts';
import type { Engine } from './engine.ts';
import type { Platform } from './platform/platform.ts';
import type { Contact } from './providers/provider.ts';
import { isAllowed } from './script-rights.ts';
import type { CallStations } from './stations/call-stations.ts';
import type { Station } from './storage/storage.ts';

/** How long a dial waits for an account that is on its way; then it is refused as not ready. */
const ACCOUNT_WAIT: Millis = 30_000;

/** Commands that mean the call that runs; the others mean the one that rings. */
const RUNNING = /^(hang-up|set-.*|dismiss-display-failure)$/;

export interface CommandsOptions {
  readonly engine: Pick<Engine, 'command' | 'state'>;
  readonly accounts: Pick<Accounts, 'views' | 'session'>;
  readonly protocols: readonly string[];
  readonly platform: Platform;
  /** Where calls are, and whose switches count. */
  readonly stations: CallStations;
  /** Who can be called, under the names that are used here. */
  readonly contacts: () => readonly PersonView[];
  /** Rings of Home Assistant. */
  readonly ring: (command: RingCommand) => Promise<CommandResult>;
  /** Calls on displays. @param callId null: whatever call runs; undefined: none of this station does */
  readonly display: (
    command: DisplayCommand,
    callId: CallId | null | undefined,
    station: Station,
  ) => Promise<CommandResult>;
  /** Keeps with what the next call of a station begins. @throws StorageError */
  readonly chooseCamera: (camera: Station['camera'], slug: string) => Promise<void>;
  /** Keeps how loud calls are. @throws RangeError */
  readonly setVolume: (volume: number) => Promise<void>;
}

/** The one place where commands enter: checked here against contacts and the station's switches, decided by the core. */
export function createCommands(options: CommandsOptions) {
  const { engine, accounts, protocols, platform, stations } = options;
  const refusal = (reason: Refusal): Promise<CommandResult> => engine.command({ type: 'refused', reason });

  /** Scripts answer with the camera only where the person has allowed it; a touch decides for itself. */
  const answerMedia = (command: Extract<Command, { type: 'answer' }>, station: Station): MediaKinds => ({
    audio: true,
    video: command.video && (command.by === 'touch' || station.scriptAnswersWithCamera),
  });

  const dial = async (command: Extract<Command, { type: 'dial' }>, station: Station): Promise<CommandResult> => {
    const anyone = command.by === 'touch' || station.dialAnyone;
    let target = whom(command.to, anyone);
    // Contacts come with their account: who is unknown may not be known yet. A call to somebody known waits in sight.
    const isKnown = typeof target !== 'string' && mayCome(accounts) !== false;
    if (!isKnown) {
      if (!(await someAccountReady(accounts, platform))) return refusal('refused_not_ready');
      target = whom(command.to, anyone);
    }
    if (typeof target === 'string') return refusal(target);
    const callId = command.callId ?? platform.id();
    stations.put(callId, station.slug);
    return engine.command({
      type: 'dial',
      callId,
      peer: target,
      media: { audio: true, video: command.video },
    });
  };

  const whom = (to: DialTarget, anyone: boolean): Peer | Refusal => {
    const contacts = options.contacts();
    if (!('text' in to)) {
      const contact = contacts.find(({ accountId, id }) => accountId === to.accountId && id === to.contactId);
      return contact ? asPeer(contact) : 'refused_unknown_contact';
    }
    const found = find(to.text, contacts, protocols);
    if ('refused' in found) return found.refused;
    if ('contact' in found) return asPeer(found.contact);
    if (!anyone) return 'refused_not_allowed';
    return resolve(found.address, found.protocol);
  };

  /** The first account that understands the address takes it. */
  const resolve = (address: string, protocol: string | null): Peer | Refusal => {
    let why: Refusal = 'refused_unknown_contact';
    for (const view of accounts.views.value) {
      if (protocol !== null && view.protocol !== protocol) continue;
      const resolution = accounts.session(view.id)?.resolve(address);
      if (!resolution) continue;
      if ('peer' in resolution) return resolution.peer;
      why = resolution.refused;
    }
    return why;
  };

  const setVolume = async (volume: number): Promise<CommandResult> => {
    try {
      await options.setVolume(volume);
      return { ok: true };
    } catch (error) {
      if (error instanceof RangeError) return refusal('refused_bad_value');
      // It was set all the same, and is forgotten with the page.
      platform.log.log('warn', 'the volume of calls was not kept', error);
      return { ok: true };
    }
  };

  const chooseCamera = async (camera: Station['camera'], { slug }: Station): Promise<CommandResult> => {
    try {
      await options.chooseCamera(camera, slug);
      return { ok: true };
    } catch (error) {
      platform.log.log('warn', 'the camera of a station was not kept', error);
      return refusal('refused_not_ready');
    }
  };

  const run = (command: Command): Promise<CommandResult> => {
    const given = 'callId' in command ? command.callId : undefined;
    const station = given === undefined ? stations.named(command.station) : stations.of(given);
    if (!station) return refusal('refused_bad_value');
    if (!isAllowed(command, station)) return refusal('refused_not_allowed');
    const meant = RUNNING.test(command.type) ? 'running' : 'ringing';
    const callId = given ?? stations.callOf(engine.state.value, command.station, meant);
    switch (command.type) {
      case 'dial':
        return dial(command, station);
      case 'set-volume':
        return setVolume(command.volume);
      case 'ring':
      case 'ring-action':
        return options.ring(command);
      case 'set-display':
      case 'set-display-sound':
      case 'set-display-volume':
      case 'dismiss-display-failure':
        return options.display(command, callId, station);
      case 'dismiss':
        return engine.command({ type: 'dismiss', callId: given ?? null });
      case 'set-camera':
        // Between calls it is for the next one.
        if (given === undefined && !engine.state.value.calls.some(isRunning)) {
          return chooseCamera(command.camera.source, station);
        }
    }
    if (callId === undefined) return refusal(meant === 'ringing' ? 'refused_nothing_rings' : 'refused_not_ready');
    switch (command.type) {
      case 'answer':
        return engine.command({ type: 'answer', callId, media: answerMedia(command, station) });
      case 'set-media':
        return engine.command({ type: 'set-media', callId, audio: command.audio, video: command.video });
      case 'set-camera':
        return engine.command({ type: 'set-camera', callId, camera: command.camera });
      case 'set-microphone':
        return engine.command({ type: 'set-microphone', callId, microphone: command.microphone });
      case 'decline':
      case 'hang-up':
      case 'silence':
      case 'only-ring':
        return engine.command({ type: command.type, callId });
      default:
        return command satisfies never;
    }
  };

  return async (given: unknown): Promise<CommandResult> => {
    const command = readCommand(given);
    if (!command) return refusal('refused_bad_value');
    platform.log.log('info', `command ${command.type} by ${command.by}`);
    const result = await run(command);
    if (!result.ok) stations.refused(command.station, result.reason);
    return result;
  };
}

const asPeer = ({ accountId, id, address, name }: Contact): Peer => ({ accountId, contactId: id, address, name });

/** True once an account is online; false when none can be within the time. */
function someAccountReady(accounts: Pick<Accounts, 'views'>, platform: Platform): Promise<boolean> {
  const look = (): boolean | null => mayCome(accounts);
  const now = look();
  if (now !== null) return Promise.resolve(now);
  return new Promise((resolve) => {
    const settle = (ready: boolean): void => {
      stop();
      cancel();
      resolve(ready);
    };
    const stop = accounts.views.subscribe(() => {
      const state = look();
      if (state !== null) settle(state);
    });
    const cancel = platform.clock.after(ACCOUNT_WAIT, () => settle(false));
  });
}

/** Whether some account can call; null: not yet. */
function mayCome(accounts: Pick<Accounts, 'views'>): boolean | null {
  const statuses = accounts.views.value.map(({ status }) => status);
  if (statuses.some(canCall)) return true;
  const states = statuses.map(({ state }) => state);
  return states.includes('connecting') || states.includes('degraded') ? null : false;
}
