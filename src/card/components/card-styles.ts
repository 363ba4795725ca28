import { css } from 'lit';

/** Cards that show people: the tile, the list, and what the panel shares with them. */
export const cardStyles = css`
  .hd {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    padding-inline-start: 4px;
  }
  .hd .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .hd h2 {
    font-size: 18px;
    font-weight: 500;
  }
  .hd h2,
  .hd p > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hd p {
    display: flex;
    align-items: center;
    --i: 16px;
    font-size: 14px;
    color: var(--quiet);
  }
  .hd p.quiet > .i {
    margin-inline-end: 6px;
  }
  .hd p:not(.quiet)::before {
    content: '';
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--dot, var(--quiet));
  }
  .hd p.online {
    --dot: var(--go-ink);
  }
  .hd p.away {
    --dot: var(--warn-ink);
  }
  .rows {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-block-size: 0;
    overflow-y: auto;
    margin-inline: -4px;
    padding: 4px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 72px;
    flex: none;
    /* What is not seen is not laid out: a list may hold thousands. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 72px;
    overflow-clip-margin: 8px;
  }
  .who {
    position: relative;
  }
  .row > .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
    line-height: 1.3;
    text-align: start;
    border-radius: 16px;
  }
  .row .n {
    min-inline-size: 0;
  }
  .row b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: 18px;
    line-height: 1.18;
    overflow-wrap: anywhere;
  }
  .row small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
  .acts {
    display: flex;
    gap: 8px;
  }
  .note .acts {
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .find {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    min-block-size: 56px;
    padding-inline: 16px 4px;
    border-radius: 28px;
    background: var(--sunken);
    color: var(--quiet);
  }
  .find:focus-within {
    outline: 3px solid var(--accent-ink);
    outline-offset: 1px;
  }
  .find input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 48px;
    margin-inline-start: 8px;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    color: var(--text);
    font-size: 18px;
    text-overflow: ellipsis;
  }
  .find input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .say {
    font-size: 15px;
    color: var(--stop-ink);
    padding-inline: 4px;
  }
  .none {
    padding: 16px 4px;
    color: var(--quiet);
  }
  .notes {
    display: flex;
    flex-direction: column;
    gap: 8px;
    flex: none;
  }
  .note.go {
    background: var(--go-tint);
  }
  .note .av {
    --s: 44px;
  }
  /* Seen long before it is reached: the next rows are there in time. */
  .end {
    block-size: 800px;
    margin-block-start: -800px;
    pointer-events: none;
    flex: none;
  }
  /* Where the height follows the content, a list is three rows high and scrolls. */
  .free .rows {
    max-block-size: 240px;
  }
  .tile {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 4px;
    min-block-size: 0;
  }
  .tile > .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 9px;
    min-inline-size: 0;
    min-block-size: 40px;
    border-radius: 16px;
    text-align: start;
  }
  .tile .av {
    --s: 40px;
  }
  .tile .n {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .tile .n > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tile b {
    font-size: 15px;
  }
  .tile small {
    font-size: 14px;
    color: var(--quiet);
  }
  .do .x.ib {
    inline-size: 48px;
    background: var(--sunken);
  }
  .note .x {
    --i: 20px;
  }
  .badge {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .badge.bad {
    background: var(--stop-tint);
    color: var(--stop-ink);
  }
  .badge.warn {
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  .badge.go {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  .do {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 8px;
    flex: none;
  }
  .do.two {
    grid-template-columns: minmax(0, 1fr) 48px;
  }
  .do .btn {
    padding-inline: 8px;
    border-radius: 16px;
    font-size: 15px;
  }
  .do .btn.go,
  .note .btn.go {
    background: var(--go-fill);
    color: #fff;
  }
  .do .ib {
    inline-size: 100%;
    border-radius: 16px;
  }
  .do.faces {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 48px;
    border-radius: 24px;
  }
  .stack {
    display: flex;
  }
  .stack .av {
    --s: 48px;
  }
  .stack .av + .av {
    margin-inline-start: -12px;
  }
  .stack .av > .p {
    box-shadow: 0 0 0 3px var(--surface);
  }
  .faces > .i:dir(rtl) {
    transform: scaleX(-1);
  }
  dialog {
    inline-size: min(1000px, 100vw);
    block-size: min(900px, 100vh);
    max-inline-size: 100vw;
    max-block-size: 100vh;
    padding: 0;
    border: 0;
    border-radius: 28px;
    overflow: hidden;
    background: var(--bg);
    color: var(--text);
    container-type: inline-size;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.5);
  }
  dialog > .shut {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    z-index: 1;
  }
  @container (max-width: 300px) {
    .row {
      flex-wrap: wrap;
      gap: 4px;
    }
    .row > .who {
      flex-basis: 100%;
    }
    .row .acts {
      inline-size: 100%;
    }
    .row .acts .ib {
      flex: 1;
      border-radius: 16px;
    }
    .hd p > span {
      white-space: normal;
    }
    .hd [data-action='dial-open'] {
      display: none;
    }
    .note > .i {
      --i: 20px;
    }
  }
`;
