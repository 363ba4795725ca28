import { html, type TemplateResult } from 'lit';
import { icon } from '../components/draw.ts';
import type { CastKey } from '../localize/keys.ts';
import { t } from '../localize/cast.ts';
import { screen } from './icons.ts';

/** For somebody who opens the view for TVs on a tablet or in the editor; and, on a TV, instead of a telephone. */
export function explain(
  title: Extract<CastKey, 'cast.for_tvs' | 'cast.idle.no_secret'> = 'cast.for_tvs',
): TemplateResult {
  return html`<div class="hero">
    ${icon(screen)}
    <h2>${t(title)}</h2>
    <p>${t(`${title}_text`)}</p>
  </div>`;
}
