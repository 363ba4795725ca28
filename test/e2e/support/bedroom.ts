import { waitFor } from '../../../demo/wait.ts';
import { readTimecode } from '../../../demo/dino/timecode.ts';
import type { Stack } from '../../../demo/stack.ts';

/** What the player shows, and how old it is. */
export interface Seen {
  /** When it was looked at, in ms since 1970. */
  readonly at: number;
  /** The time in the picture, in ms since 1970. */
  readonly time: number;
}

/** The stack's second TV, a player that opens addresses, and the go2rtc by which calls are streamed to it. */
export class Bedroom {
  readonly #stack: Stack;

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  get player(): Stack['player'] {
    return this.#stack.player;
  }

  get server(): Stack['displayServer'] {
    return this.#stack.displayServer;
  }

  /** How much of what it plays was heard so far: mean squares of full scale times seconds. */
  get heard(): number {
    return this.player.heard;
  }

  /** A service on the player, as the kiosk's ordinary user. */
  async call(service: string, data: object = {}): Promise<void> {
    const body = { entity_id: this.player.entityId, ...data };
    await this.#stack.haRest(`/api/services/media_player/${service}`, { body });
  }

  /** Has Home Assistant play one of its cameras there, as HLS. */
  async playCamera(camera: string): Promise<void> {
    const body = { entity_id: camera, media_player: this.player.entityId };
    await this.#stack.haRest('/api/services/camera/play_stream', { body });
  }

  async is(state: string, timeout = 25_000): Promise<void> {
    const look = async () => {
      const entity = (await this.#stack.haRest(`/api/states/${this.player.entityId}`)) as { state: string };
      return entity.state === state;
    };
    await waitFor(`the player to be ${state}`, look, { timeout, interval: 200 });
  }

  /** The time in what is decoded there now; null: no picture, or none with a time. */
  async look(): Promise<Seen | null> {
    const shown = await this.player.look().catch(() => null);
    const time = shown && readTimecode(shown.picture, shown.at);
    return time === null ? null : { at: shown!.at, time };
  }

  /** A picture that was filmed after a moment. */
  async sees(after: number, timeout = 30_000): Promise<Seen> {
    const look = async () => {
      const seen = await this.look();
      return seen !== null && seen.time > after && seen;
    };
    return waitFor('a picture on the player', look, { timeout });
  }

  /** Nothing is played, nothing is streamed, and the server remembers nothing. */
  async nothingIsLeft(): Promise<void> {
    const isLeft = async () =>
      (await this.player.address()) === undefined &&
      (await this.server.streams()).length === 0 &&
      !this.server.configuration().includes('call-assist');
    await waitFor('player and server to be as before', isLeft, { timeout: 15_000 });
    // Home Assistant asks a player of this kind every ten seconds.
    await this.is('idle');
  }
}
