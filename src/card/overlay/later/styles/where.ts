import { css } from 'lit';

/** Screens to choose from, and the question before one is interrupted. */
export const whereStyles = css`
  .list {
    display: grid;
    gap: 12px;
  }
  .opt {
    min-block-size: 92px;
    --i: 36px;
  }
  .opt b {
    display: block;
    font-size: 22px;
  }
  details {
    margin-block-start: 12px;
  }
  summary {
    padding: 24px 26px;
    font-size: 18px;
    font-weight: 500;
    cursor: pointer;
  }
  li {
    padding: 8px 26px;
    font-size: 18px;
    overflow-wrap: anywhere;
  }
  li b {
    display: block;
  }
  small {
    font-size: 16px;
    color: var(--quiet);
  }
  .line:empty {
    display: none;
  }
  .said:empty {
    margin: 0;
    min-block-size: 0;
  }
  .ask {
    display: grid;
    gap: 24px;
  }
  .ask p {
    font-size: 24px;
    overflow-wrap: anywhere;
  }
  .ask .acts {
    flex-wrap: wrap;
    gap: 12px;
  }
  @media (max-width: 600px) {
    .opt {
      padding-inline: 16px;
      gap: 14px;
    }
    summary,
    li {
      padding-inline: 8px;
    }
    .ask .big {
      flex: 1 1 100%;
    }
  }
`;
