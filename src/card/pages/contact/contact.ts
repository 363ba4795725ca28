import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PersonView } from '../../../runtime/api.ts';
import { fold } from '../../../runtime/platform/fold.ts';
import type { ContactRequest } from '../../../runtime/providers/provider.ts';
import type { HistoryEntry, PersonChoice } from '../../../runtime/storage/storage.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { personDetail, personOf } from '../view.ts';
import { peopleList, type PeopleContext } from './people.ts';
import { personPage } from './person.ts';
import { contactStyles } from './styles.ts';

/** People drawn at first, and more at a time when the end comes near. */
const SHOWN = 100;
/** Calls that the page of a person shows. */
const CALLS = 10;

/** Everybody, or one person: see `personDetail`. */
export class CaContact extends PageElement {
  static override readonly styles = [...PageElement.styles, contactStyles];
  static override readonly properties = {
    text: { state: true },
    shown: { state: true },
    calls: { state: true },
    blocking: { state: true },
  };
  declare text: string;
  /** How many of the list are drawn. */
  declare shown: number;
  declare calls: readonly HistoryEntry[];
  /** Blocking waits for a yes. */
  declare blocking: boolean;
  /** Injected by tests. */
  now: () => number = () => Date.now();
  #watch: IntersectionObserver | null = null;
  #newest: unknown = null;

  constructor() {
    super();
    this.text = '';
    this.shown = SHOWN;
    this.calls = [];
    this.blocking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) this.shown += SHOWN;
      },
      { root: this.parentElement, rootMargin: '800px 0px' },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = null;
  }

  get #person(): PersonView | undefined {
    const who = personOf(this.detail);
    return this.snapshot.contacts.find(({ accountId, id }) => accountId === who?.accountId && id === who.contactId);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { history } = this.snapshot;
    if (history === this.#newest) return;
    this.#newest = history;
    if (this.#person) void this.#readCalls(this.#person);
  }

  protected override render(): TemplateResult {
    if (personOf(this.detail) === null) return html`${this.#status()}${this.#everybody()}`;
    const person = this.#person;
    if (!person) return html`<p class="none">${t('con.gone')}</p>`;
    const { accountId, id } = person;
    const writes = personOf(this.detail)?.writes === true;
    const change = (choice: Partial<PersonChoice>): void => {
      this.blocking = false;
      void this.tell(() => this.callAssist.configurePerson(accountId, id, choice));
    };
    return html`${this.#status()}${personPage(person, {
      callAssist: this.callAssist,
      snapshot: this.snapshot,
      calls: this.calls,
      now: this.now(),
      blocking: this.blocking,
      writes,
      change,
      askToBlock: (asked) => (this.blocking = asked),
      dial: (video) => void this.dial({ accountId, contactId: id }, video),
      preview: (ringtone) => this.preview(ringtone),
      allCalls: () => this.open('history', person.address),
    })}`;
  }

  #status(): TemplateResult {
    return html`<p class="said" role="status">${this.said}</p>`;
  }

  #everybody(): TemplateResult {
    const { contacts, requests, accounts } = this.snapshot;
    const wanted = fold(this.text);
    const found = contacts
      .filter((person) => [person.name, person.ownName, person.address].some((word) => fold(word).includes(wanted)))
      .toSorted((one, other) => Number(other.favourite) - Number(one.favourite));
    const context: PeopleContext = {
      accounts,
      open: ({ accountId, id }) => this.open('contact', personDetail(accountId, id)),
      dial: ({ accountId, id }, video) => void this.dial({ accountId, contactId: id }, video),
      accept: (request) => this.#answer(request, true),
      reject: (request) => this.#answer(request, false),
    };
    return html`<div class="find">
        <input
          class="in"
          id="search"
          type="search"
          dir="auto"
          autocomplete="off"
          aria-label=${t('con.search')}
          placeholder=${t('con.search')}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLInputElement).value;
            this.shown = SHOWN;
          }}
        />
      </div>
      ${peopleList(requests, found.slice(0, this.shown), context)}
      ${found.length > this.shown ? html`<p class="sentinel"></p>` : nothing}
      ${found.length ? nothing : html`<p class="none">${t(contacts.length ? 'con.none_found' : 'card.none_yet')}</p>`}`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#watch?.disconnect();
    const end = this.renderRoot.querySelector('.sentinel');
    if (end) this.#watch?.observe(end);
  }

  #answer({ accountId, id }: ContactRequest, yes: boolean): void {
    const { callAssist } = this;
    void this.tell(
      () => (yes ? callAssist.acceptRequest(accountId, id) : callAssist.rejectRequest(accountId, id)),
      '',
      t('setup.other'),
    );
  }

  async #readCalls({ accountId, id, address }: PersonView): Promise<void> {
    const found = await this.callAssist.history({ text: address, filter: 'all', limit: CALLS * 4 }).catch(() => []);
    const theirs = found.filter(({ peer }) => peer.accountId === accountId && peer.contactId === id);
    this.calls = theirs.slice(0, CALLS);
  }
}
