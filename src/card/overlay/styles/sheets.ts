import { css } from 'lit';

/** Ringing in, calling out, how it ended: sheets in the colours of the theme. */
export const sheetStyles = css`
  .sheet {
    position: relative;
    margin: 24px;
    border-radius: 32px;
    overflow: hidden;
    background: var(--surface);
    display: grid;
    /* What is to be pressed is always on the screen; what does not fit is in the middle. */
    grid-template-rows: auto minmax(0, 1fr) auto;
    padding: 28px 36px 36px;
    box-shadow: 0 24px 80px rgba(0, 0, 0, 0.35);
    animation: rise var(--ha-animation-duration-normal, 250ms) ease-out;
  }
  .sheet::before {
    content: '';
    position: absolute;
    inset: 0;
    pointer-events: none;
    background: radial-gradient(90% 75% at 50% 0, oklch(0.62 0.12 var(--tint, 240) / 0.2), transparent 72%);
  }
  .sheet.plain::before {
    background: none;
  }
  .sheet > * {
    position: relative;
    min-inline-size: 0;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 56px;
  }
  .kind {
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 16px;
    font-size: 30px;
    line-height: 1.2;
    font-weight: 500;
    --i: 40px;
    min-inline-size: 0;
  }
  .kind .i {
    color: var(--accent-ink);
  }
  .kind.rings .i {
    color: var(--go-ink);
  }
  .mut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--quiet);
  }
  .mid > * {
    flex: none;
  }
  .mid {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    overflow: hidden auto;
    text-align: center;
    gap: 6px;
    padding-block-end: 16px;
  }
  .name {
    font-size: 64px;
    line-height: 1.12;
    font-weight: 500;
    letter-spacing: -0.01em;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-wrap: balance;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .name.long {
    font-size: 46px;
  }
  .sub {
    font-size: 32px;
    line-height: 1.3;
    font-weight: 500;
  }
  .via {
    font-size: 20px;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .title {
    font-size: 44px;
    line-height: 1.15;
    font-weight: 500;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .why {
    font-size: 24px;
    max-inline-size: 46ch;
    margin-block-start: 10px;
    text-wrap: pretty;
  }
  .sheet .acts {
    display: flex;
    gap: 20px;
    align-items: stretch;
  }
  .sheet .acts.center {
    justify-content: center;
  }
  /* In the order of the keyboard, the expected answer comes first; on the screen it stands last. */
  .acts.turned {
    flex-direction: row-reverse;
  }
  .gap {
    flex: 1;
  }
  .btn.tall {
    min-block-size: 72px;
    font-size: 19px;
    padding-inline: 26px;
    --i: 26px;
    flex: none;
  }
  .mid .btn.tall {
    margin-block-start: 20px;
  }
  .soft {
    font-weight: 400;
    color: var(--quiet);
    max-inline-size: 36ch;
    text-wrap: balance;
  }
  .nobody > .p {
    background: var(--sunken);
    color: var(--quiet);
    --i: 50%;
  }
  .count {
    position: absolute;
    inset: -22px;
  }
  .count svg {
    inline-size: 100%;
    block-size: 100%;
    display: block;
    transform: rotate(-90deg);
  }
  .count circle {
    fill: none;
    stroke-width: 5;
    stroke: var(--line);
  }
  .count circle + circle {
    stroke: var(--go-ink);
    stroke-linecap: round;
  }
  .secs {
    position: absolute;
    inset-block-end: -34px;
    inset-inline-end: -40px;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
    border: 6px solid var(--surface);
    background: var(--go-fill);
    color: #fff;
    font-size: 40px;
    font-weight: 500;
    display: grid;
    place-items: center;
  }
  .halo {
    position: relative;
    display: grid;
    place-items: center;
    margin-block: 40px 36px;
    flex: none;
  }
  .halo .av {
    --s: clamp(96px, 25vh, 200px);
  }
  .halo::before,
  .halo::after {
    content: '';
    position: absolute;
    border-radius: 50%;
    inset: -16px;
    border: 4px solid oklch(0.62 0.12 var(--tint, 240) / 0.42);
  }
  .halo::after {
    inset: -36px;
    border-width: 3px;
    border-color: oklch(0.62 0.12 var(--tint, 240) / 0.2);
  }
  .halo.still::before,
  .halo.still::after {
    display: none;
  }
  .ringing .halo::before {
    animation: ring 2.4s ease-out infinite;
  }
  .ringing .halo::after {
    animation: ring 2.4s 0.3s ease-out infinite;
  }
  @keyframes ring {
    0% {
      transform: scale(0.94);
      opacity: 0;
    }
    25% {
      opacity: 1;
    }
    100% {
      transform: scale(1.06);
      opacity: 0;
    }
  }
  .mark {
    position: absolute;
    inset-block-end: -6px;
    inset-inline-end: -6px;
    inline-size: 68px;
    block-size: 68px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    border: 6px solid var(--surface);
    background: #4a4d50;
    color: #fff;
    --i: 32px;
  }
  .mark.bad {
    background: var(--stop-fill);
  }
  .preview {
    position: absolute;
    inset-inline-end: 0;
    inset-block-end: 28px;
    inline-size: 264px;
    border-radius: 22px;
    overflow: hidden;
    background: var(--sunken);
  }
  .pic {
    aspect-ratio: 16/9;
    background: #20262c;
    color: #c9d0d6;
    overflow: hidden;
    display: grid;
    place-items: center;
    --i: 44px;
  }
  .cap {
    padding: 10px 14px 12px;
    line-height: 1.3;
    display: flex;
    align-items: center;
    gap: 10px;
    --i: 22px;
    text-align: start;
  }
  .cap .i {
    color: var(--go-ink);
  }
  .cap p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cap b {
    display: block;
  }
  .cap small {
    font-size: 14px;
    color: var(--quiet);
    display: block;
  }
  .cap .ear {
    display: flex;
    align-items: center;
    gap: 4px;
    --i: 16px;
  }
  .ear .i {
    color: inherit;
  }
`;
