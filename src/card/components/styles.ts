import { css } from 'lit';

/** Roles of the theme, and the primitives that card, overlay and pages share. Every colour comes from the theme. */
export const base = css`
  :host {
    --bg: var(--primary-background-color, #fafafa);
    --surface: var(--ha-card-background, var(--card-background-color, #fff));
    --sunken: var(--secondary-background-color, #eceef0);
    --text: var(--primary-text-color, #141414);
    --quiet: color-mix(in srgb, var(--secondary-text-color, #5a5e63) 80%, var(--text));
    --line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --accent: var(--primary-color, #03a9f4);
    --go: var(--success-color, #43a047);
    --stop: var(--error-color, #db4437);
    --warn: var(--warning-color, #ffa600);
    --accent-fill: color-mix(in srgb, var(--accent) 62%, #000);
    --accent-tint: color-mix(in srgb, var(--accent) 13%, var(--surface));
    --accent-ink: color-mix(in srgb, var(--accent) 40%, var(--text));
    --go-fill: color-mix(in srgb, var(--go) 72%, #000);
    --go-tint: color-mix(in srgb, var(--go) 14%, var(--surface));
    --go-ink: color-mix(in srgb, var(--go) 52%, var(--text));
    --stop-fill: color-mix(in srgb, var(--stop) 82%, #000);
    --stop-tint: color-mix(in srgb, var(--stop) 12%, var(--surface));
    --stop-ink: color-mix(in srgb, var(--stop) 60%, var(--text));
    --warn-tint: color-mix(in srgb, var(--warn) 18%, var(--surface));
    --warn-ink: color-mix(in srgb, var(--warn) 42%, var(--text));
    color: var(--text);
    font: 400 16px/1.4 var(--ha-font-family-body, Roboto, 'Noto Sans', system-ui, sans-serif);
    -webkit-font-smoothing: antialiased;
  }
  @supports not (color: color-mix(in srgb, red, red)) {
    :host {
      --quiet: var(--text);
      --accent-fill: #006f9f;
      --go-fill: #2e7435;
      --stop-fill: #b3382d;
      --accent-tint: var(--sunken);
      --go-tint: var(--sunken);
      --stop-tint: var(--sunken);
      --warn-tint: var(--sunken);
      --accent-ink: var(--text);
      --go-ink: var(--text);
      --stop-ink: var(--text);
      --warn-ink: var(--text);
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    font-weight: inherit;
    font-size: inherit;
  }
  b {
    font-weight: 500;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .num {
    font-variant-numeric: tabular-nums;
    unicode-bidi: isolate;
  }
  .i {
    inline-size: var(--i, 24px);
    block-size: var(--i, 24px);
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    display: block;
  }
  .f {
    fill: currentColor;
    stroke: none;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 48px;
    padding: 6px 20px;
    border-radius: 999px;
    font-weight: 500;
    line-height: 1.15;
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .btn.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .btn.stop {
    background: var(--stop-fill);
    color: #fff;
  }
  .btn.edge {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--line);
    color: var(--text);
  }
  .ib {
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    display: inline-grid;
    place-items: center;
    flex: none;
  }
  .ib.tonal {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .ib.go {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  button[disabled] {
    background: var(--sunken);
    color: var(--quiet);
    cursor: default;
  }
  .av {
    --s: 52px;
    position: relative;
    inline-size: var(--s);
    block-size: var(--s);
    flex: none;
    display: block;
  }
  .av > .p {
    position: absolute;
    inset: 0;
    border-radius: 50%;
    overflow: hidden;
    display: grid;
    place-items: center;
    color: #fff;
    font-weight: 500;
    font-size: calc(var(--s) * 0.38);
    background: hsl(var(--h), 34%, 38%);
    background: linear-gradient(150deg, oklch(0.56 0.115 var(--h)), oklch(0.44 0.115 calc(var(--h) + 18)));
  }
  .av img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .av > .d {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 17px;
    block-size: 17px;
    border-radius: 50%;
    border: 3px solid var(--surface);
    background: var(--go);
  }
  .av > .in_call {
    background: linear-gradient(transparent 40%, var(--surface) 40% 60%, transparent 60%) var(--warn);
  }
  .av > .offline {
    background: var(--surface);
    box-shadow: inset 0 0 0 2.5px var(--quiet);
  }
  .note {
    display: flex;
    align-items: center;
    flex: none;
    flex-wrap: wrap;
    gap: 8px 14px;
    padding: 10px 8px 10px 14px;
    padding-inline: 14px 8px;
    min-block-size: 68px;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 15px;
    line-height: 1.3;
  }
  .note > .t {
    flex: 1 1 150px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .note b {
    display: block;
    font-size: 16px;
  }
  .note.warn {
    background: var(--warn-tint);
  }
  .note.warn > .i {
    color: var(--warn-ink);
  }
  .note.bad {
    background: var(--stop-tint);
  }
  .note.bad > .i {
    color: var(--stop-ink);
  }
  .in {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 56px;
    padding: 0 16px;
    border: 0;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 18px;
  }
  .in::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
