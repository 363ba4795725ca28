import { waitFor } from '../../../demo/wait.ts';
import type { CallView } from '../../../src/runtime/api.ts';
import type { CallDisplayView } from '../../../src/runtime/displays/view.ts';
import { AiortcPeer } from '../../peers/aiortc-peer.ts';
import { aiortcPython } from './aiortc.ts';
import type { DevicePage } from './device-page.ts';
import { house } from './house.ts';
import { LivingRoom } from './living-room.ts';
import { Watch } from './watch.ts';

/** A call from an independent peer that runs on the kiosk, and the TV that it can be shown on. */
export class TvCall {
  readonly kiosk: DevicePage;
  readonly room: LivingRoom;
  readonly tablet: Watch;
  readonly peer: AiortcPeer;
  readonly id: string;

  private constructor(parts: Pick<TvCall, 'kiosk' | 'room' | 'tablet' | 'peer' | 'id'>) {
    this.kiosk = parts.kiosk;
    this.room = parts.room;
    this.tablet = parts.tablet;
    this.peer = parts.peer;
    this.id = parts.id;
  }

  /** Carla calls, and somebody answers at the kiosk, without a camera: a busy machine has enough to do. */
  static async begin(): Promise<TvCall> {
    const { stack, kiosk } = await house();
    const room = new LivingRoom(stack);
    await room.getsToKnowTheHouse();
    const carla = stack.accounts.people.find(({ name }) => name === 'Carla')!;
    const { userId: user, password } = carla;
    const peer = await AiortcPeer.start(aiortcPython(), { baseUrl: stack.endpoints.matrix.baseUrl, user, password });
    try {
      peer.tell({ do: 'call', room: carla.roomId, video: true });
      await kiosk.call('ringing-in');
      await kiosk.touch('answer-voice');
      const { id } = await kiosk.call('active');
      const tablet = await Watch.of(kiosk.page);
      await tablet.seesFrames();
      return new TvCall({ kiosk, room, tablet, peer, id });
    } catch (error) {
      await peer.stop();
      throw error;
    }
  }

  /** The call as it is; there is but this one, and it still runs. */
  async call(): Promise<CallView> {
    const { calls } = await this.kiosk.snapshot();
    const call = calls.find(({ id }) => id === this.id);
    if (call?.phase !== 'active') throw new Error(`the call is ${call?.phase ?? 'gone'}`);
    return call;
  }

  async display(): Promise<CallDisplayView | undefined> {
    return (await this.call()).display;
  }

  /** Somebody wants the call on the TV. */
  async want(options: { readonly mayInterrupt?: boolean } = {}): Promise<void> {
    const display = this.room.tv.entityId;
    await this.kiosk.command({ type: 'set-display', display, by: 'touch', ...options });
  }

  async bringBack(): Promise<void> {
    await this.kiosk.command({ type: 'set-display', display: 'this_device', by: 'touch' });
  }

  async is(state: CallDisplayView['state'], timeout = 20_000): Promise<void> {
    let seen: CallDisplayView | undefined;
    const look = async () => ((seen = await this.display())?.state ?? 'here') === state;
    await waitFor(`the call to be ${state}`, look, { timeout }).catch(async (error: Error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(seen)}; ${await this.#elsewhere()}`);
    });
  }

  /** The call is on this device again, and says why. */
  async failsWith(reason: string, timeout = 20_000): Promise<void> {
    let seen: CallDisplayView | undefined;
    const look = async () => {
      seen = await this.display();
      return seen?.state === 'here' && seen.failure?.reason === reason;
    };
    await waitFor(`the display to fail with ${reason}`, look, { timeout }).catch(async (error: Error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(seen)}; ${await this.#elsewhere()}`);
    });
  }

  /** What is to be seen beside the tablet, for who wonders why something did not come. */
  async #elsewhere(): Promise<string> {
    const { page } = this.room.tv;
    const texts = await page
      ?.locator('ca-cast-view :is(h2, p)')
      .allInnerTexts()
      .catch(() => ['without our page']);
    const text = texts?.join(' ') ?? '';
    const shows = page ? `shows ${page.url()} «${text}»` : 'is dark';
    return `the TV ${shows}, the link says «${await this.link()}»`;
  }

  /** Moves the call to the TV, and watches that from its first frame on where the TV was dark. */
  async toTv(options: { readonly mayInterrupt?: boolean } = {}): Promise<Watch> {
    const { tv } = this.room;
    const isDark = tv.page === undefined;
    await this.want(options);
    if (isDark) await Watch.of(await this.room.lit());
    await this.is('there');
    return this.watchTv();
  }

  /** What somebody in front of the TV sees and hears. */
  async watchTv(): Promise<Watch> {
    return Watch.of(await this.room.lit());
  }

  /** What is in the helper through which the two pages find each other; empty before its first use, too. */
  async link(): Promise<string> {
    const { stack } = await house();
    const state = (await stack.haRest(`/api/states/${LINK}`)) as { state: string };
    return state.state === 'unknown' ? '' : state.state;
  }

  /** Does something, and gives what was written into the link meanwhile, as anybody in the house can read it. */
  async hearsLink(work: () => Promise<unknown>): Promise<readonly string[]> {
    const { page } = this.kiosk;
    await page.evaluate(async (link) => {
      type Changes = { readonly c?: Readonly<Record<string, { readonly '+'?: { readonly s?: string } }>> };
      interface Connection {
        subscribeMessage(heard: (changes: Changes) => void, message: object): Promise<() => void>;
      }
      const app = document.querySelector('home-assistant') as unknown as { hass: { connection: Connection } };
      const said: string[] = [];
      const heard = ({ c: changed }: Changes): void => {
        const text = changed?.[link]?.['+']?.s;
        if (text) said.push(text);
      };
      const message = { type: 'subscribe_entities', entity_ids: [link] };
      const stop = await app.hass.connection.subscribeMessage(heard, message);
      Object.assign(window, { endLink: () => (stop(), said) });
    }, LINK);
    await work();
    return page.evaluate(() => (window as unknown as { endLink(): string[] }).endLink());
  }

  /** Nothing of a display session is left: the helper is empty, the TV is dark, and at most the call is connected. */
  async nothingIsLeft(): Promise<void> {
    await this.room.is('off');
    const isGone = async () =>
      this.room.tv.page === undefined && (await this.link()) === '' && (await this.kiosk.held()).peerConnections <= 1;
    await waitFor('the TV to be dark, the link empty and the connection closed', isGone, { timeout: 15_000 });
  }

  /** The call itself was not touched: both sides hear each other, wherever that is, and they are seen here. */
  async goesOn(): Promise<void> {
    await this.call();
    // Chromium counts no energy of what it does not play, which is so while the TV does.
    const isHeardHere = (await this.display())?.heardHere ?? true;
    const [before, ours] = [await this.peer.stats(), await this.kiosk.stats(this.id)];
    const flows = async (): Promise<boolean> => {
      const [now, here] = [await this.peer.stats(), await this.kiosk.stats(this.id)];
      return (
        now.audio_energy > before.audio_energy &&
        here.video.framesDecoded > ours.video.framesDecoded &&
        here.audio.packetsReceived > ours.audio.packetsReceived &&
        (!isHeardHere || here.audio.energyReceived > ours.audio.energyReceived)
      );
    };
    await waitFor('sound on both sides and frames here', flows, { timeout: 20_000, interval: 200 });
    await this.tablet.seesFrames(3);
  }

  /** Carla hangs up; nothing of the call is held. */
  async end(): Promise<void> {
    this.peer.tell({ do: 'hangup' });
    await this.kiosk.quiet();
    await this.peer.stop();
  }
}

export const LINK = 'input_text.call_assist_kitchen_link';
