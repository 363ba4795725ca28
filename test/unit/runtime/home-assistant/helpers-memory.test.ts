import { expect } from '@open-wc/testing';
import { BindingMemory, type MemoryStore } from '../../../../src/runtime/home-assistant/helpers-memory.ts';
import { settled } from '../../support/fake-clock.ts';

const NOTHING = { claim: null, uniqueIds: {} };

describe('BindingMemory', () => {
  const store = (read: unknown) => {
    const written: unknown[] = [];
    const memory: MemoryStore = {
      get: () => (read instanceof Error ? Promise.reject(read) : Promise.resolve(read)),
      put: (value) => {
        written.push(value);
        return Promise.reject(new Error('full'));
      },
    };
    return { written, memory: new BindingMemory(memory) };
  };

  const bad: unknown[] = [
    null,
    'text',
    {},
    { claim: 5, uniqueIds: {} },
    { claim: null, uniqueIds: null },
    { claim: null, uniqueIds: { attic: 'x' } },
    { claim: null, uniqueIds: { dial: 5 } },
    new Error('storage'),
  ];
  for (const read of bad) {
    it(`begins anew with ${read instanceof Error ? 'a storage that fails' : JSON.stringify(read)}`, async () => {
      expect(await store(read).memory.loaded).to.deep.equal(NOTHING);
    });
  }

  it('goes on with what was kept, and writes what is new', async () => {
    const kept = { claim: 'a', uniqueIds: { dial: 'call_assist_kitchen_dial' } };
    const { memory, written } = store(kept);
    expect(await memory.loaded).to.deep.equal(kept);
    memory.remember({ claim: 'a' });
    memory.remember({ claim: 'b' });
    await settled();
    expect([written, memory.value]).to.deep.equal([[{ ...kept, claim: 'b' }], { ...kept, claim: 'b' }]);
  });

  it('remembers for one page where there is no storage', async () => {
    const memory = new BindingMemory(undefined);
    await memory.loaded;
    memory.remember({ claim: 'b' });
    expect(memory.value).to.deep.equal({ ...NOTHING, claim: 'b' });
  });
});
