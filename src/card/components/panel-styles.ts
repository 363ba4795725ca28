import { css } from 'lit';

/** The card as the whole telephone; loaded with it. */
export const panelStyles = css`
  :host([density='panel']) ha-card {
    padding: 0;
    background: var(--bg);
  }
  .panel {
    flex: 1;
    block-size: 100%;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 404px);
  }
  .panel.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .main {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 16px 24px 20px;
    overflow-y: auto;
  }
  .main > * {
    flex: none;
  }
  dialog .main > .hd {
    padding-inline-end: 44px;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 0;
    padding-block: 20px;
    padding-inline: 0 24px;
    overflow-y: auto;
  }
  dialog .side {
    padding-block-start: 64px;
  }
  .hd .big {
    inline-size: 56px;
    block-size: 56px;
    margin-inline-start: 8px;
  }
  .hd .big.on {
    background: var(--accent-fill);
    color: #fff;
  }
  .panel .find {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .sec {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 28px;
    margin-block-end: 8px;
  }
  .sec h3 {
    font-size: 18px;
    font-weight: 500;
  }
  .sec .mut {
    font-size: 15px;
    color: var(--quiet);
  }
  h4 {
    margin: 12px 4px 6px;
    font-size: 15px;
    font-weight: 500;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .btn.text {
    background: none;
    padding-inline: 12px;
    margin-inline-end: -12px;
    margin-block: -12px;
  }
  .faces {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(168px, 1fr));
    gap: 12px;
  }
  .face,
  .list,
  .box {
    background: var(--surface);
    border-radius: 20px;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .face {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-inline-size: 0;
    padding: 18px 14px 14px;
  }
  .face > .who {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    inline-size: 100%;
    min-inline-size: 0;
    border-radius: 16px;
    line-height: 1.25;
    text-align: center;
  }
  .face .av {
    --s: 92px;
    margin-block-end: 8px;
  }
  .face .d {
    inline-size: 22px;
    block-size: 22px;
    inset-block-end: 2px;
    inset-inline-end: 2px;
  }
  .face b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-inline-size: 100%;
    overflow: hidden;
    font-size: 20px;
    overflow-wrap: anywhere;
  }
  .face small {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-block-size: 20px;
    font-size: 15px;
    color: var(--quiet);
  }
  .face .acts .ib {
    flex: 1;
    block-size: 56px;
    border-radius: 16px;
  }
  .list {
    padding: 4px 12px;
  }
  .list > .row + .row {
    border-block-start: 1px solid var(--line);
  }
  .box {
    display: flex;
    flex-direction: column;
    flex: none;
    padding: 14px 16px;
  }
  .box[data-part='recent'] {
    flex: 0 1 auto;
    min-block-size: 180px;
  }
  .box > ul {
    min-block-size: 0;
    margin-inline: -4px;
    padding-inline: 4px;
    overflow-y: auto;
  }
  .recent {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 68px;
  }
  .recent .av {
    --s: 44px;
  }
  .recent .n {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .recent b {
    display: block;
    overflow: hidden;
    font-size: 17px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .recent small {
    display: flex;
    align-items: center;
    gap: 6px;
    --i: 16px;
    font-size: 14px;
    color: var(--quiet);
  }
  .recent time {
    flex: none;
    font-size: 14px;
    color: var(--quiet);
  }
  .recent.missed :is(b, small, time) {
    color: var(--stop-ink);
  }
  .flip > .i:dir(rtl) {
    transform: scaleX(-1);
  }
  .station {
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .station .n {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .station :is(b, small) {
    display: block;
  }
  .station small {
    font-size: 14px;
    color: var(--quiet);
  }
  .tabs {
    display: none;
  }
  @container (max-width: 900px) {
    .panel {
      display: block;
      overflow-y: auto;
    }
    .main,
    .side {
      overflow: visible;
    }
    .main {
      padding-block-end: 16px;
    }
    .side,
    dialog .side {
      padding-block: 0 20px;
      padding-inline: 24px;
    }
  }
  @container (max-width: 600px) {
    .panel {
      display: flex;
      flex-direction: column;
      overflow: hidden;
    }
    .hd p > span {
      white-space: normal;
    }
    .main,
    .side,
    dialog .side {
      padding-inline: 16px;
    }
    .main {
      flex: 0 1 auto;
      gap: 12px;
      padding-block: 8px 12px;
      overflow-y: auto;
    }
    .panel:is([data-part='recent'], [data-part='station']) .main {
      flex: none;
    }
    .side {
      flex: 0 1 auto;
      overflow-y: auto;
    }
    .panel[data-part='favourites'] :is(.side, [data-part='everyone']),
    .panel[data-part='everyone'] :is(.side, [data-part='favourites']),
    .panel[data-part='recent'] [data-part]:not([data-part='recent']),
    .panel[data-part='station'] [data-part]:not([data-part='station']) {
      display: none;
    }
    .faces {
      grid-template-columns: repeat(auto-fill, minmax(136px, 1fr));
    }
    .face {
      padding: 14px 12px 12px;
    }
    .face .av {
      --s: 72px;
    }
    .tabs {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      flex: none;
      margin-block-start: auto;
      padding: 6px 8px 10px;
      background: var(--surface);
      border-block-start: 1px solid var(--line);
    }
    .tabs button {
      position: relative;
      min-block-size: 60px;
      border-radius: 16px;
      display: grid;
      place-items: center;
      align-content: center;
      gap: 2px;
      font-size: 14px;
      font-weight: 500;
      line-height: 1.15;
      color: var(--quiet);
    }
    .tabs span {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .tabs [aria-current] {
      background: var(--accent-tint);
      color: var(--accent-ink);
    }
    .tabs em {
      position: absolute;
      inset-block-start: 4px;
      inset-inline-start: calc(50% + 6px);
      min-inline-size: 20px;
      padding-inline: 4px;
      border-radius: 10px;
      background: var(--stop-fill);
      color: #fff;
      font: 500 13px/20px inherit;
      font-style: normal;
      text-align: center;
    }
  }
`;
