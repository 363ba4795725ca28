import { html, nothing, type TemplateResult } from 'lit';
import { icon, video } from '../components/icons.ts';
import { t } from '../localize/live.ts';
import { contactRows, personParts } from './contacts.ts';
import { dialForm } from './dial-form.ts';
import { clock, gear, moon, people as peopleIcon, star, tablet } from './icons.ts';
import { sayRow, station } from './medium.ts';
import { noteRow } from './note-row.ts';
import type { Note } from './notes.ts';
import { byName, chosen, found, inGroups } from './people.ts';
import { recentRow } from './recents.ts';
import type { Person, Shown } from './shown.ts';

export { panelStyles as styles } from '../components/panel-styles.ts';

/** What a phone shows one of at a time; wider screens show all. */
export const PARTS = ['favourites', 'everyone', 'recent', 'station'] as const;
export type Part = (typeof PARTS)[number];

/** The whole telephone. `part`: what was chosen where there is room for one; null: what fits best. */
export function panel(shown: Shown, said: readonly Note[], part: Part | null): TemplateResult {
  const { snapshot, config, text } = shown;
  const { contacts } = snapshot;
  const faces = chosen(contacts, config) ?? [];
  // Who is named by the configuration is who appears.
  const others = config.contacts?.length ? [] : byName(contacts).filter((person) => !faces.includes(person));
  const searching = (config.search ?? true) && text.trim() !== '';
  const has: Readonly<Record<Part, boolean>> = {
    favourites: faces.length > 0,
    everyone: others.length > 0 || !faces.length,
    recent: config.recents ?? true,
    station: config.stations ?? true,
  };
  const parts = PARTS.filter((one) => has[one]);
  const open = part && has[part] ? part : parts[0];
  return html`<div class="panel ${has.recent || has.station ? '' : 'alone'}" data-part=${open ?? ''}>
    <div class="main" data-scroll>
      <div class="hd">${station(shown)}${switches(shown)}</div>
      ${(config.search ?? true) ? dialForm(text) : nothing} ${sayRow(shown)}
      ${
        said.length
          ? html`<ul class="notes">
              ${said.map(noteRow)}
            </ul>`
          : nothing
      }
      ${
        searching
          ? results(shown)
          : html`${has.favourites ? favourites(faces, shown) : nothing}
            ${has.everyone ? everyone(others, shown) : nothing}`
      }
    </div>
    ${
      has.recent || has.station
        ? html`<div class="side">${has.recent ? recents(shown) : nothing} ${has.station ? from(shown) : nothing}</div>`
        : nothing
    }
    ${parts.length > 1 ? tabs(parts, open, shown) : nothing}
  </div>`;
}

function switches({ snapshot }: Shown): TemplateResult {
  const { quiet } = snapshot;
  return html`<button
      class="ib big ${quiet ? 'on' : 'tonal'}"
      data-action="quiet"
      aria-pressed=${quiet}
      aria-label=${t('card.dnd')}
    >
      ${icon(moon)}</button
    ><button class="ib big tonal" data-action="settings" aria-label=${t('card.settings')}>${icon(gear)}</button>`;
}

const title = (word: string, beside: unknown): TemplateResult =>
  html`<div class="sec">
    <h3>${word}</h3>
    ${beside}
  </div>`;

function favourites(faces: readonly Person[], shown: Shown): TemplateResult {
  const { config } = shown;
  const count = faces.filter(({ presence }) => presence === 'reachable').length;
  return html`<section data-part="favourites">
    ${title(
      t('card.favourites'),
      (config.presence ?? true) ? html`<span class="mut">${t('card.reachable_n', { count })}</span>` : nothing,
    )}
    <ul class="faces">
      ${faces.slice(0, shown.limit).map((person) => face(person, shown))}${
        faces.length > shown.limit ? html`<li class="end" data-end aria-hidden="true"></li>` : nothing
      }
    </ul>
  </section>`;
}

function face(person: Person, shown: Shown): TemplateResult {
  const { avatar, word, call, who } = personParts(person, shown);
  return html`<li class="face" data-contact=${person.address} data-account=${person.accountId} data-id=${person.id}>
    ${who('who', html`${avatar}<b dir="auto">${person.name}</b><small dir="auto">${word}</small>`)}
    <span class="acts">${call}</span>
  </li>`;
}

function everyone(others: readonly Person[], shown: Shown): TemplateResult {
  const { contacts } = shown.snapshot;
  let left = shown.limit;
  const groups = inGroups(others).map(({ title, people }) => {
    const rows = left > 0 ? contactRows(people, shown, left) : [];
    left -= people.length;
    return rows.length
      ? html`<li>
          ${title ? html`<h4 dir="auto">${title}</h4>` : nothing}
          <ul class="list">
            ${rows}
          </ul>
        </li>`
      : nothing;
  });
  // A group that ends just where drawing stops has no end of its own.
  const more = left <= 0 && others.length > shown.limit;
  return html`<section data-part="everyone">
    ${title(t('card.everyone'), html`<span class="mut">${t('card.people_n', { count: contacts.length })}</span>`)}
    ${
      others.length
        ? html`<ul class="groups">
            ${groups}${more ? html`<li class="end" data-end aria-hidden="true"></li>` : nothing}
          </ul>`
        : html`<p class="none">${t(contacts.length ? 'card.none_match' : 'card.none_yet')}</p>`
    }
  </section>`;
}

function results(shown: Shown): TemplateResult {
  const people = found(byName(shown.snapshot.contacts), shown.text);
  return html`<section data-part="found">
    ${title(t('card.found'), html`<span class="mut" role="status">${people.length}</span>`)}
    ${
      people.length
        ? html`<ul class="list">
            ${contactRows(people, shown)}
          </ul>`
        : html`<p class="none">${t('card.none_found')}</p>`
    }
  </section>`;
}

function recents(shown: Shown): TemplateResult {
  const { history } = shown.snapshot;
  return html`<section class="box" data-part="recent">
    ${title(t('card.recent'), html`<button class="btn text" data-action="history">${t('card.show_all')}</button>`)}
    ${
      history.length
        ? html`<ul>
            ${history.map((entry) => recentRow(entry, shown))}
          </ul>`
        : html`<p class="none">${t('card.no_recent')}</p>`
    }
  </section>`;
}

/** The call station, and the way to change it. */
function from({ snapshot: { station }, cameraName }: Shown): TemplateResult {
  const camera = station.camera === 'this_device' ? t('card.this_camera') : cameraName;
  return html`<section class="box" data-part="station">
    ${title(t('card.station'), html`<button class="btn text" data-action="setup">${t('card.change')}</button>`)}
    <p class="station">
      <span class="badge">${icon(video)}</span>
      <span class="n"><b dir="auto">${station.name}</b><small>${camera}</small></span>
    </p>
  </section>`;
}

const drawings = { favourites: star, everyone: peopleIcon, recent: clock, station: tablet } as const;

function tabs(parts: readonly Part[], open: Part | undefined, { snapshot: { missed } }: Shown): TemplateResult {
  return html`<nav class="tabs" aria-label=${t('card.parts')}>
    ${parts.map(
      (one) =>
        html`<button data-action="part" data-entry=${one} aria-current=${one === open ? 'true' : nothing}>
          ${icon(drawings[one])}<span>${t(one === 'station' ? 'card.station_tab' : `card.${one}`)}</span>${
            one === 'recent' && missed ? html`<em class="num">${missed}</em>` : nothing
          }
        </button>`,
    )}
  </nav>`;
}
