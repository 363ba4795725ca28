import { css } from 'lit';

export const historyStyles = css`
  .box.from {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    padding-block-start: 0;
  }
  .box.on {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    padding-block-end: 0;
  }
  .box.from > .call:first-child {
    border-block-start: 1px solid var(--line);
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    padding-block: 6px;
  }
  .call + .call {
    border-block-start: 1px solid var(--line);
  }
  .who {
    flex: 1;
    display: grid;
    grid-template-columns: auto minmax(0, 3fr) minmax(0, 2fr) auto;
    align-items: center;
    gap: 4px 16px;
    min-inline-size: 0;
    min-block-size: 60px;
    padding-inline-end: 8px;
    text-align: start;
    border-radius: 16px;
    line-height: 1.3;
  }
  .who .t > b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .why {
    display: flex;
    align-items: center;
    gap: 8px;
    --i: 18px;
    font-size: 15px;
    color: var(--quiet);
  }
  .who > .num {
    font-size: 15px;
    color: var(--quiet);
  }
  .missed b,
  .missed .why {
    color: var(--stop-ink);
  }
  .more {
    flex: 1 0 100%;
    display: grid;
    gap: 12px;
    padding: 8px 0 12px;
    padding-inline-start: 68px;
  }
  .more b {
    display: block;
  }
  .new {
    margin-inline: 4px;
  }
  .sentinel {
    min-block-size: 48px;
    padding: 12px;
    text-align: center;
    color: var(--quiet);
  }
  @media (max-width: 800px) {
    .who {
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 2px 12px;
    }
    .who > .av {
      grid-row: span 2;
    }
    .who > .num {
      grid-area: 1 / 3;
    }
    .who > .why {
      grid-area: 2 / 2 / auto / span 2;
      font-size: 14px;
    }
    .more {
      padding-inline-start: 0;
    }
  }
  @media (max-width: 420px) {
    .who {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .who > .av {
      display: none;
    }
    .who > .num {
      grid-area: 2 / 2;
      font-size: 14px;
    }
    .who > .t {
      grid-column: span 2;
    }
    .who > .why {
      grid-area: 2 / 1;
    }
  }
  @media (max-width: 360px) {
    .who > .why {
      grid-column: span 2;
    }
    .who > .num {
      grid-area: 3 / 1;
    }
  }
`;
