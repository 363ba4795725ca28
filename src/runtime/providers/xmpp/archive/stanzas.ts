import type { Millis } from '../../../call/call.ts';
import { type XmlElement, childOf, element, textOf } from '../jingle/element.ts';
import { JingleError } from '../jingle/errors.ts';
import { attribute } from '../jingle/values.ts';
import { type Envelope, openForwarded } from '../jmi/envelope.ts';
import { bareOf } from '../jmi/jid.ts';

/** XEP-0313. */
const NS_ARCHIVE = 'urn:xmpp:mam:2';
/** XEP-0059. */
const NS_PAGES = 'http://jabber.org/protocol/rsm';
const NS_DATA = 'jabber:x:data';
const NS_FORWARD = 'urn:xmpp:forward:0';
const MAX_ID = 1_000;

export const PAGE_SIZE = 100;

/**
 * Asks for a page of what the account's archive has had since a time, the newest first (XEP-0313, 4.1; XEP-0059, 2.3).
 * @param before what is older than this id; empty: the last page
 */
export function archiveQuery(id: string, since: Millis, before: string): XmlElement {
  const field = (name: string, value: string, type?: string): XmlElement =>
    element(NS_DATA, 'field', { var: name, type }, [element(NS_DATA, 'value', {}, [value])]);
  return element(NS_ARCHIVE, 'query', { queryid: id }, [
    element(NS_DATA, 'x', { type: 'submit' }, [
      field('FORM_TYPE', NS_ARCHIVE, 'hidden'),
      field('start', new Date(since).toISOString()),
    ]),
    element(NS_PAGES, 'set', {}, [
      element(NS_PAGES, 'max', {}, [String(PAGE_SIZE)]),
      element(NS_PAGES, 'before', {}, before === '' ? [] : [before]),
    ]),
  ]);
}

/** Of an answer to {@link archiveQuery}: where the page before it ends; null if this is the first of them. */
export function readPage(fin: XmlElement | null): string | null {
  if (fin?.ns !== NS_ARCHIVE || fin.name !== 'fin' || attribute(fin, 'complete') === 'true') return null;
  const set = childOf(fin, NS_PAGES, 'set');
  const first = set && childOf(set, NS_PAGES, 'first');
  const id = first ? textOf(first) : '';
  return id === '' || id.length > MAX_ID ? null : id;
}

/**
 * The result of a query in a `<message/>`, if it is one of this query and of our own account: whatever anybody else sends
 * is forged. Messages that are about no call have no envelope.
 * @param own our full JID
 */
export function readResult(stanza: XmlElement, id: string, own: string): { readonly envelope: Envelope | null } | null {
  const result = childOf(stanza, NS_ARCHIVE, 'result');
  if (!result || attribute(result, 'queryid') !== id) return null;
  if ((attribute(stanza, 'from') ?? bareOf(own)) !== bareOf(own)) return null;
  const forwarded = childOf(result, NS_FORWARD, 'forwarded');
  try {
    return { envelope: openForwarded(forwarded, own) };
  } catch (error) {
    if (error instanceof JingleError) return { envelope: null };
    throw error;
  }
}
