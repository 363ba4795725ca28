import { css } from 'lit';

/** Sheets over a call. */
export const callSheetStyles = css`
  section {
    position: absolute;
    z-index: 3;
    inset: auto 24px 24px;
    max-block-size: calc(100% - 48px);
    overflow: auto;
    border-radius: 36px;
    background: var(--surface);
    color: var(--text);
    padding: 24px 28px 28px;
    box-shadow: 0 -10px 60px rgba(0, 0, 0, 0.45);
    animation: rise var(--ha-animation-duration-normal, 250ms) ease-out;
  }
  section:focus {
    outline: 0;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    margin-block-end: 16px;
  }
  .top > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 32px;
    font-weight: 500;
    line-height: 1.2;
  }
  #note {
    font-size: 18px;
    color: var(--quiet);
  }
  .ib {
    inline-size: 72px;
    block-size: 72px;
    --i: 28px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    gap: 16px;
  }
  .opt {
    min-block-size: 80px;
    border-radius: 26px;
    background: var(--sunken);
    display: flex;
    align-items: center;
    gap: 20px;
    padding: 12px 26px;
    text-align: start;
    inline-size: 100%;
  }
  .opt b,
  .line b {
    font-size: 20px;
    line-height: 1.25;
  }
  .opt small,
  .line small {
    display: block;
    font-size: 16px;
    color: var(--quiet);
  }
  .t {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .opt[aria-pressed='true'] {
    background: var(--accent-tint);
    box-shadow: inset 0 0 0 3px var(--accent-fill);
  }
  .tile {
    min-block-size: 112px;
  }
  .tile .pic {
    display: grid;
    place-items: center;
    flex: none;
    position: relative;
    overflow: hidden;
    inline-size: 128px;
    block-size: 72px;
    border-radius: 18px;
    background: #20262c;
    color: #c9d0d6;
    --i: 32px;
  }
  .tile img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .tile:disabled img {
    visibility: hidden;
  }
  @media (max-height: 620px) {
    .tile {
      min-block-size: 88px;
      gap: 12px;
      padding-inline: 12px;
    }
    .tile .pic {
      inline-size: 88px;
      block-size: 56px;
    }
  }
  @media (min-width: 601px) and (min-height: 621px) {
    .tile {
      flex-direction: column;
      align-items: stretch;
      gap: 0;
      padding: 3px;
      overflow: hidden;
    }
    .tile .pic {
      inline-size: 100%;
      block-size: auto;
      aspect-ratio: 16/9;
      border-radius: 23px 23px 0 0;
    }
    .tile .t {
      padding: 12px 16px;
    }
  }
  .big {
    min-block-size: 80px;
    min-inline-size: 96px;
    padding: 10px 30px;
    border-radius: 26px;
    font-size: 22px;
    font-weight: 500;
    background: var(--sunken);
  }
  .big.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .volume {
    display: flex;
    align-items: center;
    gap: 20px;
  }
  .volume .big {
    font-size: 36px;
  }
  .volume label {
    flex: 1;
    min-inline-size: 0;
  }
  input[type='range'] {
    inline-size: 100%;
    block-size: 72px;
    margin: 0;
    accent-color: var(--accent-fill);
  }
  output {
    min-inline-size: 4ch;
    text-align: end;
    font-size: 22px;
  }
  .more {
    display: grid;
    gap: 12px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 20px;
    padding: 8px 26px;
    min-block-size: 72px;
    font-size: 17px;
  }
  .line > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  select {
    min-block-size: 72px;
    flex: 1 1 200px;
    min-inline-size: 0;
    max-inline-size: 420px;
    border: 0;
    border-radius: 22px;
    padding: 0 20px;
    font-size: 18px;
    background: var(--sunken);
    color: var(--text);
  }
  ol {
    margin: 0;
    padding-inline-start: 28px;
    font-size: 22px;
    display: grid;
    gap: 12px;
    max-inline-size: 60ch;
  }
  .ready {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  form {
    display: flex;
    gap: 12px;
    margin-block-start: 12px;
  }
  form label {
    flex: 1;
    min-inline-size: 0;
  }
  textarea.in {
    display: block;
    block-size: 100%;
    min-block-size: 80px;
    padding: 14px 20px;
    border-radius: 26px;
    resize: none;
    font: inherit;
    font-size: 18px;
    color: inherit;
  }
  .said {
    font-size: 22px;
    min-block-size: 1.4em;
    margin-block-start: 8px;
  }
  .said.bad {
    color: var(--stop-ink);
    font-size: 18px;
  }
  .acts {
    display: flex;
    justify-content: flex-end;
  }
  @media (max-width: 600px) {
    section {
      inset: auto 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding: 16px 16px 20px;
    }
    h3 {
      font-size: 24px;
    }
    .grid,
    .ready {
      grid-template-columns: minmax(0, 1fr);
    }
    .tile {
      min-block-size: 88px;
      padding-inline: 12px;
    }
    .tile .pic {
      inline-size: 88px;
      block-size: 56px;
    }
    .volume {
      flex-wrap: wrap;
    }
    .volume label {
      order: -1;
      flex-basis: 100%;
    }
    .volume .big {
      flex: 1;
    }
    .line {
      padding-inline: 8px;
      gap: 8px 16px;
    }
    .pick {
      flex-wrap: wrap;
    }
    .pick select {
      flex-basis: 100%;
      max-inline-size: none;
    }
    ol {
      font-size: 18px;
    }
    form {
      flex-direction: column;
    }
  }
`;
