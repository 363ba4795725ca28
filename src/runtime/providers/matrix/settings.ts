import type { Account, OptionValue } from '../provider.ts';
import { readServiceUrl } from './matrix-rtc/signalling/service-url.ts';
import { MATRIX_RTC, TOKEN_SERVICE } from './options.ts';

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
  /** What somebody gave for the option {@link TOKEN_SERVICE}. */
  readonly livekitServiceUrl?: string;
}

/** The settings of a stored account, or null if they are not ours. */
export function readSettings({ settings }: Account): MatrixSettings | null {
  const { baseUrl, deviceId, userId, encryption, oauthClientId, matrixRtc, livekitServiceUrl } = settings;
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl)) return null;
  if (typeof deviceId !== 'string' || typeof userId !== 'string') return null;
  const known = { baseUrl, deviceId, userId, encryption: encryption === true };
  return {
    ...known,
    ...(typeof oauthClientId === 'string' ? { oauthClientId } : {}),
    ...(typeof matrixRtc === 'boolean' ? { matrixRtc } : {}),
    ...(typeof livekitServiceUrl === 'string' ? { livekitServiceUrl } : {}),
  };
}

/** Whether calls over an SFU (MatrixRTC) are made and taken, beside legacy calls. */
export function usesRtc({ matrixRtc }: MatrixSettings): boolean {
  return matrixRtc ?? MATRIX_RTC.byDefault;
}

/**
 * What somebody chose, as settings. An address is stored as it is used.
 * @param page the protocol of the page, which decides what may be asked from it
 * @throws RangeError naming the option that is wrong
 */
export function readOption(name: string, value: OptionValue, page: string): Account['settings'] {
  if (name === MATRIX_RTC.name && typeof value === 'boolean') return { [name]: value };
  const address = name === TOKEN_SERVICE && typeof value === 'string' ? serviceUrl(value.trim(), page) : null;
  if (address === null) throw new RangeError(`option: ${name}`);
  return { [name]: address };
}

/** Empty where nothing is given; null where that is no address, or one that browsers keep a page from. */
function serviceUrl(given: string, page: string): string | null {
  const address = given === '' ? '' : readServiceUrl(given);
  return page === 'https:' && address?.startsWith('http:') ? null : address;
}

/** 32 random bytes, base64: the key that seals the crypto store. */
export function newCryptoKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}
