/** What a frame of `narrow.ts` loads: a page of its own with the card, its fakes and its words. */
export { setLanguage } from '../../../../src/card/localize/localize.ts';
export { openPage } from '../../../../src/card/pages/pages.ts';
export { openContent } from './content.ts';
export { callView, contact, emptySnapshot, FakeMedia, readySnapshot } from './fake-call-assist.ts';
export { find, has, settled, TestPage, until } from './page.ts';
