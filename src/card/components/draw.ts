import { svg, type SVGTemplateResult } from 'lit';

/** A drawing on a 24 grid: filled and stroked path data. */
export type Icon = readonly [filled: string, stroked: string];

export const video: Icon = [
  'M5 5.5h8a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3zM17.4 10.4 21 8.1c.5-.3 1.1 0 1.1.6v6.6c0 .6-.6.9-1.1.6l-3.6-2.3z',
  '',
];
export const alert: Icon = ['', 'M12 3.8 2.6 19.6c-.3.5.1 1.1.6 1.1h17.6c.5 0 .9-.6.6-1.1zM12 10v4.5M12 17.6v.1'];

export function icon([filled, stroked]: Icon): SVGTemplateResult {
  return svg`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path class="f" d=${filled} /><path d=${stroked} /></svg>`;
}
