import type { Millis } from '../../../../../../src/runtime/call/call.ts';
import { Store } from '../../../../../../src/runtime/platform/readable.ts';
import { parseXml, serializeXml } from '../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import type { XmlElement } from '../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import {
  type IqHandler,
  type IqRequest,
  StanzaRefusal,
  type Wire,
  WireError,
} from '../../../../../../src/runtime/providers/xmpp/wire.ts';

/** What a test answers an IQ of ours with: a payload (XML or element), null for none; an error is thrown. */
export type Answer = XmlElement | string | null | WireError;
type Answerer = (request: IqRequest) => Answer | Promise<Answer>;

/** A server in the hands of the test: what is sent stays here, what comes is written as XML. */
export class FakeWire implements Wire {
  readonly own: string;
  readonly online = new Store(true);
  /** What was sent, oldest first, also by {@link sendNow}. */
  readonly sent: XmlElement[] = [];
  /** IQs that were asked, oldest first. */
  readonly asked: IqRequest[] = [];
  /** Set, {@link send} fails with it. */
  failing: WireError | null = null;
  readonly #now: () => Millis;
  readonly #answers = new Map<string, Answerer>();
  readonly #messages = new Set<(stanza: XmlElement) => void>();
  readonly #presences = new Set<(stanza: XmlElement) => void>();
  readonly #streams = new Set<(stream: { readonly resumed: boolean }) => void>();
  readonly #handlers = new Map<string, IqHandler>();
  #ids = 0;

  constructor(own = 'kiosk@home/panel', now: () => Millis = () => 1_000_000) {
    this.own = own;
    this.#now = now;
  }

  now(): Millis {
    return this.#now();
  }

  send(stanza: XmlElement): Promise<void> {
    if (this.failing) return Promise.reject(this.failing);
    this.sent.push(stanza);
    return Promise.resolve();
  }

  /** Without an answer by {@link answers} it is refused as `service-unavailable`. */
  async ask(request: IqRequest): Promise<XmlElement | null> {
    this.asked.push(request);
    const { type, payload } = request;
    const answer = await this.#answers.get(`${type} ${payload.ns} ${payload.name}`)?.(request);
    if (answer === undefined) throw new WireError('refused', 'service-unavailable');
    if (answer instanceof WireError) throw answer;
    return typeof answer === 'string' ? parseXml(answer) : answer;
  }

  onMessage(listener: (stanza: XmlElement) => void): () => void {
    this.#messages.add(listener);
    return () => void this.#messages.delete(listener);
  }

  onPresence(listener: (stanza: XmlElement) => void): () => void {
    this.#presences.add(listener);
    return () => void this.#presences.delete(listener);
  }

  onIq(kind: { type: 'get' | 'set'; ns: string; name: string }, handler: IqHandler): () => void {
    const key = `${kind.type} ${kind.ns} ${kind.name}`;
    if (this.#handlers.has(key)) throw new Error(`two handlers of ${key}`);
    this.#handlers.set(key, handler);
    return () => void this.#handlers.delete(key);
  }

  onStream(listener: (stream: { readonly resumed: boolean }) => void): () => void {
    this.#streams.add(listener);
    return () => void this.#streams.delete(listener);
  }

  sendNow(stanza: XmlElement): void {
    this.sent.push(stanza);
  }

  /** How IQs of this kind are answered from now on; a promise that never settles is a server that is silent. */
  answers(type: 'get' | 'set', ns: string, name: string, answer: Answerer): void {
    this.#answers.set(`${type} ${ns} ${name}`, answer);
  }

  /** Something comes: a `<message/>` or `<presence/>`, as XML (with its namespace) or element. */
  comes(stanza: XmlElement | string): void {
    const read = typeof stanza === 'string' ? parseXml(stanza) : stanza;
    const listeners = read.name === 'presence' ? this.#presences : this.#messages;
    for (const listener of [...listeners]) listener(read);
  }

  /** An IQ comes. @returns the payload of the answer, as it was given; @throws StanzaRefusal */
  async iq(type: 'get' | 'set', payload: XmlElement | string, from: string): Promise<XmlElement | null> {
    const read = typeof payload === 'string' ? parseXml(payload) : payload;
    const handler = this.#handlers.get(`${type} ${read.ns} ${read.name}`);
    if (!handler) throw new StanzaRefusal(parseXml(SERVICE_UNAVAILABLE));
    return await handler({ from, id: `iq-${++this.#ids}`, payload: read });
  }

  /** A stream begins. */
  begins(resumed = false): void {
    this.online.set(true);
    for (const listener of [...this.#streams]) listener({ resumed });
  }

  /** What was sent since the last look, as XML. */
  take(): readonly string[] {
    return this.sent.splice(0).map(serializeXml);
  }

  /** How many listen and handle; tests use it to prove that nobody stayed. */
  get listeners(): number {
    return this.#messages.size + this.#presences.size + this.#streams.size + this.#handlers.size;
  }
}

const SERVICE_UNAVAILABLE = `<error xmlns='jabber:client' type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>`;
