import { element } from '../jingle/element.ts';
import { StanzaRefusal } from '../wire.ts';
import { NS_CLIENT, NS_STANZAS } from './namespaces.ts';

/** Answers an IQ with this condition (RFC 6120, 8.3.3); nothing of it would succeed if it were tried again. */
export function refusal(condition: 'item-not-found' | 'service-unavailable'): StanzaRefusal {
  return new StanzaRefusal(element(NS_CLIENT, 'error', { type: 'cancel' }, [element(NS_STANZAS, condition)]));
}
