import { css } from 'lit';

/** Boxes of lines, switches and what stands on lines. */
export const boxStyles = css`
  :host {
    display: block;
  }
  .cols {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 24px;
    align-items: start;
  }
  .cap {
    font-size: 16px;
    font-weight: 500;
    color: var(--quiet);
    margin: 22px 4px 8px;
  }
  .cap:first-child {
    margin-block-start: 4px;
  }
  .box {
    background: var(--surface);
    border-radius: 20px;
    box-shadow: inset 0 0 0 1px var(--line);
    padding: 6px 20px;
    overflow-wrap: anywhere;
  }
  .box + .box {
    margin-block-start: 12px;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-block-size: 72px;
    padding-block: 10px;
  }
  .line + .line,
  .line + .part,
  .part + .line,
  .part + .part {
    border-block-start: 1px solid var(--line);
  }
  label.line,
  .line > label {
    cursor: pointer;
  }
  .line > .t {
    flex: 1 1 160px;
    min-inline-size: 0;
    line-height: 1.35;
    text-align: start;
  }
  .t > b {
    display: block;
    font-size: 18px;
  }
  .t > small {
    display: block;
    font-size: 15px;
    color: var(--quiet);
  }
  .t > small:empty {
    display: none;
  }
  .line > .in,
  .line > .range {
    flex: 1 1 160px;
    max-inline-size: 320px;
  }
  .line > .in {
    min-block-size: 48px;
    font-size: 16px;
  }
  .part {
    display: grid;
    gap: 12px;
    padding-block: 12px;
  }
  .part > .acts:first-child:last-child {
    justify-content: flex-start;
  }
  .sw {
    appearance: none;
    margin: 8px 0;
    inline-size: 56px;
    block-size: 32px;
    flex: none;
    border-radius: 16px;
    position: relative;
    background: var(--quiet);
    cursor: pointer;
  }
  .sw::after {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--surface);
  }
  .sw:checked {
    background: var(--accent-fill);
  }
  .sw:checked::after {
    inset-inline-start: 28px;
    background: #fff;
  }
  .sw:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .range {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .range input {
    flex: 1;
    min-inline-size: 0;
    block-size: 48px;
    accent-color: var(--accent-fill);
  }
  .range .num {
    min-inline-size: 52px;
    text-align: end;
  }
  .state {
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    --i: 20px;
    background: var(--sunken);
    color: var(--quiet);
  }
  .state.ok {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  .state.warn {
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  .state.fail {
    background: var(--stop-tint);
    color: var(--stop-ink);
  }
  select.in {
    /* The browser's arrow would touch the edge. */
    border-inline-end: 12px solid transparent;
  }
  .said:empty {
    position: absolute;
  }
  .said:not(:empty) {
    margin-block: 0 12px;
    padding: 12px 16px;
    border-radius: 16px;
    background: var(--sunken);
    overflow-wrap: anywhere;
  }
  .none {
    padding: 32px 16px;
    text-align: center;
    color: var(--quiet);
  }
  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 18px;
    margin-block-end: 8px;
  }
  .find > .in {
    flex: 1 1 240px;
    inline-size: auto;
    border-radius: 28px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .find > .seg {
    flex: 0 1 auto;
  }
  .seg label {
    position: relative;
    flex: 1;
    display: grid;
    cursor: pointer;
  }
  .seg input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .seg span {
    display: grid;
    place-items: center;
    min-block-size: 48px;
    padding: 0 18px;
    border-radius: 24px;
    font-weight: 500;
    color: var(--quiet);
    text-align: center;
  }
  .seg :checked + span {
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 1px 3px rgba(0, 0, 0, 0.18);
  }
  .seg :focus-visible + span {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
  }
  .dir:dir(rtl) {
    transform: scaleX(-1);
  }
  @media (max-width: 900px) {
    .cols {
      grid-template-columns: minmax(0, 1fr);
    }
    .cols > * + * > .cap:first-child {
      margin-block-start: 22px;
    }
  }
  @media (max-width: 600px) {
    .box {
      padding-inline: 14px;
    }
    .seg span,
    .seg button {
      padding: 0 8px;
    }
  }
`;
