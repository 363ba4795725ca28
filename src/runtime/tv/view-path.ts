/** The receiver's element that shows a view (frontend, cast/src/receiver/layout/hc-lovelace.ts). */
interface ReceiverView extends Element {
  readonly viewPath?: string | number | null;
}

/** What the path of a view says to the page that shows it. */
export interface Invitation {
  /** Of the display session: 16 bytes as base64url. */
  readonly secret: string;
  /** Whether both speak over a notification, since the house has no helper for it. */
  readonly byNotification: boolean;
}

/** The path of the view that is shown, as it was cast; null while the receiver shows none. */
export function castViewPath(): string | null {
  const view = document.querySelector('hc-main')?.shadowRoot?.querySelector<ReceiverView>('hc-lovelace');
  const path = view?.viewPath ?? null;
  return path === null ? null : String(path);
}

/** `<index>~<secret>`, and `~n` behind it for a notification. null: nobody has invited this page. */
export function invitationIn(path: string): Invitation | null {
  const [, secret, suffix] = /^\d+~([\w-]{22})(~n)?$/.exec(path) ?? [];
  return secret === undefined ? null : { secret, byNotification: suffix !== undefined };
}
