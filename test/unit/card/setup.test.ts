import { expect } from '@open-wc/testing';
import { hostKind } from '../../../src/card/pages/setup/how-to.ts';
import { readProgress } from '../../../src/card/pages/setup/progress.ts';
import type { CaSetup } from '../../../src/card/pages/setup/setup.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { fakeSetup, GOOD, Notes, openSetup, stepOf } from './support/fake-setup.ts';
import { find, has, settled, text, until } from './support/page.ts';

afterEach(() => {
  for (const element of document.querySelectorAll('ca-setup')) element.remove();
});

const press = async (host: Element, action: string): Promise<void> => {
  find(host, `[data-action="${action}"]`).click();
  await settled();
  await settled();
};
const current = (setup: CaSetup): string | undefined => find(setup, '[aria-current="step"]').dataset['step'];
const row = (step: Element, id: string): HTMLElement => find(step, `[data-check="${id}"]`);

describe('set-up: the steps', () => {
  it('is left and opened again where it was', async () => {
    const notes = new Notes();
    const api = fakeSetup(readySnapshot());
    const setup = await openSetup(api, null, notes);
    expect(current(setup)).to.equal('device');
    find(setup, '[data-step="station"]').click();
    await settled();
    setup.remove();
    expect(current(await openSetup(api, null, notes))).to.equal('station');
  });

  it('opens at the step that is asked for', async () => {
    expect(current(await openSetup(fakeSetup(), 'helpers'))).to.equal('helpers');
    document.querySelector('ca-setup')?.remove();
    expect(current(await openSetup(fakeSetup(), 'no such step'))).to.equal('device');
  });

  it('says what is missing before a step is skipped, and marks it', async () => {
    const setup = await openSetup(fakeSetup(), 'account');
    await press(setup, 'skip');
    expect(text(find(setup, '[role="alert"].why'))).to.contain('nobody can call this device');
    await press(setup, 'stay');
    expect(current(setup)).to.equal('account');
    await press(setup, 'skip');
    await press(setup, 'skip-sure');
    expect(current(setup)).to.equal('station');
    expect(text(find(setup, '[data-step="account"]'))).to.contain('skipped');
  });

  it('announces the step by its title', async () => {
    const setup = await openSetup(fakeSetup(readySnapshot()), 'account');
    await press(setup, 'continue');
    const title = setup.shadowRoot?.activeElement;
    expect(title?.id).to.equal('step');
    expect(text(title)).to.equal('Step 3 of 5: What do you call with?');
  });

  it('makes this device a station when somebody goes on', async () => {
    const api = fakeSetup(readySnapshot());
    const setup = await openSetup(api, 'station');
    await press(setup, 'continue');
    expect(api.fake.asked).to.deep.equal([['configureStation', { name: 'Kitchen' }]]);
    expect(text(find(setup, '[data-step="station"]'))).to.contain('done');
  });

  it('ends with done, and begins at the first step the next time', async () => {
    const notes = new Notes();
    const setup = await openSetup(fakeSetup(), 'try', notes);
    const heard: string[] = [];
    for (const name of ['done', 'leave']) setup.addEventListener(name, () => heard.push(name));
    await press(setup, 'finish');
    expect(heard).to.deep.equal(['done', 'leave']);
    expect(readProgress(() => notes).step).to.equal('device');
  });

  it('works where the browser stores nothing, and with nonsense in the store', async () => {
    const setup = document.createElement('ca-setup') as CaSetup;
    const store = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    document.body.append(Object.assign(setup, { callAssist: fakeSetup(), store }));
    await setup.updateComplete;
    find(setup, '[data-step="helpers"]').click();
    await settled();
    expect(current(setup)).to.equal('helpers');
    for (const text of ['', '7', '{"step":"x","done":[1,"try"],"skipped":"try"}', '{'])
      expect(readProgress(() => ({ getItem: () => text, setItem() {} })).step).to.equal('device');
  });

  it('says that storage refuses, and that the device is locked', async () => {
    const setup = await openSetup(
      fakeSetup({
        problems: [{ kind: 'storage', problem: 'unavailable' }],
        lock: { kind: 'pin', locked: true, retryAt: null },
      }),
    );
    expect(text(find(setup, '.note.bad'))).to.contain('Nothing can be stored here');
    let asked = false;
    document.body.addEventListener('unlock', () => (asked = true), { once: true });
    await press(setup, 'unlock');
    expect(asked).to.equal(true);
  });
});

describe('set-up: check this device', () => {
  it('asks for nothing before a touch', async () => {
    const api = fakeSetup();
    const step = stepOf(await openSetup(api));
    expect(api.fake.asked).to.deep.equal([]);
    expect(text(row(step, 'microphone'))).to.contain('Not checked yet');
  });

  it('shows each check as it comes, and the whole in a sentence', async () => {
    const api = fakeSetup();
    let open = (): void => {};
    api.gate = new Promise((resolve) => (open = resolve));
    const setup = await openSetup(api);
    const step = stepOf(setup);
    await press(step, 'check');
    expect(text(find(step, '.lead'))).to.equal('Check 1 of 11: Secure page');
    expect(row(step, 'secure_context').dataset['status']).to.equal('running');
    await press(step, 'check');
    expect(api.fake.asked).to.deep.equal([['checks', 'all']]);
    open();
    await until(() => text(find(step, '.lead')) === 'Yes. All is well.');
    expect(text(row(step, 'microphone'))).to.contain('Built-in hears you.');
    expect(text(row(step, 'camera_entity'))).to.contain('Kitchen camera gives a picture within 0.8 seconds.');
    expect(has(setup, '[data-action="continue"]')).to.equal(true);
  });

  it('asks for notifications only when somebody touches the button, and looks again', async () => {
    const api = fakeSetup();
    const { requestPermission } = Notification;
    let asked = 0;
    Notification.requestPermission = async () => {
      asked++;
      api.results = GOOD;
      return 'granted';
    };
    api.results = {
      ...GOOD,
      notifications: { id: 'notifications', status: 'skipped', reason: 'not_asked', fix: 'allow_notifications' },
    };
    const step = stepOf(await openSetup(api));
    await press(step, 'check');
    await until(() => text(find(step, '.lead')) === 'Yes. All is well.');
    expect(asked).to.equal(0);
    expect(text(row(step, 'notifications').querySelector('.fix'))).to.contain('Touch Allow');
    await press(step, 'allow-notifications');
    await until(() => row(step, 'notifications').dataset['status'] === 'ok');
    Notification.requestPermission = requestPermission;
    expect(asked).to.equal(1);
    expect(api.fake.asked.at(-1)).to.deep.equal(['checks', 'notifications']);
  });

  it('gives a fix and another try for one row', async () => {
    const api = fakeSetup();
    api.results = {
      ...GOOD,
      microphone: { id: 'microphone', status: 'fail', reason: 'denied', fix: 'allow_microphone' },
      module_start: {
        id: 'module_start',
        status: 'warn',
        reason: 'starts_with_dashboard',
        fix: 'add_extra_module',
        copy: 'frontend:\n  extra_module_url:\n    - /local/call-assist-card.js\n',
      },
      sound: { id: 'sound', status: 'warn', reason: 'needs_touch', fix: 'touch_once' },
    };
    const setup = await openSetup(api);
    const step = stepOf(setup);
    await press(step, 'check');
    await until(() => text(find(step, '.lead')) === 'Not yet. One thing needs you.');
    expect(has(setup, '[data-action="continue"]')).to.equal(false);
    expect(text(row(step, 'microphone'))).to.contain('Blocked for this page');
    expect(text(row(step, 'microphone').querySelector('.fix'))).to.contain('Allow the microphone');
    row(step, 'microphone').querySelector<HTMLElement>('[data-action="how"]')?.click();
    await settled();
    expect(text(row(step, 'microphone').querySelector('.fix'))).to.contain('beside the address');
    expect(text(row(step, 'module_start').querySelector('ca-copy')?.shadowRoot?.querySelector('pre'))).to.contain(
      'extra_module_url',
    );
    api.results = GOOD;
    row(step, 'microphone').querySelector<HTMLElement>('[data-action="try"]')?.click();
    await until(() => text(find(step, '.lead')) === 'Yes. 2 things would make it better.');
    await press(step, 'allow-sound');
    await until(() => text(find(step, '.lead')) === 'Yes. One thing would make it better.');
    expect(api.fake.asked.map(([name, what]) => what ?? name)).to.deep.equal([
      'all',
      'microphone',
      'allowSound',
      'sound',
    ]);
  });

  it('stops when the step is left, and shows what it came to when it is opened again', async () => {
    const api = fakeSetup();
    const setup = await openSetup(api);
    await press(stepOf(setup), 'check');
    await until(() => text(find(stepOf(setup), '.lead')) === 'Yes. All is well.');
    let signal: AbortSignal | undefined;
    api.checks = (run) => {
      ({ signal } = run);
      run.onBegin?.('relay');
      return new Promise(() => {});
    };
    await press(stepOf(setup), 'check');
    setup.remove();
    expect(signal?.aborted).to.equal(true);
    expect(text(find(stepOf(await openSetup(api)), '.lead'))).to.equal('Yes. All is well.');
  });
});

describe('set-up: how to allow', () => {
  const table: readonly [string, object, string][] = [
    ['Mozilla/5.0 (Linux; Android 13; SM-X200; wv) Chrome/120.0 Safari/537.36', { fully: {} }, 'fully'],
    ['Mozilla/5.0 (Linux; Android 13; wv) Chrome/120.0 Safari/537.36', { externalApp: {} }, 'companion_android'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0) AppleWebKit/605.1.15 Home Assistant/2026.1', {}, 'companion_ios'],
    ['Mozilla/5.0 (Linux; Android 13; wv) Chrome/120.0 Safari/537.36', {}, 'webview'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', {}, 'firefox'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', {}, 'safari'],
    ['Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Safari/537.36', {}, 'chrome_android'],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36', {}, 'chrome'],
  ];
  for (const [userAgent, names, kind] of table) it(kind, () => expect(hostKind({ userAgent, names })).to.equal(kind));
});
