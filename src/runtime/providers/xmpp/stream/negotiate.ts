import type { Client } from 'stanza';
import { childOf, childrenOf, element, elements, textOf, type XmlElement } from '../jingle/element.ts';
import { isSecure } from './address.ts';
import { decodeText, encodeText } from './bytes.ts';
import { NS_BIND, NS_CLIENT, NS_CSI, NS_FRAMING, NS_SASL, NS_SM, NS_STREAM } from './namespaces.ts';
import { saslProblem, StreamError } from './problems.ts';
import { beginSasl, type Credentials } from './sasl.ts';
import type { ScramCache } from './scram.ts';
import { handledOf } from './stream-management.ts';

/** Elements in, elements out, while nothing else happens on the stream. */
interface Link {
  write(frame: XmlElement): void;
  /** @throws StreamError when the connection ends instead */
  next(): Promise<XmlElement>;
}

export interface NegotiationOptions {
  readonly link: Link;
  readonly url: string;
  /** Bare. */
  readonly jid: string;
  readonly domain: string;
  readonly resource: string;
  readonly credentials: Credentials;
  readonly nonce: () => string;
  readonly cache: ScramCache;
}

export interface Negotiated {
  /** The full JID that the server gave. */
  readonly jid: string;
  readonly resumed: boolean;
  /** Whether the server wants to know if anybody looks (XEP-0352). */
  readonly clientState: boolean;
}

/**
 * Brings an open socket to a working stream: SASL, then the lost session again (XEP-0198), or a resource and a new one.
 * @throws StreamError
 */
export async function negotiate(
  options: NegotiationOptions & { readonly management: Client['sm'] },
): Promise<Negotiated> {
  const { link, management } = options;
  await authenticate(options, await begin(options));
  const features = await begin(options);
  const managed = childOf(features, NS_SM, 'sm') !== null;
  const clientState = childOf(features, NS_CSI, 'csi') !== null;
  if (managed && management.id) {
    await management.resume();
    const answer = await expect(link, NS_SM, 'resumed', 'failed');
    const handled = handledOf(answer);
    if (answer.name === 'resumed' && handled !== undefined) {
      await management.resumed({ type: 'resume', handled, previousSession: management.id });
      return { jid: management.jid ?? '', resumed: true, clientState };
    }
    await management.failed({ type: 'failed', ...(handled === undefined ? {} : { handled }) });
  }
  const jid = await bind(options, features);
  await management.bind(jid);
  if (managed) await enable(link, management);
  return { jid, resumed: false, clientState };
}

async function begin({ link, domain }: NegotiationOptions): Promise<XmlElement> {
  link.write(element(NS_FRAMING, 'open', { to: domain, version: '1.0' }));
  await expect(link, NS_FRAMING, 'open');
  return expect(link, NS_STREAM, 'features');
}

async function authenticate(options: NegotiationOptions, features: XmlElement): Promise<void> {
  const { link, url, credentials, nonce, cache } = options;
  const mechanisms = childOf(features, NS_SASL, 'mechanisms');
  const offered = mechanisms ? childrenOf(mechanisms, NS_SASL, 'mechanism').map(textOf) : [];
  const exchange = beginSasl({ ...credentials, offered, secure: isSecure(url), nonce: nonce(), cache });
  link.write(element(NS_SASL, 'auth', { mechanism: exchange.mechanism }, [encodeText(exchange.first())]));
  for (;;) {
    const answer = await expect(link, NS_SASL, 'challenge', 'success', 'failure');
    const text = textOf(answer);
    if (answer.name === 'failure') throw saslFailure(answer);
    if (answer.name === 'success') return exchange.succeed(text === '' || text === '=' ? null : decodeText(text));
    const response = await exchange.respond(decodeText(text));
    link.write(element(NS_SASL, 'response', {}, response === '' ? [] : [encodeText(response)]));
  }
}

function saslFailure(failure: XmlElement): StreamError {
  const condition = elements(failure).find(({ name }) => name !== 'text')?.name ?? 'undefined-condition';
  return new StreamError(saslProblem(condition), condition);
}

/** RFC 6120, 7. @returns the full JID */
async function bind({ link, resource }: NegotiationOptions, features: XmlElement): Promise<string> {
  if (!childOf(features, NS_BIND, 'bind')) throw new StreamError('not-offered', 'bind');
  const wanted = element(NS_BIND, 'bind', {}, [element(NS_BIND, 'resource', {}, [resource])]);
  link.write(element(NS_CLIENT, 'iq', { type: 'set', id: 'bind' }, [wanted]));
  const answer = await expect(link, NS_CLIENT, 'iq');
  const bound = childOf(answer, NS_BIND, 'bind');
  const jid = bound && childOf(bound, NS_BIND, 'jid');
  if (answer.attributes['type'] !== 'result' || !jid) throw new StreamError('refused', 'bind');
  return textOf(jid);
}

async function enable(link: Link, management: Client['sm']): Promise<void> {
  await management.enable();
  const answer = await expect(link, NS_SM, 'enabled', 'failed');
  const { id, resume = 'false' } = answer.attributes;
  if (answer.name === 'failed') return management.failed({ type: 'failed' });
  const resumable = id !== undefined && (resume === 'true' || resume === '1');
  await management.enabled({ type: 'enabled', resume: resumable, id: id ?? '' });
}

/** @throws StreamError `malformed` where something else comes */
async function expect(link: Link, ns: string, ...names: readonly string[]): Promise<XmlElement> {
  const next = await link.next();
  if (next.ns !== ns || !names.includes(next.name)) throw new StreamError('malformed', 'negotiation');
  return next;
}
