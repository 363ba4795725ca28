import { html, type TemplateResult } from 'lit';
import { icon } from '../components/draw.ts';
import { t } from '../localize/cast.ts';
import { screen } from './icons.ts';

/** For somebody who opens the view for TVs on a tablet or in the editor; and, on a TV, instead of a telephone. */
export function explain(isTv = false): TemplateResult {
  return html`<div class="hero">
    ${icon(screen)}
    <h2>${t(isTv ? 'cast.idle.no_secret' : 'cast.for_tvs')}</h2>
    <p>${t(isTv ? 'cast.idle.no_secret_text' : 'cast.for_tvs_text')}</p>
  </div>`;
}
