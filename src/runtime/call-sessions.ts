import type { Call, CallId, CallsState, EndReason, Millis } from './call/call.ts';
import type { CallSound, Effect } from './call/effects.ts';
import type { CallEvent } from './call/events.ts';
import type { CallMediaView } from './api.ts';
import { watchFlow } from './media/flow.ts';
import { type CallMedia, type CameraState, MicrophoneError, type MicrophoneState } from './media/media.ts';
import type { Platform } from './platform/platform.ts';
import { Store } from './platform/readable.ts';
import { Scope } from './platform/scope.ts';
import type { CallSecurity, CallStats, ProviderCall, ProviderSession, RemoteMedia } from './providers/provider.ts';
import type { RunningCall } from './storage/storage.ts';

/** Effects that concern one call's media, provider and sound. */
export type SessionEffect = Exclude<Effect, { type: 'record' | 'fulfil' | 'fail' }>;

interface Session {
  readonly callId: CallId;
  /** Everything that lives for this call hangs here. */
  readonly scope: Scope;
  readonly media: CallMedia;
  readonly remote: Store<RemoteMedia>;
  readonly preview: Store<MediaStreamTrack | null>;
  provider: ProviderCall | null;
  flowWatched: boolean;
  /** What was written down last: a call that has not changed is not written again. */
  remembered: Call | null;
}

export interface CallSessionsOptions {
  readonly platform: Platform;
  readonly state: () => CallsState;
  readonly dispatch: (event: CallEvent) => void;
  readonly createMedia: (scope: Scope, callId: CallId) => CallMedia;
  readonly sounds: { start(sound: CallSound, key: CallId): void; stop(key: CallId): void };
  /** The account's session once it is online. @throws {@link Unavailable} */
  readonly online: (accountId: string, signal: AbortSignal) => Promise<ProviderSession>;
  readonly running: { put(call: RunningCall): Promise<void>; remove(callId: CallId): Promise<void> };
}

/** A call cannot be placed, and why. */
export class Unavailable extends Error {
  readonly reason: Extract<EndReason, 'account_away' | 'signed_out'>;

  constructor(reason: Unavailable['reason']) {
    super(reason);
    this.name = 'Unavailable';
    this.reason = reason;
  }
}

/** What the page shows of a call beside the core's state. */
export interface SessionView {
  readonly camera: CameraState;
  readonly microphone: MicrophoneState;
  readonly security: CallSecurity | null;
  readonly remote: RemoteMedia;
}

/** Milliseconds that a ring has for itself: a few frames of a slow tablet. */
const RING_FIRST: Millis = 150;

const NOTHING: RemoteMedia = { participants: [] };

/** Runs the core's effects: one session per call, with its scope, its media and its provider's call. */
export class CallSessions {
  /** Counts changes of anything a view shows. */
  readonly changes = new Store(0);
  readonly #sessions = new Map<CallId, Session>();
  readonly #options: CallSessionsOptions;
  #leaving = false;

  constructor(options: CallSessionsOptions) {
    this.#options = options;
  }

  /** The page goes away. */
  pageClosing(): void {
    this.#leaving = true;
  }

  /** An incoming call; its `invited` event is dispatched by the caller right after. */
  adopt(call: ProviderCall): void {
    this.#attach(this.#session(call.id), call);
  }

  /** How many calls hold anything now. */
  get size(): number {
    return this.#sessions.size;
  }

  run(effect: SessionEffect): void {
    if (effect.type === 'start-sound') return this.#options.sounds.start(effect.sound, effect.callId);
    if (effect.type === 'stop-sound') return this.#options.sounds.stop(effect.callId);
    if (effect.type === 'release') return void this.#release(effect.callId);
    const session = this.#session(effect.callId);
    switch (effect.type) {
      case 'prepare':
        return this.#prepare(session);
      case 'start-media':
        return void this.#startMedia(session, effect.wanted);
      case 'set-media':
        return session.media.set(effect.wanted);
      case 'set-camera':
        return session.media.choose(effect.camera);
      case 'set-microphone':
        return session.media.listen(effect.microphone);
      case 'place':
        return void this.#place(session);
      case 'send-answer':
        session.provider?.answer({ kinds: this.#call(session)?.wanted ?? both, tracks: session.media.tracks.value });
        return;
      case 'send-decline':
        return session.provider?.decline(effect.reason);
      case 'send-hang-up':
        return session.provider?.hangUp(effect.reason);
      case 'restart-connection':
        return session.provider?.restart();
      default:
        return effect satisfies never;
    }
  }

  /** Looks at the new state: what has to be watched or written down beside effects. */
  follow(state: CallsState): void {
    for (const call of state.calls) {
      const session = this.#sessions.get(call.id);
      if (!session?.provider) continue;
      if (call.phase === 'connecting' && !session.flowWatched) this.#watchFlow(session);
      if (['ringing-out', 'connecting', 'active'].includes(call.phase)) this.#remember(session, call);
    }
  }

  view(callId: CallId): SessionView | null {
    const session = this.#sessions.get(callId);
    if (!session) return null;
    return {
      camera: session.media.camera.value,
      microphone: session.media.microphone.value,
      security: session.provider?.security.value ?? null,
      remote: session.remote.value,
    };
  }

  media(callId: CallId): CallMediaView | null {
    const session = this.#sessions.get(callId);
    if (!session) return null;
    return {
      remote: session.remote,
      preview: session.preview,
      sending: session.media.sending,
      voice: session.media.voice,
      stats: () => statsOf(session),
    };
  }

  /** Closes what is left; for the end of the page's ownership. */
  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.scope.close()));
    this.#sessions.clear();
  }

  #session(callId: CallId): Session {
    const known = this.#sessions.get(callId);
    if (known) return known;
    const scope = new Scope((error) => this.#options.platform.log.log('error', 'releasing a call', error));
    const media = this.#options.createMedia(scope, callId);
    const session: Session = {
      callId,
      scope,
      media,
      remote: new Store(NOTHING),
      preview: new Store(media.tracks.value.video),
      provider: null,
      flowWatched: false,
      remembered: null,
    };
    this.#sessions.set(callId, session);
    scope.add(
      media.sending.subscribe((sending) => this.#options.dispatch({ type: 'sending-changed', callId, sending })),
    );
    for (const part of [media.camera, media.microphone]) scope.add(part.subscribe(() => this.#changed()));
    scope.add(
      media.tracks.subscribe((tracks) => {
        session.preview.set(tracks.video);
        this.#changed();
        session.provider?.setTracks(tracks).catch((error: unknown) => {
          if (!scope.closed) this.#options.platform.log.log('warn', 'tracks could not be replaced', error);
        });
      }),
    );
    return session;
  }

  #attach(session: Session, call: ProviderCall): void {
    session.provider = call;
    session.scope.add(() => call.close());
    session.remote.set(call.remote.value);
    session.scope.add(
      call.remote.subscribe((remote) => {
        session.remote.set(remote);
        this.#changed();
      }),
    );
    session.scope.add(call.security.subscribe(() => this.#changed()));
    this.#changed();
  }

  /**
   * The provider prepares with what there is; the camera's track follows by `setTracks`. All of it after the ring has
   * been painted and heard: it keeps the thread busy, and nobody answers that fast.
   */
  #prepare(session: Session): void {
    const { log, clock } = this.#options.platform;
    const begin = (): void => {
      const call = this.#call(session);
      session.provider?.prepare({ kinds: call?.offered ?? both, tracks: session.media.tracks.value });
      // A voice call needs no camera while it rings; what answers itself must not have one at all.
      if (call && (!call.offered.video || call.dropIn)) return;
      session.media.prepare().catch((error: unknown) => log.log('warn', 'the camera could not be opened ahead', error));
    };
    session.scope.add(clock.after(RING_FIRST, begin));
  }

  async #startMedia({ callId, media, scope }: Session, wanted: Call['wanted']): Promise<void> {
    try {
      await media.start(wanted);
      if (!scope.closed) this.#options.dispatch({ type: 'media-ready', callId });
    } catch (error) {
      if (scope.closed) return;
      this.#options.platform.log.log('warn', 'media could not be started', error);
      const reason = error instanceof MicrophoneError ? error.reason : 'internal_error';
      this.#options.dispatch({ type: 'media-failed', callId, reason });
    }
  }

  async #place(session: Session): Promise<void> {
    const { callId, scope, media } = session;
    const call = this.#call(session);
    if (!call) return;
    try {
      const provider = await this.#options.online(call.peer.accountId, scope.signal);
      if (scope.closed) return;
      this.#attach(session, provider.dial(callId, call.peer, { kinds: call.offered, tracks: media.tracks.value }));
    } catch (error) {
      if (scope.closed) return;
      this.#options.platform.log.log('warn', 'a call could not be placed', error);
      const reason = error instanceof Unavailable ? error.reason : 'internal_error';
      this.#options.dispatch({ type: 'remote-ended', callId, reason });
    }
  }

  #watchFlow(session: Session): void {
    const { callId, scope, media } = session;
    session.flowWatched = true;
    watchFlow({
      platform: this.#options.platform,
      scope,
      stats: () => statsOf(session),
      expects: () => ({ send: media.sending.value, receive: received(session.remote.value) }),
      onFlowing: () => this.#options.dispatch({ type: 'media-flowing', callId }),
    });
  }

  #remember(session: Session, call: Call): void {
    const { provider } = session;
    if (!provider || session.remembered === call) return;
    session.remembered = call;
    const { id: callId, direction, peer, began, answered, connected, offered } = call;
    this.#options.running
      .put({ callId, direction, peer, video: offered.video, began, answered, connected, goodbye: provider.goodbye })
      .catch(() => undefined); // Reported by storage; a call goes on without its note.
  }

  async #release(callId: CallId): Promise<void> {
    const session = this.#sessions.get(callId);
    await session?.scope.close();
    this.#sessions.delete(callId);
    this.#changed();
    // A page that goes may be gone before history has the call: its note stays, and the next page sees what is missing.
    if (!this.#leaving) this.#options.running.remove(callId).catch(() => undefined);
    this.#options.dispatch({ type: 'released', callId });
  }

  #call(session: Session): Call | undefined {
    return this.#options.state().calls.find((call) => call.id === session.callId);
  }

  #changed(): void {
    this.changes.set(this.changes.value + 1);
  }
}

async function statsOf({ provider }: Session): Promise<CallStats> {
  if (!provider) throw new Error('The call has no connection yet');
  return provider.stats();
}

const both = { audio: true, video: true } as const;

const received = ({ participants }: RemoteMedia): Call['wanted'] => ({
  audio: participants.some((person) => person.audio && !person.audioMuted),
  video: participants.some((person) => person.video && !person.videoMuted),
});
