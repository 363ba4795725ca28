import { Store } from '../../../../../../../src/runtime/platform/readable.ts';
import { parseXml, serializeXml } from '../../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { type XmlElement, element, elements } from '../../../../../../../src/runtime/providers/xmpp/jingle/element.ts';
import { bareOf } from '../../../../../../../src/runtime/providers/xmpp/jmi/jid.ts';
import {
  type IqHandler,
  type IqRequest,
  StanzaRefusal,
  type Wire,
  WireError,
} from '../../../../../../../src/runtime/providers/xmpp/wire.ts';

const NS = 'jabber:client';
const NS_CARBONS = 'urn:xmpp:carbons:2';
const NS_FORWARD = 'urn:xmpp:forward:0';
const NS_STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';

/** One line of what went over the server: `propose`, `session-accept` … */
export interface Passed {
  readonly from: string;
  readonly to: string;
  readonly word: string;
  readonly xml: string;
}

/**
 * A server in memory as calls see one: messages to a bare JID reach every device of it, carbons go to the others, IQs
 * to exactly one. Everything crosses as XML, later than it was sent, in its order.
 */
export class TestServer {
  readonly passed: Passed[] = [];
  readonly #wires = new Map<string, ServerWire>();

  wire(jid: string): ServerWire {
    const wire = new ServerWire(this, jid);
    this.#wires.set(jid, wire);
    return wire;
  }

  remove(jid: string): void {
    this.#wires.delete(jid);
  }

  get(jid: string): ServerWire | undefined {
    return this.#wires.get(jid);
  }

  /** Words that went from one device, in order; `transport-info` left out. */
  of(jid: string): readonly string[] {
    return this.passed.filter(({ from, word }) => from === jid && word !== 'transport-info').map(({ word }) => word);
  }

  log(from: string, to: string, payload: XmlElement, xml: string): void {
    const told = payload.attributes['action'] ?? payload.name;
    const info = told === 'session-info' ? ` ${elements(payload)[0]?.name ?? ''}` : '';
    this.passed.push({ from, to, word: `${told}${info}`, xml });
  }

  message(from: string, given: XmlElement): void {
    const stanza: XmlElement = { ...given, attributes: { ...given.attributes, from } };
    const to = stanza.attributes['to'] ?? '';
    const xml = serializeXml(stanza);
    this.log(from, to, elements(stanza)[0] ?? stanza, xml);
    const devices = [...this.#wires.values()].filter(({ own }) => own === to || bareOf(own) === to);
    if (devices.length === 0) {
      const error = element(NS, 'error', { type: 'cancel' }, [element(NS_STANZAS, 'service-unavailable')]);
      const back = { ...stanza, attributes: { ...stanza.attributes, from: to, to: from, type: 'error' } };
      this.#wires.get(from)?.hear(serializeXml({ ...back, children: [...back.children, error] }));
    }
    for (const device of devices) device.hear(xml);
    for (const [account, kind] of [
      [bareOf(from), 'sent'],
      [bareOf(to), 'received'],
    ] as const) {
      for (const device of this.#wires.values()) {
        if (bareOf(device.own) !== account || device.own === from || devices.includes(device)) continue;
        const forwarded = element(NS_FORWARD, 'forwarded', {}, [stanza]);
        const carbon = element(NS_CARBONS, kind, {}, [forwarded]);
        device.hear(serializeXml(element(NS, 'message', { from: account, to: device.own }, [carbon])));
      }
    }
  }
}

export class ServerWire implements Wire {
  readonly own: string;
  readonly online = new Store(true);
  /** What a device sends by IQ instead; null: it never arrives, and no answer comes. */
  change: (payload: XmlElement) => XmlElement | null = (payload) => payload;
  /** IQs of these actions fail like this before they are sent. */
  readonly failing = new Map<string, WireError>();
  readonly #server: TestServer;
  readonly #messages = new Set<(stanza: XmlElement) => void>();
  readonly #handlers = new Map<string, IqHandler>();
  readonly #streams = new Set<(stream: { readonly resumed: boolean }) => void>();
  #ids = 0;

  constructor(server: TestServer, own: string) {
    this.own = own;
    this.#server = server;
  }

  now(): number {
    return Date.now();
  }

  async send(stanza: XmlElement): Promise<void> {
    this.#server.message(this.own, stanza);
    await later();
  }

  async ask({ to, payload, timeout }: IqRequest): Promise<XmlElement | null> {
    const action = payload.attributes['action'] ?? '';
    const failure = this.failing.get(action);
    if (failure) throw failure;
    const changed = this.change(payload);
    if (!changed) {
      await new Promise((resolve) => setTimeout(resolve, timeout ?? 15_000));
      throw new WireError('timeout');
    }
    const xml = serializeXml(changed);
    this.#server.log(this.own, to ?? '', changed, xml);
    await later();
    const other = this.#server.get(to ?? '');
    if (!other) throw new WireError('refused', 'service-unavailable');
    try {
      return await other.iq(xml, this.own);
    } catch (error) {
      if (!(error instanceof StanzaRefusal)) throw error;
      const [condition, specific] = elements(error.error);
      throw new WireError('refused', condition?.name ?? null, specific?.name ?? null);
    } finally {
      await later();
    }
  }

  onMessage(listener: (stanza: XmlElement) => void): () => void {
    this.#messages.add(listener);
    return () => void this.#messages.delete(listener);
  }

  onPresence(): () => void {
    return () => {};
  }

  onIq({ ns, name }: { readonly ns: string; readonly name: string }, handler: IqHandler): () => void {
    this.#handlers.set(`${ns} ${name}`, handler);
    return () => void this.#handlers.delete(`${ns} ${name}`);
  }

  onStream(listener: (stream: { readonly resumed: boolean }) => void): () => void {
    this.#streams.add(listener);
    return () => void this.#streams.delete(listener);
  }

  begins(resumed = false): void {
    for (const listener of this.#streams) listener({ resumed });
  }

  sendNow(stanza: XmlElement): void {
    const payload = elements(stanza)[0];
    if (stanza.name === 'message') this.#server.message(this.own, stanza);
    else if (payload) void this.ask({ to: stanza.attributes['to'] ?? null, type: 'set', payload }).catch(() => {});
  }

  hear(xml: string): void {
    void later().then(() => this.deliver(parseXml(xml)));
  }

  /** A `<message/>` comes now. */
  deliver(stanza: XmlElement): void {
    for (const listener of [...this.#messages]) listener(stanza);
  }

  /** @throws StanzaRefusal */
  async iq(given: string | XmlElement, from: string): Promise<XmlElement | null> {
    const payload = typeof given === 'string' ? parseXml(given) : given;
    const handler = this.#handlers.get(`${payload.ns} ${payload.name}`);
    if (!handler) throw new StanzaRefusal(element(NS, 'error', {}, [element(NS_STANZAS, 'service-unavailable')]));
    return await handler({ from, id: `iq-${++this.#ids}`, payload });
  }

  get listeners(): number {
    return this.#messages.size + this.#handlers.size + this.#streams.size;
  }
}

/** A task of its own, in the order they were asked for. */
function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
