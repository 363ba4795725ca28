import type { MediaKinds, Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Scope } from '../../../platform/scope.ts';
import type { CallStats, LocalTracks } from '../../provider.ts';
import { NO_STATS } from '../../rtc/stats.ts';
import type { OpenRtcRoom, RtcParticipant, RtcRoom, RtcRoomLost, RtcRoomState } from './room/room.ts';
import type { SfuToken } from './signalling/token.ts';

/** Keys that may come before the room they are for: of so many devices, each with a few. */
const MOST_KEYS = 200;
/** When the SFU of a member is tried again: twice as late each time, at most so late. */
const AGAIN: Millis = 2_000;
const AGAIN_MOST: Millis = 30_000;
/** What may be otherwise by then: its members may come there after their memberships, and make its room. */
const MAY_COME: ReadonlySet<RtcRoomLost> = new Set<RtcRoomLost>(['token', 'unreachable', 'gone']);

export interface SfusOptions {
  readonly open: () => Promise<OpenRtcRoom>;
  /** @throws TokenError */
  readonly token: (serviceUrl: string, signal: AbortSignal) => Promise<SfuToken>;
  readonly encrypted: boolean;
  readonly platform: Platform;
  readonly events: {
    /** Who is there, or what they send, has changed. */
    changed(): void;
    /** Of the SFU at which we publish. */
    own(state: RtcRoomState): void;
    note(message: string, error: unknown): void;
  };
}

/** One SFU of the call, from when a token is asked for. */
interface Sfu {
  readonly scope: Scope;
  readonly opened: Promise<RtcRoom>;
  room: RtcRoom | null;
  /** There was no token, or nothing to open a room with. */
  failed: boolean;
  /** How late it is tried again, when it is lost. */
  wait: Millis;
}

/**
 * The SFUs of a call: we publish at ours, and follow the others to where they publish (multi-SFU). All of them share one
 * list of who is admitted, and one ring of keys.
 */
export class Sfus {
  readonly #options: SfusOptions;
  readonly #scope: Scope;
  readonly #sfus = new Map<string, Sfu>();
  readonly #keys = new Map<string, readonly [identity: string, index: number, key: Uint8Array]>();
  #own: string | null = null;
  #kinds: MediaKinds | null = null;
  /** What is sent; null: nothing yet. */
  #tracks: LocalTracks | null = null;
  #admitted: readonly string[] = [];
  #focus: string | null = null;

  constructor(options: SfusOptions) {
    this.#options = options;
    this.#scope = new Scope((error) => options.events.note('leaving an SFU', error));
  }

  /**
   * Connects to the SFU at which we publish, and makes ready what is to be sent; nothing of it can be seen or heard.
   * Again: nothing. @throws TokenError, or an Error when the SFU is lost: its state says why
   */
  async prepare(serviceUrl: string, kinds: MediaKinds): Promise<void> {
    this.#own = serviceUrl;
    this.#kinds = kinds;
    const room = await this.#sfu(serviceUrl).opened;
    await room.publish(kinds);
  }

  /** Where the members publish, and who they are. SFUs where nobody is any more are left. */
  follow(serviceUrls: readonly string[], identities: readonly string[]): void {
    this.#admitted = identities;
    for (const { room } of this.#sfus.values()) room?.admit(identities);
    const wanted = new Set([...serviceUrls, ...(this.#own === null ? [] : [this.#own])]);
    for (const [serviceUrl, { scope }] of this.#sfus) {
      if (wanted.has(serviceUrl)) continue;
      this.#sfus.delete(serviceUrl);
      void scope.close();
    }
    for (const serviceUrl of wanted) if (serviceUrl !== this.#own) this.#join(serviceUrl, AGAIN);
  }

  /** Sends these from now on. */
  async send(tracks: LocalTracks): Promise<void> {
    this.#tracks = tracks;
    const room = this.#own === null ? null : await this.#sfus.get(this.#own)?.opened;
    if (room && this.#tracks === tracks) await room.setTracks(tracks);
  }

  /** Who is shown large; null: anybody may be. */
  focus(identity: string | null): void {
    this.#focus = identity;
    for (const { room } of this.#sfus.values()) room?.focus(identity);
  }

  setKey(identity: string, index: number, key: Uint8Array): void {
    const entry = [identity, index, key] as const;
    const name = `${index} ${identity}`;
    this.#keys.delete(name);
    this.#keys.set(name, entry);
    for (const oldest of this.#keys.keys()) {
      if (this.#keys.size <= MOST_KEYS) break;
      this.#keys.delete(oldest);
    }
    for (const { room } of this.#sfus.values()) if (room) this.#give(room, entry);
  }

  /** Who is at any of the SFUs, one entry for each identity: where they send, else where they only listen. */
  participants(): readonly RtcParticipant[] {
    const all = new Map<string, RtcParticipant>();
    for (const { room } of this.#sfus.values()) {
      for (const participant of room?.participants.value ?? []) {
        const known = all.get(participant.identity);
        if (!known || !sends(known)) all.set(participant.identity, participant);
      }
    }
    return [...all.values()];
  }

  async stats(): Promise<CallStats> {
    const rooms = [...this.#sfus.values()].flatMap(({ room }) => room ?? []);
    return (await Promise.all(rooms.map((room) => room.stats()))).reduce(add, NO_STATS);
  }

  /** Connects again: what is in doubt at once, and what is lost anew, with another token. */
  restart(): void {
    for (const [serviceUrl, sfu] of this.#sfus) {
      if (isDead(sfu)) {
        this.#again(serviceUrl).catch((error: unknown) =>
          this.#options.events.note('an SFU could not be reached again', error),
        );
      } else sfu.room?.restart();
    }
  }

  close(): Promise<void> {
    return this.#scope.close();
  }

  /** The SFU of a member; its media alone is wanted there. */
  #join(serviceUrl: string, wait: Millis): void {
    const known = this.#sfus.get(serviceUrl);
    if (known && !isDead(known)) return;
    const sfu = this.#sfu(serviceUrl, wait);
    sfu.opened.catch((error: unknown) => {
      this.#options.events.note('the SFU of a member is out of reach', error);
      this.#joinLater(serviceUrl, sfu);
    });
  }

  /** Unless it is left, or entered again, before. */
  #joinLater(serviceUrl: string, { scope, wait }: Sfu): void {
    const { clock } = this.#options.platform;
    scope.add(clock.after(wait, () => this.#join(serviceUrl, Math.min(wait * 2, AGAIN_MOST))));
  }

  async #again(serviceUrl: string): Promise<void> {
    const room = await this.#sfu(serviceUrl).opened;
    if (serviceUrl !== this.#own || !this.#kinds) return;
    await room.publish(this.#kinds);
    if (this.#tracks) await room.setTracks(this.#tracks);
  }

  /** The SFU of a service; opened where it is not, or not any more. */
  #sfu(serviceUrl: string, wait = AGAIN): Sfu {
    const known = this.#sfus.get(serviceUrl);
    if (known && !isDead(known)) return known;
    void known?.scope.close();
    const scope = this.#scope.child();
    const sfu: Sfu = { scope, opened: this.#open(serviceUrl, scope), room: null, failed: false, wait };
    sfu.opened.catch(() => (sfu.failed = true));
    this.#sfus.set(serviceUrl, sfu);
    return sfu;
  }

  async #open(serviceUrl: string, scope: Scope): Promise<RtcRoom> {
    const { open, token, encrypted, platform, events } = this.#options;
    const [openRoom, { url, token: secret }] = await Promise.all([open(), token(serviceUrl, scope.signal)]);
    scope.signal.throwIfAborted();
    const room = await openRoom({ url, token: secret, encrypted, platform, scope });
    scope.signal.throwIfAborted();
    const sfu = this.#sfus.get(serviceUrl);
    if (sfu) sfu.room = room;
    scope.add(room.participants.subscribe(() => events.changed()));
    scope.add(
      room.state.subscribe((state) => {
        if (serviceUrl === this.#own) events.own(state);
        else if (sfu && state === 'connected') sfu.wait = AGAIN;
        else if (sfu && typeof state === 'object' && MAY_COME.has(state.lost)) this.#joinLater(serviceUrl, sfu);
      }),
    );
    room.admit(this.#admitted);
    room.focus(this.#focus);
    for (const entry of this.#keys.values()) this.#give(room, entry);
    events.changed();
    return room;
  }

  #give(room: RtcRoom, [identity, index, key]: readonly [string, number, Uint8Array]): void {
    room
      .setKey(identity, index, key)
      .catch((error: unknown) => this.#options.events.note('a media key was not taken', error));
  }
}

function isDead({ room, failed }: Sfu): boolean {
  return failed || (room !== null && typeof room.state.value === 'object');
}

function sends({ audio, video, screen, key }: RtcParticipant): boolean {
  return audio !== null || video !== null || screen !== null || key === 'waiting';
}

function add(a: CallStats, b: CallStats): CallStats {
  return {
    audio: {
      packetsSent: a.audio.packetsSent + b.audio.packetsSent,
      packetsReceived: a.audio.packetsReceived + b.audio.packetsReceived,
      energyReceived: a.audio.energyReceived + b.audio.energyReceived,
    },
    video: {
      framesSent: a.video.framesSent + b.video.framesSent,
      framesDecoded: a.video.framesDecoded + b.video.framesDecoded,
      width: Math.max(a.video.width, b.video.width),
      height: Math.max(a.video.height, b.video.height),
    },
    relayed: a.relayed === null ? b.relayed : a.relayed || b.relayed === true,
    roundTrip: a.roundTrip === null ? b.roundTrip : Math.max(a.roundTrip, b.roundTrip ?? 0),
  };
}
