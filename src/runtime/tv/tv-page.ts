import type { Millis } from '../call/call.ts';
import type { ToKiosk } from '../displays/cast/control.ts';
import { CastReceiver, type TvEnd, type TvState } from '../displays/cast/receiver.ts';
import { importSecret } from '../displays/cast/seal.ts';
import { connectHomeAssistant } from '../home-assistant/connection.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { PageConnection } from '../home-assistant/page.ts';
import { notificationChannel } from '../displays/cast/notification-channel.ts';
import { sendable } from '../displays/codecs.ts';
import type { Platform } from '../platform/platform.ts';
import { Store } from '../platform/readable.ts';
import { Scope } from '../platform/scope.ts';
import { receivable } from './codecs.ts';
import { LinkHelpers } from './link-helpers.ts';
import { type Invitation, invitationIn } from './view-path.ts';

export type { TvCall, TvRing } from '../displays/cast/control.ts';
export type { TvMedia } from '../displays/cast/receiving-peer.ts';

/**
 * What the TV's page shows. `idle`: no call, and why. `dark`: the same for a while, so that nothing burns in.
 */
export type TvPageState =
  Exclude<TvState, { state: 'over' }> | { readonly state: 'idle'; readonly why: TvIdle } | { readonly state: 'dark' };
/** `no_secret`: nobody has moved a call here. `cannot`: this browser receives no calls. */
export type TvIdle = TvEnd | 'no_secret' | 'cannot';

/** Of `hass`, as a card gets it: there is nothing else to Home Assistant on that page. */
export interface TvHass {
  readonly connection: PageConnection['conn'];
  readonly auth: PageConnection['auth'];
}

export interface TvPageOptions {
  readonly platform: Platform;
  readonly random: (count: number) => Uint8Array;
  /** What is on the screen, for the kiosk. */
  readonly playing: () => Omit<ToKiosk, 'type'>;
  /** The connection of a card's `hass`, as the runtime sees it. */
  readonly connect?: (page: PageConnection) => Promise<HomeAssistant>;
}

/** A secret that nobody answers is worth nothing any more: whoever finds it later sees no call with it. */
const USED_WITHIN: Millis = 30_000;
const DARK_AFTER: Millis = 60_000;

/**
 * The page on a TV: shows the calls that tablets move to it, and has nothing of its own, no accounts, no camera, nothing
 * stored. It belongs to the page, not to a card, since Home Assistant makes cards anew while a call goes on.
 */
export class TvPage {
  readonly state = new Store<TvPageState>({ state: 'idle', why: 'no_secret' });
  readonly #options: TvPageOptions;
  #connection: TvHass['connection'] | null = null;
  #home: Promise<HomeAssistant> | null = null;
  #invitation: Invitation | null = null;
  /** Each is for one display session. */
  readonly #used = new Set<string>();
  #session: Scope | null = null;
  #cancelDark: () => void = () => {};

  constructor(options: TvPageOptions) {
    this.#options = options;
    this.#idle('no_secret');
  }

  /** A card has `hass`. Another connection is that of another sign-in: what runs begins anew there. */
  connect({ connection, auth }: TvHass): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    const { platform, connect = (page) => connectHomeAssistant({ platform, page: Promise.resolve(page) }) } =
      this.#options;
    void this.#home?.then((before) => before.close());
    this.#home = connect({ conn: connection, auth });
    if (this.#invitation && this.#session) this.#begin(this.#invitation);
  }

  /** The path of the view that is shown. Its secret is used once, and another ends what was before. */
  look(path: string): void {
    const invitation = invitationIn(path);
    if (invitation?.secret === this.#invitation?.secret) return;
    this.#invitation = invitation;
    this.#end();
    if (!invitation) return this.#idle('no_secret');
    if (this.#used.has(invitation.secret)) return this.#idle('not_invited');
    this.#used.add(invitation.secret);
    this.#begin(invitation);
  }

  #begin(invitation: Invitation): void {
    this.#end();
    const { platform } = this.#options;
    const { log, clock } = platform;
    const scope = new Scope((error) => log.log('error', 'releasing a call on this TV', error));
    this.#session = scope;
    this.#cancelDark();
    if (canReceive()) this.state.set({ state: 'waiting' });
    // The tablet is told, too.
    else this.#idle('cannot');
    const late = clock.after(USED_WITHIN, () => this.state.value.state === 'waiting' && this.#over('not_invited'));
    scope.add(late);
    this.#receive(invitation, scope).catch((error: unknown) => {
      if (scope.closed) return;
      log.log('error', 'this TV could not receive', error);
      this.#over('not_invited');
    });
  }

  async #receive({ secret, byNotification }: Invitation, scope: Scope): Promise<void> {
    const { platform, random, playing } = this.#options;
    const key = await importSecret(secret);
    const home = await this.#home;
    // Without a card there is no connection yet: the first one begins anew.
    if (!home || scope.closed) return;
    await statesOf(home, scope);
    if (scope.closed) return;
    // Tidied up last: that needs Home Assistant, which may be slow.
    const own = scope.child();
    const channel = byNotification
      ? await notificationChannel(home, key, platform.clock, own)
      : new LinkHelpers(home, platform.clock, own);
    if (scope.closed) return;
    const receiver = new CastReceiver({
      channel,
      secret: key,
      codecs: receivable(),
      playing,
      platform,
      random,
      scope: scope.child(),
    });
    scope.add(receiver.state.subscribe((state) => this.#follow(state)));
  }

  #follow(state: TvState): void {
    if (state.state === 'over') this.#over(state.reason);
    else if (canReceive()) this.state.set(state);
  }

  #over(why: TvIdle): void {
    this.#end();
    this.#idle(canReceive() ? why : 'cannot');
  }

  #idle(why: TvIdle): void {
    this.state.set({ state: 'idle', why });
    this.#cancelDark();
    this.#cancelDark = this.#options.platform.clock.after(DARK_AFTER, () => this.state.set({ state: 'dark' }));
  }

  #end(): void {
    void this.#session?.close();
    this.#session = null;
  }
}

const canReceive = (): boolean => sendable(receivable()).length > 0;

/** Once Home Assistant has told what there is. Its start has no end that could be waited for: the session has one. */
function statesOf({ states }: HomeAssistant, scope: Scope): Promise<void> {
  if (Object.keys(states.value).length > 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = states.subscribe(() => resolve());
    scope.add(() => {
      stop();
      resolve();
    });
  });
}
