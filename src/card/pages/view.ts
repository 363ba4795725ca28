/** The pages of a device. */
export type PageView = 'sign-in' | 'settings' | 'history' | 'contact' | 'diagnostics' | 'setup';

/** Somebody as the page `contact` takes them: account and contact, one per line. Matrix and XMPP ids have no line breaks. */
export function personDetail(accountId: string, contactId: string): string {
  return `${accountId}\n${contactId}`;
}

/** What {@link personDetail} wrote; null for anything else. */
export function personOf(detail: string | null): { readonly accountId: string; readonly contactId: string } | null {
  const [accountId, contactId] = detail?.split('\n') ?? [];
  return accountId && contactId ? { accountId, contactId } : null;
}
