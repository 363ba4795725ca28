import { expect } from '@open-wc/testing';
import { fitOf } from '../../../../src/card/tv/fit.ts';
import { lastedText } from '../../../../src/card/tv/lasted.ts';

const TV = { width: 1920, height: 1080 };

describe('a picture on a TV', () => {
  it('fills the screen where little is lost, and is seen whole otherwise', () => {
    const fits = (width: number, height: number): string => fitOf({ width, height }, TV);
    expect([fits(1280, 720), fits(1280, 800), fits(640, 320)]).to.deep.equal(['cover', 'cover', 'cover']);
    expect([fits(640, 480), fits(720, 1280), fits(1, 1), fits(2560, 1080)]).to.deep.equal(Array(4).fill('contain'));
    expect([fits(0, 0), fitOf(TV, { width: 0, height: 0 })]).to.deep.equal(['contain', 'contain']);
  });
});

describe('the length of a call', () => {
  it('is as a clock shows it', () => {
    expect([0, 999, 65_400, 475_000, 3_723_000].map(lastedText)).to.deep.equal([
      '0:00',
      '0:00',
      '1:05',
      '7:55',
      '1:02:03',
    ]);
  });
});
