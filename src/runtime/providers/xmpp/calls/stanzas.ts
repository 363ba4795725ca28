import { type XmlElement, childOf, element } from '../jingle/element.ts';
import { JingleError } from '../jingle/errors.ts';
import { terminate } from '../jingle/session-info.ts';
import { newSession } from '../jingle/session.ts';
import { attribute } from '../jingle/values.ts';
import { writeJingle } from '../jingle/write.ts';
import { type Envelope, readEnvelope } from '../jmi/envelope.ts';
import { type JmiMessage, writeJmi } from '../jmi/messages.ts';
import type { JmiEffect } from '../jmi/state.ts';
import { WireError } from '../wire.ts';

const NS_CLIENT = 'jabber:client';
const NS_RECEIPTS = 'urn:xmpp:receipts';
/** As Conversations and Dino name it: receipts of a proposal say only this. */
const PROPOSE = 'jm-propose-';

/** A `<message/>` as far as calls are concerned. */
export type Heard =
  /** `receipt`: the id that a receipt would name, where one is asked for. */
  | { readonly type: 'initiation'; readonly envelope: Envelope; readonly receipt: string | null }
  /** A receipt of our proposal (XEP-0184), or the proposal as an error. */
  | { readonly type: 'receipt' | 'bounced'; readonly id: string; readonly from: string };

/**
 * Reads any `<message/>`; null where calls have nothing to do with it.
 * @param own our full JID
 * @throws JingleError
 */
export function readMessage(stanza: XmlElement, own: string): Heard | null {
  const from = attribute(stanza, 'from');
  if (attribute(stanza, 'type') === 'error') {
    const id = proposed(attribute(stanza, 'id'));
    return id === null || from === null ? null : { type: 'bounced', id, from };
  }
  const received = childOf(stanza, NS_RECEIPTS, 'received');
  const id = received && proposed(attribute(received, 'id'));
  if (id && from !== null) return { type: 'receipt', id, from };
  const envelope = readEnvelope(stanza, own);
  if (!envelope) return null;
  const asked = childOf(stanza, NS_RECEIPTS, 'request') !== null;
  return { type: 'initiation', envelope, receipt: asked ? attribute(stanza, 'id') : null };
}

function proposed(id: string | null): string | null {
  return id?.startsWith(PROPOSE) ? id.slice(PROPOSE.length) : null;
}

/** XEP-0353 with what lets old clients say that they ring: a proposal asks for a receipt. */
export function initiationMessage(to: string, message: JmiMessage): XmlElement {
  const proposes = message.action === 'propose';
  return element(NS_CLIENT, 'message', { type: 'chat', to, id: proposes ? `${PROPOSE}${message.id}` : null }, [
    ...writeJmi(message),
    proposes ? element(NS_RECEIPTS, 'request') : null,
  ]);
}

/** XEP-0184. */
export function receiptMessage(to: string, id: string): XmlElement {
  return element(NS_CLIENT, 'message', { type: 'chat', to }, [element(NS_RECEIPTS, 'received', { id })]);
}

type Ending = Extract<JmiEffect, { type: 'terminate' }>;

/** session-terminate needs nothing of a session but its id (XEP-0166, 7.2.13). */
export function terminatePayload({ id, reason }: Pick<Ending, 'id' | 'reason'>): XmlElement {
  const session = newSession({ sid: id, role: 'initiator', initiator: '', responder: '' });
  return writeJingle({ ...terminate(session, reason), initiator: null });
}

/** What tells of an end, as whole stanzas for a page that goes away. */
export function lastStanzas(effects: readonly JmiEffect[], id: () => string): readonly XmlElement[] {
  return effects.flatMap((effect): XmlElement[] => {
    if (effect.type === 'send') return [initiationMessage(effect.to, effect.message)];
    if (effect.type !== 'terminate') return [];
    const { to } = effect;
    return [element(NS_CLIENT, 'iq', { type: 'set', to, id: id() }, [terminatePayload(effect)])];
  });
}

/** What a log may say of an error: names and places, nothing that somebody sent. A browser's messages quote SDP. */
export function harmless(error: unknown): string {
  if (error instanceof JingleError || error instanceof WireError) return error.message;
  return error instanceof Error ? error.name : typeof error;
}

/** XEP-0353 wants a UUID of version 4; of whatever else an id is made it stays what it is. */
export function uuid(id: string): string {
  const [, a, b, c, d, e] = /^([0-9a-f]{8})([0-9a-f]{4}).([0-9a-f]{3}).([0-9a-f]{3})([0-9a-f]{12})$/.exec(id) ?? [];
  return a === undefined ? id : `${a}-${b}-4${c}-8${d}-${e}`;
}
