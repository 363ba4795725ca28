import { css, html, nothing, type TemplateResult } from 'lit';
import { alert, icon } from '../../components/icons.ts';
import { t } from '../../localize/displays.ts';
import { PageElement } from '../element.ts';

/**
 * What TVs need in Home Assistant: the view that they open, and the helper over which they find this tablet. Both are
 * made and taken away by an administrator's touch, or as YAML. `ca-made`: they are there now, or no longer.
 */
export class CaTvView extends PageElement {
  static override readonly styles = [
    ...PageElement.styles,
    css`
      summary {
        padding-block: 14px;
        font-weight: 500;
        color: var(--accent-ink);
        cursor: pointer;
      }
    `,
  ];
  static override readonly properties = {
    slug: { attribute: false },
    state: { state: true },
    admin: { state: true },
    outcome: { state: true },
  };
  /** Which station; empty: the first. */
  declare slug: string;
  declare state: 'looking' | 'missing' | 'there' | 'making' | 'away';
  /** null: Home Assistant has not said it. */
  declare admin: boolean | null;
  /** What came of making them; empty: nobody did. */
  declare outcome: string;

  constructor() {
    super();
    this.slug = '';
    this.state = 'looking';
    this.admin = null;
    this.outcome = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  protected override render(): TemplateResult {
    const { state, admin } = this;
    const missing = state === 'missing' || state === 'making';
    return html`<div class="line">
        <span class="t"><b>${t('tv.set.view')}</b><small role="status">${this.#stateWord()}</small></span>
        ${
          missing && admin !== false
            ? html`<button
                class="btn solid"
                data-action="make-tv-view"
                aria-disabled=${state === 'making'}
                @click=${() => state === 'missing' && void this.#make()}
              >
                ${t('tv.set.make')}
              </button>`
            : nothing
        }
        ${
          state === 'there' && admin === true
            ? html`<button class="btn edge" data-action="remove-tv-view" @click=${() => void this.#remove()}>
                ${t('tv.set.remove')}
              </button>`
            : nothing
        }
      </div>
      ${missing && admin === false ? this.#forAdmins() : nothing}
      <p class="said" role="status">${this.said || this.outcome}</p>`;
  }

  #stateWord(): string {
    switch (this.state) {
      case 'looking':
        return t('tv.set.view_looking');
      case 'there':
        return t('tv.set.view_there');
      case 'away':
        return t('tv.away');
      case 'missing':
      case 'making':
        return t('tv.set.view_missing');
      default:
        return this.state satisfies never;
    }
  }

  #forAdmins(): TemplateResult {
    const { callAssist } = this;
    const { slug } = this.stationOf(this.slug);
    const texts = [
      [t('tv.set.yaml_view'), callAssist.tvViewYaml()],
      [t('tv.set.yaml_helper'), callAssist.helpersYaml(slug)],
    ] as const;
    return html`<p class="note warn">
        ${icon(alert)}<span class="t"><b>${t('tv.set.not_admin')}</b>${t('tv.set.not_admin_text')}</span>
      </p>
      ${texts.map(([label, text]) =>
        text
          ? html`<details>
              <summary>${label}</summary>
              <ca-copy .text=${text} .word=${t('tv.set.copy')} .label=${label}></ca-copy>
            </details>`
          : nothing,
      )}`;
  }

  async #look(): Promise<void> {
    const { callAssist } = this;
    const { slug } = this.stationOf(this.slug);
    try {
      const [view, helpers, admin] = await Promise.all([
        callAssist.tvView(),
        callAssist.stationHelpers(slug),
        callAssist.isAdmin(),
      ]);
      const linked = helpers.some(({ key, exists }) => key === 'link' && exists);
      this.admin = admin;
      this.state = view && linked ? 'there' : 'missing';
    } catch {
      this.state = 'away';
    }
  }

  async #make(): Promise<void> {
    const make = async (): Promise<void> => {
      this.state = 'making';
      try {
        this.outcome = await this.#create();
      } finally {
        await this.#look();
      }
      this.dispatchEvent(new CustomEvent('ca-made'));
    };
    this.outcome = '';
    await this.tell(make, '', t('tv.set.refused'));
  }

  async #remove(): Promise<void> {
    const remove = async (): Promise<void> => {
      const removed = await this.callAssist.removeTvView();
      if (removed.ok) this.outcome = t(removed.outcome === 'kept' ? 'tv.set.remove_yaml' : 'tv.set.removed');
      else this.outcome = removed.refused === 'refused' ? t('tv.set.remove_failed') : refusedWord(removed.refused);
      await this.#look();
      this.dispatchEvent(new CustomEvent('ca-made'));
    };
    this.outcome = '';
    await this.tell(remove, '', t('tv.set.remove_failed'));
  }

  /** @returns what came of it, in words */
  async #create(): Promise<string> {
    const { callAssist } = this;
    const view = await callAssist.createTvView();
    if (!view.ok) return refusedWord(view.refused);
    const made = await callAssist.createHelpers(this.stationOf(this.slug).slug);
    if (!made.ok) return refusedWord(made.refused);
    const failed = made.helpers.some(({ key, outcome }) => key === 'link' && outcome === 'failed');
    return t(failed ? 'tv.set.made_some' : 'tv.set.made');
  }
}

function refusedWord(refused: 'not_admin' | 'home_assistant_away' | 'refused'): string {
  if (refused === 'not_admin') return t('tv.set.not_admin');
  return t(refused === 'refused' ? 'tv.set.refused' : 'tv.away');
}
