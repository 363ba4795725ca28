import { expect } from '@open-wc/testing';
import { loadStage, type Stage } from '../../../src/card/overlay/stage-loader.ts';
import { callView, FakeCallAssist, FakeMedia, readySnapshot } from './support/fake-call-assist.ts';
import { type CaOverlay, find, has, settled, text, until } from './support/page.ts';

describe('a call whose stage is not loaded', () => {
  let api: FakeCallAssist;
  let overlay: CaOverlay;
  beforeEach(() => {
    api = new FakeCallAssist();
    api.set(readySnapshot());
    api.medias.set('call-1', new FakeMedia());
  });
  afterEach(() => overlay.remove());

  const open = async (stage: Promise<Stage | null>): Promise<void> => {
    api.set({ calls: [callView('connecting')] });
    overlay = document.createElement('ca-overlay') as CaOverlay;
    Object.assign(overlay, { callAssist: api, stage: () => stage });
    document.body.append(overlay);
    await overlay.updateComplete;
    await settled();
    await overlay.updateComplete;
  };

  it('is heard, can be muted and ended', async () => {
    await open(Promise.resolve(null));
    expect(text(find(overlay, '#name'))).to.equal('Anna Berger');
    expect(text(find(overlay, '#via'))).to.equal('Connecting…');
    api.set({ calls: [callView('active')] });
    await overlay.updateComplete;
    expect(text(find(overlay, '#via'))).to.equal('Connected');
    expect(has(overlay, '.players video')).to.equal(true);
    find(overlay, '[data-action="toggle-microphone"]').click();
    find(overlay, '[data-action="hang-up"]').click();
    expect(api.commands.map(({ type }) => type)).to.deep.equal(['set-media', 'hang-up']);
  });

  it('is shown in full as soon as it is', async () => {
    const stage = Promise.withResolvers<Stage | null>();
    await open(stage.promise);
    expect(has(overlay, '.ca-outgoing')).to.equal(true);
    stage.resolve(await loadStage());
    await until(() => has(overlay, '.ca-active-call'));
    expect(getComputedStyle(find(overlay, '.dock')).display, 'with its styles').to.equal('flex');
  });
});
