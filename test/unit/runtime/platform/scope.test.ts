import { expect } from '@open-wc/testing';
import { Scope } from '../../../../src/runtime/platform/scope.ts';

describe('Scope', () => {
  const errors: unknown[] = [];
  const scope = () => new Scope((error) => errors.push(error));
  beforeEach(() => errors.splice(0));

  it('releases what was added last first, waiting for each', async () => {
    const order: string[] = [];
    const owner = scope();
    owner.add(() => void order.push('peer connection'));
    owner.add(async () => {
      await Promise.resolve();
      order.push('track');
    });
    await owner.close();
    expect(order).to.deep.equal(['track', 'peer connection']);
  });

  it('releases everything though one release fails', async () => {
    const failure = new Error('camera is gone');
    let released = false;
    const owner = scope();
    owner.add(() => void (released = true));
    owner.add(() => Promise.reject(failure));
    await owner.close();
    expect(released).to.equal(true);
    expect(errors).to.deep.equal([failure]);
  });

  it('closes once, however often it is asked to', async () => {
    let times = 0;
    const owner = scope();
    owner.add(() => void times++);
    await Promise.all([owner.close(), owner.close()]);
    await owner.close();
    expect(times).to.equal(1);
  });

  it('releases at once what comes too late', async () => {
    const owner = scope();
    await owner.close();
    let released = false;
    owner.add(() => void (released = true));
    expect(released).to.equal(true);
  });

  it('tells waits of its end before it releases', async () => {
    const owner = scope();
    let aborted = false;
    owner.add(() => void (aborted = owner.signal.aborted));
    await owner.close();
    expect(aborted).to.equal(true);
  });

  it('closes its children', async () => {
    const owner = scope();
    const child = owner.child();
    await owner.close();
    expect(child.signal.aborted).to.equal(true);
  });
});
