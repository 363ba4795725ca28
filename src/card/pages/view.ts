/** The pages of a device. */
export type PageView = 'sign-in' | 'settings' | 'history' | 'contact' | 'diagnostics' | 'setup';

/**
 * Somebody as the page `contact` takes them: account and contact, one per line. Matrix and XMPP ids have no line breaks.
 * @param to `write`: the page opens with a message to be written
 */
export function personDetail(accountId: string, contactId: string, to: 'write' | '' = ''): string {
  return `${accountId}\n${contactId}${to && `\n${to}`}`;
}

/** What {@link personDetail} wrote; null for anything else. */
export function personOf(
  detail: string | null,
): { readonly accountId: string; readonly contactId: string; readonly writes: boolean } | null {
  const [accountId, contactId, to] = detail?.split('\n') ?? [];
  return accountId && contactId ? { accountId, contactId, writes: to === 'write' } : null;
}
