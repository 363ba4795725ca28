import { expect } from '@open-wc/testing';
import type { CallView } from '../../../../src/runtime/api.ts';
import { type BackgroundBrowser, startBackground } from '../../../../src/card/background/background.ts';
import { ringsToTell } from '../../../../src/card/background/rings.ts';
import type { WorkerLinkOptions } from '../../../../src/runtime/worker/link.ts';
import { fakePlatform } from '../../support/fake-platform.ts';
import { callView, FakeCallAssist, readySnapshot } from '../support/fake-call-assist.ts';

const APP = 'https://home.test/hacsfiles/call-assist/app-1a2b.js';
const unseen = { hidden: true, allowed: () => true };
const ringing = (change: Partial<CallView> = {}): CallView => callView('ringing-in', { deadline: 61_000, ...change });

describe('rings that nobody sees', () => {
  const rings = (calls: readonly CallView[], sight = unseen, hide: 'show' | 'while-ringing' | 'always' = 'show') =>
    ringsToTell({ ...readySnapshot(), calls }, sight, hide);

  it('are told with who it is, and what can be done', () => {
    expect(rings([ringing()])).to.deep.equal([
      {
        callId: 'call-1',
        title: 'Anna Berger is calling',
        body: 'Incoming video call',
        silent: false,
        until: 61_000,
        actions: [
          { action: 'answer', title: 'Answer with video' },
          { action: 'decline', title: 'Decline' },
        ],
      },
    ]);
    const [voice] = rings([ringing({ offered: { audio: true, video: false } })]);
    expect([voice?.body, voice?.actions[0]?.title]).to.deep.equal(['Incoming voice call', 'Answer']);
  });

  it('are not where somebody sees the page, may not be told, or another tab has the calls', () => {
    expect(rings([ringing()], { hidden: false, allowed: () => true })).to.deep.equal([]);
    expect(rings([ringing()], { hidden: true, allowed: () => false })).to.deep.equal([]);
    expect(ringsToTell({ ...readySnapshot(), role: 'other-tab', calls: [ringing()] }, unseen, 'show')).to.deep.equal(
      [],
    );
    for (const phase of ['dialing', 'active', 'ended'] as const) expect(rings([callView(phase)])).to.deep.equal([]);
  });

  it('say nobody’s name where names are hidden', () => {
    for (const hide of ['while-ringing', 'always'] as const) {
      expect(JSON.stringify(rings([ringing()], unseen, hide))).not.to.contain('Anna');
      expect(rings([ringing()], unseen, hide)[0]?.title).to.equal('Somebody is calling');
    }
  });

  it('make no sound of their own where the page is heard, or was silenced', () => {
    const heard = ringsToTell({ ...readySnapshot(), sounding: 'ringtone', calls: [ringing()] }, unseen, 'show');
    expect(heard[0]?.silent).to.equal(true);
    expect(rings([ringing({ silenced: true })])[0]?.silent).to.equal(true);
  });

  it('in a call can be declined; what ends the call is done where both are seen', () => {
    const [ring] = rings([callView('active', { id: 'first' }), ringing()]);
    expect(ring?.actions.map(({ action }) => action)).to.deep.equal(['decline']);
  });
});

describe('the background', () => {
  let api: FakeCallAssist;
  let told: string[];
  let link: WorkerLinkOptions | null;
  let page: EventTarget & { visibilityState: DocumentVisibilityState };
  let fails: boolean;
  let stop: () => Promise<void>;
  const platform = fakePlatform();

  const start = async (): Promise<void> => {
    const browser: BackgroundBrowser = {
      page,
      allowed: () => true,
      platform,
      link: async (options) => {
        link = options;
        if (fails) throw new DOMException('no', 'SecurityError');
        return { tell: ({ title }) => told.push(title), over: (callId) => told.push(`over ${callId}`) };
      },
    };
    stop = await startBackground(api, APP, browser);
  };
  const look = (state: DocumentVisibilityState): void => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  beforeEach(() => {
    api = new FakeCallAssist();
    api.snapshot.set(readySnapshot());
    told = [];
    link = null;
    fails = false;
    page = Object.assign(new EventTarget(), { visibilityState: 'hidden' as const });
  });
  afterEach(() => stop());

  it('takes worker and version from where the app lies', async () => {
    await start();
    expect([link?.url, link?.version]).to.deep.equal([
      'https://home.test/hacsfiles/call-assist/call-assist-worker.js',
      'app-1a2b.js',
    ]);
  });

  it('tells each ring once, each change, and its end', async () => {
    await start();
    api.set({ calls: [ringing()] });
    api.set({ missed: 3 });
    expect(told).to.deep.equal(['Anna Berger is calling']);
    api.set({ settings: { ...api.snapshot.value.settings, hideNames: 'always' } });
    expect(told.at(-1)).to.equal('Somebody is calling');
    api.set({ calls: [callView('ended')] });
    expect(told).to.deep.equal(['Anna Berger is calling', 'Somebody is calling', 'over call-1']);
  });

  it('follows who sees the page while it rings', async () => {
    page.visibilityState = 'visible';
    api.set({ calls: [ringing()] });
    await start();
    expect(told).to.deep.equal([]);
    look('hidden');
    look('visible');
    look('hidden');
    await stop();
    const name = 'Anna Berger is calling';
    expect(told).to.deep.equal([name, 'over call-1', name, 'over call-1']);
  });

  it('carries out what was touched, as long as it rings', async () => {
    await start();
    const touch = (action: 'answer' | 'decline' | 'open', callId = 'call-1'): void =>
      link?.onTouched({ type: 'call-assist-ring-touched', callId, action });
    touch('answer');
    api.set({ calls: [ringing()] });
    for (const action of ['open', 'answer', 'decline'] as const) touch(action);
    touch('answer', 'other');
    expect(api.commands).to.deep.equal([
      { type: 'answer', callId: 'call-1', video: true, by: 'touch' },
      { type: 'decline', callId: 'call-1', by: 'touch' },
    ]);
  });

  it('says that there is a new version', async () => {
    await start();
    link?.onUpdate();
    expect(api.asked).to.deep.equal([['updateFound']]);
  });

  it('without a worker everything else is as it was', async () => {
    fails = true;
    await start();
    api.set({ calls: [ringing()] });
    expect(told).to.deep.equal([]);
    expect(platform.lines.at(-1)).to.include({ level: 'info' });
  });
});
