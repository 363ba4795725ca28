import { html, nothing, type TemplateResult } from 'lit';
import type { AccountView, PersonView } from '../../../runtime/api.ts';
import type { ContactRequest } from '../../../runtime/providers/provider.ts';
import { avatar } from '../../components/avatar.ts';
import { icon, person as personIcon, phone, video } from '../../components/icons.ts';
import { t } from '../../localize/pages.ts';
import { star } from '../icons.ts';

export interface PeopleContext {
  readonly accounts: readonly AccountView[];
  open(person: PersonView): void;
  dial(person: PersonView, video: boolean): void;
  accept(request: ContactRequest): void;
  reject(request: ContactRequest): void;
}

/** Those who ask to be contacts, then everybody. */
export function peopleList(
  requests: readonly ContactRequest[],
  people: readonly PersonView[],
  context: PeopleContext,
): TemplateResult {
  return html`${
    requests.length
      ? html`<h3 class="cap">${t('con.requests')}</h3>
          <ul class="box">
            ${requests.map((request) => requestRow(request, context))}
          </ul>`
      : nothing
  }
  ${
    people.length
      ? html`<ul class="box" aria-label=${t('page.people')}>
          ${people.map((person) => row(person, context))}
        </ul>`
      : nothing
  }`;
}

function requestRow(request: ContactRequest, { accept, reject }: PeopleContext): TemplateResult {
  const { name, address } = request;
  return html`<li class="line">
    <span class="state">${icon(personIcon)}</span>
    <span class="t"
      ><b>${t('card.request', { n: name })}</b><small dir="auto">${name === address ? '' : address}</small></span
    >
    <span class="acts">
      <button class="btn edge" data-action="reject" @click=${() => reject(request)}>${t('card.not_now')}</button>
      <button class="btn solid" data-action="accept" @click=${() => accept(request)}>${t('card.accept')}</button>
    </span>
  </li>`;
}

function row(person: PersonView, { accounts, open, dial }: PeopleContext): TemplateResult {
  const { name, address, favourite, blocked, callable } = person;
  const account = accounts.find(({ id }) => id === person.accountId);
  const call = (kind: 'voice' | 'video'): TemplateResult =>
    html`<button
      class="ib ${kind === 'video' ? 'go' : 'tonal'}"
      data-action="call-${kind}"
      aria-label=${t(`card.${kind}_to`, { n: name })}
      ?disabled=${kind === 'video' && !callable.video}
      @click=${() => dial(person, kind === 'video')}
    >
      ${icon(kind === 'video' ? video : phone)}
    </button>`;
  return html`<li class="call">
    <button class="who" data-action="person" @click=${() => open(person)}>
      ${avatar(person)}
      <span class="t"
        ><b><bdi>${name}</bdi></b
        ><small
          >${
            blocked
              ? html`${t('con.blocked')}`
              : html`${person.presence === 'unknown' ? nothing : html`${t(`card.${person.presence}`)} · `}<bdi>${address}</bdi>${account ? html` · <bdi>${account.protocolName}</bdi>` : nothing}`
          }</small
        ></span
      >
      ${favourite ? html`<span class="star" role="img" aria-label=${t('con.favourite')}>${icon(star)}</span>` : nothing}
    </button>
    ${call('voice')}${call('video')}
  </li>`;
}
