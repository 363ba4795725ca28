import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Logger } from '../../platform/platform.ts';
import { describeError } from './client-log.ts';
import { isRecord } from './client-request.ts';

/** As much of the rust crypto as signs a text with this device's key; not part of the SDK's interface (43.0.0). */
interface Signer {
  sign(text: string): Promise<{ asJSON(): string; free(): void }>;
}

/**
 * Publishes this device's keys again where the server has lost them.
 *
 * A revoked session takes its device with it. After signing in again with the same device id the crypto store
 * still takes its keys for published, and uploads one-time keys only: nobody would encrypt for this device, and
 * calls in encrypted rooms would never ring. With the same keys others need not trust a new device.
 * Best effort: tried again at the next start.
 */
export async function restoreDeviceKeys(client: MatrixClient, log: Logger): Promise<void> {
  try {
    if (await isPublished(client)) return;
    await publish(client);
    log.log('info', 'the keys of this device were lost by the server and are published again');
    const crypto = client.getCrypto();
    const status = await crypto?.getCrossSigningStatus();
    if (status?.privateKeysCachedLocally.selfSigningKey) await crypto?.crossSignDevice(client.getDeviceId() ?? '');
  } catch (error) {
    log.log('warn', 'whether the keys of this device are published is not known', describeError(error));
  }
}

async function isPublished(client: MatrixClient): Promise<boolean> {
  const me = client.getSafeUserId();
  const deviceId = client.getDeviceId() ?? '';
  const answer = await request(client, '/keys/query', { device_keys: { [me]: [deviceId] } });
  const devices = isRecord(answer) && isRecord(answer['device_keys']) ? answer['device_keys'][me] : null;
  return isRecord(devices) && deviceId in devices;
}

async function publish(client: MatrixClient): Promise<void> {
  const crypto = client.getCrypto();
  const signer = (crypto as unknown as { olmMachine?: Signer } | undefined)?.olmMachine;
  const deviceId = client.getDeviceId();
  if (!crypto || !signer || deviceId === null) throw new Error('no device to publish');
  const own = await crypto.getOwnDeviceKeys();
  // Canonical JSON (spec appendices) wants sorted names and no spaces: the order below is what is signed.
  const keys = {
    algorithms: ['m.olm.v1.curve25519-aes-sha2', 'm.megolm.v1.aes-sha2'],
    device_id: deviceId,
    keys: { [`curve25519:${deviceId}`]: own.curve25519, [`ed25519:${deviceId}`]: own.ed25519 },
    user_id: client.getSafeUserId(),
  };
  const signed = await signer.sign(JSON.stringify(keys));
  const all = JSON.parse(signed.asJSON()) as Record<string, Record<string, string>>;
  signed.free();
  const name = `ed25519:${deviceId}`;
  const signature = all[keys.user_id]?.[name];
  if (!signature) throw new Error('the device could not sign');
  const signatures = { [keys.user_id]: { [name]: signature } };
  await request(client, '/keys/upload', { device_keys: { ...keys, signatures } });
}

function request(client: MatrixClient, path: string, body: Record<string, unknown>): Promise<unknown> {
  type Post = Parameters<MatrixClient['http']['authedRequest']>[0];
  return client.http.authedRequest<unknown>('POST' as Post, path, undefined, body);
}
