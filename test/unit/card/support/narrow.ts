import type * as inside from './narrow-page.ts';
import { until } from './page.ts';

type Inside = typeof inside;

/** A page as narrow as a phone. Media queries ask for the viewport, so it is a frame with modules of its own. */
export interface NarrowPage extends Inside {
  readonly document: Document;
  /** Own words that do not fit where they stand, each with its place and what sticks out; names may be cut. */
  overflow(): string[];
  remove(): void;
}

export async function narrowPage(width: number, height = 640): Promise<NarrowPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `position:fixed;inset:0 auto auto 0;width:${width}px;height:${height}px;border:0`;
  frame.srcdoc = `<!doctype html><html lang="en"><body style="margin:0"><script type="module">
    import * as inside from '${new URL('./narrow-page.ts', import.meta.url).pathname}';
    window.inside = inside;
  </script></body></html>`;
  document.body.append(frame);
  const loaded = (): Inside | undefined => (frame.contentWindow as { inside?: Inside } | null)?.inside;
  await until(() => loaded() !== undefined);
  const modules = loaded();
  const page = frame.contentDocument;
  if (!modules || !page) throw new Error('the frame went away');
  return { ...modules, document: page, overflow: () => overflow(page), remove: () => frame.remove() };
}

/** What people read as one thing that has an edge. */
const EDGED = 'button, h1, h2, h3, summary, label, select, th, td, .btn, .chip, .toast, .note';
/** Names and addresses are as long as people make them. */
const FREE = 'bdi, [dir="auto"], option, svg, style, script, pre';

function overflow(page: Document): string[] {
  const width = page.documentElement.clientWidth;
  const found: string[] = [];
  for (const element of deep(page.body)) {
    if (element.closest(FREE) || !element.checkVisibility({ checkVisibilityCSS: true }) || unseen(element)) continue;
    const edge = element.closest(EDGED)?.getBoundingClientRect();
    for (const node of element.childNodes) {
      const words = node.nodeType === Node.TEXT_NODE ? (node.textContent?.trim() ?? '') : '';
      if (!words) continue;
      const range = page.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const right = Math.min(edge?.right ?? width, width);
        const left = Math.max(edge?.left ?? 0, 0);
        const out = Math.round(Math.max(line.right - right, left - line.left, edge ? line.bottom - edge.bottom : 0));
        if (out > 1) found.push(`${element.localName}.${element.className} “${words}” sticks out by ${out} px`);
      }
    }
    const cut = element.scrollWidth - element.clientWidth;
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (own && element.clientWidth > 0 && cut > 1 && !element.matches('input, textarea'))
      found.push(`${element.localName}.${element.className} “${element.textContent?.trim()}” is cut by ${cut} px`);
  }
  return [...new Set(found)];
}

/** For screen readers only. */
function unseen(element: Element | null): boolean {
  if (!element) return false;
  // 0 is an element without a box of its own, such as one whose children stand in its place.
  const { width } = element.getBoundingClientRect();
  return (width > 0 && width <= 1) || unseen(element.parentElement);
}

function deep(host: Element): Element[] {
  return [...(host.shadowRoot?.querySelectorAll('*') ?? []), ...host.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...deep(element)] : [element],
  );
}
