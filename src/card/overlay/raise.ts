/** What may put one of Home Assistant's dialogs above us. */
const SIGNS = ['opened', 'wa-show', 'wa-after-show', 'location-changed', 'fullscreenchange'] as const;

/** Shortest time between two raises, in ms. */
const REST = 200;

export interface Raised {
  /**
   * On: nothing but the dialog's own box is taken from the page, which can be used; Home Assistant's dialogs come above
   * it. Off: it is modal again.
   */
  small(on: boolean): void;
  /** Idempotent. Focus goes back to where it was before. */
  lower(): void;
}

/**
 * Opens a modal dialog and keeps it above Home Assistant's own modal dialogs: whenever something else covers its
 * middle, it is closed and opened again, which puts it on top of the top layer. Media in it plays on, and the
 * focus stays where it was. Keys never reach Home Assistant, whose shortcuts would open Assist.
 *
 * For its first frame it is a popover: whatever is beside a modal dialog becomes inert, for which the browser works out
 * the styles of the whole dashboard. A ring is painted before that.
 * @param host the element that hit testing finds: the dialog's shadow host.
 * @param before had the focus before.
 */
export function raise(dialog: HTMLDialogElement, host: Element, before: HTMLElement | null): Raised {
  const end = new AbortController();
  const { signal } = end;
  let due = 0;
  let raised = -REST;
  let last: HTMLElement = dialog;
  let isSmall = false;

  const check = (): void => {
    due = 0;
    if (!dialog.isConnected || (isSmall ? shown(dialog) : dialog.open && !covered(dialog, host))) return;
    // Somebody else who also insists would make this a fight at every frame; the interval looks again.
    if (performance.now() - raised < REST) return;
    raised = performance.now();
    if (isSmall) return show(dialog, true);
    // What covers us has taken the focus already.
    const focus = last.isConnected ? last : dialog;
    shut(dialog);
    show(dialog, false);
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
  scrollBar('none');
  if (POPOVERS) dialog.showPopover();
  else dialog.showModal();
  due = requestAnimationFrame(() => void (due = requestAnimationFrame(check)));
  // On the dialog itself: a key that was meant for something under it must not press a button.
  dialog.focus();

  return {
    small(on) {
      if (signal.aborted || on === isSmall) return;
      isSmall = on;
      shut(dialog);
      show(dialog, on);
      if (!on) return dialog.focus();
      // Opening it has taken the focus, which belongs to the dashboard now.
      if (before?.isConnected) before.focus();
      else (host.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    },
    lower() {
      if (signal.aborted) return;
      end.abort();
      clearInterval(interval);
      cancelAnimationFrame(due);
      scrollBar('');
      shut(dialog);
      if (before?.isConnected) before.focus();
    },
  };
}

/** Older browsers have no popovers: there the small bar lies under whatever is in the top layer. */
const POPOVERS = 'showPopover' in HTMLElement.prototype;

const isPopover = (dialog: HTMLDialogElement): boolean => POPOVERS && dialog.matches(':popover-open');
const shown = (dialog: HTMLDialogElement): boolean => dialog.open || isPopover(dialog);

/** Nothing comes above the page's own scroll bar, which is beside a call and moves only what is under it. */
function scrollBar(width: '' | 'none'): void {
  document.documentElement.style.scrollbarWidth = width;
}

function show(dialog: HTMLDialogElement, small: boolean): void {
  scrollBar(small ? '' : 'none');
  if (!small) dialog.showModal();
  else if (POPOVERS) dialog.showPopover();
  else dialog.show();
}

function shut(dialog: HTMLDialogElement): void {
  if (isPopover(dialog)) dialog.hidePopover();
  else dialog.close();
}

function covered(dialog: HTMLDialogElement, host: Element): boolean {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return hit !== host && hit !== dialog && !dialog.contains(hit);
}
