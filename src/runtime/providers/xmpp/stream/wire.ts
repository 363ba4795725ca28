import { Store } from '../../../platform/readable.ts';
import type { Readable } from '../../../platform/readable.ts';
import type { Millis } from '../../../call/call.ts';
import type { AccountStatus } from '../../provider.ts';
import { element, type XmlElement } from '../jingle/element.ts';
import { WireError, type IqHandler, type IqRequest, type Wire } from '../wire.ts';
import { Asks } from './asks.ts';
import { IqDesk } from './iq-desk.ts';
import type { Connected, StanzaKind } from './connection.ts';
import { Keeper, type KeeperOptions } from './keeper.ts';
import { Listeners } from './listeners.ts';
import { NS_CARBONS, NS_CLIENT, NS_CSI, NS_PING } from './namespaces.ts';
import { Outbox } from './outbox.ts';
import { askTime } from './server-time.ts';

/** A {@link Wire} with the account's status. It lives as long as its scope. */
export interface LiveWire extends Wire {
  readonly status: Readable<AccountStatus>;
  /** Ends the session at once, for a page that goes away: others need not wait to see that this device is gone. */
  leave(): void;
}

/** Begins to connect at once; add listeners in the same turn, so that they miss nothing. */
export function createWire(options: KeeperOptions): LiveWire {
  return new StreamWire(options);
}

class StreamWire implements LiveWire {
  readonly online = new Store(false);
  readonly #options: KeeperOptions;
  readonly #keeper: Keeper;
  readonly #outbox: Outbox;
  readonly #asks: Asks;
  readonly #desk: IqDesk;
  readonly #messages: Listeners<XmlElement>;
  readonly #presences: Listeners<XmlElement>;
  readonly #streams: Listeners<{ readonly resumed: boolean }>;
  #own: string;
  #hasBegun = false;
  #clientState = false;
  /** Of the server's clock to ours. */
  #ahead: Millis = 0;

  constructor(options: KeeperOptions) {
    const { platform, scope, jid, resource } = options;
    const report = (error: unknown): void =>
      platform.log.log('error', 'a listener of the XMPP stream failed', error instanceof Error ? error.message : '');
    this.#options = options;
    this.#own = `${jid}/${resource}`;
    this.#messages = new Listeners(report);
    this.#presences = new Listeners(report);
    this.#streams = new Listeners(report);
    this.#outbox = new Outbox(() => this.#keeper.connection);
    this.#asks = new Asks(
      platform,
      () => this.#own,
      (stanza) => this.#send('iq', stanza),
    );
    this.#desk = new IqDesk(platform, (stanza) => void this.#send('iq', stanza).catch(() => {}), report);
    this.#desk.add({ type: 'get', ns: NS_PING, name: 'ping' }, () => null);
    scope.add(() => {
      this.online.set(false);
      this.#fail(new WireError('closed'));
    });
    this.#keeper = new Keeper(options, {
      begun: (connected) => this.#begun(connected),
      lost: () => this.online.set(false),
      received: (kind, stanza, cut) => this.#received(kind, stanza, cut),
      acknowledged: (stanza) => this.#outbox.acknowledged(stanza),
    });
    document.addEventListener('visibilitychange', () => this.#tellState(), { signal: scope.signal });
  }

  get own(): string {
    return this.#own;
  }

  get status(): Readable<AccountStatus> {
    return this.#keeper.status;
  }

  now(): Millis {
    return this.#options.platform.clock.now() + this.#ahead;
  }

  send(stanza: XmlElement): Promise<void> {
    return this.#send(kindOf(stanza), stanza);
  }

  ask(request: IqRequest): Promise<XmlElement | null> {
    return this.#asks.ask(request);
  }

  onMessage(listener: (stanza: XmlElement) => void): () => void {
    return this.#messages.add(listener);
  }

  onPresence(listener: (stanza: XmlElement) => void): () => void {
    return this.#presences.add(listener);
  }

  onIq(kind: Parameters<Wire['onIq']>[0], handler: IqHandler): () => void {
    return this.#desk.add(kind, handler);
  }

  onStream(listener: (stream: { readonly resumed: boolean }) => void): () => void {
    return this.#streams.add(listener);
  }

  sendNow(stanza: XmlElement): void {
    this.#keeper.connection?.sendNow(kindOf(stanza), { element: this.#identified(stanza) });
  }

  leave(): void {
    this.#keeper.leave();
  }

  #send(kind: StanzaKind, stanza: XmlElement): Promise<void> {
    if (this.#options.scope.closed) return Promise.reject(new WireError('closed'));
    const sent = this.#outbox.send(kind, this.#identified(stanza));
    this.#keeper.expectAnswer();
    return sent;
  }

  #identified(stanza: XmlElement): XmlElement {
    if (stanza.attributes['id'] !== undefined) return stanza;
    return { ...stanza, attributes: { ...stanza.attributes, id: this.#options.platform.id() } };
  }

  #begun({ connection, jid, resumed, clientState }: Connected): void {
    this.#own = jid;
    this.#clientState = clientState;
    if (document.hidden) this.#tellState();
    if (resumed) return this.#begin(resumed);
    // The session is gone, and with it what was meant for it. What waits for the very first goes on waiting.
    if (this.#hasBegun) this.#fail(new WireError('lost'));
    void this.#greet().then(() => {
      if (this.#keeper.connection === connection) this.#begin(resumed);
    });
  }

  #begin(resumed: boolean): void {
    this.#hasBegun = true;
    this.#outbox.flush();
    this.online.set(true);
    this.#streams.tell({ resumed });
  }

  /** Before our presence, which makes others write to us: what our other devices do, and what the time is. */
  async #greet(): Promise<void> {
    const { clock, log } = this.#options.platform;
    const carbons = element(NS_CARBONS, 'enable');
    this.ask({ to: null, type: 'set', payload: carbons }).catch((error: unknown) => {
      log.log('info', 'the server keeps our other devices from us', error instanceof WireError ? error.message : '');
    });
    try {
      this.#ahead = await askTime(this, clock);
    } catch {
      log.log('info', 'the server does not tell its time');
    }
  }

  #fail(error: WireError): void {
    this.#outbox.fail(error);
    this.#asks.fail(error);
  }

  /** XEP-0352: nobody looks at what a hidden page shows; calls come through all the same. */
  #tellState(): void {
    if (this.#clientState) this.#keeper.connection?.write(element(NS_CSI, document.hidden ? 'inactive' : 'active'));
  }

  #received(kind: StanzaKind, stanza: XmlElement, cut: boolean): void {
    if (kind === 'iq') {
      const type = stanza.attributes['type'];
      if (type === 'get' || type === 'set') this.#desk.receive(stanza, cut);
      else this.#asks.receive(stanza, cut);
    } else if (cut) {
      this.#options.platform.log.log('warn', `a ${kind} was too large to be read`);
    } else {
      (kind === 'message' ? this.#messages : this.#presences).tell(stanza);
    }
  }
}

function kindOf({ name, ns }: XmlElement): StanzaKind {
  if (ns !== NS_CLIENT || (name !== 'message' && name !== 'presence' && name !== 'iq')) throw new Error('no stanza');
  return name;
}
