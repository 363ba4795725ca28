import type { Millis } from '../../../call/call.ts';
import type { Platform } from '../../../platform/platform.ts';
import { element, elements, type XmlElement } from '../jingle/element.ts';
import { bareOf } from '../jmi/jid.ts';
import { WireError, type IqRequest } from '../wire.ts';
import { NS_CLIENT } from './namespaces.ts';
import { refusalOf } from './stanza-errors.ts';

const TIMEOUT: Millis = 15_000;

interface Ask {
  readonly to: string | null;
  resolve(payload: XmlElement | null): void;
  reject(error: WireError): void;
}

/** IQs of ours that wait for an answer, by id. */
export class Asks {
  readonly #platform: Platform;
  readonly #own: () => string;
  readonly #send: (stanza: XmlElement) => Promise<void>;
  readonly #open = new Map<string, Ask>();

  constructor(platform: Platform, own: () => string, send: (stanza: XmlElement) => Promise<void>) {
    this.#platform = platform;
    this.#own = own;
    this.#send = send;
  }

  /** @throws WireError */
  ask({ to, type, payload, timeout = TIMEOUT }: IqRequest): Promise<XmlElement | null> {
    const id = this.#platform.id();
    return new Promise<XmlElement | null>((resolve, reject) => {
      const cancel = this.#platform.clock.after(timeout, () => settle(() => reject(new WireError('timeout'))));
      const settle = (tell: () => void): void => {
        cancel();
        this.#open.delete(id);
        tell();
      };
      this.#open.set(id, {
        to,
        resolve: (answer) => settle(() => resolve(answer)),
        reject: (error) => settle(() => reject(error)),
      });
      this.#send(element(NS_CLIENT, 'iq', { type, id, to }, [payload])).catch((error: unknown) =>
        this.#open.get(id)?.reject(error instanceof WireError ? error : new WireError('lost')),
      );
    });
  }

  /** A result or an error. Nobody else than who was asked can answer (RFC 6120, 8.1.2.1 and 8.2.3). */
  receive(iq: XmlElement, cut: boolean): void {
    const { id = '', type, from } = iq.attributes;
    const ask = this.#open.get(id);
    if (!ask || !this.#mayAnswer(ask.to, from)) return;
    if (cut) ask.reject(new WireError('refused', 'resource-constraint'));
    else if (type === 'result') ask.resolve(elements(iq)[0] ?? null);
    else if (type === 'error') ask.reject(refusalOf(iq));
  }

  fail(error: WireError): void {
    for (const ask of this.#open.values()) ask.reject(error);
  }

  #mayAnswer(to: string | null, from: string | undefined): boolean {
    if (from === to) return true;
    const own = this.#own();
    const bare = bareOf(own);
    // Our own server answers for our account, with or without saying so.
    const isAccount = to === null || to === bare;
    return (
      isAccount && (from === undefined || from === bare || from === own || from === bare.slice(bare.indexOf('@') + 1))
    );
  }
}
