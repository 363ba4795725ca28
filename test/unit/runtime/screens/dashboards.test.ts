import { expect } from '@open-wc/testing';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { watchDashboards } from '../../../../src/runtime/screens/dashboards.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';

describe('dashboards', () => {
  let clock: FakeClock;
  let home: FakeHomeAssistant;
  let scope: Scope;
  let told: number;

  beforeEach(async () => {
    clock = new FakeClock();
    home = new FakeHomeAssistant(clock);
    scope = new Scope((error) => {
      throw error;
    });
    told = 0;
    watchDashboards(home, clock, scope, () => told++);
    await settled();
  });
  afterEach(async () => {
    await scope.close();
    await settled();
    expect([home.subscriptions.size, home.connected.listeners, clock.pending]).to.deep.equal([0, 0, 0]);
  });

  const asked = (): unknown[] => [...home.subscriptions].map(({ message }) => message);

  it('are told of once for all that happens at a time', async () => {
    expect(asked()).to.deep.equal([
      { type: 'subscribe_events', event_type: 'panels_updated' },
      { type: 'subscribe_events', event_type: 'lovelace_updated' },
    ]);
    home.emit({});
    expect(told).to.equal(0);
    await clock.advance(1_000);
    expect(told).to.equal(1);
    home.emit({});
    await clock.advance(1_000);
    expect(told).to.equal(2);
  });

  it('are followed on the next connection, too', async () => {
    home.down();
    home.up();
    await settled();
    expect(asked()).to.have.length(2);
    home.emit({});
  });
});
