import { html, nothing, type TemplateResult } from 'lit';
import type { AccountView, CallAssist, PersonView, Snapshot } from '../../../runtime/api.ts';
import { isMissed } from '../../../runtime/call/end-reasons.ts';
import type { HistoryEntry } from '../../../runtime/storage/storage.ts';
import { avatar } from '../../components/avatar.ts';
import { icon, phone, video } from '../../components/icons.ts';
import { t } from '../../localize/pages.ts';
import '../contact/message.ts';
import { durationText, momentText, timeText } from '../dates.ts';
import { came, missedCall, went } from '../icons.ts';
import { personDetail } from '../view.ts';

/** People and accounts by id: looked up for every line. */
export class Known {
  /** Lines must not say who it was. */
  readonly hidden: boolean;
  readonly #people: ReadonlyMap<string, PersonView>;
  readonly #accounts: ReadonlyMap<string, AccountView>;

  constructor({ contacts, accounts }: Pick<Snapshot, 'contacts' | 'accounts'>, hidden = false) {
    this.hidden = hidden;
    this.#people = new Map(contacts.map((person) => [`${person.accountId}\n${person.id}`, person]));
    this.#accounts = new Map(accounts.map((account) => [account.id, account]));
  }

  person({ peer }: HistoryEntry): PersonView | undefined {
    return this.#people.get(`${peer.accountId}\n${peer.contactId}`);
  }

  /** The name that a line may say. */
  name(entry: HistoryEntry): string {
    return this.hidden ? t('card.somebody') : (this.person(entry)?.name ?? entry.peer.name);
  }

  account({ peer }: HistoryEntry): AccountView | undefined {
    return this.#accounts.get(peer.accountId);
  }
}

/** How a call ended, with the words that its outcome had. */
function endWords(entry: HistoryEntry, known: Known): { readonly title: string; readonly text: string } {
  const account = known.account(entry);
  const talked = entry.connected === null ? '' : `${durationText(entry.ended - entry.connected)}.`;
  const values = {
    n: known.name(entry),
    account: account?.address ?? '',
    protocol: account?.protocolName ?? '',
    time: talked,
  };
  return { title: t(`end.${entry.reason}`, values), text: t(`end.${entry.reason}.text`, values) };
}

/** `Video, 12 min 40 s`, `Voice`. */
export function kindText({ offered, connected, ended }: HistoryEntry): string {
  const kind = t(offered.video ? 'hist.video' : 'hist.voice');
  return connected === null ? kind : t('hist.talked', { kind, time: durationText(ended - connected) });
}

/** The small sign of a direction, and what became of the call in a few words. */
export function wayIcon(entry: HistoryEntry): TemplateResult {
  if (isMissed(entry)) return html`${icon(missedCall)}`;
  return html`<span class="dir">${icon(entry.direction === 'incoming' ? came : went)}</span>`;
}

export function wayText(entry: HistoryEntry, known: Known): string {
  if (isMissed(entry)) return t('card.missed');
  if (entry.connected === null) return endWords(entry, known).title;
  return t(entry.direction === 'incoming' ? 'hist.incoming' : 'hist.outgoing');
}

export interface CallsContext {
  readonly callAssist: CallAssist;
  readonly known: Known;
  readonly now: number;
  /** The entry whose details are open. */
  readonly opened: number | null;
  /** The entry whose deletion waits for a yes. */
  readonly asked: number | null;
}

const NOBODY = { id: '', name: '?', avatar: null };

/** A call in the list. What its buttons do is told by `data-action` and `data-entry`. */
export function callRow(entry: HistoryEntry, context: CallsContext): TemplateResult {
  const { known, opened } = context;
  const person = known.person(entry);
  const account = known.account(entry);
  const name = known.name(entry);
  const open = opened === entry.id;
  const again = (kind: 'voice' | 'video'): TemplateResult =>
    html`<button
      class="ib ${kind === 'video' ? 'go' : 'tonal'}"
      data-action="call-${kind}"
      data-entry=${entry.id}
      aria-label=${t(`card.${kind}_to`, { n: name })}
      ?disabled=${kind === 'video' && person?.callable.video === false}
    >
      ${icon(kind === 'video' ? video : phone)}
    </button>`;
  return html`<li class="call ${isMissed(entry) ? 'missed' : ''}">
    <button class="who" data-action="details" data-entry=${entry.id} aria-expanded=${open}>
      ${avatar(known.hidden ? NOBODY : { id: entry.peer.contactId, name, avatar: person?.avatar ?? null })}
      <span class="t"
        ><b><bdi>${name}</bdi></b
        ><small>${kindText(entry)}${account ? html` · <bdi>${account.protocolName}</bdi>` : nothing}</small></span
      >
      <span class="why">${wayIcon(entry)}<span>${wayText(entry, known)}</span></span>
      <span class="num">${timeText(entry.began)}</span>
    </button>
    ${account ? html`${again('voice')}${again('video')}` : nothing} ${open ? details(entry, context) : nothing}
  </li>`;
}

function details(entry: HistoryEntry, { callAssist, known, now, asked }: CallsContext): TemplateResult {
  const { title, text } = endWords(entry, known);
  const person = known.hidden ? undefined : known.person(entry);
  const button = (action: string, look: string, word: string): TemplateResult =>
    html`<button class="btn ${look}" data-action=${action} data-entry=${entry.id}>${word}</button>`;
  return html`<div class="more">
    <p><b>${title}</b>${text}</p>
    <p class="hint">
      <span>${momentText(entry.began, now)}</span>${known.hidden ? nothing : html` · <bdi>${entry.peer.address}</bdi>`}
    </p>
    ${
      asked === entry.id
        ? html`<p role="alert">${t('hist.delete_sure')}</p>
            <div class="acts">
              ${button('keep', 'edge', t('common.cancel'))}${button('delete-yes', 'stop', t('hist.delete'))}
            </div>`
        : html`<div class="acts">
            ${button('delete', 'edge', t('hist.delete'))}
            ${person ? button('person', 'tonal', t('hist.person')) : nothing}
          </div>`
    }
    ${person?.writable ? html`<ca-message .callAssist=${callAssist} .detail=${personDetail(person.accountId, person.id)}></ca-message>` : nothing}
  </div>`;
}
