import wasmUrl from 'virtual:crypto-wasm-url';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { CryptoCallbacks } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Clock } from '../../platform/platform.ts';
import { VerificationError } from './errors.ts';

/** Names the databases of an account's crypto store; the SDK appends `::matrix-sdk-crypto` and `-meta`. */
function storePrefix(accountId: string): string {
  return `call-assist-${accountId}`;
}

function storeNames(accountId: string): readonly string[] {
  return ['', '-meta'].map((suffix) => `${storePrefix(accountId)}::matrix-sdk-crypto${suffix}`);
}

/**
 * Gives a client encryption with its stored keys. Only one client may have an account's store open.
 * @param cryptoKey 32 bytes, base64. A store that another key has sealed cannot be opened.
 */
export async function startEncryption(client: MatrixClient, accountId: string, cryptoKey: string): Promise<void> {
  await loadWasm();
  const storageKey = Uint8Array.from(atob(cryptoKey), (char) => char.charCodeAt(0));
  await client.initRustCrypto({ cryptoDatabasePrefix: storePrefix(accountId), storageKey });
}

/**
 * Loads the wasm before the SDK does. The package remembers its first attempt for ever, also a failed one: so
 * a server that does not answer, or calls the file something else than `application/wasm`, has to be found out
 * before. The first is tried again by our caller; the second is loaded by way of a Blob.
 */
async function loadWasm(): Promise<void> {
  // The package exists once in the page: the SDK's own import gets the same module.
  const { initAsync } = await import('@matrix-org/matrix-sdk-crypto-wasm');
  const head = await fetch(wasmUrl, { method: 'HEAD' }).catch(() => null);
  if (head?.ok && head.headers.get('Content-Type')?.split(';')[0] === 'application/wasm') {
    await initAsync(wasmUrl);
    return;
  }
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`the crypto wasm was not delivered: ${response.status}`);
  const url = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'application/wasm' }));
  try {
    await initAsync(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Deletes an account's crypto store. A database that is still open somewhere is deleted by the browser once it
 * is closed; that is not waited for longer than `timeout`.
 */
export async function deleteStore(accountId: string, clock: Clock, timeout = 5_000): Promise<void> {
  await Promise.all(storeNames(accountId).map((name) => deleteDatabase(name, clock, timeout)));
}

function deleteDatabase(name: string, clock: Clock, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(timeout, resolve);
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => {
      cancel();
      resolve();
    });
    request.addEventListener('error', () => {
      cancel();
      reject(request.error ?? new Error('the crypto store could not be deleted'));
    });
  });
}

/**
 * Lends the recovery key to the SDK while a verification runs, and at no other time. The key's bytes are
 * overwritten afterwards.
 */
export class RecoveryKeyDesk {
  #key: Uint8Array<ArrayBuffer> | null = null;

  readonly callbacks: CryptoCallbacks = {
    getSecretStorageKey: async ({ keys }) => {
      const [keyId] = Object.keys(keys);
      // A copy: the SDK may still read it when the original is overwritten.
      return keyId !== undefined && this.#key ? [keyId, this.#key.slice()] : null;
    },
  };

  async lend<T>(key: Uint8Array<ArrayBuffer>, task: () => Promise<T>): Promise<T> {
    this.#key = key;
    try {
      return await task();
    } finally {
      key.fill(0);
      this.#key = null;
    }
  }
}

/**
 * Signs this device with the account's cross-signing keys, which the recovery key opens (client-server API
 * "Cross-signing", "Secret storage"). Never makes new cross-signing keys: that would turn every other device
 * of the account unverified.
 * @throws VerificationError
 */
export async function verifyDevice(client: MatrixClient, desk: RecoveryKeyDesk, recoveryKey: string): Promise<void> {
  const crypto = client.getCrypto();
  if (!crypto) throw new VerificationError('no_encryption');
  const { decodeRecoveryKey } = await import('matrix-js-sdk/lib/crypto-api/recovery-key.js');
  const key = decode(decodeRecoveryKey, recoveryKey);
  const storage = client.secretStorage;
  const defaultKey = await storage.getKey();
  // Without all three in secret storage the SDK would make new ones.
  const stored = await Promise.all(
    (['m.cross_signing.master', 'm.cross_signing.self_signing', 'm.cross_signing.user_signing'] as const).map((name) =>
      storage.isStored(name),
    ),
  );
  if (!defaultKey || stored.some((keys) => !keys)) throw new VerificationError('not_set_up');
  if (!(await storage.checkKey(key, defaultKey[1]))) throw new VerificationError('wrong_key');
  try {
    await desk.lend(key, () => crypto.bootstrapCrossSigning({}));
  } catch (cause) {
    throw new VerificationError('failed', { cause });
  }
  if (!(await crypto.isCrossSigningReady())) throw new VerificationError('failed');
}

function decode(decodeRecoveryKey: (text: string) => Uint8Array<ArrayBuffer>, text: string): Uint8Array<ArrayBuffer> {
  try {
    return decodeRecoveryKey(text.replace(/\s+/g, ''));
  } catch {
    // Without the cause: its text may quote what was typed.
    throw new VerificationError('bad_key');
  }
}
