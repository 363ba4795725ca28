import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RemoteParticipant } from '../../../../runtime/providers/provider.ts';
import { avatar } from '../../../components/avatar.ts';
import { icon, person as somebody } from '../../../components/icons.ts';
import { base } from '../../../components/styles.ts';
import { follow } from '../../../follow.ts';
import { words } from '../../../localize/localize.ts';
import { t } from '../../../localize/more.ts';
import { micOff } from '../../icons.ts';
import { pictureOf, tiles } from './tiles.ts';
import { familyStyles } from './styles.ts';

/**
 * Who is in a call among several, but for the one whose picture is the large one. Their sound is played with the large
 * picture, so that these are always silent.
 */
export class CaFamily extends LitElement {
  static override readonly styles = [base, familyStyles];
  static override readonly properties = {
    people: { attribute: false },
    large: { attribute: false },
    nameless: { attribute: false },
  };
  declare people: readonly RemoteParticipant[];
  /** Id of whose picture is large; null: nobody has one. */
  declare large: string | null;
  /** Names and faces are not to be shown here. */
  declare nameless: boolean;
  /** One for each picture, so that drawing again does not begin it anew. */
  readonly #streams = new WeakMap<MediaStreamTrack, MediaStream>();

  constructor() {
    super();
    this.people = [];
    this.large = null;
    this.nameless = false;
    follow(this, () => [words]);
  }

  /** Its row can be moved by keyboard where not all of it fits. */
  protected override render(): TemplateResult {
    return html`<ul tabindex="0" aria-label=${t('call.people')}>
      ${repeat(
        tiles(this.people, this.large),
        ({ id }) => id,
        (one) => this.#tile(one),
      )}
    </ul>`;
  }

  #tile(one: RemoteParticipant): TemplateResult {
    const { id, audioMuted, speaking = false, unreadable = false } = one;
    const picture = pictureOf(one);
    const name = this.nameless ? t('call.somebody') : (one.name ?? id);
    const n = { n: name };
    return html`<li class=${speaking && !audioMuted ? 'speaks' : ''} data-participant=${this.nameless ? nothing : id}>
      ${
        unreadable
          ? html`<span class="trouble" aria-hidden="true">${t('call.no_key')}</span>`
          : picture
            ? html`<video autoplay playsinline .muted=${true} .srcObject=${this.#stream(picture)}></video>`
            : this.#face(one, name)
      }
      <p>
        ${audioMuted && !unreadable ? icon(micOff) : nothing}<bdi>${name}</bdi>
        ${unreadable || audioMuted ? html`<span class="vh">${t(unreadable ? 'call.unreadable' : 'call.muted', n)}</span>` : nothing}
      </p>
    </li>`;
  }

  #face({ id }: RemoteParticipant, name: string): TemplateResult {
    if (this.nameless)
      return html`<span class="av nobody" aria-hidden="true"><span class="p">${icon(somebody)}</span></span>`;
    return avatar({ id, name, avatar: null });
  }

  #stream(track: MediaStreamTrack): MediaStream {
    const stream = this.#streams.get(track) ?? new MediaStream([track]);
    this.#streams.set(track, stream);
    return stream;
  }
}

if (!customElements.get('ca-family')) customElements.define('ca-family', CaFamily);

export function family(people: readonly RemoteParticipant[], large: string | null, nameless: boolean): TemplateResult {
  return html`<ca-family .people=${people} .large=${large} .nameless=${nameless}></ca-family>`;
}
