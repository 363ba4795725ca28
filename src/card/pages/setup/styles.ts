import { css } from 'lit';

/** What stands in the steps. */
export const stepStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
    overflow-wrap: anywhere;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul.box,
  .box {
    margin: 0;
    padding: 6px 20px;
  }
  .box + .box {
    margin-block-start: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .lead {
    flex: 1 1 260px;
    font-size: 18px;
    color: var(--quiet);
  }
  progress {
    appearance: none;
    margin-block: -8px;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: none;
  }
  progress[data-on] {
    background: var(--sunken);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--accent-fill);
  }
  progress::-moz-progress-bar {
    background: var(--accent-fill);
  }
  .line .acts {
    justify-content: flex-start;
  }
  .state.running {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .fix {
    flex: 1 0 100%;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding-inline-start: 52px;
    font-size: 15px;
    color: var(--quiet);
  }
  meter {
    inline-size: 120px;
    block-size: 8px;
    vertical-align: middle;
    margin-inline-start: 4px;
  }
  meter::-webkit-meter-bar {
    block-size: 100%;
    border: 0;
    border-radius: 7px;
    background: var(--sunken);
  }
  meter::-webkit-meter-optimum-value {
    border-radius: 7px;
    background: var(--accent-fill);
  }
  .account {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    border-radius: 20px;
    margin: 0;
  }
  .account .in {
    background: var(--sunken);
  }
  .panel {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    border-radius: 20px;
    padding: 20px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    gap: 16px 20px;
    align-items: start;
  }
  .cams {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 8px;
    font-weight: 500;
  }
  .cam {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 12px;
    min-block-size: 72px;
    padding: 12px 16px;
    border-radius: 20px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1.5px var(--line);
    cursor: pointer;
  }
  .cam:has(:checked) {
    box-shadow: inset 0 0 0 3px var(--accent-fill);
  }
  .cam:has(:focus-visible) {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
  }
  .cam input {
    grid-row: 1 / 3;
    grid-column: 2;
    inline-size: 26px;
    block-size: 26px;
    margin: 0;
    appearance: none;
    border-radius: 50%;
    box-shadow: inset 0 0 0 2px var(--quiet);
    outline: 0;
  }
  .cam :checked {
    box-shadow: inset 0 0 0 8px var(--accent-fill);
  }
  .cam small {
    font-size: 14px;
    color: var(--quiet);
  }
  .view {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: min(100%, 420px);
    aspect-ratio: 16 / 9;
    padding: 16px;
    border-radius: 20px;
    overflow: hidden;
    background: #0d1013;
    color: #fff;
    text-align: center;
  }
  .view video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .view .mirror {
    transform: scaleX(-1);
  }
  .look {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: center;
  }
  .look > .t {
    flex: 1 1 200px;
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .level {
    inline-size: 100%;
    max-inline-size: 320px;
    block-size: 14px;
    margin: 0;
  }
  .finish {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding-block: 16px;
    text-align: center;
  }
  .finish .art {
    display: grid;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
    --i: 46px;
    background: var(--go-tint);
    color: var(--go-ink);
  }
  .finish .art.warn {
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  .finish p {
    font-size: 18px;
    color: var(--quiet);
    max-inline-size: 52ch;
  }
  .finish .acts {
    justify-content: center;
    gap: 16px;
    margin-block-start: 8px;
  }
  .big {
    min-block-size: 72px;
    padding: 10px 28px;
    border-radius: 26px;
    font-size: 18px;
  }
  details summary {
    min-block-size: 48px;
    display: flex;
    align-items: center;
    font-weight: 500;
    color: var(--accent-ink);
    cursor: pointer;
  }
  code {
    font-family: 'Roboto Mono', 'DejaVu Sans Mono', ui-monospace, monospace;
    font-size: 14px;
    unicode-bidi: isolate;
    direction: ltr;
  }
  @media (max-width: 600px) {
    ul.box,
    .box {
      padding-inline: 14px;
    }
    .fix {
      padding-inline-start: 0;
    }
    .finish .acts {
      inline-size: 100%;
    }
    .finish .acts .big {
      flex: 1 1 100%;
    }
  }
`;
