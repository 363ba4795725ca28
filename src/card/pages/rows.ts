import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../components/icons.ts';
import { t } from '../localize/pages.ts';
import { RINGTONES, type RingtoneId } from '../../runtime/platform/ringtones.ts';
import { percentText } from './dates.ts';
import { play } from './icons.ts';

interface Row {
  /** Of the control; unique in its shadow root. */
  readonly name: string;
  readonly word: string;
  readonly help?: string | undefined;
}

const described = ({ name, help }: Row): string | typeof nothing => (help ? `${name}-help` : nothing);
const help = ({ name, help: words }: Row): TemplateResult => html`<small id="${name}-help">${words ?? ''}</small>`;
/** Beside a control that is no part of it. */
const text = (row: Row): TemplateResult =>
  html`<span class="t"
    ><b><label for=${row.name}>${row.word}</label></b
    >${help(row)}</span
  >`;

/** A line that is a switch as a whole. It shows what is true, whatever was touched. */
export function switchRow(row: Row & { readonly on: boolean; change(on: boolean): void }): TemplateResult {
  return html`<label class="line"
    ><span class="t"><b id="${row.name}-word">${row.word}</b>${help(row)}</span
    ><input
      class="sw"
      type="checkbox"
      role="switch"
      name=${row.name}
      aria-labelledby="${row.name}-word"
      aria-describedby=${described(row)}
      .checked=${live(row.on)}
      @change=${(event: Event) => row.change((event.target as HTMLInputElement).checked)}
  /></label>`;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface SelectRow extends Row {
  readonly choices: readonly Choice[];
  readonly chosen: string;
  /** Stands after the choice. */
  readonly also?: TemplateResult;
  change(id: string): void;
}

export function selectRow(row: SelectRow): TemplateResult {
  const { name, choices, chosen, also, change } = row;
  return html`<div class="line">
    ${text(row)}
    <select
      class="in"
      id=${name}
      aria-describedby=${described(row)}
      .value=${live(chosen)}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    >
      ${choices.map(({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`)}
    </select>
    ${also ?? nothing}
  </div>`;
}

/** A share from 0 to 1; told when it is let go. */
export function rangeRow(row: Row & { readonly share: number; change(share: number): void }): TemplateResult {
  const { name, share, change } = row;
  return html`<div class="line">
    ${text(row)}
    <span class="range"
      ><input
        type="range"
        id=${name}
        min="0"
        max="100"
        step="5"
        aria-describedby=${described(row)}
        aria-valuetext=${percentText(share)}
        .value=${live(String(Math.round(share * 100)))}
        @change=${(event: Event) => change((event.target as HTMLInputElement).valueAsNumber / 100)}
      /><span class="num">${percentText(share)}</span></span
    >
  </div>`;
}

export function textRow(
  row: Row & {
    readonly value: string;
    readonly longest: number;
    readonly placeholder?: string;
    change(value: string): void;
  },
): TemplateResult {
  const { name, value, longest, placeholder, change } = row;
  return html`<div class="line">
    ${text(row)}
    <input
      class="in"
      id=${name}
      dir="auto"
      maxlength=${longest}
      autocomplete="off"
      placeholder=${placeholder ?? nothing}
      aria-describedby=${described(row)}
      .value=${live(value)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).value.trim())}
    />
  </div>`;
}

/** One of a few, all in sight. */
export function segment(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
  change: (id: string) => void,
): TemplateResult {
  return html`<div class="seg" role="radiogroup" aria-label=${label}>
    ${choices.map(
      ({ id, label: word }) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${id}
            .checked=${live(id === chosen)}
            @change=${() => change(id)}
          /><span>${word}</span></label
        >`,
    )}
  </div>`;
}

/** A ringtone with a button that plays it. `fallback`: what `null` means, where nothing may be chosen. */
export function ringtoneRow(row: {
  readonly name: string;
  readonly chosen: RingtoneId | null;
  readonly fallback: RingtoneId | null;
  change(ringtone: RingtoneId | null): void;
  preview(ringtone: RingtoneId): void;
}): TemplateResult {
  const { name, chosen, fallback, change, preview } = row;
  const tones: readonly Choice[] = RINGTONES.map((id) => ({ id, label: t(`set.tone.${id}`) }));
  const heard = chosen ?? fallback ?? 'chimes';
  return selectRow({
    name,
    word: t('set.ringtone'),
    choices: fallback ? [{ id: '', label: t('set.tone_device') }, ...tones] : tones,
    chosen: chosen ?? '',
    change: (id) => change(RINGTONES.find((tone) => tone === id) ?? null),
    also: html`<button
      class="ib tonal"
      data-action="preview"
      aria-label=${t('set.play')}
      @click=${() => preview(heard)}
    >
      ${icon(play)}
    </button>`,
  });
}

/** Something that is done for good, and the yes for it. */
export function sure(
  question: string,
  word: string,
  { yes, no }: { readonly yes: () => void; readonly no: () => void },
): TemplateResult {
  return html`<div class="part" role="group">
    <p role="alert">${question}</p>
    <div class="acts">
      <button class="btn edge" data-action="cancel" @click=${no}>${t('common.cancel')}</button>
      <button class="btn stop" data-action="confirm" @click=${yes}>${word}</button>
    </div>
  </div>`;
}
