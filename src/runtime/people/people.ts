import type { PersonView } from '../api.ts';
import type { Peer } from '../call/call.ts';
import { type Readable, Store } from '../platform/readable.ts';
import { RINGTONES } from '../platform/ringtones.ts';
import type { Account, Contact } from '../providers/provider.ts';
import { changed, FLAG, oneOf, type Rules } from '../settings/rules.ts';
import { waitingId } from './waiting.ts';
import type { PersonChoice, PersonKey, Storage } from '../storage/storage.ts';

/** What holds for somebody for whom nobody chose anything. */
export const NOTHING_CHOSEN: PersonChoice = {
  favourite: false,
  alias: null,
  ringtone: null,
  autoAnswer: 'off',
  throughQuiet: false,
  blocked: false,
};

export const PERSON_RULES: Rules<PersonChoice> = {
  favourite: FLAG,
  alias: [
    (value) =>
      value === null || (typeof value === 'string' && value === value.trim() && value !== '' && value.length <= 60),
    'a text of 1 to 60 characters or null',
  ],
  ringtone: [(value) => value === null || RINGTONES.some((each) => each === value), `${RINGTONES.join(', ')} or null`],
  autoAnswer: oneOf('off', 'voice', 'video'),
  throughQuiet: FLAG,
  blocked: FLAG,
};

type Choices = ReadonlyMap<string, PersonKey & PersonChoice>;

/** What people here chose for those they know. */
export class People {
  readonly #choices: Store<Choices>;
  readonly #storage: Storage['people'];

  private constructor(storage: Storage['people'], stored: readonly (PersonKey & PersonChoice)[]) {
    this.#storage = storage;
    this.#choices = new Store<Choices>(new Map(stored.map((person) => [keyOf(person), person])));
  }

  /** @throws StorageError */
  static async open(storage: Storage['people']): Promise<People> {
    return new People(storage, await storage.list());
  }

  /** When storage cannot be read. */
  static empty(storage: Storage['people']): People {
    return new People(storage, []);
  }

  get changes(): Readable<unknown> {
    return this.#choices;
  }

  all(): readonly (PersonKey & PersonChoice)[] {
    return [...this.#choices.value.values()];
  }

  choice({ accountId, contactId }: PersonKey): PersonChoice {
    return this.#choices.value.get(keyOf({ accountId, contactId })) ?? NOTHING_CHOSEN;
  }

  /** The peer of a call under the name that is used here. */
  named(peer: Peer): Peer {
    const { alias } = this.choice(peer);
    return alias === null ? peer : { ...peer, name: alias };
  }

  /** @throws RangeError naming the key that is wrong; then nothing changes. @throws StorageError */
  async change({ accountId, contactId }: PersonKey, change: Partial<PersonChoice>): Promise<PersonChoice> {
    const { favourite, alias, ringtone, autoAnswer, throughQuiet, blocked } = this.choice({ accountId, contactId });
    const before = { favourite, alias, ringtone, autoAnswer, throughQuiet, blocked };
    const next = changed('person', PERSON_RULES, before, change);
    await this.put([{ accountId, contactId, ...next }]);
    return next;
  }

  /** @throws StorageError */
  async put(people: readonly (PersonKey & PersonChoice)[]): Promise<void> {
    for (const person of people) await this.#storage.put(person);
    this.#choices.set(new Map([...this.#choices.value, ...people.map((each) => [keyOf(each), each] as const)]));
  }

  /** Somebody signed in: takes over what waited for this account since an import. @throws StorageError */
  async adopt({ id, protocol, address }: Account): Promise<void> {
    const waiting = waitingId({ protocol, address });
    const mine = this.all().filter(({ accountId }) => accountId === waiting);
    await this.put(mine.map((person) => ({ ...person, accountId: id })));
    for (const person of mine) await this.#storage.remove(person);
    this.#choices.set(new Map([...this.#choices.value].filter(([, { accountId }]) => accountId !== waiting)));
  }

  /** The contacts as they are shown. `writable` says which accounts can write. */
  views(contacts: readonly Contact[], writable: (accountId: string) => boolean): readonly PersonView[] {
    return contacts.map((contact) => {
      const { accountId, id: contactId, name } = contact;
      const { favourite, alias, ringtone, autoAnswer, throughQuiet, blocked } = this.choice({ accountId, contactId });
      return {
        ...contact,
        name: alias ?? name,
        ownName: name,
        favourite,
        alias,
        ringtone,
        autoAnswer,
        throughQuiet,
        blocked,
        writable: writable(accountId),
      };
    });
  }
}

const keyOf = ({ accountId, contactId }: PersonKey): string => JSON.stringify([accountId, contactId]);
