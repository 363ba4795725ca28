import { expect } from '@open-wc/testing';
import { fold } from '../../../../src/runtime/platform/fold.ts';

describe('names as people mean them', () => {
  const table: readonly [text: string, folded: string][] = [
    [' Zoë ', 'zoe'],
    ['Großmutter ÉMILE', 'großmutter emile'],
    ['ﬁt', 'fit'],
    ['', ''],
  ];
  for (const [text, folded] of table) {
    it(`${text} is ${folded}`, () => expect(fold(text)).to.equal(folded));
  }
});
