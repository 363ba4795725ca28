import { html, type TemplateResult } from 'lit';
import { t } from '../../localize/pages.ts';
import { PageElement } from '../element.ts';

/** Beyond it no settings are read at all. Bytes. */
const LONGEST = 1_000_000;

/** Settings out to a file, and in from one. */
export class CaTransfer extends PageElement {
  /** Gives a file to the person. Injected by tests. */
  download: (name: string, text: string) => void = download;

  protected override render(): TemplateResult {
    return html`<div class="line">
        <span class="t"><b>${t('set.transfer')}</b><small>${t('set.transfer_help')}</small></span>
        <span class="acts">
          <button class="btn edge" data-action="export" @click=${() => void this.#export()}>${t('set.export')}</button>
          <button
            class="btn edge"
            data-action="import"
            @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}
          >
            ${t('set.import')}
          </button>
          <input id="file" type="file" accept="application/json,.json" hidden @change=${this.#chosen} />
        </span>
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }

  async #export(): Promise<void> {
    const work = async (): Promise<void> => {
      this.download('call-assist-settings.json', await this.callAssist.exportSettings());
    };
    await this.tell(work, t('set.exported'), t('setup.other'));
  }

  #chosen = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    await this.take(file);
    // The same file may be chosen again, mended.
    input.value = '';
  };

  /** Takes the settings of a file, or says what is wrong in it; then nothing has changed. */
  async take(file: Blob): Promise<void> {
    if (file.size > LONGEST) return void (this.said = t('set.import_wrong', { key: 'file' }));
    const text = await file.text();
    let wrong: string | null = null;
    const work = async (): Promise<void> => {
      try {
        await this.callAssist.importSettings(text);
      } catch (error) {
        wrong = error instanceof RangeError ? keyOf(error) : null;
        throw error;
      }
    };
    await this.tell(work, t('set.imported'), t('setup.other'));
    if (wrong !== null) this.said = t('set.import_wrong', { key: wrong });
  }
}

/** The key that an error begins with: `people.3.alias: a text is needed`. */
const keyOf = ({ message }: RangeError): string => (message.split(':')[0] ?? '').slice(0, 60);

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
