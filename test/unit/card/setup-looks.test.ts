import { expect } from '@open-wc/testing';
import { STEPS } from '../../../src/card/pages/setup/progress.ts';
import type { CaSetup } from '../../../src/card/pages/setup/setup.ts';
import { setLanguage } from '../../../src/card/localize/localize.ts';
import type { Snapshot } from '../../../src/runtime/api.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { fakeSetup, GOOD, openSetup, stepOf, type FakeSetup } from './support/fake-setup.ts';
import { find, has, settled, until } from './support/page.ts';

const LONG = 'مرحبا<img src=x onerror=alert(1)>Donaudampfschifffahrtsgesellschaft😀'.repeat(3).slice(0, 200);

/** Everything that can be wrong, and everything that can be long. */
function crowded(): FakeSetup {
  const ready = readySnapshot();
  const [account] = ready.accounts;
  const accounts: Snapshot['accounts'] = [
    { ...account!, address: `@${LONG}:example.org` },
    { ...account!, id: 'account-2', status: { state: 'signed-out', reason: 'revoked' } },
    { ...account!, id: 'account-3', status: { state: 'online', notice: 'no_sfu' } },
  ];
  const api = fakeSetup(
    { ...ready, accounts, station: { ...ready.station, name: LONG.slice(0, 60) } },
    { previewCamera: () => new Promise(() => {}), followMicrophone: () => new Promise(() => {}) },
  );
  api.admin = false;
  api.results = {
    ...GOOD,
    secure_context: {
      id: 'secure_context',
      status: 'fail',
      reason: 'insecure_page',
      detail: { origin: `http://${LONG.slice(30, 90)}:8123` },
      fix: 'get_https',
      copy: 'chrome://flags/#unsafely-treat-insecure-origin-as-secure',
    },
    microphone: { id: 'microphone', status: 'fail', reason: 'denied', fix: 'allow_microphone' },
    sound: { id: 'sound', status: 'warn', reason: 'needs_touch', fix: 'touch_once' },
    camera_entity: {
      id: 'camera_entity',
      status: 'fail',
      reason: 'not_found',
      detail: { name: LONG },
      fix: 'choose_camera',
    },
  };
  return api;
}

const DARK: Readonly<Record<string, string>> = {
  '--primary-background-color': '#111111',
  '--secondary-background-color': '#282828',
  '--card-background-color': '#1c1c1c',
  '--primary-text-color': '#e1e1e1',
  '--secondary-text-color': '#9b9b9b',
  '--divider-color': 'rgba(225, 225, 225, 0.12)',
};

describe('set-up: looks', () => {
  afterEach(async () => {
    for (const element of document.querySelectorAll('ca-setup')) element.remove();
    document.documentElement.removeAttribute('style');
    document.documentElement.removeAttribute('dir');
    await setLanguage('en');
  });

  const open = async (step: string): Promise<CaSetup> => {
    const setup = await openSetup(crowded(), step);
    const content = stepOf(setup);
    if (step === 'device') {
      find(content, '[data-action="check"]').click();
      await until(() => has(content, '[data-check="relay"][data-status="ok"]') && has(content, '[data-action="how"]'));
      find(content, '[data-action="how"]').click();
    }
    if (step === 'account') find(content, '[data-action="add-account"]').click();
    await settled();
    await settled();
    return setup;
  };

  for (const step of STEPS) {
    for (const [theme, variables] of Object.entries<Readonly<Record<string, string>>>({ light: {}, dark: DARK }))
      it(`${step}, ${theme}: axe finds nothing`, async () => {
        for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
        document.documentElement.style.background = theme === 'dark' ? '#111111' : '#fafafa';
        await expect(await open(step)).to.be.accessible();
      });

    for (const [name, dir, width] of [
      ['320 px', 'ltr', 320],
      ['320 px from right to left', 'rtl', 320],
      ['1200 px', 'ltr', 1200],
    ] as const)
      it(`${step}: nothing sticks out at ${name}, in German, and every button can be touched`, async () => {
        await setLanguage('de');
        document.documentElement.dir = dir;
        const setup = await open(step);
        setup.style.width = `${width}px`;
        await settled();
        const bounds = setup.getBoundingClientRect();
        const all = [setup, ...deep(setup)];
        for (const element of all) {
          const { left, right, width: wide, height } = element.getBoundingClientRect();
          if (wide <= 1 || element.closest('pre, option, svg')) continue;
          const at = `${element.localName}.${element.className} ${element.textContent?.trim().slice(0, 40)}`;
          expect(left, at).to.be.at.least(bounds.left - 1);
          expect(right, at).to.be.at.most(bounds.right + 1);
          if (element.matches('button, select, summary')) expect(height, at).to.be.at.least(48);
        }
      });
  }

  it('puts no markup of names into the page', async () => {
    const setup = await open('account');
    expect(deep(setup).filter(({ localName }) => localName === 'img')).to.deep.equal([]);
  });
});

function deep(host: Element): Element[] {
  return [...(host.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) => [element, ...deep(element)]);
}
