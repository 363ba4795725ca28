import { css } from 'lit';

export const unlockStyles = css`
  form {
    gap: 12px;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .top h3 {
    flex: 1;
    margin: 0;
    font-size: 22px;
    line-height: 1.2;
  }
  .pin {
    text-align: center;
    letter-spacing: 0.3em;
    font-size: 22px;
  }
  .pin::placeholder {
    letter-spacing: normal;
    font-size: 18px;
  }
  .wait:empty {
    display: block;
  }
  .wait {
    min-block-size: 20px;
    text-align: center;
  }
  .pad {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
  }
  .key {
    min-block-size: 64px;
    padding: 4px;
    border-radius: 20px;
    background: var(--sunken);
    font-size: 24px;
    font-weight: 500;
    line-height: 1.1;
    overflow-wrap: anywhere;
  }
  .key.word {
    font-size: 16px;
  }
  .key.ok:not([disabled]) {
    background: var(--accent-fill);
    color: #fff;
  }
  @media (max-height: 560px) {
    .key {
      min-block-size: 48px;
    }
  }
`;
