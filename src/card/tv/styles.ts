import { css } from 'lit';

/** Lengths are for 1920 pixels across, and grow and shrink with the screen: receivers have 1024 to 3840. */
export const castStyles = css`
  :host {
    --u: min(100vw / 1920, 100vh / 1080);
    --ground: #0b0d10;
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    z-index: 9;
    display: block;
    background: var(--ground);
    color: #fff;
    color-scheme: dark;
    cursor: none;
    font: 400 calc(32 * var(--u)) / 1.35 var(--ha-font-family-body, Roboto, 'Noto Sans', system-ui, sans-serif);
    -webkit-font-smoothing: antialiased;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  p {
    margin: 0;
    font-weight: 400;
  }
  h2 {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  /* Names keep their own direction, not their own side. */
  [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  [hidden] {
    display: none !important;
  }
  .i {
    inline-size: calc(34 * var(--u));
    block-size: calc(34 * var(--u));
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .f {
    fill: currentColor;
    stroke: none;
  }

  .stage,
  .picture,
  .preview,
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  video {
    object-fit: contain;
  }
  .preview video,
  [data-fit='cover'] {
    object-fit: cover;
  }
  .stage.dim {
    opacity: 0.42;
  }
  .shade {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: calc(420 * var(--u));
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.86));
  }
  /* TVs cut off up to 5 % at each edge. */
  .own {
    position: absolute;
    inset-block-start: 5%;
    inset-inline-end: 5%;
    inline-size: calc(320 * var(--u));
    aspect-ratio: 16 / 9;
    border-radius: calc(20 * var(--u));
    overflow: hidden;
    background: #1d2226;
    box-shadow: 0 0 0 calc(3 * var(--u)) rgba(255, 255, 255, 0.3);
  }
  .trouble {
    position: absolute;
    inset: 0 5%;
    display: grid;
    place-content: center;
    text-align: center;
    font-size: calc(44 * var(--u));
    text-shadow: 0 0 calc(12 * var(--u)) #000;
  }
  .low {
    position: absolute;
    inset-inline: 5%;
    inset-block-end: 6%;
    display: flex;
    align-items: flex-end;
    justify-content: space-between;
    gap: calc(36 * var(--u));
    color: #e8ecef;
  }
  .who {
    min-inline-size: 0;
  }
  .low h2 {
    color: #fff;
    font-size: calc(72 * var(--u));
    line-height: 1.1;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .low h2.long {
    font-size: calc(56 * var(--u));
  }
  .who p,
  .who span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(12 * var(--u));
  }
  .who p {
    gap: 0 calc(30 * var(--u));
    margin-block-start: calc(8 * var(--u));
  }
  .time {
    font-variant-numeric: tabular-nums;
  }
  .keys {
    flex: none;
    max-inline-size: calc(420 * var(--u));
    text-align: end;
    font-size: calc(28 * var(--u));
    text-wrap: balance;
  }

  .full {
    position: absolute;
    inset: 0;
    padding: 5%;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
    gap: calc(20 * var(--u));
    color: #dfe4e8;
    font-size: calc(44 * var(--u));
  }
  .glow {
    background: radial-gradient(90% 90% at 50% 20%, #0b3c5d, var(--ground) 75%);
  }
  .full h2 {
    color: #fff;
    font-size: calc(104 * var(--u));
    line-height: 1.1;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .full h2.long {
    font-size: calc(72 * var(--u));
  }
  .full h2.calm {
    font-size: calc(64 * var(--u));
    color: #c3cad0;
  }
  .quiet {
    max-inline-size: 40ch;
    font-size: calc(36 * var(--u));
    color: #a7b0b7;
    text-wrap: balance;
  }
  .hint {
    display: flex;
    align-items: center;
    gap: calc(18 * var(--u));
    margin-block-start: calc(44 * var(--u));
    padding: calc(22 * var(--u)) calc(44 * var(--u));
    border-radius: 999px;
    background: rgba(255, 255, 255, 0.12);
    color: #fff;
    font-size: calc(36 * var(--u));
  }
  .av {
    position: relative;
    flex: none;
    inline-size: calc(280 * var(--u));
    block-size: calc(280 * var(--u));
    margin-block-end: calc(28 * var(--u));
  }
  .p {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    border-radius: 50%;
    font-size: calc(106 * var(--u));
    font-weight: 500;
    color: #fff;
    background: #35607c;
    background: linear-gradient(150deg, oklch(0.56 0.115 var(--h, 240)), oklch(0.44 0.115 calc(var(--h, 240) + 18)));
  }
  .plain .p {
    background: rgba(255, 255, 255, 0.14);
  }
  .p .i {
    inline-size: calc(128 * var(--u));
    block-size: calc(128 * var(--u));
  }

  .full,
  .low,
  .shade {
    animation: come 400ms ease-out;
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .full,
    .low,
    .shade {
      animation: none;
    }
  }
`;
