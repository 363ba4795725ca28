import { html, nothing, type TemplateResult } from 'lit';
import { avatar } from '../components/avatar.ts';
import { close, icon } from '../components/icons.ts';
import type { Note } from './notes.ts';

/** What puts a note away is a cross: the word is for those who hear it. */
const putsAway = (action: string): boolean => action === 'seen' || action === 'dismiss' || action === 'ring-away';

function button(note: Note, [action, label]: readonly [string, string], look: string): TemplateResult {
  const { data = '', account = '' } = note;
  const away = putsAway(action);
  return html`<button
    class=${away ? 'ib x' : `btn ${look}`}
    data-action=${action}
    data-entry=${data}
    data-account=${account}
    aria-label=${away ? label : nothing}
    title=${away ? label : nothing}
  >
    ${away ? icon(close) : label}
  </button>`;
}

/** The buttons of a note: the main one, the others, and last what puts it away. */
function buttons(note: Note, others: boolean): readonly TemplateResult[] {
  const { acts = [], tone } = note;
  const away = acts.filter(([action]) => putsAway(action));
  const work = acts.filter(([action]) => !putsAway(action));
  const main = work.at(-1);
  return [
    ...(others ? work.slice(0, -1).map((act) => button(note, act, 'edge')) : []),
    ...(main ? [button(note, main, tone === 'go' ? 'go' : 'solid')] : []),
    ...away.map((act) => button(note, act, '')),
  ];
}

/** A note in a list, with everything that can be done about it. */
export function noteRow(note: Note): TemplateResult {
  const { tone = '', icon: drawing, face, title, text } = note;
  return html`<li class="note ${tone}" data-note=${note.id}>
    ${face ? avatar(face) : icon(drawing)}<span class="t"
      ><b dir="auto">${title}</b><span dir="auto">${text}</span></span
    ><span class="acts">${buttons(note, true)}</span>
  </li>`;
}

/** The same in a tile, as short as it can be said. */
export function noteTile(note: Note): TemplateResult {
  const { tone = '', face, icon: drawing, brief, title, text } = note;
  const acts = buttons(note, false);
  return html`<div class="tile" role="status" data-note=${note.id}>
    <div class="who">
      ${face ? avatar(face) : html`<span class="badge ${tone}">${icon(drawing)}</span>`}
      <span class="n"><b dir="auto">${brief?.[0] ?? title}</b><small dir="auto">${brief?.[1] ?? text}</small></span>
    </div>
    <div class="do ${acts.length > 1 ? 'two' : ''}">${acts}</div>
  </div>`;
}
