/** What may put one of Home Assistant's dialogs above us. */
const SIGNS = ['opened', 'wa-show', 'wa-after-show', 'location-changed'] as const;

/** Shortest time between two raises, in ms. */
const REST = 200;

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
  let raised = -REST;
  let last: HTMLElement = dialog;

  const check = (): void => {
    due = 0;
    if (!dialog.isConnected || (dialog.open && !covered(dialog, host))) return;
    // Somebody else who also insists would make this a fight at every frame; the interval looks again.
    if (performance.now() - raised < REST) return;
    raised = performance.now();
    // What covers us has taken the focus already.
    const focus = last.isConnected ? last : dialog;
    dialog.close();
    dialog.showModal();
    focus.focus();
  };
  const soon = (): void => void (due ||= requestAnimationFrame(check));

  for (const sign of SIGNS) window.addEventListener(sign, soon, { capture: true, signal });
  for (const key of ['keydown', 'keyup', 'keypress'] as const) {
    dialog.addEventListener(key, (event) => event.stopPropagation(), { signal });
  }
  // Older browsers know no closedby="none".
  dialog.addEventListener('cancel', (event) => event.preventDefault(), { signal });
  // Where `cancel` cannot be prevented (a Back gesture in an old WebView), the call comes back.
  dialog.addEventListener('close', soon, { signal });
  dialog.addEventListener('focusin', ({ target }) => void (last = target as HTMLElement), { signal });
  dialog.addEventListener('focusout', soon, { signal });
  const interval = setInterval(soon, 1_000);
  dialog.showModal();
  // On the dialog itself: a key that was meant for something under it must not press a button.
  dialog.focus();

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
