import { html, nothing, type TemplateResult } from 'lit';
import { icon, more, search } from '../components/icons.ts';
import { t } from '../localize/live.ts';
import { contactRows } from './contacts.ts';
import { dialForm } from './dial-form.ts';
import { moon } from './icons.ts';
import { noteRow } from './note-row.ts';
import type { Note } from './notes.ts';
import { byName, chosen, found } from './people.ts';
import type { Seen, Shown } from './shown.ts';
import { timeOf } from './when.ts';

/** A few people, and above them the most important thing to say. `searching`: the field to find people is open. */
export function medium(shown: Shown, said: readonly Note[], searching: boolean): TemplateResult {
  const { snapshot, config, text } = shown;
  const [note] = said;
  const canSearch = config.search ?? true;
  return html`<div class="hd">
      ${station(shown)}
      ${
        canSearch
          ? html`<button class="ib" data-action="dial-open" aria-expanded=${searching} aria-label=${t('card.search')}>
              ${icon(search)}
            </button>`
          : nothing
      }<button class="ib" data-action="settings" aria-label=${t('card.settings')}>${icon(more)}</button>
    </div>
    ${canSearch && searching ? dialForm(text) : nothing} ${sayRow(shown)}
    <ul class="rows">
      ${note ? noteRow(note) : nothing}${snapshot.accounts.length || snapshot.contacts.length ? rows(shown) : nothing}
    </ul>`;
}

function rows(shown: Shown): unknown {
  const { snapshot, config, text } = shown;
  const { contacts } = snapshot;
  if (text.trim()) {
    const people = found(byName(contacts), text);
    return people.length ? contactRows(people, shown) : html`<li class="none">${t('card.none_found')}</li>`;
  }
  const people = chosen(contacts, config) ?? byName(contacts);
  if (people.length) return contactRows(people, shown);
  return html`<li class="hero">${t(contacts.length ? 'card.none_match' : 'card.none_yet')}</li>`;
}

/** The name of the card and how its accounts are. */
export function station({ snapshot, config }: Shown): TemplateResult {
  const [state, word] = accountWord(snapshot);
  return html`<div class="t">
    <h2 dir="auto">${config.name || snapshot.station.name}</h2>
    <p class=${state} role="status" data-status=${state}>
      ${state === 'quiet' ? icon(moon) : nothing}<span>${word}</span>
    </p>
  </div>`;
}

function accountWord({ accounts, quiet, quietUntil }: Seen): readonly [state: string, word: string] {
  const away = accounts.filter(({ status }) => status.state !== 'online');
  if (away.length > 0 && away.every(({ status }) => status.state === 'connecting'))
    return ['away', t('card.connecting')];
  if (accounts.length === 1 && away.length === 1)
    return ['away', t(away[0]?.status.state === 'signed-out' ? 'card.signed_out' : 'card.account_away')];
  if (away.length > 0) return ['away', t('card.away', { count: away.length, all: accounts.length })];
  if (quiet) return ['quiet', quietUntil === null ? t('card.dnd') : t('card.dnd_until', { time: timeOf(quietUntil) })];
  return ['online', t('card.ready')];
}

export const sayRow = ({ said }: Shown): TemplateResult =>
  html`<p class="say" role="alert" ?hidden=${!said}>${said}</p>`;
