import type { Millis, Peer } from '../../../call/call.ts';
import { Store } from '../../../platform/readable.ts';
import type { Contact, ContactRequest } from '../../provider.ts';
import { type XmlElement, element } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import { bareOf } from '../jmi/jid.ts';
import type { Caller } from '../jmi/state.ts';
import type { Iq } from '../wire.ts';
import { Avatars } from './avatars.ts';
import { BlockList } from './blocking.ts';
import { Capabilities } from './capabilities.ts';
import type { Contacts, ContactsContext } from './types.ts';
import { NS_BLOCKING, NS_CLIENT, NS_ROSTER } from './namespaces.ts';
import { OwnPresence } from './own-presence.ts';
import { Presences } from './presences.ts';
import { Profiles } from './profiles.ts';
import { readNick, readPublished } from './published.ts';
import { Memory } from './remembered.ts';
import { refusal } from './refusal.ts';
import { Requests } from './requests.ts';
import { NO_ROSTER, type Roster, isSeen, readRoster, rosterSet, seesUs, withPush } from './roster.ts';
import { nameOf, sameList, selectContacts } from './select.ts';
import { readJid } from './text.ts';

/** What comes within is told at once: a sign-in brings hundreds of presences. */
const TELL_AFTER: Millis = 100;
/** From our presence until every server that is there has told whose devices are. */
const SETTLE_AFTER: Millis = 5_000;
const ROSTER_RETRY: Millis = 30_000;
/** Servers without block lists may be silent; presence waits for it. */
const BLOCKLIST_WITHIN: Millis = 5_000;

/** Keeps contacts and requests true while streams come and go. */
export class People implements Contacts {
  readonly contacts = new Store<readonly Contact[]>([]);
  readonly requests = new Store<readonly ContactRequest[]>([]);
  readonly #context: ContactsContext;
  readonly #account: string;
  readonly #blocked = new BlockList();
  readonly #asking = new Requests();
  readonly #profiles = new Profiles();
  readonly #own: OwnPresence;
  readonly #memory: Memory;
  readonly #presences: Presences;
  readonly #avatars: Avatars;
  #roster: Roster = NO_ROSTER;
  #stream = 0;
  #starting: Promise<void> = Promise.resolve();
  #cancelTell: (() => void) | null = null;
  #cancelLater = (): void => {};

  constructor(context: ContactsContext) {
    this.#context = context;
    const { wire, scope, platform } = context;
    const { clock } = platform;
    this.#account = bareOf(wire.own);
    this.#own = new OwnPresence(context);
    this.#memory = new Memory({ clock, scope, remembered: context.remembered, remember: context.remember });
    this.#presences = new Presences(new Capabilities(wire), (jid) => this.#presenceChanged(jid));
    this.#avatars = new Avatars({
      wire,
      clock,
      scope,
      changed: () => this.#tell(),
      named: (jid, name) => this.#profiles.named(jid, name),
    });
    const ends = [
      wire.onStream(({ resumed }) => {
        if (!resumed) this.#starting = this.#start();
        // Pictures go on where they stopped.
        else this.#tell();
      }),
      wire.onPresence((stanza) => this.#presence(stanza)),
      wire.onMessage((stanza) => this.#message(stanza)),
      wire.onIq({ type: 'set', ns: NS_ROSTER, name: 'query' }, (iq) => this.#push(iq, () => this.#rosterPush(iq))),
      wire.onIq({ type: 'set', ns: NS_BLOCKING, name: 'block' }, (iq) => this.#push(iq, () => this.#blockPush(iq))),
      wire.onIq({ type: 'set', ns: NS_BLOCKING, name: 'unblock' }, (iq) =>
        this.#push(iq, () => this.#blocked.unblock(iq.payload)),
      ),
      () => this.#cancelTell?.(),
      () => this.#cancelLater(),
    ];
    for (const end of ends) scope.add(end);
  }

  ready(): Promise<void> {
    return this.#starting;
  }

  callerOf(jid: string): Caller {
    const account = bareOf(jid);
    if (account === this.#account || this.#blocked.has(jid)) return 'blocked';
    return this.#roster.items.has(account) ? 'contact' : 'stranger';
  }

  peerOf(jid: string): Peer {
    const name = nameOf(jid, this.#roster.items.get(jid)?.name ?? '', this.#profiles.nick(jid));
    return { accountId: this.#context.accountId, contactId: jid, address: jid, name };
  }

  announce(jid: string): void {
    if (!seesUs(this.#roster.items.get(jid))) this.#send(this.#own.presence(jid));
  }

  async acceptRequest(id: string): Promise<void> {
    const nick = this.#asking.nick(id);
    if (nick === null) return;
    await this.#approve(id, nick);
    this.#asking.remove(id);
    this.#tell();
  }

  async rejectRequest(id: string): Promise<void> {
    if (this.#asking.nick(id) === null) return;
    await this.#context.wire.send(subscription(id, 'unsubscribed'));
    this.#asking.remove(id);
    this.#tell();
  }

  async block(jid: string, on: boolean): Promise<void> {
    const payload = element(NS_BLOCKING, on ? 'block' : 'unblock', {}, [element(NS_BLOCKING, 'item', { jid })]);
    await this.#context.wire.ask({ to: null, type: 'set', payload });
  }

  /** RFC 6121, 3.1.4 and 3.1.1. */
  async #approve(jid: string, nick: string): Promise<void> {
    const { wire } = this.#context;
    const item = this.#roster.items.get(jid);
    if (!item && nick) {
      // Before anything else puts them there without a name; only a name, so whether it succeeds does not matter.
      await wire.ask({ to: null, type: 'set', payload: rosterSet(jid, nick) }).catch(() => null);
    }
    await wire.send(subscription(jid, 'subscribed'));
    if (!isSeen(item) && !item?.asked) await wire.send(subscription(jid, 'subscribe'));
  }

  /** Presence goes out when roster and block list are here: from then on calls can come, and it counts who calls. */
  async #start(): Promise<void> {
    const { scope, platform } = this.#context;
    const stream = ++this.#stream;
    this.#cancelLater();
    this.#presences.begin();
    this.#asking.begin();
    this.#avatars.begin();
    const [hasRoster] = await Promise.all([this.#fetchRoster(stream), this.#fetchBlocked(stream), this.#own.prepare()]);
    if (scope.closed || stream !== this.#stream) return;
    this.#send(this.#own.presence(null));
    if (!hasRoster) {
      // Who is there has not been heard without it, so nobody is called offline.
      platform.log.log('warn', 'the roster did not come');
      return this.#later(ROSTER_RETRY, () => void this.#retryRoster(stream));
    }
    this.#later(SETTLE_AFTER, () => {
      this.#presences.settle();
      this.#asking.settle();
      this.#tell();
    });
  }

  async #retryRoster(stream: number): Promise<void> {
    const came = await this.#fetchRoster(stream);
    if (came || this.#context.scope.closed || stream !== this.#stream) return;
    this.#later(ROSTER_RETRY, () => void this.#retryRoster(stream));
  }

  /** @returns whether it came */
  async #fetchRoster(stream: number): Promise<boolean> {
    const { wire } = this.#context;
    // Only servers that know versions give one (RFC 6121, 2.6.1), and only a roster of this page is there to change.
    const payload = element(NS_ROSTER, 'query', { ver: this.#roster.version });
    try {
      const query = await wire.ask({ to: null, type: 'get', payload });
      if (stream === this.#stream) this.#setRoster(readRoster(query, this.#roster));
      return true;
    } catch {
      return false;
    }
  }

  async #fetchBlocked(stream: number): Promise<void> {
    const payload = element(NS_BLOCKING, 'blocklist');
    const request = { to: null, type: 'get', payload, timeout: BLOCKLIST_WITHIN } as const;
    // Many servers have none.
    const list = await this.#context.wire.ask(request).catch(() => undefined);
    if (list !== undefined && stream === this.#stream) this.#blocked.replace(list);
  }

  #setRoster(roster: Roster): void {
    this.#roster = roster;
    this.#profiles.keep(roster.items);
    this.#tell();
  }

  #rosterPush({ payload }: Iq): void {
    const before = this.#roster.items;
    this.#setRoster(withPush(this.#roster, payload));
    for (const jid of before.keys()) if (!this.#roster.items.has(jid)) this.#presences.went(jid);
    // Accepted on another device.
    for (const jid of this.#asking.jids()) if (seesUs(this.#roster.items.get(jid))) this.#asking.remove(jid);
  }

  #blockPush({ payload }: Iq): void {
    this.#blocked.block(payload);
    for (const jid of this.#asking.jids()) if (this.#blocked.has(jid)) this.#asking.remove(jid);
  }

  /** Only the account's own server tells of its lists; whoever else tries to is refused like any unknown request. */
  #push({ from }: Iq, apply: () => void): null {
    if (from !== '' && from !== this.#account) throw refusal('service-unavailable');
    apply();
    this.#tell();
    return null;
  }

  #presence(stanza: XmlElement): void {
    const from = readJid(attribute(stanza, 'from'));
    if (from === null) return;
    const jid = bareOf(from);
    const type = attribute(stanza, 'type');
    if (jid === this.#account) return;
    if (type === 'subscribe') return this.#asked(jid, readNick(stanza));
    if (type === 'unsubscribe') {
      this.#asking.remove(jid);
      return this.#tell();
    }
    // Strangers may send us theirs; asking what they can do would show them ours.
    if (!this.#roster.items.has(jid)) return;
    if (type === null) {
      this.#profiles.came(jid, stanza);
      this.#presences.came(from, stanza);
    } else if (type === 'unavailable') {
      this.#presences.went(from);
    }
  }

  #asked(jid: string, nick: string): void {
    if (this.callerOf(jid) === 'blocked') return;
    const item = this.#roster.items.get(jid);
    if (item && (isSeen(item) || item.asked)) {
      // We have asked them first, here or on another device: that was the answer already.
      this.#approve(jid, nick).catch(() => undefined);
    } else if (this.#asking.add(jid, nick)) {
      this.#tell();
    }
  }

  #message(stanza: XmlElement): void {
    const from = attribute(stanza, 'from');
    if (from === null || !this.#roster.items.has(from) || attribute(stanza, 'type') === 'error') return;
    const news = readPublished(stanza);
    if (!news) return;
    this.#profiles.heard(from, news);
    this.#tell();
  }

  #presenceChanged(jid: string): void {
    const callable = this.#presences.callable(jid);
    if (callable) this.#memory.learn(jid, callable);
    this.#tell();
  }

  #tell(): void {
    if (this.#context.scope.closed) return;
    this.#cancelTell ??= this.#context.platform.clock.after(TELL_AFTER, () => {
      this.#cancelTell = null;
      this.#update();
    });
  }

  #update(): void {
    const { accountId } = this.#context;
    this.#avatars.use(this.#profiles.sources(this.#roster.items.keys()));
    const contacts = selectContacts({
      accountId,
      items: this.#roster.items.values(),
      own: this.#account,
      presence: (jid, seen) => this.#presences.presence(jid, seen),
      callable: (jid) => this.#presences.callable(jid) ?? this.#memory.of(jid),
      nick: (jid) => this.#profiles.nick(jid),
      avatar: (jid) => {
        const hash = this.#profiles.avatar(jid);
        return hash === null ? null : this.#avatars.url(hash);
      },
    });
    if (!sameList(contacts, this.contacts.value)) this.contacts.set(contacts);
    const requests = this.#asking.list(accountId);
    if (!sameList(requests, this.requests.value)) this.requests.set(requests);
  }

  #later(delay: number, task: () => void): void {
    this.#cancelLater = this.#context.platform.clock.after(delay, task);
  }

  #send(stanza: XmlElement): void {
    // What is lost with its stream is sent again in the next.
    this.#context.wire.send(stanza).catch(() => undefined);
  }
}

function subscription(to: string, type: 'subscribe' | 'subscribed' | 'unsubscribed'): XmlElement {
  return element(NS_CLIENT, 'presence', { to, type });
}
