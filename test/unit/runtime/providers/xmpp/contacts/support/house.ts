import { Scope } from '../../../../../../../src/runtime/platform/scope.ts';
import {
  type Contacts,
  type Remembered,
  createContacts,
} from '../../../../../../../src/runtime/providers/xmpp/contacts/index.ts';
import type { Contact } from '../../../../../../../src/runtime/providers/provider.ts';
import { type FakePlatform, fakePlatform } from '../../../../../support/fake-platform.ts';
import { FakeWire } from '../../support/fake-wire.ts';

export const OWN = 'kiosk@home/panel';
export const ACCOUNT = 'kiosk@home';
export const DISCO = 'http://jabber.org/protocol/disco#info';
const CAPS = 'http://jabber.org/protocol/caps';
/** What a client says of itself that can be called. */
export const PHONE = [
  'urn:xmpp:jingle:1',
  'urn:xmpp:jingle:apps:rtp:1',
  'urn:xmpp:jingle:transports:ice-udp:1',
  'urn:xmpp:jingle:apps:dtls:0',
  'urn:xmpp:jingle-message:0',
  'urn:xmpp:jingle:apps:rtp:audio',
];
export const VIDEO_PHONE = [...PHONE, 'urn:xmpp:jingle:apps:rtp:video'];

/** The contacts of one account with its server in the hands of the test. */
export class House {
  readonly platform: FakePlatform = fakePlatform();
  readonly wire = new FakeWire(OWN);
  readonly failures: unknown[] = [];
  readonly scope = new Scope((error) => this.failures.push(error));
  readonly written: Remembered[] = [];
  readonly people: Contacts;
  told = 0;

  constructor(roster = '', remembered: unknown = {}) {
    this.roster(roster);
    this.people = createContacts({
      accountId: 'account',
      wire: this.wire,
      platform: this.platform,
      scope: this.scope,
      features: ['urn:xmpp:ping'],
      remembered,
      remember: (who) => this.written.push(who),
    });
    this.people.contacts.subscribe(() => this.told++);
  }

  roster(items: string, version = ''): void {
    this.wire.answers('get', 'jabber:iq:roster', 'query', () => rosterXml(items, version));
  }

  /** A stream begins and what waits for it is told. */
  async begin(): Promise<void> {
    this.wire.begins();
    await this.people.ready();
    await this.pause();
  }

  async pause(ms = 200): Promise<void> {
    // Hashes are made outside of this thread.
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
    await this.platform.clock.advance(ms);
  }

  contact(jid: string): Contact | undefined {
    return this.people.contacts.value.find(({ id }) => id === jid);
  }

  presence(from: string, inner = '', type = ''): void {
    this.wire.comes(`<presence xmlns='jabber:client' from='${from}'${type && ` type='${type}'`}>${inner}</presence>`);
  }

  publishes(from: string, node: string, item: string): void {
    this.wire.comes(
      `<message xmlns='jabber:client' from='${from}' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'>` +
        `<items node='${node}'><item id='1'>${item}</item></items></event></message>`,
    );
  }
}

export const rosterXml = (items: string, version = ''): string =>
  `<query xmlns='jabber:iq:roster'${version && ` ver='${version}'`}>${items}</query>`;

export const item = (jid: string, subscription = 'both', more = '', inner = ''): string =>
  `<item jid='${jid}' subscription='${subscription}' ${more}>${inner}</item>`;

export const caps = (ver: string, node = 'n', hash = 'sha-1'): string =>
  `<c xmlns='${CAPS}' hash='${hash}' node='${node}' ver='${ver}'/>`;

export const discoXml = (features: readonly string[]): string =>
  `<query xmlns='${DISCO}'><identity category='client' type='pc' name='x'/>${features.map((one) => `<feature var='${one}'/>`).join('')}</query>`;
