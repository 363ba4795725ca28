import type { CallAssist, Snapshot } from '../runtime/api.ts';

/** The page's runtime; undefined before it started. */
export function callAssist(): CallAssist | undefined {
  return (window as { callAssist?: CallAssist }).callAssist;
}

/** Whether somebody would notice a reload. */
export function callRuns(snapshot: Snapshot | undefined): boolean {
  return snapshot?.calls.some((call) => call.phase !== 'ended') ?? false;
}

/** What has the keyboard's focus, through all shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
