import type { CallAssist, Snapshot } from '../runtime/api.ts';

/** The page's runtime; undefined before it started. */
export function callAssist(): CallAssist | undefined {
  return (window as { callAssist?: CallAssist }).callAssist;
}

/** Whether somebody would notice a reload. */
export function callRuns(snapshot: Snapshot | undefined): boolean {
  return snapshot?.calls.some((call) => call.phase !== 'ended') ?? false;
}

/** In which direction Home Assistant is read: it tells its own element, and not always the document. */
export function direction(): 'ltr' | 'rtl' {
  const { direction } = getComputedStyle(document.querySelector('home-assistant') ?? document.documentElement);
  return direction === 'rtl' ? 'rtl' : 'ltr';
}

/** What has the keyboard's focus, through all shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
