/** An account as another device can find its own by: ids are made anew at each sign-in. */
export interface AccountAddress {
  readonly protocol: string;
  readonly address: string;
}

/** Stands for an account that is not here yet, until somebody signs in with its address. */
export function waitingId({ protocol, address }: AccountAddress): string {
  return `${protocol}:${address}`;
}

/** The account that an id of {@link waitingId} stands for; null for the id of one that is here. */
export function waitingFor(accountId: string): AccountAddress | null {
  const colon = accountId.indexOf(':');
  return colon > 0 ? { protocol: accountId.slice(0, colon), address: accountId.slice(colon + 1) } : null;
}
