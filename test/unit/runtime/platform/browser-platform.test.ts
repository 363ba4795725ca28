import { expect } from '@open-wc/testing';
import { browserPlatform } from '../../../../src/runtime/platform/browser-platform.ts';

describe('browserPlatform', () => {
  const { clock, id, random } = browserPlatform();

  it('makes ids of 128 bits', () => {
    const ids = new Set(Array.from({ length: 100 }, id));
    expect(ids.size).to.equal(100);
    for (const each of ids) expect(each).to.match(/^[0-9a-f]{32}$/);
  });
  it('runs a task later', async () => {
    const before = clock.now();
    await new Promise<void>((resolve) => clock.after(20, resolve));
    expect(clock.now() - before).to.be.at.least(15);
  });
  it('does not run what was cancelled, nor at once what is due in a month', async () => {
    let ran = false;
    clock.after(5, () => (ran = true))();
    const cancel = clock.after(2 ** 31 + 1000, () => (ran = true));
    await new Promise<void>((resolve) => clock.after(30, resolve));
    cancel();
    expect(ran).to.equal(false);
  });
  it('gives chance', () => expect(random()).to.be.within(0, 1));
});
