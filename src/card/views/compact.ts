import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar.ts';
import { icon } from '../components/icons.ts';
import { t } from '../localize/live.ts';
import { personParts } from './contacts.ts';
import { next, people as peopleIcon } from './icons.ts';
import { noteTile } from './note-row.ts';
import type { Note } from './notes.ts';
import { byName, chosen, reach } from './people.ts';
import type { Person, Shown } from './shown.ts';

/** More faces than that do not fit beside each other. */
const FACES = 3;

/** A tile: the most important thing to say, else the people it is for. */
export function compact(shown: Shown, said: readonly Note[]): TemplateResult {
  const note = said.find(({ minor }) => !minor);
  if (shown.said) return html`<p class="say" role="alert">${shown.said}</p>`;
  if (note) return noteTile(note);
  const { contacts } = shown.snapshot;
  const people = chosen(contacts, shown.config) ?? byName(contacts);
  const [first] = people;
  if (!first) return html`<p class="hero">${t(contacts.length ? 'card.none_match' : 'card.none_yet')}</p>`;
  return people.length === 1 ? personTile(first, shown) : facesTile(people, shown);
}

function personTile(person: Person, shown: Shown): TemplateResult {
  const { avatar, word, call, who } = personParts(person, shown);
  return html`<div class="tile" data-contact=${person.address} data-account=${person.accountId} data-id=${person.id}>
    ${who(
      'who',
      html`${avatar}<span class="n"
          ><b dir="auto">${person.name}</b>${word ? html`<small dir="auto">${word}</small>` : nothing}</span
        >`,
    )}
    <div class="do">${call}</div>
  </div>`;
}

function facesTile(people: readonly Person[], { snapshot, config }: Shown): TemplateResult {
  const presence = config.presence ?? true;
  const reachable = people.filter(
    (person) => person.presence === 'reachable' && reach(person, snapshot.accounts, presence)[1],
  );
  const word = presence
    ? t('card.reachable_n', { count: reachable.length })
    : t('card.people_n', { count: people.length });
  return html`<div class="tile">
    <div class="who">
      <span class="badge">${icon(peopleIcon)}</span>
      <span class="n"><b dir="auto">${config.name || snapshot.station.name}</b><small>${word}</small></span>
    </div>
    <button class="do faces" data-action="people" aria-haspopup="dialog">
      <span class="stack">${people.slice(0, FACES).map((person) => avatar({ ...person, presence: 'unknown' }))}</span>
      <span class="vh">${t('card.people')}</span>${icon(next)}
    </button>
  </div>`;
}
