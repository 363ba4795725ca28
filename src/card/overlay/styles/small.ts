import { css } from 'lit';

/** Sheets on portrait, phones and low screens; after their other styles. */
export const smallStyles = css`
  @media (max-width: 900px) {
    .sheet {
      padding: 28px 32px 32px;
    }
    .sheet .acts {
      flex-wrap: wrap;
      gap: 20px 24px;
    }
    .gap {
      display: none;
    }
    .sheet .acts > * {
      flex: 1 1 40%;
    }
    .sheet .acts .first {
      flex-basis: 100%;
      order: -1;
    }
    .preview {
      position: static;
      margin-block-start: 32px;
      flex: none;
    }
  }
  @media (min-width: 901px) {
    .mid:has(.preview) .name {
      max-inline-size: calc(100% - 584px);
    }
  }
  @media (max-width: 600px) {
    .sheet {
      margin: 0;
      border-radius: 0;
      padding: 20px 20px 28px;
    }
    .top {
      flex-wrap: wrap;
      gap: 8px 12px;
    }
    .top .kind {
      flex: 1 1 160px;
    }
    .top .chip {
      flex: initial;
    }
    .halo .av {
      --s: clamp(64px, 25vh - 68px, 148px);
    }
    .sheet .acts > * {
      flex: 1 1 0;
      min-inline-size: calc(50% - 8px);
      overflow-wrap: anywhere;
    }
    .sheet .acts .first {
      min-inline-size: 100%;
    }
    .name {
      font-size: 42px;
    }
    .name.long {
      font-size: 32px;
    }
    .title {
      font-size: 34px;
    }
    .why {
      font-size: 20px;
    }
    .sub {
      font-size: 21px;
    }
    .via {
      font-size: 16px;
    }
    .kind {
      font-size: 20px;
      --i: 28px;
      gap: 10px;
    }
    .sheet .acts {
      gap: 16px;
    }
    .big,
    .big.m {
      min-block-size: 88px;
      font-size: 19px;
      padding: 10px 12px;
      gap: 10px;
      --i: 28px;
      border-radius: 28px;
    }
    .preview {
      inline-size: auto;
      margin-block-start: 18px;
      display: flex;
      border-radius: 18px;
    }
    .preview .pic {
      flex: none;
      inline-size: 104px;
      min-block-size: 60px;
      aspect-ratio: auto;
    }
    .btn.tall {
      font-size: 16px;
      padding-inline: 14px;
    }
    .secs {
      inset-inline-end: -24px;
    }
  }
  @media (max-width: 360px) {
    .sheet .big {
      font-size: 16px;
      gap: 6px;
      padding-inline: 8px;
      --i: 24px;
    }
  }
  @media (max-height: 620px) {
    .sheet {
      margin: 12px;
      padding: 12px 28px 20px;
    }
    .halo {
      margin-block: 28px 22px;
    }
    .halo .av {
      --s: clamp(56px, 18vh, 110px);
    }
    .name {
      font-size: 44px;
    }
    .name.long {
      font-size: 32px;
    }
    .secs {
      inline-size: 56px;
      block-size: 56px;
      font-size: 26px;
      inset-block-end: -24px;
    }
    .mark {
      inline-size: 44px;
      block-size: 44px;
      border-width: 4px;
      --i: 22px;
    }
    .sub {
      font-size: 24px;
    }
    .big {
      min-block-size: 88px;
    }
  }
  /* There is no room for what can wait until somebody has answered. */
  @media (max-width: 600px), (max-height: 620px) {
    .sheet .acts .roomy {
      display: none;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    .sheet .acts {
      flex-wrap: nowrap;
    }
    .sheet .acts > *,
    .sheet .acts .first {
      flex: 0 1 auto;
      order: 0;
      padding-inline: 22px;
    }
    .sheet .acts .gap {
      display: block;
      flex: 1;
      padding: 0;
    }
    .preview {
      inline-size: 200px;
      position: absolute;
      inset-block-end: 8px;
      margin: 0;
    }
    .mid:has(.preview) {
      padding-inline: 220px;
    }
    .mid:has(.preview) .name {
      max-inline-size: 100%;
    }
  }
  /* A phone that lies on its side: who it is comes before what they look like. */
  @media (max-height: 480px) {
    .sheet {
      margin: 6px;
      padding: 6px 20px 12px;
    }
    .mid .halo {
      display: none;
    }
    .name,
    .name.long {
      font-size: 32px;
    }
    .sheet .big,
    .sheet .big.m {
      min-block-size: 72px;
      font-size: 19px;
      padding-block: 4px;
    }
    .preview .pic {
      display: none;
    }
  }
`;
