import { type XmlElement, element } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import type { Iq } from '../wire.ts';
import { type Caps, writeCaps } from './capabilities.ts';
import type { ContactsContext } from './types.ts';
import { type DiscoInfo, verificationHash, writeDiscoInfo } from './disco.ts';
import { ownInfo } from './features.ts';
import { NS_CLIENT, NS_DISCO_INFO } from './namespaces.ts';
import { refusal } from './refusal.ts';

/** What the software calls itself (XEP-0115, 4). */
const NODE = 'urn:call-assist';

/** What this device tells others of itself: presence with capabilities (XEP-0115), and what they are (XEP-0030). */
export class OwnPresence {
  readonly #info: DiscoInfo;
  readonly #prepared: Promise<void>;
  #caps: Caps | null = null;

  constructor({ wire, scope, features }: Pick<ContactsContext, 'wire' | 'scope' | 'features'>) {
    this.#info = ownInfo(features);
    this.#prepared = verificationHash(this.#info, 'sha-1').then((ver) => {
      // Without it, on a page that is not secure, nobody knows that we can be called, but they can try.
      if (ver !== null) this.#caps = { hash: 'sha-1', node: NODE, ver };
    });
    scope.add(wire.onIq({ type: 'get', ns: NS_DISCO_INFO, name: 'query' }, (iq) => this.#answer(iq)));
  }

  /** Resolves when {@link presence} says what we can do. */
  prepare(): Promise<void> {
    return this.#prepared;
  }

  /**
   * Priority 0, as each of the account's devices should have: messages to the account go to those with the highest.
   * @param to null: to everybody who may see it
   */
  presence(to: string | null): XmlElement {
    const caps = this.#caps && writeCaps(this.#caps);
    return element(NS_CLIENT, 'presence', { to }, [element(NS_CLIENT, 'priority', {}, ['0']), caps]);
  }

  #answer({ payload }: Iq): XmlElement {
    const node = attribute(payload, 'node');
    const ours = this.#caps && `${this.#caps.node}#${this.#caps.ver}`;
    if (node !== null && node !== ours) throw refusal('item-not-found');
    return writeDiscoInfo(this.#info, node);
  }
}
