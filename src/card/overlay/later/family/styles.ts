import { css } from 'lit';

/** The others of a call among several: a row over the large picture. */
export const familyStyles = css`
  :host {
    display: block;
    position: relative;
    margin: 0 auto 16px;
    max-inline-size: calc(100% - 32px);
    /* Six of them fit beside each other on a tablet that stands upright. */
    --tile: clamp(104px, 14.5vw, 184px);
  }
  ul {
    display: flex;
    gap: 10px;
    margin: 0;
    padding: 4px;
    list-style: none;
    overflow-x: auto;
    scrollbar-width: none;
  }
  ul:focus-visible {
    border-radius: 22px;
    outline: 3px solid #fff;
    outline-offset: 0;
  }
  li {
    position: relative;
    flex: none;
    inline-size: var(--tile);
    aspect-ratio: 16 / 10;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: 18px;
    background: #15191d;
    box-shadow: 0 0 0 2px rgba(255, 255, 255, 0.22);
  }
  li.speaks {
    box-shadow: 0 0 0 4px #4cd964;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .av {
    --s: calc(var(--tile) * 0.32);
    margin-block-end: 20px;
  }
  p {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    margin: 0;
    padding: 14px 10px 6px;
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 16px;
    font-weight: 500;
    line-height: 1.2;
    color: #fff;
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.82) 60%);
    --i: 18px;
  }
  .trouble {
    margin-block-end: 20px;
    padding: 4px 12px;
    border-radius: 12px;
    font-size: 15px;
    color: #fff;
    background: #b3261e;
  }
  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-height: 520px) {
    :host {
      --tile: 104px;
      margin-block-end: 8px;
    }
  }
`;
