import { css } from 'lit';
import { roles } from './roles.ts';

/** The roles of the theme, and the primitives that cards, overlay and pages share. */
export const base = css`
  ${roles}
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .num {
    font-variant-numeric: tabular-nums;
    unicode-bidi: isolate;
  }
  .btn.stop {
    background: var(--stop-fill);
    color: #fff;
  }
  .btn.edge {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--line);
    color: var(--text);
  }
  .ib {
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    display: inline-grid;
    place-items: center;
    flex: none;
  }
  .ib.tonal {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .ib.go {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  button[disabled] {
    background: var(--sunken);
    color: var(--quiet);
    cursor: default;
  }
  .av {
    --s: 52px;
    position: relative;
    inline-size: var(--s);
    block-size: var(--s);
    flex: none;
    display: block;
  }
  .av > .p {
    position: absolute;
    inset: 0;
    border-radius: 50%;
    overflow: hidden;
    display: grid;
    place-items: center;
    color: #fff;
    font-weight: 500;
    font-size: calc(var(--s) * 0.38);
    background: hsl(var(--h), 34%, 38%);
    background: linear-gradient(150deg, oklch(0.56 0.115 var(--h)), oklch(0.44 0.115 calc(var(--h) + 18)));
  }
  .av img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .av > .d {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 17px;
    block-size: 17px;
    border-radius: 50%;
    border: 3px solid var(--surface);
    background: var(--go);
  }
  .av > .in_call {
    background: linear-gradient(var(--surface) 0 0) center / 60% 20% no-repeat var(--warn);
  }
  .av > .offline {
    background: var(--surface);
    box-shadow: inset 0 0 0 2.5px var(--quiet);
  }
  .note {
    display: flex;
    align-items: center;
    flex: none;
    flex-wrap: wrap;
    gap: 8px 14px;
    padding: 10px 8px 10px 14px;
    padding-inline: 14px 8px;
    min-block-size: 68px;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 15px;
    line-height: 1.3;
  }
  .note > .t {
    flex: 1 1 120px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .note b {
    display: block;
    font-size: 16px;
  }
  .note.warn {
    background: var(--warn-tint);
  }
  .note.warn > .i {
    color: var(--warn-ink);
  }
  .note.bad {
    background: var(--stop-tint);
  }
  .note.bad > .i {
    color: var(--stop-ink);
  }
  .in {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 56px;
    padding: 0 16px;
    border: 0;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 18px;
  }
  .in::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
`;
