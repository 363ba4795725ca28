import { css } from 'lit';

/** What a door shows and can do, on a sheet and over its picture. */
export const doorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 16px;
    max-inline-size: 100%;
  }
  img {
    inline-size: min(100%, 640px);
    max-block-size: 42vh;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    border-radius: 24px;
    background: var(--sunken);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 16px;
  }
  button {
    min-block-size: 72px;
    min-inline-size: 72px;
    padding: 8px 26px;
    border-radius: 26px;
    font: inherit;
    font-size: 19px;
    display: inline-flex;
    align-items: center;
    gap: 12px;
    overflow-wrap: anywhere;
  }
  button.plain {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  button.yes {
    background: var(--go-fill);
    color: #fff;
  }
  .note {
    font-size: 18px;
    padding: 10px 18px;
    border-radius: 18px;
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  :host([over]) button.plain,
  :host([over]) .note,
  :host([over]) .ask {
    background: rgba(18, 21, 25, 0.88);
    color: #fff;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 16px;
    padding: 12px 20px;
    border-radius: 26px;
    font-size: 20px;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
