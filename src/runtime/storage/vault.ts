import type { Secrets } from '../providers/provider.ts';
import type { Database, SealedSecrets } from './schema.ts';
import { StorageError } from './storage.ts';

const KEY = 'vault';
const ALGORITHM = 'AES-GCM';

/**
 * Seals secrets for one account. The key never leaves the browser, so a copy of the profile's files or a script that
 * reads the database holds nothing of use without this browser. The account's id is bound in: sealed secrets that
 * are put into another account's place do not open.
 * @throws StorageError `unavailable` on a page without a secure context
 */
export async function seal(database: Database, accountId: string, secrets: Secrets): Promise<SealedSecrets> {
  const key = await vaultKey(database);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(secrets));
  return { iv, data: await subtle().encrypt(algorithm(iv, accountId), key, text) };
}

/**
 * null when they cannot be opened (key lost, wrong account, damaged).
 * @throws StorageError `unavailable` on a page without a secure context
 */
export async function unseal(database: Database, accountId: string, sealed: SealedSecrets): Promise<Secrets | null> {
  const cipher = subtle();
  const key = await database.get('keys', KEY);
  if (!key) return null;
  try {
    const secrets: unknown = JSON.parse(
      new TextDecoder().decode(await cipher.decrypt(algorithm(sealed.iv, accountId), key, sealed.data)),
    );
    return isSecrets(secrets) ? secrets : null;
  } catch {
    // The browser says no more than that it failed; the person signs in again.
    return null;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, accountId: string): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: new TextEncoder().encode(accountId) };
}

/** Made once, when the first secret is stored. */
async function vaultKey(database: Database): Promise<CryptoKey> {
  const known = await database.get('keys', KEY);
  if (known) return known;
  const fresh = await subtle().generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have made one meanwhile: the first stays, or what it sealed would be lost.
  const transaction = database.transaction('keys', 'readwrite');
  const first = await transaction.store.get(KEY);
  if (!first) await transaction.store.put(fresh, KEY);
  await transaction.done;
  return first ?? fresh;
}

function subtle(): SubtleCrypto {
  // Missing on pages without a secure context, whatever the DOM's types say.
  const found = (globalThis.crypto as { readonly subtle?: SubtleCrypto }).subtle;
  if (!found) throw new StorageError('unavailable', { cause: new Error('secrets need a secure page (HTTPS)') });
  return found;
}

function isSecrets(value: unknown): value is Secrets {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
}
