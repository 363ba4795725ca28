import { css } from 'lit';

/** Talking on portrait, phones and low screens; after its other styles. */
export const smallStageStyles = css`
  @media (max-width: 900px) {
    dialog {
      --dock: 330px;
    }
    .second {
      flex-wrap: wrap;
    }
    .second .acts {
      inline-size: 100%;
      flex-wrap: wrap;
    }
    .second .acts > * {
      flex: 1 1 40%;
      padding-inline: 16px;
    }
    .dock {
      inline-size: calc(100% - 32px);
      max-inline-size: none;
      margin-block-end: 20px;
      flex-wrap: wrap;
      gap: 8px;
    }
    .key {
      flex: 1 1 30%;
      inline-size: auto;
    }
    .seven .key {
      flex-basis: 22%;
    }
    .key.end {
      flex-basis: 100%;
      margin-inline-start: 0;
      margin-block-start: 12px;
      flex-direction: row;
      gap: 16px;
      font-size: 22px;
      min-block-size: 84px;
    }
  }
  @media (max-width: 600px) {
    dialog {
      --dock: 290px;
    }
    .heads {
      padding: 20px 16px 0 20px;
      padding-inline: 20px 16px;
    }
    .who {
      max-inline-size: calc(100% - 150px);
    }
    [data-corner='top-start'] .who {
      margin-inline-start: 150px;
    }
    .who h2 {
      font-size: 28px;
    }
    .alone {
      font-size: 34px;
    }
    .meta {
      font-size: 16px;
      --i: 18px;
    }
    .self {
      inline-size: 138px;
      border-radius: 18px;
      inset-block-start: 20px;
      inset-inline-end: 16px;
    }
    [data-corner$='start'] .self {
      inset-inline-start: 16px;
    }
    .self .pic {
      aspect-ratio: 3/4;
    }
    /* A picture that is not there would cover their face; the words below it stay. */
    .stage:not(.pictured) .self div.pic {
      display: none;
    }
    .st {
      font-size: 14px;
      padding: 7px 10px;
      gap: 6px;
      --i: 16px;
    }
    .key {
      min-block-size: 80px;
      font-size: 14px;
      --i: 28px;
      border-radius: 22px;
    }
    .second b {
      font-size: 22px;
    }
  }
  @media (max-height: 620px) {
    .alone {
      font-size: 44px;
    }
    .stage .center {
      gap: 14px;
      padding-block: 8px;
    }
    .stage .center .av {
      --s: clamp(56px, 18vh, 196px);
    }
    .level {
      block-size: 32px;
    }
  }
  @media (max-height: 520px) and (min-width: 601px) {
    .heads {
      padding-block-start: 16px;
    }
    .who h2 {
      font-size: 28px;
    }
    .meta {
      font-size: 16px;
      --i: 18px;
    }
    .self {
      inline-size: 184px;
      inset-block-start: 16px;
      border-radius: 18px;
    }
    .st {
      padding: 6px 10px;
      font-size: 14px;
      --i: 16px;
    }
    .several {
      --row: 89px;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    dialog {
      --dock: 100px;
    }
    .dock {
      flex-wrap: nowrap;
    }
    .key,
    .key.end {
      flex: 1 1 0;
      min-block-size: 80px;
      flex-direction: column;
      gap: 6px;
      margin-block-start: 0;
      font-size: 15px;
    }
  }
`;
