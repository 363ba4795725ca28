import {
  childOf,
  element,
  elements,
  type XmlElement,
} from '../../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { parseXml, serializeXml } from '../../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import type { Socket } from '../../../../../../../src/runtime/providers/xmpp/stream/frames.ts';

const CLIENT = 'jabber:client';
const SM = 'urn:xmpp:sm:3';
const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const BIND = 'urn:ietf:params:xml:ns:xmpp-bind';
const FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
const STREAM = 'http://etherx.jabber.org/streams';

interface Session {
  readonly id: string;
  /** Stanzas of the client that arrived. */
  received: number;
  /** Stanzas to the client, all of them, and how many of them it has. */
  readonly sent: XmlElement[];
  acknowledged: number;
}

/** A server with one account as its sockets see it: SASL PLAIN, binding, stream management with resumption. */
export class FakeServer {
  readonly sockets: FakeSocket[] = [];
  /** Stanzas of the client, in the order they arrived, each once. */
  readonly stanzas: XmlElement[] = [];
  managed = true;
  /** Answers SASL with this failure. */
  failure: string | null = null;
  /** Takes connections. */
  up = true;
  /** Says nothing any more, and takes nothing. */
  frozen = false;
  /** Milliseconds since 1970 that it tells; null: it tells no time. */
  time: number | null = 1_000_000;
  session: Session | null = null;
  #sessions = 0;

  readonly open = (url: string): Socket => {
    const socket = new FakeSocket(this, url);
    this.sockets.push(socket);
    return socket as unknown as Socket;
  };

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  /** The session does not survive the next loss. */
  forget(): void {
    this.session = null;
  }

  push(stanza: XmlElement): void {
    this.session?.sent.push(stanza);
    this.socket.deliver(stanza);
  }

  begin(): Session {
    this.session = { id: `session-${++this.#sessions}`, received: 0, sent: [], acknowledged: 0 };
    return this.session;
  }

  /** Names of stanzas and of what is in them. */
  get told(): string[] {
    return this.stanzas.map(({ name, attributes, children }) =>
      [name, attributes['type'], ...children.map((child) => (typeof child === 'string' ? child : child.name))].join(
        ' ',
      ),
    );
  }
}

class FakeSocket extends EventTarget {
  readyState = 0;
  readonly protocol = 'xmpp';
  readonly url: string;
  /** All that came, stanzas or not. */
  readonly frames: XmlElement[] = [];
  readonly #server: FakeServer;
  #signedIn = false;
  #managed = false;

  constructor(server: FakeServer, url: string) {
    super();
    this.#server = server;
    this.url = url;
    setTimeout(() => {
      if (this.readyState !== 0) return;
      if (!server.up) return this.drop();
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
    });
  }

  send(xml: string): void {
    const frame = parseXml(xml);
    setTimeout(() => this.readyState === 1 && !this.#server.frozen && this.#receive(frame));
  }

  close(): void {
    this.readyState = 3;
  }

  /** The connection breaks. */
  drop(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }

  deliver(frame: XmlElement): void {
    this.deliverText(serializeXml(frame));
  }

  deliverText(data: string): void {
    if (this.readyState === 1 && !this.#server.frozen) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  #receive(frame: XmlElement): void {
    this.frames.push(frame);
    if (frame.ns === FRAMING && frame.name === 'open') return this.#features();
    if (frame.ns === SASL) return this.#authenticate();
    if (frame.ns === SM) return this.#manage(frame);
    if (childOf(frame, BIND, 'bind')) return this.#bind();
    if (frame.ns === CLIENT) this.#stanza(frame);
  }

  #features(): void {
    const offered = this.#signedIn
      ? [element(BIND, 'bind'), this.#server.managed ? element(SM, 'sm') : null, element('urn:xmpp:csi:0', 'csi')]
      : [element(SASL, 'mechanisms', {}, [element(SASL, 'mechanism', {}, ['PLAIN'])])];
    this.deliver(element(FRAMING, 'open'));
    this.deliver(element(STREAM, 'features', {}, offered));
  }

  #authenticate(): void {
    const { failure } = this.#server;
    this.#signedIn = failure === null;
    this.deliver(failure === null ? element(SASL, 'success') : element(SASL, 'failure', {}, [element(SASL, failure)]));
  }

  #bind(): void {
    const jid = element(BIND, 'jid', {}, ['anna@example.org/kitchen']);
    this.deliver(element(CLIENT, 'iq', { type: 'result', id: 'bind' }, [element(BIND, 'bind', {}, [jid])]));
  }

  #manage({ name, attributes }: XmlElement): void {
    const { session } = this.#server;
    if (name === 'enable') {
      this.#managed = true;
      this.deliver(element(SM, 'enabled', { id: this.#server.begin().id, resume: 'true' }));
    } else if (name === 'resume' && session && session.id === attributes['previd']) {
      this.#managed = true;
      this.deliver(element(SM, 'resumed', { previd: session.id, h: session.received }));
      for (const stanza of session.sent.slice(Number(attributes['h']))) this.deliver(stanza);
    } else if (name === 'resume') {
      this.deliver(element(SM, 'failed'));
    } else if (name === 'r') {
      this.deliver(element(SM, 'a', { h: session?.received ?? 0 }));
    } else if (name === 'a' && session) {
      session.acknowledged = Number(attributes['h']);
    }
  }

  #stanza(stanza: XmlElement): void {
    const { session, stanzas, time } = this.#server;
    if (this.#managed && session) session.received++;
    stanzas.push(stanza);
    const [payload] = elements(stanza);
    const { id, to, type } = stanza.attributes;
    if (stanza.name !== 'iq' || (type !== 'get' && type !== 'set')) return;
    const isTime = payload?.ns === 'urn:xmpp:time' && time !== null;
    const utc = element('urn:xmpp:time', 'utc', {}, [new Date(time ?? 0).toISOString()]);
    if (isTime) this.#answer({ type: 'result', id, from: to }, element('urn:xmpp:time', 'time', {}, [utc]));
    else if (payload?.ns === 'urn:xmpp:carbons:2') this.#answer({ type: 'result', id }, null);
    else if (payload?.ns === 'urn:xmpp:time') this.#answer({ type: 'error', id, from: to }, null);
  }

  #answer(attributes: Readonly<Record<string, string | undefined>>, payload: XmlElement | null): void {
    this.#server.push(element(CLIENT, 'iq', attributes, [payload]));
  }
}

/** Waits until something is true, in real time; the clock of what is tested stands still. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`not in time: ${isTrue.toString()}`);
}
