import { expect } from '@open-wc/testing';
import { Store } from '../../../../src/runtime/platform/readable.ts';
import { openTabs, type Tabs } from '../../../../src/runtime/platform/tabs.ts';
import { fakePlatform, type FakePlatform } from '../../support/fake-platform.ts';
import { waitUntil } from '../../support/wait-until.ts';

type TestTabs = Tabs<{ calls: number }, { type: string }, string>;

describe('openTabs', () => {
  let channel = 0;
  let platform: FakePlatform;
  const opened: TestTabs[] = [];
  const open = (): TestTabs => {
    const tabs: TestTabs = openTabs({ platform, nobody: 'nobody', channel: `test-${channel}` });
    opened.push(tabs);
    return tabs;
  };
  const owner = (answer: (command: { type: string }) => Promise<string>) => {
    const snapshot = new Store({ calls: 0 });
    const asked: string[] = [];
    const handOver = () => void asked.push('hand-over');
    return { snapshot, command: answer, handOver, asked };
  };
  beforeEach(() => {
    channel++;
    platform = fakePlatform();
  });
  afterEach(() => opened.splice(0).forEach((tabs) => tabs.close()));

  it('shows the owner to tabs that were there and to those that come later', async () => {
    const [early, first] = [open(), open()];
    const serving = owner(() => Promise.resolve('ok'));
    first.serve(serving);
    await waitUntil(() => early.snapshot.value?.calls === 0);
    serving.snapshot.set({ calls: 1 });
    await waitUntil(() => early.snapshot.value?.calls === 1);
    const late = open();
    await waitUntil(() => late.snapshot.value?.calls === 1);
  });

  it('brings a command to the owner and the result back', async () => {
    const [view, first] = [open(), open()];
    first.serve(owner(({ type }) => Promise.resolve(`did ${type}`)));
    expect(await view.command({ type: 'answer' })).to.equal('did answer');
    expect(platform.clock.pending).to.equal(0);
  });

  it('says nobody when there is no owner', async () => {
    const command = open().command({ type: 'answer' });
    await platform.clock.advance(2_000);
    expect(await command).to.equal('nobody');
  });

  it('says nobody when the owner goes away with the command', async () => {
    const [view, first] = [open(), open()];
    let came = false;
    const retire = first.serve(owner(() => ((came = true), new Promise(() => {}))));
    await waitUntil(() => view.snapshot.value !== null);
    const command = view.command({ type: 'dial' });
    await waitUntil(() => came);
    retire();
    expect(await command).to.equal('nobody');
    expect(view.snapshot.value).to.equal(null);
    expect(platform.clock.pending).to.equal(0);
  });

  it('says nobody when the owner dies with the command', async () => {
    const [view, first] = [open(), open()];
    first.serve(owner(() => new Promise(() => {})));
    const command = view.command({ type: 'dial' });
    // The fake clock stands still until "taken" has come through the real channel.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await platform.clock.advance(120_000);
    expect(await command).to.equal('nobody');
  });

  it('says nobody when the command throws at the owner', async () => {
    const [view, first] = [open(), open()];
    first.serve(owner(() => Promise.reject(new Error('broken'))));
    expect(await view.command({ type: 'dial' })).to.equal('nobody');
  });

  it('reports what is not plain data instead of failing', async () => {
    const tabs: Tabs<unknown, unknown, string> = openTabs({ platform, nobody: 'nobody', channel: `test-${channel}` });
    tabs.serve({ snapshot: new Store(() => {}), command: async () => 'ok', handOver: () => {} });
    expect(platform.lines.map(({ level }) => level)).to.deep.equal(['error']);
    tabs.close();
  });

  it('asks the owner to hand over', async () => {
    const [view, first] = [open(), open()];
    const serving = owner(() => Promise.resolve('ok'));
    first.serve(serving);
    view.requestHandOver();
    await waitUntil(() => serving.asked.length === 1);
  });

  it('takes no command once it is closed', async () => {
    const tabs = open();
    tabs.close();
    expect(await tabs.command({ type: 'dial' })).to.equal('nobody');
    tabs.requestHandOver();
  });
});
