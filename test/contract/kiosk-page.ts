import type { CallId, MediaKinds } from '../../src/runtime/call/call.ts';
import type { ProviderCallEvent } from '../../src/runtime/call/events.ts';
import type { Platform } from '../../src/runtime/platform/platform.ts';
import type {
  Account,
  LocalTracks,
  Provider,
  ProviderCall,
  ProviderSession,
  Secrets,
} from '../../src/runtime/providers/provider.ts';
import { countOpenConnections, watchConnections } from '../../demo/person/connections.ts';

/** Runs in the kiosk's page, whatever the protocol: a provider, its session, and tracks as the runtime would give them. */
export class KioskPage {
  readonly calls = new Map<CallId, ProviderCall>();
  readonly log: string[] = [];
  readonly #provider: Provider;
  readonly #given = new Set<MediaStreamTrack>();
  #events: ProviderCallEvent[] = [];
  #session: ProviderSession | null = null;
  #address = '';
  #devices = 0;
  #camera: MediaStreamTrack | null = null;
  #microphone: MediaStreamTrack | null = null;
  /** Begins every id the provider asks for, so that tests can decide a collision. */
  idPrefix = '';

  constructor(provider: Provider) {
    this.#provider = provider;
    watchConnections();
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wanted) => {
      this.#devices++;
      return getUserMedia(wanted);
    };
  }

  /** Signs in and opens the session; ends when it is online and knows the peer. */
  async open(values: Readonly<Record<string, string>>, more: Account['settings'], peer: string): Promise<void> {
    this.#address = peer;
    const platform = this.#platform('kiosk');
    const context = { platform, previous: null, signal: new AbortController().signal };
    const { account, secrets } = await this.#provider.signIn(values, context);
    await this.resume({ ...account, settings: { ...account.settings, ...more } }, secrets);
  }

  async resume(account: Account, secrets: Secrets): Promise<void> {
    sessionStorage.setItem('account', JSON.stringify({ account, secrets }));
    const session = await this.#provider.open(account, secrets, {
      platform: this.#platform('kiosk'),
      invited: (call, event) => {
        this.#take(call);
        this.#events.push(event);
      },
      emit: (event) => this.#events.push(event),
      save: async (changed, secret) => {
        sessionStorage.setItem('account', JSON.stringify({ account: changed, secrets: secret }));
      },
    });
    this.#session = session;
    await until(
      () => session.status.value.state === 'online',
      () => `status ${JSON.stringify(session.status.value)}`,
    );
    await until(
      () => session.contacts.value.some(({ address }) => address === this.#address),
      () => 'no contact',
    );
  }

  /** In a page that was loaded anew. */
  async reopen(peer: string): Promise<void> {
    this.#address = peer;
    const { account, secrets } = JSON.parse(sessionStorage.getItem('account')!) as {
      account: Account;
      secrets: Secrets;
    };
    await this.resume(account, secrets);
  }

  events(): readonly ProviderCallEvent[] {
    return this.#events;
  }

  async reset(): Promise<void> {
    await Promise.all([...this.calls.values()].map((call) => call.close()));
    this.calls.clear();
    this.#events = [];
  }

  dial(kinds: MediaKinds, sends: MediaKinds): CallId {
    const session = this.#session!;
    const contact = session.contacts.value.find(({ address }) => address === this.#address)!;
    const id = `out-${Math.random().toString(36).slice(2)}`;
    const peer = { accountId: contact.accountId, contactId: contact.id, address: contact.address, name: contact.name };
    this.#take(session.dial(id, peer, { kinds, tracks: this.#tracks(sends) }));
    return id;
  }

  prepare(id: CallId, sends: MediaKinds): void {
    this.#call(id).prepare({ kinds: sends, tracks: this.#tracks(sends) });
  }

  answer(id: CallId, kinds: MediaKinds): void {
    this.#call(id).answer({ kinds, tracks: this.#tracks(kinds) });
  }

  send(id: CallId, sends: MediaKinds): Promise<void> {
    return this.#call(id).setTracks(this.#tracks(sends));
  }

  remote(id: CallId): { muted: MediaKinds; tracks: MediaKinds } | null {
    const [person] = this.#call(id).remote.value.participants;
    return person
      ? {
          muted: { audio: person.audioMuted, video: person.videoMuted },
          tracks: { audio: person.audio !== null, video: person.video !== null },
        }
      : null;
  }

  get call(): (id: CallId) => ProviderCall {
    return (id) => this.#call(id);
  }

  get session(): ProviderSession {
    return this.#session!;
  }

  openConnections(): number {
    return countOpenConnections();
  }

  tracksLive(): boolean {
    return [...this.#given].every(({ readyState }) => readyState === 'live');
  }

  devicesOpened(): number {
    return this.#devices;
  }

  /** Sound is decoded only where something plays it. */
  #take(call: ProviderCall): void {
    this.calls.set(call.id, call);
    const element = Object.assign(new Audio(), { autoplay: true, srcObject: new MediaStream() });
    const play = (): void => {
      const audio = call.remote.value.participants[0]?.audio;
      if (audio) element.srcObject = new MediaStream([audio]);
    };
    play();
    call.remote.subscribe(play);
  }

  #call(id: CallId): ProviderCall {
    const call = this.calls.get(id);
    if (!call) throw new Error(`no call ${id}`);
    return call;
  }

  #tracks(sends: MediaKinds): LocalTracks {
    const video = sends.video ? (this.#camera ??= film()) : null;
    const audio = sends.audio ? (this.#microphone ??= tone()) : null;
    for (const track of [video, audio]) if (track) this.#given.add(track);
    return { audio, video, audioMuted: !sends.audio, videoMuted: !sends.video };
  }

  #platform(name: string): Platform {
    const log: Platform['log'] = {
      log: (level, message, detail) =>
        this.log.push(
          `${level} ${name}: ${message} ${detail instanceof Error ? (detail.stack ?? detail.message) : ''}`,
        ),
      child: () => log,
    };
    return {
      clock: {
        now: () => Date.now(),
        after(delay, task) {
          const timer = setTimeout(task, delay);
          return () => clearTimeout(timer);
        },
      },
      log,
      id: () => this.idPrefix + crypto.randomUUID().replaceAll('-', ''),
      random: () => Math.random(),
    };
  }
}

async function until(done: () => boolean, state: () => string): Promise<void> {
  for (let waited = 0; !done(); waited += 20) {
    if (waited > 20_000) throw new Error(`not in 20 s: ${state()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** 1280x720, 25 frames a second, everything in motion. */
function film(): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
  const context = canvas.getContext('2d', { alpha: false })!;
  let frame = 0;
  setInterval(() => {
    frame++;
    context.fillStyle = `hsl(${frame % 360} 60% 40%)`;
    context.fillRect(0, 0, 1280, 720);
    context.fillStyle = '#fff';
    context.fillRect((frame * 16) % 1280, 200, 240, 240);
  }, 40);
  return canvas.captureStream(25).getVideoTracks()[0]!;
}

function tone(): MediaStreamTrack {
  const audio = new AudioContext();
  const output = audio.createMediaStreamDestination();
  const source = new OscillatorNode(audio, { frequency: 440 });
  source.connect(new GainNode(audio, { gain: 0.3 })).connect(output);
  source.start();
  return output.stream.getAudioTracks()[0]!;
}
