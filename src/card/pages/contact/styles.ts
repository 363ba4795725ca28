import { css } from 'lit';

export const contactStyles = css`
  .person {
    display: grid;
    grid-template-columns: minmax(0, 400px) minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }
  .face {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 6px;
    padding: 24px 20px;
    text-align: center;
  }
  .face > .av {
    --s: 144px;
    margin-block-end: 8px;
  }
  .face .d {
    inline-size: 36px;
    block-size: 36px;
    border-width: 5px;
    inset-inline-end: 0;
  }
  .name {
    margin: 0;
    max-inline-size: 100%;
    font-size: 36px;
    font-weight: 500;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .name.long {
    font-size: 24px;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
  }
  .sub {
    font-size: 18px;
    color: var(--quiet);
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .hint {
    font-size: 16px;
    max-inline-size: 100%;
  }
  .two {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    inline-size: 100%;
    margin-block-start: 16px;
  }
  .face > ca-message {
    margin-block-start: 8px;
  }
  .call-button {
    flex: 1 1 120px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-block-size: 80px;
    padding: 8px 12px;
    border-radius: 26px;
    font-size: 20px;
    font-weight: 500;
    line-height: 1.1;
    background: var(--sunken);
  }
  .call-button.video:not([disabled]) {
    background: var(--go-fill);
    color: #fff;
  }
  .call {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 6px;
  }
  .call + .call {
    border-block-start: 1px solid var(--line);
  }
  .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 16px;
    min-inline-size: 0;
    min-block-size: 60px;
    text-align: start;
    line-height: 1.3;
    border-radius: 16px;
  }
  .who .t {
    flex: 1;
    min-inline-size: 0;
  }
  .who .t > b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .star {
    --i: 20px;
    color: var(--warn-ink);
  }
  .way {
    --i: 22px;
    color: var(--quiet);
  }
  .missed b,
  .missed .way {
    color: var(--stop-ink);
  }
  .sentinel {
    min-block-size: 1px;
  }
  @media (max-width: 900px) {
    .person {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 420px) {
    .who > .av {
      display: none;
    }
  }
`;
