import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../../components/avatar.ts';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';
import { personDetail } from '../view.ts';

/** Who connects without an answer. People are put onto the list on their own page. */
export class CaDropIn extends PageElement {
  protected override render(): TemplateResult {
    const allowed = this.snapshot.contacts.filter(({ autoAnswer }) => autoAnswer !== 'off');
    return html`${allowed.map(
        (person) =>
          html`<div class="line">
            ${avatar({ ...person, presence: 'unknown' })}
            <span class="t"
              ><b><bdi>${person.name}</bdi></b
              ><small>${t(person.autoAnswer === 'video' ? 'con.drop_in.video' : 'con.drop_in.voice')}</small></span
            >
            <button
              class="btn edge"
              data-action="person"
              aria-label="${t('set.change')}: ${person.name}"
              @click=${() => this.open('contact', personDetail(person.accountId, person.id))}
            >
              ${t('set.change')}
            </button>
          </div>`,
      )}
      <div class="line">
        <span class="t"><small>${t(allowed.length ? 'set.drop_in_only' : 'set.drop_in_none')}</small></span>
        ${
          this.snapshot.contacts.length
            ? html`<button class="btn edge" data-action="people" @click=${() => this.open('contact')}>
                ${t('set.drop_in_add')}
              </button>`
            : nothing
        }
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }
}
