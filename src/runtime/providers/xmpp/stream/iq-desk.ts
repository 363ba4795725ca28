import type { Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import { element, elements, type XmlElement } from '../jingle/element.ts';
import { StanzaRefusal, type IqHandler, type Wire } from '../wire.ts';
import { NS_CLIENT } from './namespaces.ts';
import { stanzaError } from './stanza-errors.ts';

/** A handler that takes longer answers nobody. */
const TIMEOUT: Millis = 10_000;

type Kind = Parameters<Wire['onIq']>[0];
type Answer = XmlElement | null | Promise<XmlElement | null>;

/** Answers the IQs of others, each exactly once (RFC 6120, 8.2.3). */
export class IqDesk {
  readonly #platform: Platform;
  readonly #send: (stanza: XmlElement) => void;
  readonly #report: (error: unknown) => void;
  readonly #handlers = new Map<string, IqHandler>();

  constructor(platform: Platform, send: (stanza: XmlElement) => void, report: (error: unknown) => void) {
    this.#platform = platform;
    this.#send = send;
    this.#report = report;
  }

  add(kind: Kind, handler: IqHandler): () => void {
    const key = keyOf(kind);
    this.#handlers.set(key, handler);
    return () => {
      if (this.#handlers.get(key) === handler) this.#handlers.delete(key);
    };
  }

  receive(iq: XmlElement, cut: boolean): void {
    const { type, from = '', id } = iq.attributes;
    const [payload, ...others] = elements(iq);
    if (id === undefined) return;
    if (cut) return this.#refuse(iq, stanzaError('resource-constraint'));
    if (!payload || others.length > 0) return this.#refuse(iq, stanzaError('bad-request'));
    const handler = this.#handlers.get(keyOf({ type: type as Kind['type'], ns: payload.ns, name: payload.name }));
    if (!handler) return this.#refuse(iq, stanzaError('service-unavailable'));
    let answer: Answer;
    try {
      answer = handler({ from, id, payload });
    } catch (error) {
      return this.#fail(iq, error);
    }
    // What is known at once is sent at once: before anything that the handler's work sends next.
    if (answer instanceof Promise) void this.#later(iq, answer);
    else this.#result(iq, answer);
  }

  async #later(iq: XmlElement, answer: Promise<XmlElement | null>): Promise<void> {
    let cancel = (): void => {};
    const timeout = new Promise<never>((_resolve, reject) => {
      cancel = this.#platform.clock.after(TIMEOUT, () => reject(new Error('an IQ was not answered in time')));
    });
    try {
      this.#result(iq, await Promise.race([answer, timeout]));
    } catch (error) {
      this.#fail(iq, error);
    } finally {
      cancel();
    }
  }

  #result(iq: XmlElement, payload: XmlElement | null): void {
    this.#answer(iq, 'result', payload);
  }

  #fail(iq: XmlElement, error: unknown): void {
    if (error instanceof StanzaRefusal) return this.#refuse(iq, error.error);
    this.#report(error);
    this.#refuse(iq, stanzaError('internal-server-error'));
  }

  #refuse(iq: XmlElement, error: XmlElement): void {
    this.#answer(iq, 'error', error);
  }

  #answer({ attributes: { id, from } }: XmlElement, type: 'result' | 'error', child: XmlElement | null): void {
    this.#send(element(NS_CLIENT, 'iq', { type, id, to: from }, [child]));
  }
}

function keyOf({ type, ns, name }: Kind): string {
  return `${type} {${ns}}${name}`;
}
