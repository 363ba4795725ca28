import { expect } from '@open-wc/testing';
import { type CheckBrowser, checkBrowser, importsOf } from '../../../../src/runtime/checks/browser.ts';
import { CHECK_IDS, type CheckId, type CheckResult } from '../../../../src/runtime/checks/checks.ts';
import type { CheckContext } from '../../../../src/runtime/checks/context.ts';
import { runChecks, type RunOptions } from '../../../../src/runtime/checks/run.ts';
import { soundWithoutTouch } from '../../../../src/runtime/checks/sound-untouched.ts';
import { devicesThatGive, someBrowser } from '../../support/check-browser.ts';
import { fakePlatform } from '../../support/fake-platform.ts';
import { FakeCameraServer, RealPlatform } from '../media/fakes.ts';

const home = new FakeCameraServer();
const context = (change: Partial<CheckContext> = {}): CheckContext => ({
  platform: new RealPlatform(),
  homeAssistant: home,
  station: { camera: 'camera.door', microphone: null, deviceCamera: null },
  moduleUrl: 'https://home.test/local/call-assist-card.js',
  iceServers: () => Promise.resolve(null),
  soundUntouched: null,
  mayPersist: false,
  ...change,
});
const brief = ({ id, status, reason }: CheckResult): string => `${id} ${status} ${reason}`;
const one = async (id: CheckId, change: Partial<CheckContext> = {}, browser: Partial<CheckBrowser> = {}) => {
  const [result] = await runChecks(context(change), () => {}, { only: [id], browser: someBrowser(browser) });
  return result!;
};

/** A track that tests may ask whether it was stopped. */
function quietTrack(): MediaStreamTrack {
  const audio = new AudioContext();
  const [track] = audio.createMediaStreamDestination().stream.getAudioTracks();
  return track!;
}

describe('runChecks', () => {
  it('checks one thing after the other, and tells as it goes', async () => {
    const told: string[] = [];
    const options: RunOptions = {
      only: ['wake_lock', 'secure_context', 'module_start'],
      onBegin: (id) => void told.push(id),
      browser: someBrowser({ secure: true, wakeLock: undefined, pageImports: () => ['/x/call-assist-card.js'] }),
    };
    const results = await runChecks(context(), (result) => void told.push(brief(result)), options);
    expect(told).to.deep.equal([
      'secure_context',
      'secure_context ok secure',
      'module_start',
      'module_start ok starts_everywhere',
      'wake_lock',
      'wake_lock warn not_supported',
    ]);
    expect(results.map(({ id }) => id)).to.deep.equal(['secure_context', 'module_start', 'wake_lock']);
  });

  it('gives each check its time, and stops what comes too late', async () => {
    const platform = fakePlatform();
    const asked = Promise.withResolvers<MediaStreamTrack>();
    const browser = someBrowser({
      devices: devicesThatGive(() => asked.promise),
      permission: () => Promise.resolve(null),
    });
    const running = runChecks(context({ platform }), () => {}, { only: ['microphone'], browser });
    await platform.clock.advance(45_000);
    expect(await running).to.deep.equal([
      { id: 'microphone', status: 'fail', reason: 'timed_out', detail: { seconds: 45 } },
    ]);
    const track = quietTrack();
    asked.resolve(track);
    await new Promise((resolve) => setTimeout(resolve));
    expect(track.readyState).to.equal('ended');
    expect(platform.clock.pending).to.equal(0);
  });

  it('ends with the signal, tells nothing more and leaves nothing', async () => {
    const stop = new AbortController();
    const track = quietTrack();
    const told: string[] = [];
    const running = runChecks(context(), (result) => void told.push(result.id), {
      signal: stop.signal,
      browser: someBrowser({ devices: devicesThatGive(() => Promise.resolve(track)) }),
      onBegin: (id) => {
        if (id === 'microphone') setTimeout(() => stop.abort(), 50);
      },
    });
    const results = await running;
    expect(results.map(({ id }) => id)).to.deep.equal(told);
    expect(told.at(-1)).to.equal('storage');
    expect(track.readyState).to.equal('ended');
  });

  it('says failed where a check itself breaks, and goes on', async () => {
    const browser = someBrowser({
      pageImports: () => {
        throw new Error('broken');
      },
    });
    const results = await runChecks(context(), () => {}, { only: ['module_start', 'wake_lock'], browser });
    expect(results.map(brief)[0]).to.equal('module_start fail failed');
    expect(results).to.have.length(2);
  });

  it('knows the parts of every check', async () => {
    expect(new Set(CHECK_IDS).size).to.equal(CHECK_IDS.length);
  });
});

describe('the checks of the page', () => {
  it('Home Assistant answers, or is away', async () => {
    const answering = Object.assign(new FakeCameraServer(), { request: () => Promise.resolve({}) });
    expect(brief(await one('home_assistant', { homeAssistant: answering }))).to.contain('ok stays_connected');
    expect(brief(await one('home_assistant'))).to.contain('fail away');
    answering.connected.set(false);
    expect(brief(await one('home_assistant', { homeAssistant: answering }))).to.contain('fail away');
  });

  it('storage keeps what is written, and nothing of the check stays', async () => {
    expect((await one('storage')).status).to.be.oneOf(['ok', 'warn']);
    const left = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('call-assist-check'));
    expect(left).to.deep.equal([]);
  });

  it('storage is asked to be kept only when a person wants it', async () => {
    let asked = 0;
    const storage = {
      persisted: () => Promise.resolve(false),
      persist: () => Promise.resolve(++asked > 0),
      estimate: () => Promise.resolve({ quota: 1e9, usage: 0 }),
    };
    expect((await one('storage', {}, { storage })).reason).to.equal('storage_may_be_cleared');
    expect(asked).to.equal(0);
    expect((await one('storage', { mayPersist: true }, { storage })).reason).to.equal('storage_kept');
    expect((await one('storage', {}, { storage, indexedDB: undefined })).reason).to.equal('storage_unavailable');
  });

  it('sound plays, does not, or is not there', async () => {
    let made!: AudioContext;
    const createAudioContext = (): AudioContext => (made = new AudioContext());
    expect((await one('sound', {}, { createAudioContext })).reason).to.equal('plays');
    expect(made.state).to.equal('closed');
    const blocked = (): AudioContext =>
      Object.assign(new OfflineAudioContext(1, 1, 44_100), { close: async () => {} }) as never;
    expect((await one('sound', {}, { createAudioContext: blocked, touched: () => false })).reason).to.equal(
      'needs_touch',
    );
    expect((await one('sound', {}, { createAudioContext: undefined })).reason).to.equal('no_sound');
  });

  it('sound before any touch is remembered only where there was none', async () => {
    const { clock } = new RealPlatform();
    expect(await soundWithoutTouch(someBrowser({ touched: () => true }), clock)).to.equal(null);
    expect(await soundWithoutTouch(someBrowser({ touched: () => false }), clock)).to.equal(true);
  });

  it('the screen stays on, or the browser refuses', async () => {
    let released = false;
    const sentinel = { release: async () => void (released = true) } as unknown as WakeLockSentinel;
    expect((await one('wake_lock', {}, { wakeLock: { request: async () => sentinel } })).reason).to.equal('stays_on');
    expect(released).to.equal(true);
    const refusing = { request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    const visible = (): boolean => true;
    expect((await one('wake_lock', {}, { wakeLock: refusing, visible })).reason).to.equal('refused');
  });

  it('notifications are as the browser says; without workers there are none', async () => {
    const { Notification } = window;
    expect(checkBrowser().notifications()).to.equal(Notification.permission);
    expect((await one('notifications', {}, { notifications: () => 'default' })).reason).to.equal('not_asked');
    Object.defineProperty(window, 'Notification', { value: undefined, configurable: true });
    expect(checkBrowser().notifications()).to.equal(null);
    Object.defineProperty(window, 'Notification', { value: Notification, configurable: true });
  });

  it('reads what the page imports by itself', () => {
    const html = 'import("/frontend_latest/core.js");import("/local/a.js?v=1").catch(function(){}); import(x)';
    expect(importsOf(html)).to.deep.equal(['/frontend_latest/core.js', '/local/a.js?v=1']);
  });
});

describe('the checks of media', () => {
  it('the microphone is heard, and stopped', async () => {
    const before: MediaStreamTrack[] = [];
    const devices = devicesThatGive(async () => {
      const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks();
      before.push(track!);
      return track!;
    });
    const result = await one('microphone', {}, { devices });
    expect(result.reason).to.equal('heard');
    expect(result.detail?.['percent']).to.be.greaterThan(2);
    expect(before.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('a line without signal is silent', async () => {
    const devices = devicesThatGive(() => Promise.resolve(quietTrack()));
    expect((await one('microphone', {}, { devices })).reason).to.equal('silent');
  });

  it('says why there is no microphone', async () => {
    const refusing = devicesThatGive(() => Promise.reject(new DOMException('', 'NotFoundError')));
    expect((await one('microphone', {}, { devices: refusing })).reason).to.equal('missing');
    expect((await one('microphone', {}, { devices: undefined })).reason).to.equal('insecure_page');
    const permission = () => Promise.resolve<PermissionState>('denied');
    expect((await one('microphone', {}, { devices: refusing, permission })).reason).to.equal('denied');
  });

  it("this device's camera shows a frame, if the station uses it", async () => {
    expect(brief(await one('camera'))).to.equal('camera skipped not_used');
    const station = {
      camera: 'this_device',
      microphone: null,
      deviceCamera: { deviceId: 'gone', label: 'Rear' },
    } as const;
    const result = await one('camera', { station });
    expect(brief(result)).to.equal('camera warn other_device');
    expect(result.detail?.['wanted']).to.equal('Rear');
    expect(result.detail?.['width']).to.be.greaterThan(0);
    expect(brief(await one('camera_entity', { station }))).to.equal('camera_entity skipped not_used');
    expect((await one('camera', { station }, { devices: undefined })).reason).to.equal('insecure_page');
  });

  it('the camera entity shows its first frame, and is closed again', async () => {
    const result = await one('camera_entity');
    expect(brief(result)).to.equal('camera_entity ok picture');
    expect(home.sessions.size).to.equal(0);
  });

  it('the camera entity is unavailable, unknown, or Home Assistant is away', async () => {
    const other = new FakeCameraServer();
    other.setState('unavailable');
    expect((await one('camera_entity', { homeAssistant: other })).reason).to.equal('unavailable');
    other.setState(null);
    expect((await one('camera_entity', { homeAssistant: other })).reason).to.equal('not_found');
    other.connected.set(false);
    expect((await one('camera_entity', { homeAssistant: other })).reason).to.equal('home_assistant_away');
  });
});

describe('the check of the relay', () => {
  const secret = { username: 'u', credential: 'hunter2' };
  const turn = [{ urls: ['stun:a.test', 'turn:a.test:3478?transport=udp'], ...secret }];
  const given = (servers: readonly RTCIceServer[] | null) => ({ iceServers: () => Promise.resolve(servers) });

  /** A connection that behaves as told once it gathers. */
  const gathering = (tell: (emit: (type: string, fields: object) => void) => void) => {
    const connections: (EventTarget & { closed: boolean; configuration: RTCConfiguration })[] = [];
    const createPeerConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
      const connection = Object.assign(new EventTarget(), {
        closed: false,
        configuration,
        close: () => void (connection.closed = true),
        createDataChannel: () => {},
        setLocalDescription: async () =>
          tell((type, fields) => connection.dispatchEvent(Object.assign(new Event(type), fields))),
      });
      connections.push(connection);
      return connection as never;
    };
    return { createPeerConnection, connections };
  };

  it('is skipped without accounts, and warns without relays', async () => {
    expect((await one('relay', given(null))).reason).to.equal('no_account');
    expect((await one('relay', given([{ urls: 'stun:a.test' }]))).reason).to.equal('no_relay');
  });

  it('is reachable when it gives an address', async () => {
    const { createPeerConnection, connections } = gathering((emit) =>
      emit('icecandidate', { candidate: { candidate: 'candidate:1 1 udp 1 192.0.2.1 5 typ relay raddr 0.0.0.0' } }),
    );
    const result = await one('relay', given(turn), { createPeerConnection });
    expect(brief(result)).to.equal('relay ok reachable');
    expect(result.detail?.['server']).to.equal('a.test:3478');
    expect(connections.map(({ closed }) => closed)).to.deep.equal([true]);
    expect(connections[0]?.configuration.iceTransportPolicy).to.equal('relay');
  });

  it('refuses our credentials', async () => {
    const { createPeerConnection } = gathering((emit) => {
      emit('icecandidateerror', { errorCode: 401 });
      emit('icecandidate', { candidate: null });
    });
    expect((await one('relay', given(turn), { createPeerConnection })).reason).to.equal('credentials_refused');
  });

  it('is unreachable when nothing comes within 5 s', async () => {
    const platform = fakePlatform();
    const { createPeerConnection } = gathering(() => {});
    const running = one('relay', { ...given(turn), platform }, { createPeerConnection });
    await platform.clock.advance(5_000);
    expect((await running).reason).to.equal('unreachable');
    expect(platform.clock.pending).to.equal(0);
  });

  it('has an address that the browser does not take, and says nothing of the credentials', async () => {
    const platform = fakePlatform();
    const result = await one('relay', { ...given([{ urls: 'turn:[bad', ...secret }]), platform });
    expect(result.reason).to.equal('bad_address');
    const failing = { iceServers: () => Promise.reject(new Error('hunter2')), platform };
    expect((await one('relay', failing)).reason).to.equal('failed');
    expect(
      JSON.stringify([result, platform.lines.map(({ message, detail }) => message + String(detail))]),
    ).not.to.contain('hunter2');
  });
});
