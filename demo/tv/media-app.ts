import type { Page } from 'playwright-core';
import { type AppHost, type CastApp, type CastCommand, MEDIA, type Volume } from './cast-device.ts';
import { pages } from './pages.ts';
import type { Load, Playback } from './player.ts';
import type { Screen } from './screen.ts';

/** The id of the default media receiver. */
export const MEDIA_APP = 'CC1AD845';

/** What can be done with media, as bits: pause, seek, volume, mute. */
const SUPPORTED = 1 | 2 | 4 | 8;

interface Session {
  readonly id: number;
  readonly media: { readonly contentId: string; readonly contentType?: string };
  playback: Playback;
  /** Told once: whether it plays. */
  answer: ((answer: object) => void) | undefined;
}

const LOADING: Playback = { playerState: 'BUFFERING', currentTime: 0, duration: null };

/** The default media receiver: plays the address that it is given, and says how that goes. */
export class MediaApp implements CastApp {
  static readonly #players = new WeakMap<Page, MediaApp>();
  readonly name = 'Default Media Receiver';
  readonly namespaces = [MEDIA];
  readonly #host: AppHost;
  readonly #screen: Screen;
  readonly #opening: Promise<Page>;
  #session: Session | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor(host: AppHost, screen: Screen) {
    this.#host = host;
    this.#screen = screen;
    this.#opening = this.#open();
    this.#opening.catch(() => host.quit());
  }

  receive(namespace: string, command: CastCommand, reply: (answer: object) => void): void {
    if (namespace !== MEDIA) return;
    if (command.type === 'LOAD') return this.#load(command, reply);
    if (command.type === 'GET_STATUS') return reply(this.#status());
    const session = this.#session;
    if (!session || command['mediaSessionId'] !== session.id)
      return reply({ type: 'INVALID_PLAYER_STATE', reason: 'INVALID_MEDIA_SESSION_ID' });
    switch (command.type) {
      case 'PLAY':
        this.#do((page) => page.evaluate(() => window.player.play()));
        break;
      case 'PAUSE':
        this.#do((page) => page.evaluate(() => window.player.pause()));
        break;
      case 'SEEK':
        this.#seek(Number(command['currentTime'] ?? 0));
        break;
      case 'STOP':
        this.#session = undefined;
        this.#do((page) => page.evaluate(() => window.player.stop()));
        this.#host.tell(MEDIA, this.#status(session, { playerState: 'IDLE', idleReason: 'CANCELLED' }));
        break;
      default:
        return reply({ type: 'INVALID_REQUEST', reason: 'INVALID_COMMAND' });
    }
    reply(this.#status());
  }

  setVolume({ level, muted }: Volume): void {
    this.#do((page) => page.evaluate((to) => window.player.setVolume(to.level, to.muted), { level, muted }));
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#screen.close();
  }

  async #open(): Promise<Page> {
    const page = await this.#screen.open(() => this.#host.quit());
    // The page may have been another app's, or one like this.
    if (!MediaApp.#players.has(page))
      await page.exposeFunction('playback', (playback: Playback) => MediaApp.#players.get(page)!.#played(playback));
    MediaApp.#players.set(page, this);
    if (!this.#isClosed) await page.goto(pages.player);
    this.setVolume(this.#host.volume);
    return page;
  }

  #load(command: CastCommand, reply: (answer: object) => void): void {
    const media = command['media'] as Partial<Session['media']> | undefined;
    if (typeof media?.contentId !== 'string' || !URL.canParse(media.contentId))
      return reply({ type: 'LOAD_FAILED', detailedErrorCode: 104 });
    this.#session?.answer?.({ type: 'LOAD_CANCELLED' });
    const { contentId: url, contentType: type = 'video/mp4' } = media;
    this.#session = { id: ++this.#lastId, media: { ...media, contentId: url }, playback: LOADING, answer: reply };
    this.#host.tell(MEDIA, this.#status());
    const load: Load = { url, type, autoplay: command['autoplay'] !== false };
    this.#do((page) => page.evaluate((what) => window.player.load(what), load));
  }

  #seek(seconds: number): void {
    this.#do((page) => page.evaluate((to) => window.player.seek(to), seconds));
  }

  #played(playback: Playback): void {
    const session = this.#session;
    if (!session) return;
    session.playback = playback;
    const status = this.#status();
    if (playback.idleReason === 'ERROR') session.answer?.({ type: 'LOAD_FAILED', detailedErrorCode: 104 });
    else if (playback.playerState !== 'BUFFERING') session.answer?.(status);
    if (playback.playerState !== 'BUFFERING') session.answer = undefined;
    if (playback.playerState === 'IDLE') this.#session = undefined;
    this.#host.tell(MEDIA, status);
  }

  #status(session = this.#session, changed: object = {}): object {
    const status = session && {
      mediaSessionId: session.id,
      media: { ...session.media, duration: session.playback.duration },
      playbackRate: 1,
      supportedMediaCommands: SUPPORTED,
      volume: this.#host.volume,
      ...session.playback,
      ...changed,
    };
    return { type: 'MEDIA_STATUS', status: status ? [status] : [] };
  }

  /** In the page, once it is there. A page that is closed meanwhile does nothing more. */
  #do(work: (page: Page) => Promise<unknown>): void {
    this.#opening.then(work).catch(() => {});
  }
}
