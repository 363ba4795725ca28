import { randomUUID } from 'node:crypto';
import type { CastMessage } from './cast-message.ts';

const GOOGLE = 'urn:x-cast:com.google.cast.';
const CONNECTION = `${GOOGLE}tp.connection`;
const HEARTBEAT = `${GOOGLE}tp.heartbeat`;
const RECEIVER = `${GOOGLE}receiver`;
export const MEDIA = `${GOOGLE}media`;
/** The device itself, beside the apps that run on it. */
const PLATFORM = 'receiver-0';

/** What somebody asks for. */
export type CastCommand = { readonly type: string } & Readonly<Record<string, unknown>>;

/** An app that runs on the device. One runs at a time. */
export interface CastApp {
  readonly name: string;
  readonly namespaces: readonly string[];
  /** Resolves when it is there: it counts as running from then on. Never rejects. */
  readonly started?: Promise<unknown>;
  /** A message of somebody who controls it. What `reply` is given goes to that one only, as the answer to this message. */
  receive(namespace: string, command: CastCommand, reply: (answer: object) => void): void;
  setVolume?(volume: Volume): void;
  close(): Promise<void>;
}

/** What an app can do with the device it runs on. */
export interface AppHost {
  readonly volume: Volume;
  /** Tells everybody. */
  tell(namespace: string, message: object): void;
  /** The app ends by itself. */
  quit(): void;
}

export type LaunchApp = (host: AppHost) => CastApp;

export interface Volume {
  /** 0 to 1. */
  readonly level: number;
  readonly muted: boolean;
}

/** Somebody who controls the device: one connection. */
export interface Remote {
  receive(message: CastMessage): void;
  close(): void;
}

interface RunningApp {
  readonly appId: string;
  /** The session, and the address of the app for messages. */
  readonly id: string;
  readonly app: CastApp;
  /** It is there, and everybody was told. */
  isStarted: boolean;
}

/**
 * What a cast device is, apart from its sockets: apps by their ids, one of which runs, and a volume. Speaks CAST v2 as
 * receivers do; what makes no sense is refused with `INVALID_REQUEST`, and what is not JSON is not heard.
 */
export class CastDevice {
  readonly #apps: ReadonlyMap<string, LaunchApp>;
  readonly #remotes = new Set<(message: CastMessage) => void>();
  #volume: Volume = { level: 0.5, muted: false };
  #running: RunningApp | undefined;

  /** @param apps what can be launched, by app id */
  constructor(apps: ReadonlyMap<string, LaunchApp>) {
    this.#apps = apps;
  }

  get volume(): Volume {
    return this.#volume;
  }

  /** The id of the app that runs. */
  get appId(): string | undefined {
    return this.#running?.appId;
  }

  connect(send: (message: CastMessage) => void): Remote {
    this.#remotes.add(send);
    return {
      receive: (message) => this.#receive(message, send),
      close: () => this.#remotes.delete(send),
    };
  }

  /** Ends the app that runs, and says so; first to who asked for it. */
  async quit(answer: () => void = () => {}): Promise<void> {
    const ending = this.#running;
    this.#running = undefined;
    answer();
    if (!ending) return;
    this.#tell(PLATFORM, RECEIVER, this.#status());
    await ending.app.close();
  }

  #receive({ source, destination, namespace, payload }: CastMessage, send: (message: CastMessage) => void): void {
    const command = parse(payload);
    if (!command) return;
    const answer = (body: object) =>
      send({ source: destination, destination: source, namespace, payload: JSON.stringify(body) });
    const requestId = command['requestId'] ?? 0;
    const reply = (body: object) => answer({ ...body, requestId });
    if (namespace === HEARTBEAT) {
      if (command.type === 'PING') answer({ type: 'PONG' });
      return;
    }
    if (destination === PLATFORM) {
      if (namespace === RECEIVER) this.#control(command, reply);
      return;
    }
    if (destination === this.#running?.id) {
      if (namespace !== CONNECTION) this.#running.app.receive(namespace, command, reply);
      return;
    }
    // An app that is gone: who still speaks to it shall know.
    if (namespace === CONNECTION) return;
    send({ source: destination, destination: source, namespace: CONNECTION, payload: '{"type":"CLOSE"}' });
  }

  #control(command: CastCommand, reply: (answer: object) => void): void {
    switch (command.type) {
      case 'GET_STATUS':
        return reply(this.#status());
      case 'GET_APP_AVAILABILITY':
        return reply({ responseType: command.type, availability: this.#availability(command['appId']) });
      case 'LAUNCH':
        return this.#launch(String(command['appId']), reply);
      case 'STOP':
        return void this.quit(() => reply(this.#status()));
      case 'SET_VOLUME':
        return this.#setVolume(command['volume'], reply);
      default:
        return reply({ type: 'INVALID_REQUEST', reason: 'INVALID_COMMAND' });
    }
  }

  #availability(wanted: unknown): Record<string, string> {
    const ids = Array.isArray(wanted) ? wanted.map(String) : [];
    return Object.fromEntries(ids.map((id) => [id, this.#apps.has(id) ? 'APP_AVAILABLE' : 'APP_UNAVAILABLE']));
  }

  #launch(appId: string, reply: (answer: object) => void): void {
    const launch = this.#apps.get(appId);
    if (!launch) return reply({ type: 'LAUNCH_ERROR', reason: 'NOT_FOUND' });
    const id = randomUUID();
    void this.#running?.app.close();
    const isOurs = () => this.#running?.id === id;
    const volume = () => this.#volume;
    const app = launch({
      get volume() {
        return volume();
      },
      tell: (namespace, message) => isOurs() && this.#tell(id, namespace, message),
      quit: () => isOurs() && void this.quit(),
    });
    const running: RunningApp = { appId, id, app, isStarted: false };
    this.#running = running;
    void Promise.resolve(app.started).then(() => {
      if (!isOurs()) return reply({ type: 'LAUNCH_ERROR', reason: 'CANCELLED' });
      running.isStarted = true;
      reply(this.#status());
      this.#tell(PLATFORM, RECEIVER, this.#status());
    });
  }

  #setVolume(wanted: unknown, reply: (answer: object) => void): void {
    const { level = this.#volume.level, muted = this.#volume.muted } = (wanted ?? {}) as Partial<Volume>;
    if (typeof level !== 'number' || typeof muted !== 'boolean' || !(level >= 0 && level <= 1))
      return reply({ type: 'INVALID_REQUEST', reason: 'INVALID_PARAMS' });
    this.#volume = { level, muted };
    this.#running?.app.setVolume?.(this.#volume);
    reply(this.#status());
    this.#tell(PLATFORM, RECEIVER, this.#status());
  }

  #status(): object {
    const running = this.#running;
    const applications = running?.isStarted && [
      {
        appId: running.appId,
        displayName: running.app.name,
        statusText: running.app.name,
        isIdleScreen: false,
        appType: 'WEB',
        sessionId: running.id,
        transportId: running.id,
        namespaces: running.app.namespaces.map((name) => ({ name })),
      },
    ];
    const volume = { ...this.#volume, controlType: 'attenuation', stepInterval: 0.05 };
    return {
      type: 'RECEIVER_STATUS',
      status: { ...(applications && { applications }), volume, isActiveInput: true, isStandBy: false },
    };
  }

  #tell(source: string, namespace: string, message: object): void {
    const payload = JSON.stringify({ ...message, requestId: 0 });
    for (const send of this.#remotes) send({ source, destination: '*', namespace, payload });
  }
}

function parse(payload: string | undefined): CastCommand | undefined {
  try {
    const command: unknown = JSON.parse(payload ?? '');
    const isCommand = typeof command === 'object' && command !== null && 'type' in command;
    return isCommand && typeof command.type === 'string' ? (command as CastCommand) : undefined;
  } catch {
    return undefined;
  }
}
