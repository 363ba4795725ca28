import { css } from 'lit';

export const pageStyles = css`
  h3 {
    font-size: 18px;
    font-weight: 500;
    margin-block: 24px 8px;
  }
  form,
  .stack {
    display: grid;
    gap: 16px;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .field label {
    font-weight: 500;
  }
  summary {
    display: flex;
    align-items: center;
    min-block-size: 48px;
    font-weight: 500;
    color: var(--accent-ink);
    cursor: pointer;
  }
  .hint {
    font-size: 14px;
    color: var(--quiet);
  }
  .hint:empty {
    display: none;
  }
  .in[aria-invalid='true'] {
    background: var(--stop-tint);
    box-shadow: inset 0 0 0 2px var(--stop-ink);
  }
  .err {
    color: var(--stop-ink);
    font-weight: 500;
  }
  .seg {
    display: flex;
    flex-wrap: wrap;
    padding: 4px;
    gap: 4px;
    border-radius: 28px;
    background: var(--sunken);
  }
  .seg button {
    flex: 1;
    min-block-size: 48px;
    padding: 0 18px;
    border-radius: 24px;
    font-weight: 500;
    color: var(--quiet);
    text-align: center;
  }
  .seg [aria-selected='true'] {
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 1px 3px rgba(0, 0, 0, 0.18);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    justify-content: flex-end;
  }
  .account {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: 16px;
    background: var(--sunken);
    margin-block-end: 8px;
    overflow-wrap: anywhere;
  }
  .account .in {
    background: var(--surface);
  }
  .account small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
`;
