import { element, type XmlElement } from '../jingle/element.ts';
import { NS_SM } from './namespaces.ts';

/** An element of stream management (XEP-0198) as stanza's state machine reads and writes it. */
export type Management =
  | { readonly type: 'request' }
  | { readonly type: 'ack'; readonly handled: number }
  | { readonly type: 'enable'; readonly allowResumption: boolean }
  | { readonly type: 'resume'; readonly handled: number; readonly previousSession: string };

export function writeManagement(management: Management): XmlElement {
  switch (management.type) {
    case 'request':
      return element(NS_SM, 'r');
    case 'ack':
      return element(NS_SM, 'a', { h: management.handled });
    case 'enable':
      return element(NS_SM, 'enable', { resume: String(management.allowResumption) });
    case 'resume':
      return element(NS_SM, 'resume', { h: management.handled, previd: management.previousSession });
    default:
      return management satisfies never;
  }
}

/** Null where it is something else, or not understood. */
export function readManagement(read: XmlElement): Management | null {
  if (read.ns !== NS_SM) return null;
  if (read.name === 'r') return { type: 'request' };
  const handled = handledOf(read);
  return read.name === 'a' && handled !== undefined ? { type: 'ack', handled } : null;
}

/** How many of our stanzas the server has; undefined where it does not say. */
export function handledOf({ attributes }: XmlElement): number | undefined {
  const handled = attributes['h'] ?? '';
  return /^\d{1,10}$/.test(handled) ? Number(handled) : undefined;
}
