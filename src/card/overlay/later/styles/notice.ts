import { css } from 'lit';

/** What a call that runs says of its display: above the keys, never over them. */
export const noticeStyles = css`
  .display-note {
    position: relative;
    z-index: 1;
    flex: none;
    margin: 0 auto 16px;
    max-inline-size: min(1140px, calc(100% - 48px));
    display: flex;
    align-items: center;
    gap: 12px 18px;
    padding: 10px 14px;
    padding-inline-start: 24px;
    border-radius: 28px;
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 10px 40px rgba(0, 0, 0, 0.45);
    --i: 28px;
  }
  .display-note > .i {
    color: var(--accent-ink);
  }
  .display-note.warn > .i {
    color: var(--warn-ink);
  }
  .display-note .t {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-size: 17px;
    line-height: 1.3;
  }
  .display-note b {
    display: block;
    font-size: 20px;
  }
  .display-note .acts {
    flex: none;
    display: flex;
    gap: 10px;
  }
  .display-note .btn {
    min-block-size: 72px;
    padding-inline: 24px;
    font-size: 18px;
  }
  .display-note .ib {
    inline-size: 72px;
    block-size: 72px;
    --i: 24px;
  }
  .display-note :focus-visible {
    outline-color: var(--accent-ink);
  }
  @media (max-width: 900px) {
    .display-note {
      flex-wrap: wrap;
      max-inline-size: none;
      margin-inline: 16px;
    }
    .display-note .t {
      flex: 1 1 calc(100% - 150px);
    }
    .display-note .acts {
      order: 1;
      flex: 1 1 100%;
    }
    .display-note .btn {
      flex: 1 1 0;
      padding-inline: 12px;
      font-size: 16px;
    }
    /* A face that leaves no room for the words beside it. */
    .stage:has(.warn) .level {
      display: none;
    }
    .stage:has(.warn) .center .av {
      --s: clamp(56px, 12vh, 120px);
    }
  }
  @media (max-width: 600px) {
    .display-note {
      margin-inline: 8px;
      margin-block-end: 10px;
      padding-inline: 16px 8px;
      border-radius: 24px;
      gap: 8px 12px;
    }
    .display-note .t {
      font-size: 15px;
    }
    .display-note b {
      font-size: 17px;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    .display-note {
      flex-wrap: nowrap;
      margin-block-end: 8px;
    }
    .display-note .acts {
      flex: none;
      order: 0;
    }
  }
`;
