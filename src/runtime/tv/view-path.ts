/** The receiver's element that shows a view (frontend, cast/src/receiver/layout/hc-lovelace.ts). */
interface ReceiverView extends Element {
  readonly viewPath?: string | number | null;
}

/** The path of the view that is shown, as it was cast; null while the receiver shows none. */
export function castViewPath(): string | null {
  const view = document.querySelector('hc-main')?.shadowRoot?.querySelector<ReceiverView>('hc-lovelace');
  const path = view?.viewPath ?? null;
  return path === null ? null : String(path);
}

/** The secret of a display session in a view's path: `<index>~<secret>`, 16 bytes as base64url. null: there is none. */
export function secretIn(path: string): string | null {
  return /^\d+~([\w-]{22})$/.exec(path)?.[1] ?? null;
}
