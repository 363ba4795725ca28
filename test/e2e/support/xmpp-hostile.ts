import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ConsoleMessage } from 'playwright-core';
import { waitFor } from '../../../demo/wait.ts';
import type { XmppPeer } from '../../peers/xmpp-peer.ts';
import { house } from './house.ts';

const JINGLE = 'urn:xmpp:jingle:1';
const JMI = 'urn:xmpp:jingle-message:0';
const RTP = 'urn:xmpp:jingle:apps:rtp:1';
const ICE = 'urn:xmpp:jingle:transports:ice-udp:1';
const STORE = `<store xmlns='urn:xmpp:hints'/>`;

/** Attributes as XML; what is undefined is left out, as a sloppy client would. */
const written = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}='${value}'`))
    .join('');

/** A chat message, to a full or bare JID. */
export const chat = (to: string, payload: string, type = 'chat'): string =>
  `<message type='${type}' to='${to}'>${payload}${STORE}</message>`;

/** One step of XEP-0353. */
export const step = (name: string, id: string | undefined, payload = '', ns = JMI): string =>
  `<${name} xmlns='${ns}'${written({ id })}>${payload}</${name}>`;

export const medium = (media: string, ns = RTP): string => `<description xmlns='${ns}' media='${media}'/>`;

/** XEP-0203: it says to have been sent so many milliseconds ago. */
export const delayed = (age: number): string =>
  `<delay xmlns='urn:xmpp:delay' stamp='${new Date(Date.now() - age).toISOString()}'/>`;

/** A carbon (XEP-0280) of a message that its sender made up. */
export const carbon = (kind: 'sent' | 'received', from: string, to: string, payload: string): string =>
  `<${kind} xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>` +
  `<message xmlns='jabber:client' type='chat' from='${from}' to='${to}'>${payload}</message></forwarded></${kind}>`;

/** A `<jingle/>`; attributes that are undefined are left out. */
export const jingle = (
  attributes: Readonly<Record<string, string | undefined>>,
  payload = '',
  ns: string = JINGLE,
): string => `<jingle xmlns='${ns}'${written(attributes)}>${payload}</jingle>`;

export const candidate = (attributes: Readonly<Record<string, string>> = {}): string => {
  const right = {
    component: '1',
    foundation: '1',
    generation: '0',
    id: randomUUID(),
    ip: '192.0.2.1',
    network: '0',
    port: '9',
    priority: '1',
    protocol: 'udp',
    type: 'host',
  };
  return `<candidate${written({ ...right, ...attributes })}/>`;
};

/** A content with whatever is in its transport; complete but for what its arguments say. */
export const content = (name: string, media: string, { secure = true, candidates = '' } = {}): string => {
  const bytes = Array.from({ length: 32 }, () => 'AB').join(':');
  const fingerprint = `<fingerprint xmlns='urn:xmpp:jingle:apps:dtls:0' hash='sha-256' setup='actpass'>${bytes}</fingerprint>`;
  const codec =
    media === 'audio' ? `id='111' name='opus' clockrate='48000' channels='2'` : `id='96' name='VP8' clockrate='90000'`;
  return (
    `<content creator='initiator' name='${name}' senders='both'>` +
    `<description xmlns='${RTP}' media='${media}'><payload-type ${codec}/><rtcp-mux/></description>` +
    `<transport xmlns='${ICE}' ufrag='abcd' pwd='abcdefghijklmnopqrstuv'>${secure ? fingerprint : ''}${candidates}</transport></content>`
  );
};

/** A content that says nothing but where candidates go; of the transport that there is, unless given otherwise. */
export const transport = (name: string, inside: string, credentials: Readonly<Record<string, string>> = {}): string =>
  `<content creator='initiator' name='${name}'><transport xmlns='${ICE}'${written(credentials)}>${inside}</transport></content>`;

/** Sends an IQ. @returns `result`, or the condition of the error (RFC 6120, 8.3.3) and what Jingle adds to it */
export async function answerTo(peer: XmppPeer, to: string, payload: string, type = 'set'): Promise<string> {
  const id = randomUUID();
  await peer.raw(`<iq type='${type}' id='${id}' to='${to}'>${payload}</iq>`);
  const answer = await waitFor(
    'an answer to an IQ',
    async () => (await peer.stanzas()).find((stanza) => stanza.startsWith('<iq') && stanza.includes(`id="${id}"`)),
    { timeout: 10_000, interval: 50 },
  );
  if (answer.includes('type="result"')) return 'result';
  const [, inside = ''] = /<error[^>]*>(.*)<\/error>/.exec(answer) ?? [];
  return [...inside.matchAll(/<([\w-]+) xmlns=/g)].map(([, name]) => name).join(' ');
}

/** What the kiosk's page writes to its console from now on. `isHarmless`: no password and no device's address is in it. */
export async function watchLog(): Promise<{ isHarmless(): void; stop(): void }> {
  const { kiosk, stack } = await house();
  const { xmpp } = stack.endpoints;
  const secrets = [xmpp.kiosk, ...xmpp.people].map(({ password }) => password);
  const logged: string[] = [];
  const hear = (message: ConsoleMessage): void => void logged.push(message.text());
  kiosk.page.on('console', hear);
  return {
    stop: () => void kiosk.page.off('console', hear),
    isHarmless() {
      assert.ok(logged.length > 0, 'something was logged');
      const told = logged.filter((text) => secrets.some((one) => text.includes(one)) || /@localhost\/\S/.test(text));
      assert.deepEqual(told, []);
    },
  };
}
