import { css } from 'lit';

/** The keys of a call that runs. */
export const dockStyles = css`
  .dock {
    position: relative;
    margin: 0 auto 28px;
    max-inline-size: calc(100% - 48px);
    display: flex;
    gap: 10px;
    padding: 12px;
    border-radius: 36px;
    background: rgba(18, 21, 25, 0.88);
  }
  .dock .hint {
    position: absolute;
    inset-block-end: calc(100% + 12px);
    inset-inline-start: 12px;
    padding: 10px 16px;
    border-radius: 16px;
    background: #b3261e;
    font-size: 18px;
    font-weight: 500;
  }
  .dock .hint:empty {
    visibility: hidden;
  }
  .key {
    inline-size: 116px;
    min-block-size: 96px;
    border-radius: 26px;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 7px;
    padding: 8px 6px;
    font-weight: 500;
    line-height: 1.15;
    --i: 34px;
    background: rgba(255, 255, 255, 0.1);
    overflow-wrap: anywhere;
  }
  .key.off {
    background: #fff;
    color: #14181c;
  }
  .key.end {
    background: #b3261e;
    inline-size: 148px;
    margin-inline-start: 22px;
  }
`;
