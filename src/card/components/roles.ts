import { css } from 'lit';

/** Roles of the theme, and what every page needs at once. Every colour comes from the theme. */
export const roles = css`
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
  /* Names keep their own direction, not their own side. */
  [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
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
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
