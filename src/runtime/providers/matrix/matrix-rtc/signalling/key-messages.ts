import { decodeBase64 } from 'matrix-js-sdk/lib/base64.js';
import type { ReceivedToDeviceMessage } from 'matrix-js-sdk/lib/sync-accumulator.js';
import { record, text } from '../../calls/contents.ts';

/** Media keys come as messages to devices (MSC4143, in the form that is deployed). */
const TYPE = 'io.element.call.encryption_keys';
/** Bytes of a key; every client makes 16. */
const BYTES = { least: 16, most: 32 };
const LAST_INDEX = 255;
/** Longer than the longest key in base64. */
const MAX_TEXT = 64;

/**
 * Whether a message is a media key that the SDK may have: of the device that encrypted it, and readable. The SDK takes
 * keys in the clear, too, from whichever device they claim to be of, so that the server could put itself in the middle;
 * and at what is no base64 it throws into the sync, which then loses what else has come.
 */
export function isMediaKey(received: ReceivedToDeviceMessage): boolean {
  return received.message.type === TYPE && isOwnWord(received) && isReadable(received.message.content['keys']);
}

/** Whether a message was encrypted by the device that its content claims to be of. */
export function isOwnWord({ message, encryptionInfo }: ReceivedToDeviceMessage): boolean {
  if (!encryptionInfo || encryptionInfo.sender !== message.sender) return false;
  const claimed = record(message.content['member'])?.['claimed_device_id'];
  return typeof claimed === 'string' && claimed === encryptionInfo.senderDevice;
}

function isReadable(keys: unknown): boolean {
  const { index, key: given } = record(keys) ?? {};
  const key = text(given);
  if (!Number.isInteger(index) || Number(index) < 0 || Number(index) > LAST_INDEX) return false;
  if (key === null || key.length > MAX_TEXT) return false;
  try {
    const { length } = decodeBase64(key);
    return length >= BYTES.least && length <= BYTES.most;
  } catch {
    return false;
  }
}
