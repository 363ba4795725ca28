import { css } from 'lit';

/** The dialog that holds everything, and its big buttons. Sizes are for two metres. */
export const shellStyles = css`
  dialog {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    display: none;
    overflow: hidden;
    color: var(--text);
    background: none;
  }
  dialog[open] {
    display: grid;
  }
  /* Older browsers drop a whole rule with a name they do not know. */
  dialog:popover-open {
    display: grid;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.58);
  }
  .guarded button {
    pointer-events: none;
  }
  .players {
    position: absolute;
    inset: 0;
    background: #0d1013;
  }
  .players.off {
    visibility: hidden;
  }
  .players video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  /* Who looks into a tablet sees a mirror; what is sent is not turned. */
  .mirror {
    transform: scaleX(-1);
  }
  .preview .pic {
    position: relative;
  }
  .preview .pic > :not(.i) {
    position: absolute;
    inset: 0;
  }
  .pic img,
  .pic video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    display: block;
  }

  .big {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 16px;
    min-block-size: 104px;
    padding: 12px 36px;
    border-radius: 32px;
    font-size: 26px;
    font-weight: 500;
    line-height: 1.15;
    background: var(--sunken);
    color: var(--text);
    --i: 36px;
    text-align: start;
  }
  .big.go {
    background: var(--go-fill);
    color: #fff;
  }
  .big.stop {
    background: var(--stop-fill);
    color: #fff;
  }
  .big.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .big.off {
    background: var(--text);
    color: var(--surface);
  }
  .big.m {
    min-block-size: 80px;
    border-radius: 26px;
    --i: 30px;
    padding-inline: 30px;
    font-size: 22px;
  }
  .holding {
    background-image: linear-gradient(rgba(0, 0, 0, 0.4), rgba(0, 0, 0, 0.4));
    background-repeat: no-repeat;
    background-size: 0 100%;
    animation: fill 600ms linear forwards;
  }
  .holding:dir(rtl) {
    background-position: right;
  }
  @keyframes fill {
    to {
      background-size: 100% 100%;
    }
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-radius: 999px;
    font-weight: 500;
    background: var(--warn-tint);
    --i: 22px;
  }
  .chip.still {
    background: var(--sunken);
    font-size: 18px;
    flex: none;
  }
`;
