/** What may put one of Home Assistant's dialogs above us. */
const SIGNS = ['opened', 'wa-show', 'wa-after-show', 'location-changed'] as const;

/**
 * Opens a modal dialog and keeps it above Home Assistant's own modal dialogs: whenever something else covers its
 * middle, it is closed and opened again, which puts it on top of the top layer. Media in it plays on, and the
 * focus stays where it was. Keys never reach Home Assistant, whose shortcuts would open Assist.
 * @param host the element that hit testing finds: the dialog's shadow host.
 * @returns lowers it again; idempotent. Focus goes back to where it was before.
 */
export function raise(dialog: HTMLDialogElement, host: Element, before: HTMLElement | null): () => void {
  const end = new AbortController();
  const { signal } = end;
  let due = 0;

  const check = (): void => {
    due = 0;
    if (!dialog.open || !dialog.isConnected || covered(dialog, host) === false) return;
    const root = dialog.getRootNode() as ShadowRoot | Document;
    const focus = root.activeElement;
    dialog.close();
    dialog.showModal();
    if (focus instanceof HTMLElement && focus !== dialog) focus.focus();
  };
  const soon = (): void => void (due ||= requestAnimationFrame(check));

  for (const sign of SIGNS) window.addEventListener(sign, soon, { capture: true, signal });
  for (const key of ['keydown', 'keyup', 'keypress'] as const) {
    dialog.addEventListener(key, (event) => event.stopPropagation(), { signal });
  }
  // Older browsers know no closedby="none".
  dialog.addEventListener('cancel', (event) => event.preventDefault(), { signal });
  dialog.addEventListener('focusout', soon, { signal });
  const interval = setInterval(soon, 1_000);
  dialog.showModal();

  return () => {
    if (signal.aborted) return;
    end.abort();
    clearInterval(interval);
    cancelAnimationFrame(due);
    dialog.close();
    if (before?.isConnected) before.focus();
  };
}

function covered(dialog: HTMLDialogElement, host: Element): boolean {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== host && hit !== dialog && !dialog.contains(hit);
}
