/** The account, without the resource. JIDs are compared as the server writes them. */
export function bareOf(jid: string): string {
  const slash = jid.indexOf('/');
  return slash < 0 ? jid : jid.slice(0, slash);
}

export function isFull(jid: string): boolean {
  const slash = jid.indexOf('/');
  return slash > 0 && slash < jid.length - 1;
}
