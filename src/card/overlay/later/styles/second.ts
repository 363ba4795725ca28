import { css } from 'lit';

/** Another call that rings while one runs, or goes out; after the styles of the stage. */
export const secondStyles = css`
  .second {
    position: relative;
    margin: 24px auto 0;
    inline-size: calc(100% - 48px);
    max-inline-size: 1140px;
    border-radius: 32px;
    background: var(--surface);
    color: var(--text);
    padding: 18px 20px;
    padding-inline-start: 24px;
    display: flex;
    align-items: center;
    gap: 20px;
    box-shadow: 0 16px 50px rgba(0, 0, 0, 0.5);
    z-index: 2;
  }
  .sheet ~ .second {
    position: absolute;
    inset-block-start: 16px;
    inset-inline: 16px;
    margin: 0 auto;
    inline-size: auto;
  }
  .second .still {
    flex: none;
    inline-size: 176px;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    border-radius: 16px;
    background: var(--sunken);
  }
  .second .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
    font-size: 18px;
    color: var(--quiet);
  }
  .second b {
    font-size: 28px;
    display: block;
    color: var(--text);
    overflow-wrap: anywhere;
  }
  .second .av {
    --s: 72px;
  }
  .second .acts {
    display: flex;
    gap: 12px;
  }
  .second :focus-visible {
    outline-color: var(--accent-ink);
  }
`;
