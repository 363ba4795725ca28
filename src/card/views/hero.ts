import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Icon } from '../components/draw.ts';
import type { StartKey } from '../localize/keys.ts';
import { t } from '../localize/localize.ts';

/** One thing to say and one thing to do, where nothing else makes sense yet. */
export function hero(
  drawing: Icon,
  title: StartKey,
  act?: readonly [action: string, label: StartKey],
  text?: StartKey,
): TemplateResult {
  return html`<div class="hero">
    ${icon(drawing)}
    <h2>${t(title)}</h2>
    <p>${t(text ?? (`${title}_text` as StartKey))}</p>
    ${act ? html`<button class="btn solid" data-action=${act[0]}>${t(act[1])}</button>` : nothing}
  </div>`;
}
