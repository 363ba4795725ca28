import { expect } from '@open-wc/testing';
import { Store } from '../../../../src/runtime/platform/readable.ts';

describe('Store', () => {
  it('tells of changes, and of nothing else', () => {
    const store = new Store(1);
    const heard: number[] = [];
    const unsubscribe = store.subscribe((value) => heard.push(value));
    store.set(1);
    store.set(2);
    unsubscribe();
    unsubscribe();
    store.set(3);
    expect(heard).to.deep.equal([2]);
    expect(store.listeners).to.equal(0);
  });

  it('tells the same listener twice if it subscribed twice', () => {
    const store = new Store(1);
    let times = 0;
    const listener = () => times++;
    store.subscribe(listener);
    store.subscribe(listener)();
    store.set(2);
    expect(times).to.equal(1);
  });

  it('tells the others though one listener throws, and reports it as uncaught', () => {
    const store = new Store(1);
    const failure = new Error('broken listener');
    const heard: number[] = [];
    const later: (() => void)[] = [];
    store.subscribe(() => {
      throw failure;
    });
    store.subscribe((value) => heard.push(value));
    const { queueMicrotask } = globalThis;
    globalThis.queueMicrotask = (task) => void later.push(task);
    try {
      store.set(2);
    } finally {
      globalThis.queueMicrotask = queueMicrotask;
    }
    expect(heard).to.deep.equal([2]);
    expect(later[0]).to.throw(failure);
  });
});
