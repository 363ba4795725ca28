import { css } from 'lit';

/** Steps beside the step where there is room, a bar above it elsewhere. */
export const setupStyles = css`
  :host {
    display: grid;
    grid-template: 'steps' auto 'step' 1fr 'foot' auto / minmax(0, 1fr);
    gap: 16px 24px;
    min-block-size: 100%;
    scroll-margin-block-start: 100px;
  }
  nav {
    grid-area: steps;
  }
  ol {
    display: flex;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    flex: 1 1 48px;
    min-inline-size: 0;
  }
  li:has(.now) {
    flex-grow: 3;
  }
  nav button {
    position: relative;
    inline-size: 100%;
    min-block-size: 52px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    padding: 4px;
    border-radius: 18px;
    font-size: 17px;
    line-height: 1.2;
    text-align: start;
    color: var(--quiet);
  }
  .n {
    inline-size: 34px;
    block-size: 34px;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: 50%;
    font-size: 16px;
    font-weight: 500;
    --i: 20px;
    box-shadow: inset 0 0 0 2px var(--line);
  }
  .done .n {
    background: var(--go-tint);
    color: var(--go-ink);
    box-shadow: none;
  }
  .now {
    background: var(--accent-tint);
    color: var(--text);
    font-weight: 500;
  }
  .now .n {
    background: var(--accent-fill);
    color: #fff;
    box-shadow: none;
  }
  .l {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .stays {
    display: none;
    font-size: 15px;
    color: var(--quiet);
  }
  section {
    grid-area: step;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
    min-inline-size: 0;
  }
  h3 {
    font-size: 28px;
    font-weight: 500;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  h3:focus-visible {
    border-radius: 4px;
  }
  footer {
    grid-area: foot;
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 12px;
    min-block-size: 80px;
    padding-block: 12px;
    background: var(--bg);
    /* Below it is the padding of what scrolls. */
    box-shadow: 0 40px 0 var(--bg);
  }
  footer .btn {
    min-block-size: 56px;
    padding-inline: 28px;
    font-size: 18px;
  }
  footer .sp {
    flex: 1;
  }
  .why {
    flex: 1 1 260px;
    overflow-wrap: anywhere;
  }
  @media (min-width: 901px) {
    :host {
      grid-template: 'steps step' 1fr 'steps foot' auto / 264px minmax(0, 1fr);
    }
    nav {
      position: sticky;
      inset-block-start: 0;
      align-self: start;
      display: grid;
      gap: 24px;
    }
    ol {
      flex-direction: column;
    }
    li {
      flex: none;
    }
    nav button {
      min-block-size: 60px;
      justify-content: flex-start;
      gap: 14px;
      padding-inline: 12px;
      font-size: 18px;
    }
    .stays {
      display: block;
      padding: 0 12px;
    }
    h3 {
      font-size: 32px;
    }
  }
  @media (max-width: 900px) {
    nav button:not(.now) .l {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (max-width: 600px) {
    h3 {
      font-size: 24px;
    }
    ol {
      gap: 0;
    }
    li {
      flex: none;
      inline-size: 52px;
    }
    li:has(.now) {
      flex: 1;
    }
    nav button {
      font-size: 16px;
      gap: 8px;
    }
    footer .btn {
      flex: 1 1 auto;
      padding-inline: 16px;
    }
    footer .sp {
      display: none;
    }
  }
`;
