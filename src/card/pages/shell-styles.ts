import { css } from 'lit';

/** The dialog that pages are in: head, tabs, and one page that scrolls. */
export const shellStyles = css`
  dialog.page {
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    border: 0;
    padding: 0;
    color: var(--text);
    background: var(--bg);
    outline: 0;
    overflow: hidden;
  }
  dialog.page[open] {
    display: grid;
    grid-template: 'head acts tabs' auto 'body body body' minmax(0, 1fr) / minmax(0, 1fr) auto auto;
  }
  .head {
    grid-area: head;
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 72px;
    padding: 8px 12px;
  }
  .head .ib {
    inline-size: 56px;
    block-size: 56px;
    --i: 28px;
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: 24px;
    font-weight: 500;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  h2:focus-visible {
    outline-offset: 6px;
    border-radius: 4px;
  }
  .head-acts {
    grid-area: acts;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding-inline: 24px 12px;
  }
  nav {
    grid-area: tabs;
    display: flex;
    align-items: center;
    gap: 4px;
    padding-inline: 12px 20px;
  }
  nav button {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
    min-block-size: 60px;
    min-inline-size: 88px;
    padding: 4px 10px;
    border-radius: 16px;
    font-size: 14px;
    font-weight: 500;
    line-height: 1.15;
    color: var(--quiet);
  }
  nav [aria-current='page'] {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  main {
    grid-area: body;
    overflow: auto;
    padding: 4px 32px 32px;
    overscroll-behavior: contain;
  }
  main > * {
    max-inline-size: 1280px;
    margin-inline: auto;
  }
  main > ca-sign-in {
    display: block;
    max-inline-size: 640px;
  }
  main > .note {
    margin-block-end: 12px;
  }
  dialog.sheet {
    inline-size: min(420px, 100%);
    max-block-size: 100%;
    border: 0;
    border-radius: 32px;
    padding: 24px 28px 28px;
    color: var(--text);
    background: var(--surface);
    box-shadow: 0 24px 80px rgba(0, 0, 0, 0.35);
    outline: 0;
  }
  dialog.sheet::backdrop {
    background: rgba(0, 0, 0, 0.58);
  }
  @media (max-width: 1000px) {
    dialog.page[open] {
      grid-template: 'head acts' auto 'tabs tabs' auto 'body body' minmax(0, 1fr) / minmax(0, 1fr) auto;
    }
    nav {
      padding: 0 20px 8px;
    }
    nav button {
      flex: 1;
      min-inline-size: 0;
    }
  }
  @media (max-width: 600px) {
    dialog.page[open] {
      grid-template: 'head acts' auto 'body body' minmax(0, 1fr) 'tabs tabs' auto / minmax(0, 1fr) auto;
    }
    .head {
      min-block-size: 64px;
      padding: 4px 8px;
    }
    .head-acts {
      padding-inline: 0 12px;
    }
    nav {
      gap: 0;
      padding: 4px;
      padding-block-end: max(4px, env(safe-area-inset-bottom));
      background: var(--surface);
      border-block-start: 1px solid var(--line);
    }
    nav button {
      flex: 1 1 auto;
      padding: 4px 2px;
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    main {
      padding: 4px 16px 24px;
    }
    dialog.sheet {
      border-radius: 24px;
      padding: 16px 20px 20px;
    }
  }
  @media (max-width: 360px) {
    dialog.page[open] {
      grid-template: 'head' auto 'acts' auto 'body' minmax(0, 1fr) 'tabs' auto / minmax(0, 1fr);
    }
    .head-acts {
      padding: 0 16px 8px;
    }
    nav button {
      font-size: 12px;
    }
  }
`;
