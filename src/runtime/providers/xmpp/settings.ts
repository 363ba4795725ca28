import type { Millis } from '../../call/call.ts';
import type { Account } from '../provider.ts';

/** What {@link Account.settings} holds for XMPP. */
export interface XmppSettings {
  /** As somebody typed it; null: the server tells (XEP-0156), each time anew. */
  readonly websocket: string | null;
  /** This kiosk among the devices of the account; the same after every start. */
  readonly resource: string;
  /** Whether callers that are no contacts ring. */
  readonly strangers: boolean;
  /** Calls go through a relay only, which hides our addresses from the other side. */
  readonly forceTURN: boolean;
  /** What contacts could be called with when they were last seen; looked at where it is used. */
  readonly remembered: unknown;
  /** Up to when the archive has been read, by the server's clock; null: never. */
  readonly archived: Millis | null;
}

/** The settings of a stored account, or null if they are not ours. */
export function readSettings({ settings }: Account): XmppSettings | null {
  const { websocket, resource, strangers, forceTURN, remembered, archived } = settings;
  if (typeof resource !== 'string' || resource === '') return null;
  return {
    websocket: typeof websocket === 'string' && URL.canParse(websocket) ? websocket : null,
    resource,
    strangers: strangers === true,
    forceTURN: forceTURN === true,
    remembered,
    archived: typeof archived === 'number' && Number.isFinite(archived) ? archived : null,
  };
}
