import type { EndReason, MediaKinds, Peer } from '../../../../../../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../../../../../../src/runtime/call/events.ts';
import type { Platform } from '../../../../../../../src/runtime/platform/platform.ts';
import type { LocalTracks, OutgoingMedia, ProviderCall } from '../../../../../../../src/runtime/providers/provider.ts';
import type { Content, SignalType } from '../../../../../../../src/runtime/providers/matrix/calls/contents.ts';
import { SendError } from '../../../../../../../src/runtime/providers/matrix/calls/reasons.ts';
import { Registry } from '../../../../../../../src/runtime/providers/matrix/calls/registry.ts';
import type { Sealed, Signal, Wire } from '../../../../../../../src/runtime/providers/matrix/calls/wire.ts';

const ROOM = '!room:test';

/** A message in the room, as the server keeps it. */
export interface Message {
  readonly sender: string;
  readonly type: SignalType;
  readonly content: Content;
}

/** A room in memory, with devices of people in it. Every message reaches every device, its own included. */
export class TestRoom {
  readonly messages: Message[] = [];
  readonly devices: TestDevice[] = [];
  people = 2;
  /** Collects messages instead of delivering them, as a slow sync does. */
  held: Message[] | null = null;

  device(userId: string, partyId: string): TestDevice {
    const device = new TestDevice(this, userId, partyId);
    this.devices.push(device);
    return device;
  }

  post(message: Message, age = 0): void {
    this.messages.push(message);
    if (this.held) this.held.push(message);
    else this.deliver([message], age);
  }

  deliver(batch: readonly Message[], age = 0): void {
    for (const device of this.devices) device.hear(batch, age);
  }

  /** Delivers what was held, in one sync. */
  release(): void {
    const batch = this.held ?? [];
    this.held = null;
    this.deliver(batch);
  }

  of(sender: TestDevice): readonly string[] {
    return this.messages
      .filter(({ content }) => content['party_id'] === sender.partyId)
      .map(({ type }) => type.slice(7));
  }

  async close(): Promise<void> {
    await Promise.all(this.devices.map(({ registry }) => registry.close()));
  }
}

/** One signed-in device with our calls, and what they told. */
export class TestDevice {
  readonly userId: string;
  readonly partyId: string;
  readonly events: ProviderCallEvent[] = [];
  readonly calls = new Map<string, ProviderCall>();
  readonly registry: Registry;
  readonly logged: string[] = [];
  /** Thrown by the next sends of these types. */
  readonly failing = new Map<SignalType, EndReason>();
  readonly posted: Message[] = [];
  /** The next id it makes. */
  nextId: string | null = null;
  security: 'on-the-way' | 'end-to-end' | 'end-to-end-unverified' = 'on-the-way';

  constructor(room: TestRoom, userId: string, partyId: string) {
    this.userId = userId;
    this.partyId = partyId;
    const wire: Wire = {
      userId,
      partyId,
      people: (roomId) => (roomId === ROOM ? room.people : null),
      iceServers: () => Promise.resolve([]),
      send: async (_roomId, type, content) => {
        await Promise.resolve();
        const reason = this.failing.get(type);
        if (reason) throw new SendError(reason, null, new Error('told to fail'));
        room.post({ sender: userId, type, content: structuredClone(content) });
      },
      seal: (_roomId, type, content): Promise<Sealed> =>
        Promise.resolve({ post: () => void this.posted.push({ sender: userId, type, content }) }),
    };
    this.registry = new Registry({
      wire,
      platform: this.#platform(),
      accountId: partyId,
      invited: (call, event) => {
        this.calls.set(call.id, call);
        this.events.push(event);
      },
      emit: (event) => this.events.push(event),
      roomFor: () => Promise.resolve(ROOM),
      peerOf: (address, roomId) => peer(address, roomId),
      relayOnly: false,
    });
  }

  dial(userId: string, media: OutgoingMedia = silent({ audio: true, video: true })): ProviderCall {
    return this.registry.dial(`out-${this.partyId}`, peer(userId, ROOM), media);
  }

  /** The call that was told of last. */
  get ringing(): ProviderCall {
    return [...this.calls.values()].at(-1)!;
  }

  get types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  reason(): EndReason | undefined {
    return this.events.flatMap((event) => (event.type === 'remote-ended' ? event.reason : []))[0];
  }

  hear(batch: readonly Message[], age: number): void {
    this.registry.receive(
      batch.map(({ sender, type, content }): Signal => ({
        roomId: ROOM,
        sender,
        type,
        content: structuredClone(content),
        age: () => age,
        security: () => Promise.resolve(this.security),
      })),
    );
  }

  #platform(): Platform {
    const log: Platform['log'] = {
      log: (level, message) => this.logged.push(`${level}: ${message}`),
      child: () => log,
    };
    return {
      log,
      clock: {
        now: () => Date.now(),
        after: (delay, task) => {
          const timer = setTimeout(task, delay);
          return () => clearTimeout(timer);
        },
      },
      id: () => {
        const id = this.nextId ?? crypto.randomUUID();
        this.nextId = null;
        return id;
      },
      random: () => 0.5,
    };
  }
}

function peer(address: string, roomId: string): Peer {
  return { accountId: 'account', contactId: roomId, address, name: address };
}

export function silent(kinds: MediaKinds): OutgoingMedia {
  return { kinds, tracks: { audio: null, video: null, audioMuted: true, videoMuted: true } };
}

/** A camera and a microphone of a test; `stop` them at its end. */
export function testTracks(): LocalTracks & { stop(): void } {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
  const context = canvas.getContext('2d')!;
  const timer = setInterval(() => {
    context.fillStyle = `hsl(${Date.now() % 360} 50% 50%)`;
    context.fillRect(0, 0, 1280, 720);
  }, 40);
  const video = canvas.captureStream(25).getVideoTracks()[0]!;
  const sound = new AudioContext();
  const output = sound.createMediaStreamDestination();
  const tone = new OscillatorNode(sound);
  tone.connect(output);
  tone.start();
  const audio = output.stream.getAudioTracks()[0]!;
  return {
    audio,
    video,
    audioMuted: false,
    videoMuted: false,
    stop() {
      clearInterval(timer);
      video.stop();
      audio.stop();
      void sound.close();
    },
  };
}

export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 8_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within 8 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Time for what should not happen. */
export function aMoment(ms = 150): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
