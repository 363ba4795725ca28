import type { Millis } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Readable, Store } from '../../platform/readable.ts';
import { Scope } from '../../platform/scope.ts';
import { type Codec, type SentCodec, sendable } from '../codecs.ts';
import { LinkError } from './bytes.ts';
import type { LinkChannel } from './channel.ts';
import { SAYS_EVERY, type ToKiosk, type TvCall, type TvRing } from './control.ts';
import { unpackAnswer } from './description.ts';
import { readReady } from './ready.ts';
import { type LinkSecret, kindOf, open, seal } from './seal.ts';
import { type CastTracks, SendingPeer } from './sending-peer.ts';

/** How far the other person's picture is from the TV. */
export type CastState =
  /** For the page on the TV to say that it is there. */
  | { readonly state: 'waiting' }
  | { readonly state: 'connecting' }
  /** The page there says that somebody calls. */
  | { readonly state: 'announced' }
  /** Frames are shown there, as the TV's page says. */
  | { readonly state: 'showing'; readonly width: number; readonly height: number; readonly soundBlocked: boolean }
  /** Nothing has been heard of the TV for a while; it may come back by itself. */
  | { readonly state: 'lost' }
  | { readonly state: 'failed'; readonly reason: CastFailure };

/**
 * `view_not_loaded`: no page said that it is there. `no_connection`: the two pages do not reach each other. `gone`: it
 * did not come back. `no_channel`: the helper takes nothing. `other_version`: the TV has another version of the card.
 * `no_codec`: it decodes nothing that this browser sends.
 */
export type CastFailure = 'view_not_loaded' | 'no_connection' | 'gone' | 'no_channel' | 'other_version' | 'no_codec';

/** What the TV writes, over the picture or instead of it. */
export type CastCall =
  | TvRing
  | (Omit<TvCall, 'lasted'> & {
      /** When media began to flow, by this device's clock. */
      readonly since: Millis;
    });

interface Prepared {
  readonly codecs: readonly SentCodec[];
  readonly peer: SendingPeer;
  readonly scope: Scope;
  readonly offer: Promise<Uint8Array>;
}

export interface CastSenderOptions {
  readonly channel: LinkChannel;
  readonly secret: LinkSecret;
  readonly tracks: Readable<CastTracks>;
  readonly call: Readable<CastCall>;
  readonly platform: Pick<Platform, 'clock' | 'log'>;
  readonly scope: Scope;
}

/** For a TV to begin, and for its page to be there after that, which takes some 5 s. */
const VIEW_WITHIN: Millis = 10_000;
const CONNECT_WITHIN: Millis = 5_000;
/** Silence of the TV after which the picture is wanted on the tablet again. */
const LOST_AFTER: Millis = 2_500;
const NOTHING = new Uint8Array();
/** What the pages of most TVs decode. */
const MOST_PAGES = ['H264', 'VP8'] as const;
const BACK_WITHIN: Millis = 15_000;

/**
 * The kiosk's end of a display session: whenever the TV's page says that it is there, it is offered the call's media.
 * Nothing of the call is touched. When the scope closes, the page is told and the helper is erased.
 */
export class CastSender {
  readonly state = new Store<CastState>({ state: 'waiting' });
  #codecs: readonly Codec[] | null = null;
  readonly #options: CastSenderOptions;
  /** Pages that were answered, by the seal of what they said: nobody can say it again. */
  readonly #answered = new Set<string>();
  #peer: { readonly peer: SendingPeer; readonly scope: Scope; readonly chain: Uint8Array } | null = null;
  /** For the first page that says that it is there: what can be made before is not waited for then. */
  #spare: Prepared | null;
  #turn: Promise<void> = Promise.resolve();
  #cancelDeadline: () => void = () => {};

  constructor(options: CastSenderOptions) {
    this.#options = options;
    const { channel, call, platform, scope } = options;
    const { clock } = platform;
    this.#spare = this.#prepare(MOST_PAGES);
    this.#within(VIEW_WITHIN, 'view_not_loaded');
    scope.add(() => this.#leave());
    scope.add(channel.text.subscribe((text) => this.#hear(text)));
    scope.add(call.subscribe(() => this.#say()));
    let cancel = (): void => {};
    const repeat = (): void => {
      cancel = clock.after(SAYS_EVERY, () => {
        this.#say();
        repeat();
      });
    };
    repeat();
    scope.add(() => cancel());
    scope.add(() => this.#cancelDeadline());
    this.#hear(channel.text.value);
  }

  /** What the TV's page says that it decodes; null: it has said nothing yet. */
  get codecs(): readonly Codec[] | null {
    return this.#codecs;
  }

  /** The TV has begun to load the page, which has its time from now on: one that was off has to wake first. */
  launched(): void {
    if (this.#options.scope.closed || this.state.value.state !== 'waiting') return;
    this.#within(VIEW_WITHIN, 'view_not_loaded');
  }

  #hear(text: string | null): void {
    const kind = text === null ? null : kindOf(text);
    if (text === null || (kind !== 'ready' && kind !== 'answer')) return;
    // One after the other, in the order that they were written.
    this.#turn = this.#turn.then(async () => {
      const { scope, platform } = this.#options;
      if (scope.closed || this.state.value.state === 'failed') return;
      try {
        await (kind === 'ready' ? this.#offer(text) : this.#take(text));
      } catch (error) {
        if (scope.closed) return;
        // Anybody in the house can write into a helper: what is not of our TV changes nothing.
        platform.log.log('warn', 'a text of the TV was refused', error instanceof Error ? error.message : '');
        if (!(error instanceof LinkError)) return;
        if (error.problem === 'version') this.#fail('other_version');
        // This browser sends nothing of what the TV decodes.
        if (error.problem === 'unsupported') this.#fail('no_codec');
      }
    });
  }

  async #offer(text: string): Promise<void> {
    const { channel, secret, scope } = this.#options;
    const ready = await open(text, secret);
    this.#codecs = readReady(ready.body).codecs;
    const codecs = sendable(this.#codecs);
    if (codecs.length === 0) return this.#fail('no_codec');
    const name = ready.seal.join();
    if (this.#answered.has(name)) return;
    this.#answered.add(name);
    await this.#peer?.scope.close();
    const { peer, scope: own, offer } = await this.#prepared(codecs);
    if (scope.closed) return own.close();
    this.#peer = { peer, scope: own, chain: NOTHING };
    const { text: sealed, seal: chain } = await seal('offer', await offer, secret, ready.seal);
    this.#peer = { peer, scope: own, chain };
    if (scope.closed) return this.#leave();
    // The page says again that it is there until both have met: that gives it no more time.
    if (this.state.value.state === 'waiting') {
      this.state.set({ state: 'connecting' });
      this.#within(CONNECT_WITHIN, 'no_connection');
    }
    await channel.write(sealed).catch(() => this.#fail('no_channel'));
  }

  /** What was made before the TV's page was there, where it fits that page. */
  async #prepared(codecs: readonly SentCodec[]): Promise<Prepared> {
    const spare = this.#spare;
    this.#spare = null;
    if (spare && spare.codecs.join() === codecs.join()) return spare;
    await spare?.scope.close();
    return this.#prepare(codecs);
  }

  #prepare(codecs: readonly SentCodec[]): Prepared {
    const { tracks, platform } = this.#options;
    // Not the scope's child: what is said last goes before it is closed.
    const scope = new Scope((error) => platform.log.log('error', 'releasing the connection to the TV', error));
    const peer = new SendingPeer({
      tracks,
      codecs,
      clock: platform.clock,
      scope,
      opened: () => this.#say(),
      heard: (message) => this.#heard(message),
      misunderstood: (error) => platform.log.log('warn', 'the connection to the TV', error),
    });
    const offer = peer.offer();
    offer.catch(() => {}); // told to who asks for it
    return { codecs, peer, scope, offer };
  }

  async #take(text: string): Promise<void> {
    const { channel, secret } = this.#options;
    if (!this.#peer) return;
    const { body } = await open(text, secret, this.#peer.chain);
    await this.#peer.peer.take(unpackAnswer(body));
    // Both have what they need: whoever looks at the helper later sees nothing.
    await channel.write('').catch(() => {});
  }

  #heard({ frames, width, height, soundBlocked }: ToKiosk): void {
    const { call } = this.#options;
    const isRing = call.value.type === 'ringing';
    // Where no picture comes, the name is what is shown. Browsers count the first frame before they tell its size.
    if (call.value.type === 'call' && call.value.picture && (frames === 0 || width === 0)) return;
    const now: CastState = isRing ? { state: 'announced' } : { state: 'showing', width, height, soundBlocked };
    if (JSON.stringify(this.state.value) !== JSON.stringify(now)) this.state.set(now);
    this.#after(LOST_AFTER, () => {
      this.state.set({ state: 'lost' });
      this.#within(BACK_WITHIN, 'gone');
    });
  }

  #say(): void {
    const { call, platform } = this.#options;
    if (call.value.type === 'ringing') return this.#peer?.peer.say(call.value);
    const { since, ...rest } = call.value;
    this.#peer?.peer.say({ ...rest, lasted: Math.max(0, platform.clock.now() - since) });
  }

  async #leave(): Promise<void> {
    const { channel } = this.#options;
    await this.#peer?.peer.bye();
    await Promise.all([this.#peer?.scope.close(), this.#spare?.scope.close()]);
    if (channel.text.value !== null && kindOf(channel.text.value)) await channel.write('').catch(() => {});
  }

  #within(limit: Millis, reason: CastFailure): void {
    this.#after(limit, () => this.#fail(reason));
  }

  #after(limit: Millis, task: () => void): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#options.platform.clock.after(limit, task);
  }

  #fail(reason: CastFailure): void {
    this.#cancelDeadline();
    if (this.state.value.state !== 'failed') this.state.set({ state: 'failed', reason });
  }
}
