import type { EndReason, MediaKinds, Peer } from '../../../../../../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../../../../../../src/runtime/call/events.ts';
import type { Platform } from '../../../../../../../src/runtime/platform/platform.ts';
import { Scope } from '../../../../../../../src/runtime/platform/scope.ts';
import type { LocalTracks, OutgoingMedia, ProviderCall } from '../../../../../../../src/runtime/providers/provider.ts';
import { type XmppCalls, createCalls } from '../../../../../../../src/runtime/providers/xmpp/calls/index.ts';
import { bareOf } from '../../../../../../../src/runtime/providers/xmpp/jmi/jid.ts';
import type { Caller } from '../../../../../../../src/runtime/providers/xmpp/jmi/state.ts';
import type { ServerWire, TestServer } from './server.ts';

/** One signed-in device with our calls, and what they told. */
export class Device {
  readonly jid: string;
  readonly wire: ServerWire;
  readonly events: ProviderCallEvent[] = [];
  readonly incoming: ProviderCall[] = [];
  readonly logged: string[] = [];
  readonly calls: XmppCalls;
  readonly callers = new Map<string, Caller>();
  strangers = false;
  configuration: () => Promise<RTCConfiguration> = () => Promise.resolve({});
  /** The next id it makes. */
  nextId: string | null = null;
  /** Timers that wait. */
  timers = 0;
  readonly #scope = new Scope((error) => this.logged.push(`error: ${String(error)}`));

  constructor(server: TestServer, jid: string) {
    this.jid = jid;
    this.wire = server.wire(jid);
    const strangers = (): boolean => this.strangers;
    this.calls = createCalls({
      accountId: jid,
      wire: this.wire,
      io: {
        platform: this.#platform(),
        invited: (call, event) => {
          this.incoming.push(call);
          this.events.push(event);
        },
        emit: (event) => void this.events.push(event),
        save: () => Promise.resolve(),
      },
      scope: this.#scope,
      callerOf: (of) => this.callers.get(of) ?? 'contact',
      peerOf,
      get strangers() {
        return strangers();
      },
      configuration: () => this.configuration(),
    });
  }

  dial(jid: string, media: OutgoingMedia = silent(both)): ProviderCall {
    return this.calls.dial(`out ${this.jid}`, peerOf(jid), media);
  }

  /** The call that was told of last. */
  get ringing(): ProviderCall {
    return this.incoming.at(-1)!;
  }

  get types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }

  get reason(): EndReason | undefined {
    return this.events.flatMap((event) => (event.type === 'remote-ended' ? event.reason : [])).at(-1);
  }

  close(): Promise<void> {
    return this.#scope.close();
  }

  #platform(): Platform {
    const log: Platform['log'] = {
      log: (level, message, detail) => this.logged.push(`${level}: ${message} ${JSON.stringify(detail)}`),
      child: () => log,
    };
    return {
      log,
      clock: {
        now: () => Date.now(),
        after: (delay, task) => {
          this.timers++;
          let waits = true;
          const over = (): void => {
            if (waits) this.timers--;
            waits = false;
          };
          const timer = setTimeout(() => {
            over();
            task();
          }, delay);
          return () => {
            over();
            clearTimeout(timer);
          };
        },
      },
      id: () => {
        const id = this.nextId ?? crypto.randomUUID().replaceAll('-', '');
        this.nextId = null;
        return id;
      },
      random: () => 0.5,
    };
  }
}

function peerOf(jid: string): Peer {
  return { accountId: 'account', contactId: jid, address: bareOf(jid), name: jid };
}

export const both: MediaKinds = { audio: true, video: true };
export const voice: MediaKinds = { audio: true, video: false };
const NOTHING: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };

export function silent(kinds: MediaKinds): OutgoingMedia {
  return { kinds, tracks: NOTHING };
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
