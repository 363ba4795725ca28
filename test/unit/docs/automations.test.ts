import { expect } from '@open-wc/testing';
import { END_REASONS, REFUSALS } from '../../../src/runtime/call/call.ts';

describe('docs/automations.md', () => {
  it('has everything that automations can read in `_last_result`', async () => {
    const text = await (await fetch('/docs/automations.md')).text();
    const missing = [...END_REASONS, ...REFUSALS].filter((word) => !text.includes(`\`${word}\``));
    expect(missing).to.deep.equal([]);
  });
});
