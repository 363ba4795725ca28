import { expect } from '@open-wc/testing';
import { reloadWhenIdle } from '../../../src/runtime/updates.ts';
import { fakePlatform } from '../support/fake-platform.ts';

describe('reloadWhenIdle', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it('waits for the end of the call, then reloads once', async () => {
    const platform = fakePlatform();
    let busy = true;
    let reloads = 0;
    const attempt = () => reloadWhenIdle({ platform, busy: () => busy, reload: () => void reloads++ });
    attempt();
    await platform.clock.advance(60_000);
    expect(reloads).to.equal(0);
    busy = false;
    await platform.clock.advance(5_000);
    expect(reloads).to.equal(1);
    attempt();
    expect(reloads, 'not in circles').to.equal(1);
    await platform.clock.advance(5 * 60_000);
    attempt();
    expect(reloads, 'but again after a while').to.equal(2);
  });
});
