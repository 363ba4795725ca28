import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base } from '../../components/styles.ts';
import { follow } from '../../follow.ts';
import { words } from '../../localize/localize.ts';
import { t } from '../../localize/setup.ts';

/** Lines of text to be copied as they are. */
export class CaCopy extends LitElement {
  static override readonly styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 8px;
        justify-items: start;
        min-inline-size: 0;
      }
      pre {
        inline-size: 100%;
        max-block-size: 260px;
        margin: 0;
        padding: 14px 18px;
        border-radius: 16px;
        background: var(--sunken);
        font:
          400 14px/1.5 'Roboto Mono',
          'DejaVu Sans Mono',
          ui-monospace,
          monospace;
        white-space: pre;
        overflow: auto;
        direction: ltr;
        text-align: start;
        user-select: text;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
    `,
  ];
  static override readonly properties = { text: {}, word: {}, label: {}, said: { state: true } };
  declare text: string;
  /** On the button; empty: just "Copy". */
  declare word: string;
  /** What the text is. */
  declare label: string;
  declare said: 'nothing' | 'copied' | 'by-hand';

  constructor() {
    super();
    this.text = '';
    this.word = '';
    this.label = '';
    this.said = 'nothing';
    follow(this, () => [words]);
  }

  protected override render(): TemplateResult {
    return html`<pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label=${this.label}>
${this.text}</pre>
      <span class="row"
        ><button type="button" class="btn edge" data-action="copy" @click=${this.#copy}>
          ${this.word || t('setup.copy')}
        </button>
        <span role="status"
          >${
            this.said === 'nothing' ? nothing : t(this.said === 'copied' ? 'setup.copied' : 'setup.copy_by_hand')
          }</span
        ></span
      >`;
  }

  #copy = async (): Promise<void> => {
    try {
      // Without a secure context there is none.
      const { clipboard } = navigator as Partial<Navigator>;
      if (!clipboard) throw new Error('no clipboard');
      await clipboard.writeText(this.text);
      this.said = 'copied';
    } catch {
      const lines = this.renderRoot.querySelector('pre');
      if (lines) getSelection()?.selectAllChildren(lines);
      this.said = 'by-hand';
    }
  };
}
