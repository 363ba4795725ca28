import { css } from 'lit';

/** The card itself, and what it says before there are people. */
export const shellStyles = css`
  :host {
    display: block;
    block-size: 100%;
  }
  ha-card {
    display: flex;
    flex-direction: column;
    gap: 4px;
    block-size: 100%;
    padding: 11px 12px;
    overflow: hidden;
    position: relative;
    container-type: inline-size;
  }
  .hero {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    text-align: center;
    gap: 10px;
    padding: 8px 12px 12px;
    overflow-y: auto;
    overflow-wrap: anywhere;
  }
  .hero > .i {
    --i: 76px;
    padding: 18px;
    border-radius: 26px;
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .hero h2 {
    font-size: 22px;
    font-weight: 500;
    line-height: 1.2;
  }
  .hero p {
    color: var(--quiet);
    max-inline-size: 44ch;
    line-height: 1.35;
  }
  :host([density='compact']) ha-card {
    padding: 9px 11px 10px;
  }
  :host([density='compact']) .hero {
    gap: 6px;
    padding: 0;
    justify-content: center;
  }
  :host([density='compact']) .hero :is(.i, p) {
    display: none;
  }
  :host([density='compact']) .hero h2 {
    font-size: 15px;
  }
  :host([density='compact']) .hero .btn {
    inline-size: 100%;
    padding-inline: 8px;
    border-radius: 16px;
  }
  @container (max-width: 300px) {
    .hero > .i,
    .hero > p {
      display: none;
    }
    .hero h2 {
      font-size: 18px;
    }
  }
`;
