import type { EntityStates, HomeAssistant } from '../../../../src/runtime/home-assistant/home-assistant.ts';
import { HomeAssistantError } from '../../../../src/runtime/home-assistant/home-assistant.ts';
import type { MediaDevicesLike } from '../../../../src/runtime/media/devices.ts';
import type { Platform } from '../../../../src/runtime/platform/platform.ts';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';

/** Real time, or `speed` times as fast: what is tested here are real connections and devices. `pending` counts timers. */
export class RealPlatform implements Platform {
  pending = 0;
  readonly speed: number;
  constructor(speed = 1) {
    this.speed = speed;
  }
  readonly lines: string[] = [];
  readonly clock = {
    now: () => Date.now() * this.speed,
    after: (delay: number, task: () => void) => {
      this.pending++;
      let over = false;
      const finish = () => {
        if (!over) this.pending--;
        over = true;
      };
      const timer = setTimeout(() => {
        finish();
        task();
      }, delay / this.speed);
      return () => {
        finish();
        clearTimeout(timer);
      };
    },
  };
  readonly log = {
    log: (level: string, message: string) => void this.lines.push(`${level}: ${message}`),
    child: () => this.log,
  };
  id = () => crypto.randomUUID();
  random = () => 0.5;
}

export const failingScope = (): Scope =>
  new Scope((error) => {
    throw error;
  });

export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limit = 8_000,
): Promise<void> {
  const until = performance.now() + limit;
  while (!(await condition())) {
    if (performance.now() > until) throw new Error(`not within ${limit} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A moving picture of its own hue, to tell sources apart. */
export function movingPicture(width = 1280, height = 720): { track: MediaStreamTrack; stop: () => void } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  const track = canvas.captureStream().getVideoTracks()[0]!;
  track.contentHint = 'detail'; // Full size from the first frame, as a camera's own encoder gives it.
  let hue = 0;
  const timer = setInterval(() => {
    context.fillStyle = `hsl(${(hue += 7)}, 80%, 50%)`;
    context.fillRect(0, 0, width, height);
  }, 40);
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
}

export interface Quirks {
  answerFirst?: boolean;
  withoutSdpMid?: boolean;
  silent?: boolean;
  error?: { code: string; message: string };
  /** Connects, and never sends a frame. */
  withoutFrames?: boolean;
  withoutPicture?: boolean;
}

/** Home Assistant with a go2rtc behind it: answers offers with a far peer connection in this page. */
export class FakeCameraServer implements HomeAssistant {
  readonly states = new Store<EntityStates>({ 'camera.door': entity('camera.door', 'idle') });
  readonly connected = new Store(true);
  readonly user = Promise.resolve({ id: 'u', name: 'Kiosk', isAdmin: false });
  readonly requests: string[] = [];
  readonly offers: string[] = [];
  readonly candidates: { session_id: string }[] = [];
  streamTypes = ['hls', 'web_rtc'];
  dataChannel: string | undefined;
  hlsUrl: string | undefined;
  quirks: Quirks = {};
  /** Sessions that nobody closed. */
  readonly sessions = new Map<string, { far: RTCPeerConnection; stop: () => void }>();

  setState(state: string | null): void {
    this.states.set(
      state === null ? { 'light.other': entity('light.other', 'on') } : { 'camera.door': entity('camera.door', state) },
    );
  }

  async request<T>(message: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<T> {
    this.requests.push(message.type);
    await Promise.resolve();
    if (!this.connected.value) throw new HomeAssistantError('connection_lost', 'the connection is lost');
    return this.#answer(message) as T;
  }

  #answer(message: Readonly<Record<string, unknown>>): unknown {
    switch (message['type']) {
      case 'camera/capabilities':
        return { frontend_stream_types: this.streamTypes };
      case 'camera/webrtc/get_client_config':
        if (!this.streamTypes.includes('web_rtc')) {
          throw new HomeAssistantError('webrtc_get_client_config_failed', 'Camera does not support WebRTC');
        }
        return { configuration: { iceServers: [] }, dataChannel: this.dataChannel };
      case 'camera/webrtc/candidate': {
        const { session_id, candidate } = message as unknown as { session_id: string; candidate: RTCIceCandidateInit };
        this.candidates.push({ session_id });
        void this.sessions.get(session_id)?.far.addIceCandidate(candidate);
        return null;
      }
      case 'camera/stream':
        if (this.hlsUrl) return { url: this.hlsUrl };
        throw new HomeAssistantError('start_stream_failed', 'no stream');
      default:
        throw new HomeAssistantError('unknown_command', String(message['type']));
    }
  }

  async subscribeOnce<T>(
    message: { readonly type: string } & Readonly<Record<string, unknown>>,
    onEvent: (event: T) => void,
  ): Promise<() => void> {
    if (!this.connected.value) throw new HomeAssistantError('connection_lost', 'the connection is lost');
    const id = `session-${this.offers.length}`;
    const offer = message['offer'] as string;
    this.offers.push(offer);
    const emit = (event: unknown) => onEvent(event as T);
    if (this.quirks.error) emit({ type: 'error', ...this.quirks.error });
    else if (!this.quirks.silent) await this.#serve(id, offer, emit);
    return () => this.drop(id);
  }

  async #serve(id: string, offer: string, emit: (event: unknown) => void): Promise<void> {
    const far = new RTCPeerConnection();
    const picture = movingPicture();
    this.sessions.set(id, { far, stop: picture.stop });
    far.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate?.candidate) return;
      emit({
        type: 'candidate',
        candidate: this.quirks.withoutSdpMid ? { candidate: candidate.candidate } : candidate.toJSON(),
      });
    });
    await far.setRemoteDescription({ type: 'offer', sdp: offer });
    const video = far.getTransceivers().find(({ receiver }) => receiver.track.kind === 'video')!;
    video.direction = this.quirks.withoutPicture ? 'inactive' : 'sendonly';
    await video.sender.replaceTrack(this.quirks.withoutFrames ? null : picture.track);
    const answer = await far.createAnswer();
    const session = { type: 'session', session_id: id };
    if (!this.quirks.answerFirst) emit(session);
    emit({ type: 'answer', answer: answer.sdp });
    await far.setLocalDescription(answer);
    if (this.quirks.answerFirst) setTimeout(() => emit(session), 100);
  }

  /** What unsubscribing does, and what a go2rtc that stops does. */
  drop(id: string): void {
    this.sessions.get(id)?.far.close();
    this.sessions.get(id)?.stop();
    this.sessions.delete(id);
  }

  /** The camera stops without telling anybody. */
  stopAll(): void {
    for (const id of [...this.sessions.keys()]) this.drop(id);
  }

  callService = () => Promise.reject(new Error('not used'));
  url = (path: string) => path;
  close(): void {}
}

const entity = (entity_id: string, state: string) => ({
  entity_id,
  state,
  attributes: {},
  last_changed: '',
  last_updated: '',
  context: { id: '', user_id: null },
});

/** The fake devices of Chromium behind a switch: unplugged, denied, in use. */
export class SwitchedDevices extends EventTarget implements MediaDevicesLike {
  readonly opened: MediaStreamTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  failure: string | undefined;
  readonly unplugged = new Set<string>();
  /** What a person, or a device, still has to do. */
  wait: Promise<void> | undefined;

  get live(): MediaStreamTrack[] {
    return this.opened.filter(({ readyState }) => readyState === 'live');
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return (await navigator.mediaDevices.enumerateDevices()).filter(({ deviceId }) => !this.unplugged.has(deviceId));
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    if (this.failure) throw new DOMException('made by the test', this.failure);
    const wish = (constraints.audio ?? constraints.video) as MediaTrackConstraints;
    const exact = (wish.deviceId as { exact?: string } | undefined)?.exact;
    if (exact && this.unplugged.has(exact)) throw new DOMException('made by the test', 'OverconstrainedError');
    await this.wait;
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    this.opened.push(...stream.getTracks());
    return stream;
  }

  unplug(track: MediaStreamTrack): void {
    this.unplugged.add(track.getSettings().deviceId!);
    track.stop();
    track.dispatchEvent(new Event('ended'));
    this.dispatchEvent(new Event('devicechange'));
  }
}

/** Counts the peer connections that are open, from now to `restore`. */
export function countConnections(): { open: () => number; restore: () => void } {
  const real = window.RTCPeerConnection;
  const all: RTCPeerConnection[] = [];
  window.RTCPeerConnection = class extends real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      all.push(this);
    }
  };
  return {
    open: () =>
      all.filter(({ connectionState, signalingState }) => connectionState !== 'closed' && signalingState !== 'closed')
        .length,
    restore: () => void (window.RTCPeerConnection = real),
  };
}
