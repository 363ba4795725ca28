import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What has the keyboard's focus, through all shadow roots. */
export interface Focused {
  /** `data-action`, else its id or name of element. */
  readonly what: string;
  /** Whom it is about, on the card. */
  readonly contact: string | null;
  /** Whether it can be seen that it has the focus. */
  readonly visible: boolean;
}

export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!(active instanceof HTMLElement)) return { what: 'nothing', contact: null, visible: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
    return {
      what: active.dataset['action'] ?? (active.id || active.localName),
      contact: active.closest<HTMLElement>('[data-contact]')?.dataset['contact'] ?? null,
      visible: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    };
  });
}

/**
 * Presses Tab until the focus is where it is wanted, and gives everything it was on; each must be seen to have it.
 * @throws when it is never there
 */
export async function tabTo(page: Page, wanted: (focused: Focused) => boolean, most = 60): Promise<readonly string[]> {
  const way: string[] = [];
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    way.push(now.what);
    if (now.contact !== null || wanted(now)) assert.ok(now.visible, `the focus on ${now.what} cannot be seen`);
    if (wanted(now)) return way;
  }
  throw new Error(`Tab never gets there: ${way.join(', ')}`);
}
