import{r as e,i as n}from"./follow-CXILmOiZ.js";const a=["M6.3 3.4 9 3.1c.7 0 1.2.4 1.4 1l.9 3c.1.6 0 1.1-.4 1.5L9.3 10c1.1 2 2.7 3.6 4.7 4.7l1.4-1.6c.4-.4.9-.6 1.5-.4l3 .9c.6.2 1 .7 1 1.4l-.3 2.7c-.2 1.6-1.4 2.8-3 2.7C9.9 20 4 14.1 3.6 6.4 3.5 4.8 4.7 3.6 6.3 3.4z",""],i=["","M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 1 1 13 0zM15.5 15.5l5 5"],o=["M7 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM14 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0zM21 12a2 2 0 1 1-4 0 2 2 0 1 1 4 0z",""],r=["","m6 6 12 12M18 6 6 18"],s=["M3 9.5v5c0 .5.4 1 1 1h2.8l4 3.4c.5.4 1.2.1 1.2-.6V5.7c0-.7-.7-1-1.2-.6l-4 3.4H4c-.6 0-1 .5-1 1z","M15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6"],l=["M16.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 1 1 9 0zM3.5 20.5c0-4.5 3.7-7 8.5-7s8.5 2.5 8.5 7z",""],t=n`
  ${e}
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
`;export{l as a,t as b,r as c,i as d,o as m,a as p,s};
