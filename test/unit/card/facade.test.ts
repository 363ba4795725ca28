import { expect, waitUntil } from '@open-wc/testing';

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
});
