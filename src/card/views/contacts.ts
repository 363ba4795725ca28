import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar.ts';
import { icon, phone, video } from '../components/icons.ts';
import { t } from '../localize/live.ts';
import { reach } from './people.ts';
import type { Person, Shown } from './shown.ts';

/** What a row, a face and a tile show of somebody. */
export interface PersonParts {
  readonly avatar: TemplateResult;
  /** Presence or what else is to be known; may be empty. */
  readonly word: string;
  readonly call: readonly [voice: TemplateResult, video: TemplateResult];
  /** The part that is touched: a button that calls, or that shows the person. */
  readonly who: (look: string, content: unknown) => TemplateResult;
}

export function personParts(person: Person, { snapshot, config }: Shown): PersonParts {
  const presence = config.presence ?? true;
  const [word, can] = reach(person, snapshot.accounts, presence);
  const n = { n: person.name };
  const call = (kind: 'voice' | 'video'): TemplateResult =>
    html`<button
      class="ib ${kind === 'video' ? 'go' : 'tonal'}"
      data-action="call-${kind}"
      aria-label=${t(`card.${kind}_to`, n)}
      ?disabled=${!can || (kind === 'video' && !person.callable.video)}
    >
      ${icon(kind === 'video' ? video : phone)}
    </button>`;
  const tap = config.call_on_tap;
  const calls = (tap === 'voice' || tap === 'video') && can;
  return {
    avatar: avatar(presence ? person : { ...person, presence: 'unknown' }),
    word,
    call: [call('voice'), call('video')],
    who: (look, content) =>
      html`<button class=${look} data-action=${calls ? `call-${tap}` : 'contact'}>
        ${content}<span class="vh">${calls ? t(`card.${tap}_to`, n) : t('card.about', n)}</span>
      </button>`,
  };
}

/** A row of a list. */
function contactRow(person: Person, shown: Shown): TemplateResult {
  const { avatar, word, call, who } = personParts(person, shown);
  const text = html`<span class="n"
    ><b dir="auto">${person.name}</b>${word ? html`<small dir="auto">${word}</small>` : nothing}</span
  >`;
  return html`<li class="row" data-contact=${person.address} data-account=${person.accountId} data-id=${person.id}>
    ${who('who', html`${avatar}${text}`)}<span class="acts">${call}</span>
  </li>`;
}

/** Rows of the first `limit` people; what is near the end of them asks for more. */
export function contactRows(
  people: readonly Person[],
  shown: Shown,
  limit = shown.limit,
): readonly (TemplateResult | typeof nothing)[] {
  const rows = people.slice(0, limit).map((person) => contactRow(person, shown));
  return people.length > limit ? [...rows, html`<li class="end" data-end aria-hidden="true"></li>`] : rows;
}
