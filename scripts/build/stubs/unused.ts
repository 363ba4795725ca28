/** What a stub throws when somebody reaches the part of matrix-js-sdk that it stands in for. */
export class NotBundledError extends Error {
  override readonly name = 'NotBundledError';

  constructor(part: string) {
    super(`matrix-js-sdk's ${part} is not part of this build`);
  }
}
