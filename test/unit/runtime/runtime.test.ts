import { expect } from '@open-wc/testing';
import type { CallAssist } from '../../../src/runtime/api.ts';
import type { CheckResult } from '../../../src/runtime/checks/checks.ts';
import { HELPER_KEYS } from '../../../src/runtime/home-assistant/helpers-keys.ts';
import { startCallAssist } from '../../../src/runtime/runtime.ts';
import { FakeProvider } from './support/fake-provider.ts';
import { openPage } from './support/home-page.ts';
import { waitUntil } from '../support/wait-until.ts';

/** One page from its first moment on: each test goes on where the one before it left. */
describe('startCallAssist', () => {
  const provider = new FakeProvider();
  let page: ReturnType<typeof openPage>;
  let api: CallAssist;
  let admin = false;

  before(async () => {
    page = openPage(({ type }) => {
      if (type === 'auth/current_user') return { id: 'u', name: 'Rosalind', is_admin: admin };
      return type.endsWith('/list') ? [] : undefined;
    });
    provider.signIn = async ({ user = '' }) => ({
      account: { id: user, protocol: 'matrix', address: user, settings: {} },
      secrets: { token: 'secret' },
    });
    api = startCallAssist([provider.descriptor]);
    await api.ready;
  });
  after(() => page.close());

  it('is one for the page, and owns a device that has nothing yet', () => {
    expect(startCallAssist()).to.equal(api);
    expect(window.callAssist).to.equal(api);
    expect(api.snapshot.value).to.deep.include({ role: 'owner', accounts: [], calls: [] });
    expect([api.cameras(), api.media('none'), api.helpersYaml()]).to.deep.equal([[], null, '']);
  });

  it('checks a device without accounts, one check or several', async () => {
    const seen: string[] = [];
    const onResult = ({ id, reason }: CheckResult): void => void seen.push(`${id} ${reason}`);
    const results = await api.checks({ only: 'module_start', onBegin: (id) => seen.push(id), onResult });
    expect(seen).to.deep.equal(['module_start', 'module_start starts_with_dashboard']);
    expect(results[0]?.copy).to.contain('call-assist-card.js');
    expect((await api.checks({ only: 'home_assistant', onResult }))[0]?.reason).not.to.equal('away');
    expect((await api.checks({ only: 'relay', onResult }))[0]?.reason).to.equal('no_account');
    const stopped = AbortSignal.abort();
    expect(await api.checks({ signal: stopped, onResult })).to.deep.equal([]);
  });

  it('knows which helpers the station has not, and makes them only for an admin', async () => {
    const helpers = await api.stationHelpers();
    expect(helpers.map(({ key }) => key)).to.have.members([...HELPER_KEYS]);
    expect(helpers.some(({ exists }) => exists)).to.equal(false);
    expect(api.helpersYaml()).to.contain('call_assist_kitchen_state:');
    expect(await api.isAdmin()).to.equal(false);
    expect(await api.createHelpers()).to.deep.equal({ ok: false, refused: 'not_admin' });
    expect((await api.removeHelpers()).ok).to.equal(false);
    expect(await api.stationHelpers('attic').catch((error: unknown) => error)).to.be.instanceOf(RangeError);
    admin = true;
    expect(await api.isAdmin()).to.equal(true);
  });

  it('looks for the view for TVs, and makes or removes it only for an admin', async () => {
    admin = false;
    expect(await api.tvView()).to.equal(null);
    expect(api.tvViewYaml()).to.contain('type: custom:call-assist-card');
    const refused = { ok: false, refused: 'not_admin' };
    expect([await api.createTvView(), await api.removeTvView()]).to.deep.equal([refused, refused]);
    admin = true;
    expect(await api.removeTvView()).to.deep.equal({ ok: true, outcome: 'missing' });
  });

  it('looks at the camera, listens to the microphone and lists devices, until told to stop', async () => {
    const looks = new AbortController();
    const camera = await api.previewCamera({ camera: 'this_device', deviceCamera: null }, looks.signal);
    expect([camera.path, camera.source]).to.deep.equal(['device', 'this_device']);
    const levels: (number | null)[] = [];
    const onLevel = (peak: number | null): void => void levels.push(peak);
    await api.followMicrophone(null, { signal: looks.signal, onLevel });
    await waitUntil(() => levels.some((level) => level !== null && level > 0), 'nothing is heard', { timeout: 5_000 });
    const { microphones, cameras } = await api.devices();
    expect([microphones.length > 0, cameras.length > 0]).to.deep.equal([true, true]);
    looks.abort();
    await waitUntil(() => camera.track.readyState === 'ended');
    const heard = levels.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(levels.length).to.equal(heard);
  });

  it('opens nothing for who has gone', async () => {
    const looks = AbortSignal.abort();
    expect(
      await api.previewCamera({ camera: 'this_device', deviceCamera: null }, looks).catch((error: unknown) => error),
    ).to.be.instanceOf(DOMException);
    const gone = api.followMicrophone(null, { signal: looks, onLevel: () => {} });
    expect(await gone.catch((error: unknown) => error)).to.be.instanceOf(DOMException);
  });

  it('tells who chooses devices that they changed', () => {
    let changes = 0;
    const stop = api.watchDevices(() => changes++);
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    stop();
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(changes).to.equal(1);
  });

  it('whatever is asked at once of a device without accounts comes to one owner', async () => {
    const asked = (): number => page.socket.sent.filter(({ type }) => type === 'subscribe_entities').length;
    const before = asked();
    const [first, second] = await Promise.all([
      api.addAccount('matrix', { user: '@anna:hs.test' }),
      api.addAccount('matrix', { user: '@ben:hs.test' }),
      api.simulateCall({ video: false, name: 'Somebody' }),
    ]);
    expect([first, second]).to.deep.equal(['@anna:hs.test', '@ben:hs.test']);
    await waitUntil(() => api.snapshot.value.accounts.length === 2);
    expect(api.snapshot.value.calls.map(({ phase }) => phase)).to.deep.equal(['ringing-in']);
    expect(asked() - before).to.be.at.most(1);
    expect(provider.sessions.length).to.equal(2);
    expect(await api.testCall({ video: false, name: 'Somebody' })).to.deep.equal({ ok: false, reason: 'refused_busy' });
    expect(await api.command({ type: 'decline', by: 'touch' })).to.deep.equal({ ok: true });
  });

  it('rings there and is answered by oneself, and the history is empty', async () => {
    await api.command({ type: 'dismiss', by: 'touch' });
    expect(await api.testCall({ video: false, name: 'Somebody' })).to.deep.equal({ ok: true });
    await waitUntil(() => api.snapshot.value.calls[0]?.phase === 'active', 'it is not active', { timeout: 15_000 });
    expect(await api.command({ type: 'hang-up', by: 'touch' })).to.deep.equal({ ok: true });
    expect(await api.history({ filter: 'all', limit: 10 })).to.deep.equal([]);
    expect(api.snapshot.value.lastResult).to.equal(null);
  }).timeout(25_000);

  it('reports how it is, and names nobody', async () => {
    const text = await api.report();
    expect(text).to.contain('Home Assistant 2026.11.0').and.contain('matrix at hs.test: online');
    expect(text).to.contain('relay: skipped, no_account');
    for (const name of ['Rosalind', 'Villa', 'Kitchen', 'Anna', 'anna', 'ben', 'secret', 'Fake']) {
      expect(text).not.to.contain(name);
    }
  });

  it('says that Home Assistant is away, and reports all the same', async () => {
    page.socket.close();
    expect((await api.checks({ only: 'home_assistant', onResult: () => {} }))[0]?.reason).to.equal('away');
    expect(await api.createHelpers()).to.deep.equal({ ok: false, refused: 'home_assistant_away' });
    expect(await api.isAdmin().catch(({ code }: { code: string }) => code)).to.equal('connection_lost');
    expect(await api.report()).to.contain('Home Assistant unknown');
  }).timeout(20_000);
});
