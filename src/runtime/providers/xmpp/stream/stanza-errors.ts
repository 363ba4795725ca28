import { childOf, element, elements, type XmlElement } from '../jingle/element.ts';
import { NS_CLIENT, NS_STANZA_ERRORS } from './namespaces.ts';
import { WireError } from '../wire.ts';

type Condition = 'bad-request' | 'service-unavailable' | 'internal-server-error' | 'resource-constraint';

/** RFC 6120, 8.3.3. */
const TYPES: Readonly<Record<Condition, string>> = {
  'bad-request': 'modify',
  'service-unavailable': 'cancel',
  'internal-server-error': 'cancel',
  'resource-constraint': 'wait',
};

export function stanzaError(condition: Condition): XmlElement {
  return element(NS_CLIENT, 'error', { type: TYPES[condition] }, [element(NS_STANZA_ERRORS, condition)]);
}

/** What an IQ of type `error` says. */
export function refusalOf(iq: XmlElement): WireError {
  const error = childOf(iq, NS_CLIENT, 'error');
  const conditions = error ? elements(error) : [];
  const condition = conditions.find(({ ns, name }) => ns === NS_STANZA_ERRORS && name !== 'text');
  const specific = conditions.find(({ ns }) => ns !== NS_STANZA_ERRORS);
  return new WireError('refused', known(condition?.name) ?? 'undefined-condition', known(specific?.name));
}

/** Conditions are shown and logged; whoever answers chooses them. */
function known(name: string | undefined): string | null {
  return name !== undefined && /^[a-z-]{1,40}$/.test(name) ? name : null;
}
