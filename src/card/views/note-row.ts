import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar.ts';
import { icon } from '../components/icons.ts';
import type { Note } from './notes.ts';

const button = ({ data = '', account = '' }: Note, [action, label]: readonly [string, string], look: string) =>
  html`<button class="btn ${look}" data-action=${action} data-entry=${data} data-account=${account}>${label}</button>`;

/** A note in a list, with everything that can be done about it. */
export function noteRow(note: Note): TemplateResult {
  const { tone = '', icon: drawing, face, title, text, acts = [] } = note;
  return html`<li class="note ${tone}" data-note=${note.id}>
    ${face ? avatar(face) : icon(drawing)}<span class="t"
      ><b dir="auto">${title}</b><span dir="auto">${text}</span></span
    >${
      acts.length
        ? html`<span class="acts"
            >${acts.map((act, at) => button(note, act, at === acts.length - 1 ? 'solid' : 'edge'))}</span
          >`
        : nothing
    }
  </li>`;
}

/** The one button of a note that a tile has room for. */
export const mainButton = (note: Note): TemplateResult | typeof nothing => {
  const act = note.acts?.at(-1);
  return act ? button(note, act, note.tone === 'go' ? 'go' : 'solid') : nothing;
};
