import { expect } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.ts';

/** A page of its own, in which the facade is loaded as Home Assistant does. */
async function load(before = ''): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  const facade = new URL('../../../src/card/call-assist-card.ts', import.meta.url).href;
  frame.srcdoc = `<script>${before}</script><script type="module" src="${facade}"></script>`;
  document.body.append(frame);
  await new Promise((loaded) => frame.addEventListener('load', loaded));
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inside) throw new Error('the frame has no page');
  await waitUntil(() => inside.customElements.get('call-assist-card') !== undefined);
  return inside;
}

function said(page: Window): string {
  const card = page.document.createElement('call-assist-card') as HTMLElement & { setConfig(config: object): void };
  card.setConfig({});
  return card.textContent;
}

describe('what Home Assistant loads', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const [name, old] of [
    ['Chrome 119', 'delete URL.canParse'],
    ['Safari 17.3', 'delete Promise.withResolvers'],
    ['Firefox 123', 'delete AbortSignal.any'],
  ]) {
    it(`says so in a browser that is too old: ${name}`, async () => {
      const page = await load(old);
      expect(said(page)).to.match(/^This browser is too old for Call Assist\. .* 120, /);
      expect(page.performance.getEntriesByType('resource').some(({ name: file }) => file.includes('app.ts'))).to.equal(
        false,
      );
    });
  }

  it('loads another program on a TV, also in an older browser: no telephone, and nothing to the page', async () => {
    const page = await load("delete URL.canParse; document.documentElement.append(document.createElement('hc-main'))");
    const files = page.performance.getEntriesByType('resource').map(({ name: file }) => new URL(file).pathname);
    expect(files).to.include('/src/card/tv/index.ts');
    expect(files.filter((file) => /\/(app|runtime|owner|call-assist-worker)\.ts$/.test(file))).to.deep.equal([]);
    expect('callAssist' in page).to.equal(false);
    const card = page.document.createElement('call-assist-card') as HTMLElement & { setConfig(config: object): void };
    card.setConfig({ mode: 'tv' });
    page.document.body.append(card);
    expect(card.shadowRoot?.querySelector('ca-cast-view')).to.not.equal(null);
    card.remove();
  });
});
