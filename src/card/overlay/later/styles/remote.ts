import { css } from 'lit';
import { smallRemoteStyles } from './remote-small.ts';

/** The tablet as the remote control of a call on a TV: what plays there, and keys for both. */
export const remoteStyles = css`
  .remote {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1.12fr) minmax(0, 1fr);
    gap: 20px 40px;
    padding: 28px 36px 32px;
    background: var(--bg);
    color: var(--text);
    overflow: hidden;
  }
  .remote .hd {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 20px;
  }
  .remote .hd .av {
    --s: 84px;
  }
  .remote .who {
    flex: 1;
    margin: 0;
    max-inline-size: none;
  }
  .remote .meta {
    color: var(--quiet);
    margin-block-start: 2px;
  }
  .remote .bars i {
    background: currentcolor;
  }
  .remote .bars .n {
    opacity: 0.32;
  }
  .remote .tools {
    display: flex;
    gap: 12px;
  }
  .remote .tvset {
    align-self: center;
    min-block-size: 0;
    block-size: 100%;
    display: flex;
    flex-direction: column;
    justify-content: center;
  }
  /* In the shape of a TV, and never so large that something else has no room. */
  .remote .scr {
    --rest: 300px;
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    inline-size: min(100%, (100vh - var(--rest)) * 16 / 9);
    aspect-ratio: 16 / 9;
    margin-inline: auto;
    padding: 12px;
    border-radius: 20px;
    background: #1d2226;
  }
  .remote .glass {
    block-size: 100%;
    display: grid;
    place-items: center;
    border-radius: 10px;
    overflow: hidden;
    background: radial-gradient(80% 90% at 50% 30%, oklch(0.42 0.09 var(--tint) / 0.6), transparent 75%) #0d1013;
  }
  .remote .glass .av {
    --s: clamp(56px, 16vh, 160px);
  }
  .remote .own {
    position: absolute;
    z-index: 3;
    inset-block-end: 28px;
    inset-inline-end: 28px;
    inline-size: 22%;
    border-radius: 10px;
    box-shadow: 0 0 0 2px rgba(255, 255, 255, 0.4);
  }
  .players.small:has(~ .remote) {
    border-radius: 10px;
  }
  .remote .on {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    margin-block-start: 20px;
    font-size: 17px;
    line-height: 1.35;
    color: var(--quiet);
    --i: 30px;
  }
  .remote .on .i {
    color: var(--go-ink);
  }
  .remote .on > span {
    flex: 1 1 60%;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .remote .on :is(b, small) {
    display: block;
    font-size: inherit;
  }
  .remote .on b {
    font-size: 22px;
    color: var(--text);
  }
  .pad {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 14px;
    align-content: center;
    min-block-size: 0;
  }
  .pad .pk {
    min-inline-size: 0;
    min-block-size: 104px;
    border-radius: 28px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 10px 20px;
    font-size: 19px;
    line-height: 1.2;
    text-align: start;
    --i: 34px;
  }
  .pk > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .pk b,
  .pk small {
    display: block;
  }
  .pk small {
    font-size: 16px;
    color: var(--quiet);
  }
  .pk.no {
    background: var(--text);
    color: var(--surface);
  }
  .pk.no small {
    color: inherit;
  }
  :is([data-action='display'], [data-action='display-back'], .display-note) .i:dir(rtl) {
    transform: scaleX(-1);
  }
  .pad .vol {
    grid-column: 1 / -1;
    order: -1;
    min-block-size: 104px;
    border-radius: 28px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 6px 14px;
    font-size: 17px;
    font-weight: 500;
    line-height: 1.2;
  }
  .vol .ib {
    inline-size: 76px;
    block-size: 76px;
    background: var(--sunken);
    font-size: 34px;
  }
  .vol label {
    flex: 1;
    min-inline-size: 0;
    display: grid;
  }
  .vol input {
    inline-size: 100%;
    block-size: 48px;
    margin: 0;
    accent-color: var(--accent-fill);
  }
  .vol.none {
    padding-inline: 24px;
    font-weight: 400;
    color: var(--quiet);
  }
  .pad .hangup {
    grid-column: 1 / -1;
    margin-block-start: 16px;
    border-radius: 28px;
  }
  .remote ~ .second {
    position: absolute;
    inset-block-start: 16px;
    inset-inline: 16px;
    margin: 0 auto;
    inline-size: auto;
  }
  ${smallRemoteStyles}
`;
