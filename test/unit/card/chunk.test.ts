import { expect } from '@open-wc/testing';
import { loadChunk, type PageReload } from '../../../src/card/chunk.ts';

const gone = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

function page(busy = false): PageReload & { reloads: number; marks: Map<string, string> } {
  const marks = new Map<string, string>();
  const fake = {
    marks,
    reloads: 0,
    store: {
      getItem: (key: string) => marks.get(key) ?? null,
      setItem: (key: string, value: string) => void marks.set(key, value),
      removeItem: (key: string) => void marks.delete(key),
    },
    reload: () => void (fake.reloads += 1),
    busy: () => busy,
  };
  return fake;
}

describe('a chunk that an update removed', () => {
  it('reloads the page once, then says so', async () => {
    const on = page();
    expect(await loadChunk('overlay', gone, on)).to.equal(null);
    expect(await loadChunk('overlay', gone, on)).to.equal(null);
    expect(on.reloads).to.equal(1);
  });

  it('may reload again for another part, and after it was there again', async () => {
    const on = page();
    await loadChunk('overlay', gone, on);
    await loadChunk('pages', gone, on);
    expect(await loadChunk('overlay', async () => 'module', on)).to.equal('module');
    await loadChunk('overlay', gone, on);
    expect(on.reloads).to.equal(3);
  });

  it('never reloads while a call runs, and may do so afterwards', async () => {
    const on = page(true);
    await loadChunk('pages', gone, on);
    expect(on.reloads).to.equal(0);
    expect(on.marks.size).to.equal(0);
  });

  it('never reloads where the browser stores nothing: it might repeat for ever', async () => {
    const on = page();
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const store = { getItem: denied, setItem: denied, removeItem: denied };
    expect(await loadChunk('pages', gone, { ...on, store })).to.equal(null);
    expect(on.reloads).to.equal(0);
  });
});
