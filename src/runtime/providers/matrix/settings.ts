import type { Account } from '../provider.ts';
import { MATRIX_RTC } from './options.ts';

/** What {@link Account.settings} holds for Matrix. */
export interface MatrixSettings {
  readonly baseUrl: string;
  readonly deviceId: string;
  readonly userId: string;
  /** Whether the crypto is loaded: from the first encrypted room on. */
  readonly encryption: boolean;
  /** As whom the server of an OAuth session knows us; missing where somebody signed in another way. */
  readonly oauthClientId?: string;
  /** What somebody chose of the option `matrixRtc`; missing where nobody chose. */
  readonly matrixRtc?: boolean;
}

/** The settings of a stored account, or null if they are not ours. */
export function readSettings({ settings }: Account): MatrixSettings | null {
  const { baseUrl, deviceId, userId, encryption, oauthClientId, matrixRtc } = settings;
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl)) return null;
  if (typeof deviceId !== 'string' || typeof userId !== 'string') return null;
  const known = { baseUrl, deviceId, userId, encryption: encryption === true };
  return {
    ...known,
    ...(typeof oauthClientId === 'string' ? { oauthClientId } : {}),
    ...(typeof matrixRtc === 'boolean' ? { matrixRtc } : {}),
  };
}

/** Whether calls over an SFU (MatrixRTC) are made and taken, beside legacy calls. */
export function usesRtc({ matrixRtc }: MatrixSettings): boolean {
  return matrixRtc ?? MATRIX_RTC.byDefault;
}

/** 32 random bytes, base64: the key that seals the crypto store. */
export function newCryptoKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}
