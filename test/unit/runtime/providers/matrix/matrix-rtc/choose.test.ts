import { expect } from '@open-wc/testing';
import {
  chooseWay,
  type Facts,
  readWorked,
  withWorked,
} from '../../../../../../src/runtime/providers/matrix/matrix-rtc/choose.ts';

const facts: Facts = { transport: true, running: false, family: false, worked: null, able: false, mayJoin: true };

describe('chooseWay', () => {
  for (const [what, change, expected] of [
    ['nothing is known of them', {}, 'matrixRtc, then legacy'],
    ['they called over an SFU the last time', { worked: 'matrixRtc' }, 'matrixRtc'],
    ['they called over an SFU the last time, and have the app', { worked: 'matrixRtc', able: true }, 'matrixRtc'],
    ['they called by a legacy call the last time', { worked: 'legacy' }, 'legacy'],
    ['they have an app for an SFU', { able: true }, 'matrixRtc'],
    ['they have such an app, and called by a legacy call', { worked: 'legacy', able: true }, 'matrixRtc, then legacy'],
    ['the homeserver has no SFU', { transport: false }, 'legacy'],
    ['the homeserver has none any more', { transport: false, worked: 'matrixRtc', able: true }, 'legacy'],
    ['nobody knows yet whether it has one', { transport: null, able: true }, 'matrixRtc, then legacy'],
    ['nobody knows yet, and they have older apps', { transport: null, worked: 'legacy' }, 'legacy'],
    ['they are in a call of the room', { running: true, worked: 'legacy' }, 'matrixRtc'],
    ['they are in a call over an SFU of theirs', { running: true, transport: false }, 'matrixRtc'],
    ['we may not be in such calls', { mayJoin: false, running: true, able: true }, 'legacy'],
    ['a family', { family: true, transport: false, worked: 'legacy' }, 'matrixRtc'],
    ['a family where we may not', { family: true, mayJoin: false }, 'matrixRtc'],
  ] as const) {
    it(`${what}: ${expected}`, () => {
      const { first, second } = chooseWay({ ...facts, ...change });
      expect(second ? `${first}, then ${second}` : first).to.equal(expected);
    });
  }
});

describe('how people were reached', () => {
  it('is read as it is written, and broken entries are forgotten', () => {
    expect(readWorked({ '@a:t': 'legacy', '@b:t': 'x', '@c:t': 7, '@d:t': 'matrixRtc' })).to.deep.equal({
      '@a:t': 'legacy',
      '@d:t': 'matrixRtc',
    });
    for (const given of [null, undefined, 7, 'x']) expect(readWorked(given)).to.deep.equal({});
  });

  it('is the same where nothing has changed', () => {
    const before = { '@a:t': 'legacy' } as const;
    expect(withWorked(before, '@a:t', 'legacy')).to.equal(before);
    expect(withWorked(before, '@a:t', 'matrixRtc')).to.deep.equal({ '@a:t': 'matrixRtc' });
  });

  it('is forgotten', () => {
    expect(withWorked({ '@a:t': 'legacy', '@b:t': 'legacy' }, '@a:t', null)).to.deep.equal({ '@b:t': 'legacy' });
    const before = {};
    expect(withWorked(before, '@a:t', null)).to.equal(before);
  });

  it('is kept of the latest 200', () => {
    let worked = {};
    for (let index = 0; index < 300; index++) worked = withWorked(worked, `@${index}:t`, 'legacy');
    expect(Object.keys(worked)).to.have.length(200);
    expect(Object.keys(worked).at(-1)).to.equal('@299:t');
  });
});
