import type { Page } from 'playwright-core';

export interface Scrolled {
  /** How far, in CSS pixels. */
  readonly pixels: number;
  readonly frames: number;
  /** Milliseconds from one frame to the next. */
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

/** Scrolls the list that lies in or around an element, a flick of 120 pixels a frame, and measures the frames. */
export function scrollThrough(page: Page, tag: string, pixels: number): Promise<Scrolled> {
  return page.evaluate(scroll, [tag, pixels] as const);
}

/** Runs in the page. */
async function scroll([tag, pixels]: readonly [string, number]): Promise<Scrolled> {
  const all = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const host = all(document).find(({ localName }) => localName === tag)!;
  const scrolls = (element: HTMLElement): boolean =>
    element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY);
  const around: HTMLElement[] = [];
  for (let up: Node | null = host; up; up = up instanceof ShadowRoot ? up.host : up.parentNode)
    if (up instanceof HTMLElement) around.push(up);
  const list = [...all(host.shadowRoot!), ...around].find(scrolls) ?? (document.scrollingElement as HTMLElement);
  const times: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const from = list.scrollTop;
  while (list.scrollTop - from < pixels) {
    const before = list.scrollTop;
    list.scrollTop += 120;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - last);
    last = now;
    // At its end; more may be on its way.
    if (list.scrollTop === before && times.length > 20 && list.scrollTop + list.clientHeight >= list.scrollHeight - 1)
      break;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * share)]! * 10) / 10;
  return { pixels: list.scrollTop - from, frames: times.length, median: at(0.5), p95: at(0.95), longest: at(1) };
}
