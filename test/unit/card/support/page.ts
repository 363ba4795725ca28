import type { LitElement } from 'lit';
import { CallAssistCard } from '../../../../src/card/card.ts';
import { type CaOverlay, loadStage } from '../../../../src/card/overlay/overlay.ts';
import { hostOverlay } from '../../../../src/card/overlay-host.ts';
import type { Snapshot } from '../../../../src/runtime/api.ts';
import { emptySnapshot, FakeCallAssist } from './fake-call-assist.ts';

// Calls that run are shown at once, as on a page that has been open for a while.
await loadStage();
if (!customElements.get('call-assist-card')) customElements.define('call-assist-card', CallAssistCard);

export type { CaOverlay };

/** A page with a runtime that is a fake; {@link TestPage.close} leaves nothing of it. */
export class TestPage {
  readonly api = new FakeCallAssist();
  readonly #stop: () => void;

  constructor(snapshot: Partial<Snapshot> = {}) {
    this.api.snapshot.set({ ...emptySnapshot(), ...snapshot });
    window.callAssist = this.api;
    this.#stop = hostOverlay(this.api);
  }

  async card(config: unknown = {}, preview = false): Promise<CallAssistCard> {
    const card = document.createElement('call-assist-card') as CallAssistCard;
    card.preview = preview;
    card.setConfig(config);
    document.body.append(card);
    await card.updateComplete;
    return card;
  }

  /** The overlay as it stands now, or null. */
  async overlay(): Promise<CaOverlay | null> {
    // The host learns that its code is there in a microtask of its own.
    await new Promise((resolve) => setTimeout(resolve));
    const overlay = document.querySelector<CaOverlay>('ca-overlay');
    await overlay?.updateComplete;
    return overlay;
  }

  /** @throws when none is open. */
  async shown(): Promise<CaOverlay> {
    const overlay = await this.overlay();
    if (!overlay) throw new Error('no overlay is open');
    return overlay;
  }

  close(): void {
    this.#stop();
    for (const element of document.querySelectorAll('call-assist-card, ca-page')) element.remove();
    delete window.callAssist;
  }
}

/** The element in the shadow root; @throws when it is not there. */
export function find(host: LitElement | Element, selector: string): HTMLElement {
  const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in ${host.localName}`);
  return found;
}

export const has = (host: Element, selector: string): boolean => host.shadowRoot?.querySelector(selector) != null;

/** What people read, without the white space of templates. */
export const text = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A touch or mouse click, unlike `click()`, which is what keyboards and assistive technology do. */
export function touch(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
}

export function press(element: Element, key: string, init: KeyboardEventInit = {}): void {
  element.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
  );
}

/** Waits for what the browser does in its own time. */
export async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!holds()) throw new Error(`never: ${String(holds)}`);
}

/**
 * Until the browser has nothing more to do. A timer of no time would not do: events of dialogs come in tasks of their
 * own, which a busy machine runs later than the timer.
 */
export const settled = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }));
