import type { CallId, EndReason } from '../call/call.ts';
import type { HaCameraEntity } from '../media/ha-offer.ts';
import type { Platform } from '../platform/platform.ts';
import { type Readable, Store } from '../platform/readable.ts';
import { Scope } from '../platform/scope.ts';
import type {
  CallSecurity,
  CallStats,
  LocalTracks,
  OutgoingMedia,
  ProviderCall,
  ProviderIO,
  RemoteMedia,
} from '../providers/provider.ts';
import { NO_STATS } from '../providers/rtc/stats.ts';
import type { DoorLink } from './door-link.ts';

export interface DoorCallOptions {
  readonly id: CallId;
  readonly camera: HaCameraEntity;
  readonly platform: Platform;
  readonly open: (camera: HaCameraEntity, scope: Scope, onLost: () => void) => Promise<DoorLink>;
  readonly emit: ProviderIO['emit'];
  /** Another station talks with this door, so that this one must not: two at once come out as noise. */
  readonly taken: Readable<boolean>;
  /** The microphone has to be off: there is no loudspeaker, or another station talks. */
  readonly mute: () => void;
}

/** How the door's loudspeaker can be used; null: not known yet. */
export type Talk = 'ready' | 'impossible' | 'taken' | null;

const NOBODY: RemoteMedia = { participants: [] };

/**
 * A conversation with whoever stands before a camera of Home Assistant. The camera is opened while it rings, so that
 * its picture is there with the answer; nothing is sent before.
 */
export class DoorCall implements ProviderCall {
  readonly id: CallId;
  readonly remote = new Store<RemoteMedia>(NOBODY);
  readonly security = new Store<CallSecurity>('on-the-way');
  readonly goodbye = {};
  readonly talk = new Store<Talk>(null);
  readonly #options: DoorCallOptions;
  readonly #scope: Scope;
  #tracks: LocalTracks = { audio: null, video: null, audioMuted: true, videoMuted: true };
  #answered = false;
  #opening: Promise<DoorLink> | null = null;
  #link: DoorLink | null = null;
  /** Of the present link. */
  #own: Scope | null = null;

  constructor(options: DoorCallOptions) {
    this.id = options.id;
    this.#options = options;
    this.#scope = new Scope((error) => this.#note('closing a door', error));
    this.#scope.add(options.taken.subscribe(() => this.#speak()));
  }

  prepare(): void {
    this.#open().catch((error: unknown) => this.#note('the door was not opened ahead', error));
  }

  answer({ tracks }: OutgoingMedia): void {
    if (this.#answered || this.#scope.closed) return;
    this.#answered = true;
    this.#tracks = tracks;
    this.#open().then(
      () => this.#show(),
      (error: unknown) => {
        if (this.#scope.closed) return;
        this.#note('the door cannot be seen', error);
        this.#options.emit({ type: 'remote-ended', callId: this.id, reason: 'unreachable' });
      },
    );
  }

  decline(): void {
    void this.close();
  }

  hangUp(_reason: EndReason): void {
    void this.close();
  }

  /** Home Assistant cannot restart a connection: another one is opened, and takes its place. */
  restart(): void {
    const before = this.#own;
    this.#opening = this.#link = this.#own = null;
    void before?.close();
    this.#open().then(
      () => {
        this.#show();
        if (!this.#scope.closed) this.#options.emit({ type: 'reconnected', callId: this.id });
      },
      // Tried again by the core, until it gives the call up.
      (error: unknown) => this.#note('the door did not come back', error),
    );
  }

  setTracks(tracks: LocalTracks): Promise<void> {
    this.#tracks = tracks;
    this.#speak();
    return Promise.resolve();
  }

  async stats(): Promise<CallStats> {
    return (await this.#link?.stats()) ?? NO_STATS;
  }

  async close(): Promise<void> {
    await this.#scope.close();
    this.remote.set(NOBODY);
  }

  /** A failed opening is forgotten: the answer tries again. */
  #open(): Promise<DoorLink> {
    if (this.#opening) return this.#opening;
    const own = this.#scope.child();
    this.#own = own;
    const opening = this.#options.open(this.#options.camera, own, () => {
      if (this.#own === own) this.#options.emit({ type: 'disconnected', callId: this.id });
    });
    this.#opening = opening;
    opening.then(
      (link) => {
        if (this.#own !== own) return;
        this.#link = link;
        this.#speak();
      },
      () => {
        if (this.#opening === opening) this.#opening = null;
        void own.close();
      },
    );
    return opening;
  }

  #show(): void {
    if (!this.#link || this.#scope.closed) return;
    const { picture, sound } = this.#link;
    this.remote.set({
      participants: [
        {
          id: this.#options.camera.entityId,
          audio: sound,
          video: picture,
          screen: null,
          audioMuted: false,
          videoMuted: false,
        },
      ],
    });
    this.#speak();
  }

  /** The microphone goes to the door only after the answer, and only while nobody else talks there. */
  #speak(): void {
    const link = this.#link;
    if (!link || this.#scope.closed) return;
    const talk: Talk = !link.talk ? 'impossible' : this.#options.taken.value ? 'taken' : 'ready';
    this.talk.set(talk);
    const { audio, audioMuted } = this.#tracks;
    const track = this.#answered && !audioMuted ? audio : null;
    link.say(talk === 'ready' ? track : null).catch((error: unknown) => this.#note('the door does not listen', error));
    // By itself: what has just been said of the tracks is heard by all before it changes again.
    if (track && talk !== 'ready') queueMicrotask(() => this.#scope.closed || this.#options.mute());
  }

  #note(message: string, error: unknown): void {
    if (!this.#scope.closed) this.#options.platform.log.log('warn', message, error);
  }
}
