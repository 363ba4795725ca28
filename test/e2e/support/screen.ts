import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Wall tablets in both directions, a large screen, and a phone. */
export const SIZES = {
  tablet: { width: 1280, height: 800 },
  portrait: { width: 800, height: 1280 },
  large: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof SIZES;
const ALL = Object.keys(SIZES) as Size[];

/** Pictures of every screen that was looked at: for people, not compared. */
const artefacts = join(import.meta.dirname, '../.artifacts');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Looked {
  /** Elements that are looked at, all of that name, through open shadow roots. */
  readonly in: 'ca-overlay' | 'ca-page' | 'call-assist-card';
  readonly sizes?: readonly Size[];
  /** Where axe looks, which is slow; on the tablet unless told otherwise. */
  readonly axe?: readonly Size[];
}

/**
 * Looks at what is on the screen at every size: axe finds nothing, nothing is wider than the screen, no text is cut off,
 * and whatever is touched is large enough. Keeps a picture of each.
 */
export async function faultless(page: Page, name: string, looked: Looked): Promise<void> {
  const faults: string[] = [];
  mkdirSync(artefacts, { recursive: true });
  for (const size of looked.sizes ?? ALL) {
    await page.setViewportSize(SIZES[size]);
    await page.evaluate(drawn);
    await page.screenshot({ path: join(artefacts, `${name}-${size}.png`) });
    const at = (what: string): string => `${name}, ${size}: ${what}`;
    faults.push(...(await page.evaluate(measure, looked.in)).map(at));
    if ((looked.axe ?? ['tablet']).includes(size)) faults.push(...(await violations(page, looked.in)).map(at));
  }
  assert.deepEqual(faults, []);
}

/** What axe finds in an element, with all of its rules. */
async function violations(page: Page, tag: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (wanted) => {
    const find = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) =>
        element.localName === wanted ? [element] : element.shadowRoot ? find(element.shadowRoot) : [],
      );
    const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
    const { violations } = await axe.run(
      { include: find(document) },
      { resultTypes: ['violations'], preload: false, iframes: false },
    );
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${impact}) ${JSON.stringify(target)} ${failureSummary}`),
    );
  }, tag);
}

/** Runs in the page: two frames later, with all transitions at their end. */
async function drawn(): Promise<void> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
  ];
  for (const animation of roots(document).flatMap((root) => root.getAnimations()))
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel();
    else animation.finish();
  await frame();
}

/** Runs in the page. @returns what is wrong with the sizes of things, in words */
function measure(tag: string): readonly string[] {
  /** Buttons that act on a call: they are hit from an arm's length, in a hurry. */
  const CALL = /^(answer|decline|only-ring|hang-up|end-and-answer|toggle-)/;
  const all = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const roots = all(document).flatMap(({ localName, shadowRoot }) =>
    localName === tag && shadowRoot ? shadowRoot : [],
  );
  if (roots.length === 0) return [`${tag} is not on the page`];
  const faults: string[] = [];
  const { innerWidth, innerHeight } = window;
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  const seen = (element: HTMLElement): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[inert], .vh');
  for (const element of roots.flatMap(all).filter(seen)) {
    const style = getComputedStyle(element);
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const { action } = element.dataset;
    const who = `${element.localName}${action ? `[${action}]` : ''}.${element.className} «${element.textContent.trim().slice(0, 30)}»`;
    if (width <= 1 || height <= 1) continue;
    const wide = element.scrollWidth > element.clientWidth + 1;
    // Code that can be copied keeps its lines.
    if (wide && /auto|scroll/.test(style.overflowX) && element.clientWidth > 0 && element.localName !== 'pre')
      faults.push(`${who} scrolls sideways`);
    if (
      wide &&
      /hidden|clip/.test(style.overflowX) &&
      style.textOverflow !== 'ellipsis' &&
      style.webkitLineClamp === 'none' &&
      element.innerText
    )
      faults.push(`${who} is cut off`);
    if (!element.matches('button, a[href], input, select, summary, textarea')) continue;
    const area = (element.closest('label') ?? element).getBoundingClientRect();
    const least = action && CALL.test(action) && !element.closest('.line') ? 72 : 48;
    if (Math.min(area.width, area.height) < least - 0.5)
      faults.push(`${who} is ${Math.round(area.width)}×${Math.round(area.height)}, not ${least}`);
    if (left < -0.5 || right > innerWidth + 0.5) faults.push(`${who} is beyond the screen's side`);
    if (tag === 'ca-overlay' && (top < -0.5 || bottom > innerHeight + 0.5) && !element.closest('ca-call-sheet'))
      faults.push(`${who} is beyond the screen's edge`);
  }
  return faults;
}
