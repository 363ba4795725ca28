import { css } from 'lit';

/** The call as a small bar in a corner, over a dashboard that can be used. */
export const miniStyles = css`
  dialog.mini {
    inset: auto 16px 16px auto;
    inset-inline: auto 16px;
    inline-size: min(600px, calc(100% - 32px));
    block-size: auto;
    border-radius: 26px;
    background: #15191d;
    color: #fff;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.5);
    /* Where there are no popovers. */
    z-index: 2147483647;
  }
  dialog.mini::backdrop {
    background: none;
  }
  .mini .players {
    inset: 0 auto 0 0;
    inset-inline: 0 auto;
    inline-size: 176px;
  }
  .mini .players video {
    object-fit: cover;
  }
  .mini-bar {
    position: relative;
    display: flex;
    align-items: stretch;
    gap: 10px;
    padding: 10px;
    padding-inline-start: 0;
  }
  .mini-bar .back {
    inline-size: 176px;
    min-block-size: 96px;
    margin-block: -10px;
    flex: none;
    display: grid;
    place-items: center;
    color: #fff;
    --i: 30px;
  }
  .mini-bar .back > .i {
    padding: 0;
    border-radius: 50%;
    background: rgba(12, 14, 17, 0.7);
    box-shadow: 0 0 0 12px rgba(12, 14, 17, 0.7);
  }
  .mini-bar .av {
    --s: 72px;
  }
  .mini-bar .who {
    flex: 1;
    align-self: center;
    margin: 0;
    max-inline-size: none;
  }
  .mini-bar h2 {
    font-size: 20px;
    -webkit-line-clamp: 1;
  }
  .mini-bar .meta {
    font-size: 15px;
    margin-block-start: 2px;
    flex-direction: column;
    gap: 0;
  }
  .mini-bar .cut {
    min-inline-size: 0;
  }
  .mini-bar .where {
    font-weight: 500;
  }
  .mini-bar .key {
    flex: none;
    inline-size: 84px;
    min-block-size: 76px;
    font-size: 14px;
    --i: 28px;
    border-radius: 20px;
  }
  .mini-bar .key.end {
    inline-size: 92px;
    margin: 0;
    flex-direction: column;
    gap: 7px;
  }
  .mini-bar :focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }
  @media (max-width: 600px) {
    dialog.mini {
      inset-inline: 8px;
      inset-block-end: 8px;
      inline-size: auto;
    }
    .mini .players,
    .mini-bar .back {
      inline-size: 96px;
    }
    .mini-bar {
      gap: 6px;
    }
    .mini-bar h2 {
      font-size: 17px;
    }
    .mini-bar .key,
    .mini-bar .key.end {
      inline-size: 74px;
    }
    .mini-bar .cut {
      display: none;
    }
    .mini-bar .av {
      --s: 60px;
    }
  }
  @media (max-width: 360px) {
    .mini .players,
    .mini-bar .back {
      inline-size: 64px;
    }
    .mini-bar .av {
      --s: 48px;
    }
    .mini-bar .key,
    .mini-bar .key.end {
      font-size: 13px;
    }
  }
`;
