/**
 * In place of matrix-js-sdk's renewal of OAuth tokens, one for each client: `src/runtime/providers/matrix/credentials.ts`
 * renews for all clients of a session, beneath them. What it could not renew is over.
 */
export const TokenRefreshOutcome = { Success: 'success', Failure: 'failure', Logout: 'logout' } as const;

export class TokenManager {
  readonly #opts: { readonly accessToken?: string };

  constructor(opts: { readonly accessToken?: string }) {
    this.#opts = opts;
  }

  async prepareForRequest(): Promise<{ readonly accessToken: string | undefined }> {
    return { accessToken: this.#opts.accessToken };
  }

  async handleUnknownToken(): Promise<string> {
    return TokenRefreshOutcome.Logout;
  }

  async revokeTokens(): Promise<void> {}
}
