import { css } from 'lit';

export const cardStyles = css`
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
  .hd {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    padding-inline-start: 4px;
  }
  .hd .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .hd h2 {
    font-size: 18px;
    font-weight: 500;
  }
  .hd h2,
  .hd p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hd p {
    font-size: 14px;
    color: var(--quiet);
  }
  .hd p::before {
    content: '';
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--dot, var(--quiet));
  }
  .hd p.online {
    --dot: var(--go-ink);
  }
  .hd p.away {
    --dot: var(--warn-ink);
  }
  .rows {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-block-size: 0;
    overflow-y: auto;
    margin-inline: -4px;
    padding: 4px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 72px;
    flex: none;
  }
  .row > .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
    line-height: 1.3;
    text-align: start;
    border-radius: 16px;
  }
  .row .n {
    min-inline-size: 0;
  }
  .row b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: 18px;
    line-height: 1.18;
    overflow-wrap: anywhere;
  }
  .row small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
  .acts {
    display: flex;
    gap: 8px;
  }
  .note .acts {
    flex-wrap: wrap;
    margin-inline-start: auto;
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
  form {
    display: flex;
    gap: 8px;
    align-items: center;
    flex: none;
  }
  .say {
    font-size: 15px;
    color: var(--stop-ink);
    padding-inline: 4px;
  }
  @container (max-width: 300px) {
    .row {
      flex-wrap: wrap;
      gap: 4px;
    }
    .row > .who {
      flex-basis: 100%;
    }
    .row .acts {
      inline-size: 100%;
    }
    .row .acts .ib {
      flex: 1;
      border-radius: 16px;
    }
    .hd [data-action='dial-open'] {
      display: none;
    }
    .note > .i {
      --i: 20px;
    }
    .hero > .i,
    .hero > p {
      display: none;
    }
    .hero h2 {
      font-size: 18px;
    }
  }
`;
