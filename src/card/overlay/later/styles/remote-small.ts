import { css } from 'lit';

/** The remote control of a TV on portrait, phones and low screens; after its other styles. */
export const smallRemoteStyles = css`
  @media (max-width: 900px) {
    .remote {
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .remote .scr {
      --rest: 850px;
    }
  }
  @media (max-width: 600px) {
    .remote {
      padding: 16px;
      gap: 12px;
    }
    .remote .hd {
      flex-wrap: wrap;
      gap: 10px 12px;
    }
    .remote .hd .av {
      --s: 56px;
    }
    .remote .tools {
      inline-size: 100%;
    }
    .remote .tools > * {
      flex: 1;
      min-block-size: 48px;
      padding: 4px 12px;
      border-radius: 18px;
      font-size: 16px;
      --i: 22px;
    }
    .remote .scr {
      --rest: 620px;
      padding: 6px;
      border-radius: 12px;
    }
    .remote .glass,
    .players.small:has(~ .remote) {
      border-radius: 7px;
    }
    .remote .own {
      inset-block-end: 14px;
      inset-inline-end: 14px;
    }
    .remote .on {
      margin-block-start: 8px;
      font-size: 14px;
      --i: 22px;
      gap: 8px;
    }
    .remote .on b {
      font-size: 17px;
    }
    .pad {
      gap: 8px;
    }
    .pad .pk {
      min-block-size: 72px;
      padding: 6px 12px;
      gap: 10px;
      border-radius: 20px;
      font-size: 16px;
      --i: 26px;
    }
    .pk small {
      font-size: 14px;
    }
    .pad .vol {
      min-block-size: 80px;
      padding-inline: 8px;
      border-radius: 20px;
      gap: 10px;
      font-size: 15px;
    }
    .vol .ib {
      inline-size: 72px;
      block-size: 64px;
      border-radius: 18px;
    }
    .vol input {
      block-size: 36px;
    }
    .pad .hangup {
      margin-block-start: 4px;
      min-block-size: 80px;
    }
  }
  /* Where it would be a stamp. */
  @media (max-width: 900px) and (max-height: 720px) {
    .remote .scr,
    .players.small:has(~ .remote) {
      display: none;
    }
  }
  @media (max-width: 360px) {
    .remote .on b {
      font-size: 15px;
    }
    .remote .on small {
      display: none;
    }
    .pad .pk {
      padding-inline: 10px;
      font-size: 15px;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    .remote {
      grid-template: auto minmax(0, 1fr) / minmax(0, 0.8fr) minmax(0, 1.2fr);
      padding: 14px 20px;
      gap: 12px 24px;
    }
    .remote .hd {
      grid-column: 1;
      flex-wrap: wrap;
      gap: 8px 12px;
    }
    .remote .hd .av {
      --s: 56px;
    }
    .remote .who {
      flex-basis: 60%;
    }
    .remote .who h2 {
      font-size: 28px;
      -webkit-line-clamp: 1;
    }
    .remote .meta {
      font-size: 16px;
      --i: 18px;
    }
    .remote .tools {
      inline-size: 100%;
    }
    .remote .tools > * {
      flex: 1;
      min-block-size: 56px;
      padding: 4px 12px;
      font-size: 17px;
      --i: 24px;
    }
    .remote .scr {
      --rest: 300px;
    }
    .remote .on {
      margin-block-start: 10px;
      font-size: 15px;
    }
    .remote .on b {
      font-size: 18px;
    }
    .pad {
      grid-column: 2;
      grid-row: 1 / -1;
      grid-template-columns: repeat(3, 1fr);
      gap: 8px;
    }
    .pad .pk {
      min-block-size: 76px;
      padding: 4px 12px;
      gap: 8px;
      font-size: 16px;
      --i: 24px;
    }
    .pk small {
      font-size: 14px;
    }
    .pad .vol {
      min-block-size: 72px;
    }
    .vol .ib {
      block-size: 64px;
    }
    .vol input {
      block-size: 36px;
    }
    .pad .hangup {
      margin-block-start: 4px;
      min-block-size: 76px;
    }
  }
  @media (max-height: 620px), (max-width: 600px) {
    .pk .aside {
      display: none;
    }
  }
  @media (max-height: 420px) {
    .remote .scr,
    .players.small:has(~ .remote) {
      display: none;
    }
  }
`;
