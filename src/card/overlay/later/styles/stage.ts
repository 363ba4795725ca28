import { css } from 'lit';

/** Talking: the only place with colours of its own, since it lies on video. */
export const stageStyles = css`
  .stage {
    position: absolute;
    inset: 0;
    color: #fff;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .stage:not(.pictured) {
    background: radial-gradient(80% 90% at 50% 30%, oklch(0.42 0.09 var(--tint) / 0.6), transparent 75%) #0d1013;
  }
  .stage.reconnecting.pictured {
    background: rgba(6, 8, 10, 0.55);
  }
  .shade {
    position: absolute;
    inset-inline: 0;
    pointer-events: none;
  }
  .shade.t {
    inset-block-start: 0;
    block-size: 230px;
    background: linear-gradient(rgba(6, 8, 10, 0.82), rgba(6, 8, 10, 0.62) 50%, transparent);
  }
  .shade.b {
    inset-block-end: 0;
    block-size: 240px;
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.7));
  }
  .heads {
    min-block-size: 120px;
    padding: 28px 32px 0;
    position: relative;
  }
  .who {
    min-inline-size: 0;
    max-inline-size: calc(100% - 320px);
  }
  [data-corner='top-start'] .who {
    margin-inline-start: 320px;
  }
  [data-corner^='bottom'] .who {
    max-inline-size: none;
  }
  .who h2 {
    font-size: 40px;
    line-height: 1.15;
    font-weight: 500;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 22px;
    font-size: 20px;
    margin-block-start: 8px;
    --i: 22px;
  }
  .meta span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .bars {
    gap: 3px !important;
    align-items: flex-end !important;
    block-size: 18px;
  }
  .bars i {
    inline-size: 5px;
    block-size: 6px;
    border-radius: 2px;
    background: #fff;
  }
  .bars i:nth-child(2) {
    block-size: 10px;
  }
  .bars i:nth-child(3) {
    block-size: 14px;
  }
  .bars i:nth-child(4) {
    block-size: 18px;
  }
  .bars .n {
    background: rgba(255, 255, 255, 0.32);
  }
  .large {
    position: absolute;
    inset: 0;
    background: #0d1013;
  }
  .large video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .self {
    position: absolute;
    z-index: 1;
    inset-block-start: 28px;
    inset-inline-end: 32px;
    inline-size: 288px;
    transform: translate(var(--dx, 0), var(--dy, 0));
    touch-action: none;
    cursor: grab;
    border-radius: 22px;
    overflow: hidden;
    background: #15191d;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.4);
  }
  [data-corner$='start'] .self {
    inset-inline: 32px auto;
  }
  .several {
    --row: calc(clamp(104px, 14.5vw, 184px) * 0.625 + 24px);
  }
  [data-corner^='bottom'] .self {
    position: fixed;
    inset-block: auto calc(var(--dock, 120px) + 48px + var(--row, 0px));
  }
  .self .pic {
    inline-size: 100%;
    touch-action: none;
    cursor: inherit;
  }
  .self .pic:focus-visible {
    outline-offset: -4px;
  }
  .pic.window {
    background: none;
  }
  /* Their picture, over the window in ours. */
  .players.small {
    z-index: 2;
    pointer-events: none;
    overflow: hidden;
    border-radius: 20px 20px 0 0;
  }
  .players.small video {
    object-fit: cover;
  }
  .st {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 9px 14px;
    font-size: 17px;
    font-weight: 500;
    --i: 20px;
    line-height: 1.25;
  }
  .st.alert {
    background: #b3261e;
  }
  .lamp {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: #4cd964;
    box-shadow: 0 0 0 4px rgba(76, 217, 100, 0.25);
    flex: none;
    margin-inline: 4px;
  }
  .lamp.no {
    background: none;
    box-shadow: inset 0 0 0 2px #c9d0d6;
  }
  .stage .center {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 28px;
    padding: 16px;
    position: relative;
  }
  .stage .center .av {
    --s: clamp(88px, 25vh, 196px);
  }
  .alone {
    flex: none;
    font-size: 56px;
    line-height: 1.15;
    font-weight: 500;
    text-align: center;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .level {
    display: flex;
    gap: 7px;
    align-items: center;
    block-size: 56px;
  }
  .level i {
    inline-size: 8px;
    block-size: 100%;
    border-radius: 4px;
    background: #fff;
    opacity: 0.9;
    --share: 1;
    transform: scaleY(calc(0.14 + 0.86 * var(--share) * var(--level, 0)));
    transition: transform 100ms linear;
  }
  .level i:nth-child(odd) {
    --share: 0.6;
  }
  .level i:first-child,
  .level i:last-child {
    --share: 0.3;
  }
  @media (prefers-reduced-motion: reduce) {
    .level {
      visibility: hidden;
    }
  }
  .toast {
    background: rgba(12, 14, 17, 0.9);
    border-radius: 32px;
    padding: 28px 44px;
    text-align: center;
  }
  .toast h3 {
    font-size: 36px;
    font-weight: 500;
    line-height: 1.2;
  }
  .toast p {
    font-size: 22px;
    margin-block-start: 8px;
  }
  .who,
  .dock,
  .shade {
    transition: opacity var(--ha-animation-duration-normal, 250ms);
  }
  .resting .who,
  .resting .dock,
  .resting .shade {
    opacity: 0;
  }
  .stage :focus-visible {
    outline-color: #fff;
  }
`;
