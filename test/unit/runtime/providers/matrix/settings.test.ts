import { expect } from '@open-wc/testing';
import { readOption } from '../../../../../src/runtime/providers/matrix/settings.ts';

describe('options of a Matrix account', () => {
  for (const [name, value, page, stored] of [
    ['matrixRtc', true, 'https:', true],
    ['matrixRtc', false, 'https:', false],
    ['livekitServiceUrl', ' https://a.test/tokens/ ', 'https:', 'https://a.test/tokens'],
    ['livekitServiceUrl', 'http://10.0.0.2:6080', 'http:', 'http://10.0.0.2:6080'],
    ['livekitServiceUrl', ' ', 'https:', ''],
  ] as const)
    it(`${name} is taken: ${JSON.stringify(value)} on ${page}`, () =>
      expect(readOption(name, value, page)).to.deep.equal({ [name]: stored }));

  for (const [name, value, page] of [
    ['matrixRtc', 'true', 'https:'],
    ['livekitServiceUrl', true, 'https:'],
    ['livekitServiceUrl', 'a.test', 'https:'],
    ['livekitServiceUrl', 'wss://a.test', 'https:'],
    ['livekitServiceUrl', 'https://me:secret@a.test', 'https:'],
    ['livekitServiceUrl', `https://a.test/${'x'.repeat(1_000)}`, 'https:'],
    // Browsers keep a secure page from it.
    ['livekitServiceUrl', 'http://10.0.0.2:6080', 'https:'],
    ['other', true, 'https:'],
    ['other', 'https://a.test', 'https:'],
  ] as const)
    it(`${name} is refused: ${JSON.stringify(value).slice(0, 40)} on ${page}`, () =>
      expect(() => readOption(name, value, page)).to.throw(RangeError, name));
});
